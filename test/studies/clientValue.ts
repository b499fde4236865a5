import {
  BUILT_IN,
  explain,
  freeze,
  reviewOf,
  serialOfIso,
  type CellValue,
  type Preset,
  type Review,
  type Run,
} from "../../engine/index";
import { byLabel, labelsOf, number, page, percent, rowsOf, table, tiering, type Row } from "./tables";

const DAYS = ["2024-07-31", "2024-10-31", "2025-01-31"] as const;

function preset(): Preset {
  const found = BUILT_IN.get("client-value");
  if (!found) throw new Error("client-value is gone");
  return found;
}

/** Clients and their paid invoices of the twelve months up to a day, line by line; the engine joins them. */
function cells(day: string): CellValue[][] {
  const clients = rowsOf("nova_saas/raw_accounts.csv").filter(({ signup_date = "" }) => signup_date <= day);
  const names = new Map(clients.map(({ account_id = "", company_name = "" }) => [account_id, `${company_name} (${account_id})`])); // prettier-ignore
  const monthly = new Map<string, number>();
  const isRunning = ({ start_date = "", end_date = "" }: Row) =>
    start_date <= day && (end_date === "" || end_date > day);
  for (const each of rowsOf("nova_saas/raw_subscriptions.csv").filter(isRunning)) {
    monthly.set(each.account_id ?? "", (monthly.get(each.account_id ?? "") ?? 0) + Number(each.mrr_amount));
  }
  const from = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  const invoices = rowsOf("nova_saas/raw_invoices.csv").filter(
    ({ invoice_date = "", status, account_id = "" }) =>
      status === "paid" && invoice_date > from && invoice_date <= day && names.has(account_id),
  );
  return [
    ["Client", "Income", "Client since", "Expected revenue"],
    ...clients.map(({ account_id = "", signup_date = "" }): CellValue[] => [
      names.get(account_id) ?? "",
      "",
      serialOfIso(signup_date),
      12 * (monthly.get(account_id) ?? 0),
    ]),
    ...invoices.map(({ account_id = "", amount = "" }): CellValue[] => [names.get(account_id) ?? "", Number(amount), "", ""]), // prettier-ignore
  ];
}

interface Moves {
  readonly up: number;
  readonly down: number;
  readonly entered: number;
}

function movesBetween(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  order: readonly string[],
): Moves {
  const moves = { up: 0, down: 0, entered: 0 };
  for (const [name, label] of after) {
    const was = before.get(name);
    if (was === undefined) moves.entered++;
    else if (order.indexOf(label) < order.indexOf(was)) moves.up++;
    else if (order.indexOf(label) > order.indexOf(was)) moves.down++;
  }
  return moves;
}

/** Three quarterly reviews; each run knows the reviews before it. */
function reviews(rules: Preset): { runs: Run[]; history: Review[] } {
  const runs: Run[] = [];
  const history: Review[] = [];
  for (const day of DAYS) {
    const run = tiering(cells(day), rules, { asOf: day, history });
    runs.push(run);
    history.push(reviewOf(run));
  }
  return { runs, history };
}

/** Client value in four tiers, over three reviews. */
export async function clientValue(): Promise<string> {
  const first = tiering(cells(DAYS[0]), preset(), { asOf: DAYS[0] });
  const frozen = freeze(first);
  if (!frozen.ok) throw new Error(JSON.stringify(frozen.issues));
  const held = reviews(frozen.preset);
  const unsteady = reviews({ ...frozen.preset, steadiness: null });
  const floating = reviews({ ...preset(), steadiness: null });
  const order = preset().tiers.rungs.map(({ label }) => label);
  const values = new Map<string, number>();
  first.accounts.table.accounts.keys.forEach((_, account) => {
    values.set(first.accounts.table.accounts.nameAt(account), first.facts.number("value")[account] ?? 0);
  });
  const total = [...values.values()].reduce((sum, each) => sum + each, 0);
  const cuts = order.slice(0, -1).map((label) => {
    const members = [...labelsOf(first)].filter(([, each]) => each === label).map(([name]) => values.get(name) ?? NaN);
    return [label, members.length, number(Math.min(...members), 2)];
  });
  const moved = ({ runs }: { runs: Run[] }) =>
    runs.slice(1).map((run, i) => movesBetween(labelsOf(runs[i] ?? run), labelsOf(run), order));
  const sum = (moves: Moves[]) => moves.reduce((all, { up, down }) => all + up + down, 0);
  const latest = held.runs.at(-1) ?? first;
  const previous = labelsOf(held.runs.at(-2) ?? first);
  const matrix = order.map((from) => {
    const to = order.map((label) => [...labelsOf(latest)].filter(([name, each]) => each === label && previous.get(name) === from).length); // prettier-ignore
    return [from, ...to];
  });
  const holds = latest.accounts.table.accounts.keys.flatMap((_, account) => {
    const row = latest.accounts.firstRowOf(account) + latest.firstRow;
    const explained = explain(latest, row);
    const step = explained.kind === "account" ? explained.steps.find(({ stage }) => stage === "steadiness") : undefined;
    return step?.stage === "steadiness" && explained.kind === "account"
      ? [
          [
            explained.account,
            number(explained.value ?? NaN, 2),
            step.previous.toUpperCase().replace("T", "Tier "),
            step.kind,
            `${step.failures} of ${step.reviews}`,
          ],
        ]
      : [];
  });
  const kinds = (kind: string) => holds.filter((each) => each[3] === kind);
  return page(
    "# Client value: three reviews of a software company",
    "The preset `client-value` on the clients and paid invoices of a made-up software company (Nova). Each invoice is a row; rows of one client are joined. " +
      "A client of less than 12 months counts by what its subscriptions bring in a year, the others by what they paid in the last 12 months. " +
      "The numbers are written by `test/studies`, from the real tables.",
    `## First review, ${DAYS[0]}`,
    table(
      ["Tier", "Clients", "Value (USD a year)", "Share"],
      byLabel(labelsOf(first), order, values).map(({ label, names, sum: own }) => [label, names.length, number(own, 2), percent(own / total)]), // prettier-ignore
    ),
    "The cuts are shares of what established clients bring (50, 80 and 95 %). From here on they are held as the amounts that they came to, so that nobody moves because others did:",
    table(["Tier", "Clients", "From (USD a year)"], cuts),
    "## Two more reviews",
    table(
      ["Rules", ...DAYS.slice(1).map((day) => `${day}: up / down / new`), "Moves in all"],
      [
        ["Shares, worked out anew each time", floating],
        ["Amounts held", unsteady],
        ["Amounts held, band of 10 % and two reviews", held],
      ].map(([name, result]) => {
        const moves = moved(result as typeof held);
        return [name as string, ...moves.map(({ up, down, entered }) => `${up} / ${down} / ${entered}`), sum(moves)];
      }),
    ),
    `## ${DAYS[2]} against ${DAYS[1]}`,
    table(["From \\ to", ...order], matrix),
    `${kinds("in-band").length} clients keep their tier within the band of 10 %, ${kinds("failing").length} have failed it once and are held, ${kinds("ended").length} have failed twice and go down.`,
    table(
      ["Client", "Value", "Tier before", "Held", "Failed"],
      holds.slice(0, 8).map((each) => each.map(String)),
    ),
  );
}
