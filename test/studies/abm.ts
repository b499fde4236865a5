import {
  BUILT_IN,
  distancesOf,
  explain,
  parsePreset,
  presetDocument,
  type CellValue,
  type Preset,
  type Run,
} from "../../engine/index";
import { byLabel, labelsOf, number, page, percent, rowsOf, table, tiering } from "./tables";

const AS_OF = "2017-12-31";

function abmScore(seats = 20): Preset {
  const preset = BUILT_IN.get("abm-score");
  if (!preset) throw new Error("abm-score is gone");
  const document = presetDocument(preset);
  const rungs = document.tiers.rungs.map((rung) =>
    rung.id === "t1" && rung.capacity ? { ...rung, capacity: { ...rung.capacity, min: 0, max: seats } } : rung,
  );
  const parsed = parsePreset({ ...document, tiers: { ...document.tiers, rungs } });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.preset;
}

/** What the seller knows of each account; the engagement is how many deals were ever opened. */
function cells(isSpelt: boolean): CellValue[][] {
  const rows = rowsOf("maven_crm/derived_accounts.csv").map((row): CellValue[] => [
    row.account ?? "",
    isSpelt ? (row.sector ?? "").replace("technolgy", "technology") : (row.sector ?? ""),
    Number(row.revenue_musd),
    Number(row.employees),
    Number(row.won_deals) + Number(row.lost_deals) + Number(row.open_deals),
  ]);
  return [["Account", "Sector", "Annual revenue", "Employees", "Engagement"], ...rows];
}

/** The corrected table tiered, and every score worked out another way: one account at a time, by sorting and counting. */
export function fits() {
  const table = cells(true).slice(1);
  const run = tiering(cells(true), abmScore(), { asOf: AS_OF });
  const rankOf = (column: number, value: number) =>
    (table.filter((row) => Number(row[column]) < value).length / (table.length - 1)) * 100;
  const ideal = ["software", "technology", "finance"];
  const partsOf = (account: string) => {
    const [, sector, revenue, employees, engagement] = table.find(([name]) => name === account) ?? [];
    const people = Number(employees);
    return {
      fit: ideal.includes(String(sector)) ? 100 : 50,
      size: people >= 1000 ? 100 : people >= 200 ? 70 : people >= 50 ? 40 : 0,
      revenue: rankOf(2, Number(revenue)),
      engagement: rankOf(4, Number(engagement)),
    };
  };
  const scoreOf = (account: string) => {
    const { fit, size, revenue, engagement } = partsOf(account);
    return (fit * 25 + size * 20 + revenue * 20 + engagement * 20) / 85;
  };
  return { run, partsOf, scoreOf };
}

/** ABM tiers of 85 accounts. */
export async function abm(): Promise<string> {
  const asTyped = tiering(cells(false), abmScore(), { asOf: AS_OF });
  const { run, partsOf, scoreOf } = fits();
  const revenue = new Map(cells(true).slice(1).map(([name, , value]) => [String(name), Number(value)])); // prettier-ignore
  const counted = (of: Run) =>
    byLabel(labelsOf(of), of.tier.labels, revenue)
      .filter(({ names }) => names.length > 0)
      .map(({ label, names, sum }) => [label, names.length, number(sum, 1), percent(sum / total)]);
  const total = [...revenue.values()].reduce((sum, each) => sum + each, 0);
  const header = ["Tier", "Accounts", "Revenue (million USD)", "Share"];
  const ranked = [...revenue.keys()]
    .map((name, row) => ({ name, row, score: run.score?.[row] ?? NaN }))
    .sort((a, b) => b.score - a.score);
  const best = ranked[0]?.name ?? "";
  const parts = partsOf(best);
  const { up } = distancesOf(run);
  const near = ranked.filter(({ row }) => run.tier.codes[row] === 1 && (up.values[row] ?? NaN) <= 0.05);
  const tight = tiering(cells(true), abmScore(5), { asOf: AS_OF });
  const refused = ranked.flatMap(({ name, row }) => {
    const explained = explain(tight, row + 1);
    const step = explained.kind === "account" ? explained.steps.find(({ stage }) => stage === "capacity") : undefined;
    return step?.stage === "capacity" && step.kind === "refused"
      ? [`${name} (rank ${step.refusals[0]?.rank} of ${step.refusals[0]?.seats} seats)`]
      : [];
  });
  const mqa = run.flags.find(({ id }) => id === "mqa")?.mask.reduce((sum, each) => sum + each, 0) ?? 0;
  const misspelt = [...labelsOf(asTyped).values()].filter((label) => label === "Not ICP").length;
  return page(
    "# ABM tiers: 85 accounts of a hardware seller",
    "The preset `abm-score` on the accounts of the Maven Analytics CRM set: sector, revenue, employees, and the number of deals ever opened as the engagement. " +
      "There is no revenue of the year before, so that growth takes no part and the other weights share its 15 of 100. The numbers are written by `test/studies`, from the real table.",
    "## As typed",
    table(header, counted(asTyped)),
    `${misspelt} accounts are not among the ideal customers because their sector is typed "technolgy". A gate says who is turned away and why, so this is the first thing that an analyst sees.`,
    "## With the sector spelt right",
    table(header, counted(run)),
    `The revenue of all tiers is ${number(total, 2)}, as the column adds up. Tier 2 is meant for 100 to 500 accounts and has fewer: the data check says so. ${mqa} accounts are among the most engaged fifth (MQA).`,
    "## The highest score, by hand",
    `${best}: fit ${parts.fit}, size ${parts.size}, revenue ${number(parts.revenue, 2)} (the part of the other 84 accounts that has less), engagement ${number(parts.engagement, 2)}.`,
    `(25 x ${parts.fit} + 20 x ${parts.size} + 20 x ${number(parts.revenue, 2)} + 20 x ${number(parts.engagement, 2)}) / 85 = ${number(scoreOf(best), 4)}`,
    table(
      ["Rank", "Account", "Score", "Tier"],
      ranked.slice(0, 10).map(({ name, row, score }, i) => [i + 1, name, number(score, 4), run.tier.labels[run.tier.codes[row] ?? -1] ?? ""]), // prettier-ignore
    ),
    "## Near the line, and over the seats",
    near.length === 0
      ? "No account of Tier 2 is within 5 % of Tier 1."
      : `Within 5 % of Tier 1: ${near.map(({ name, score }) => `${name} (${number(score, 2)})`).join(", ")}.`,
    `With 5 seats in Tier 1 instead of 20, ${refused.length === 0 ? "nobody is without a seat" : `these go to Tier 2: ${refused.join(", ")}`}.`,
  );
}
