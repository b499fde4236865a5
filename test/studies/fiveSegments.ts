import { BUILT_IN, concentrationOf, type CellValue, type Preset, type Run } from "../../engine/index";
import { number, page, percent, rowsOf, table, tiering } from "./tables";

const AS_OF = "2026-01-31";
/** The row whose turnover is in euros where the others are in thousands. */
const MISTAKEN = "14";

export function revenueShare(): Preset {
  const preset = BUILT_IN.get("revenue-share");
  if (!preset) throw new Error("revenue-share is gone");
  return preset;
}

/** Account and turnover of the supermarkets, in thousands of euros; `correct` reads the mistaken one as euros. */
export function supermarkets(correct: boolean): CellValue[][] {
  const rows = rowsOf("retailers_nl/retailers.csv").map(({ rownames = "", turnover = "" }): CellValue[] => {
    const thousands = turnover === "" ? "" : Number(turnover);
    const isMistaken = correct && rownames === MISTAKEN;
    return [`Supermarket ${rownames}`, isMistaken ? Number(turnover) / 1000 : thousands];
  });
  return [["Account", "Turnover"], ...rows];
}

const tierRows = (run: Run) =>
  run.stats.segments.map(({ label, count, sum, share }) => [label, count, number(sum, 0), percent(share)]);

/** The five segments on the turnover of 60 supermarkets. */
export async function fiveSegments(): Promise<string> {
  const [asReported, corrected] = [false, true].map((correct) =>
    tiering(supermarkets(correct), revenueShare(), { asOf: AS_OF }),
  ) as [Run, Run];
  const header = ["Segment", "Supermarkets", "Turnover (thousand EUR)", "Share"];
  const top = (run: Run) => percent(concentrationOf(run).cr1);
  const names = (run: Run, label: string) =>
    supermarkets(false)
      .slice(1)
      .map(([name]) => String(name))
      .filter((_, row) => run.segment?.labels[run.segment.codes[row] ?? -1] === label);
  const key = names(corrected, "Key");
  const gini = (run: Run) => number(concentrationOf(run).gini ?? NaN, 2);
  return page(
    "# Five segments: 60 supermarkets",
    "The preset `revenue-share` on the turnover of 60 Dutch supermarkets (the table `retailers` of the R package `validate`). " +
      "The numbers are written by `test/studies`, from the real table.",
    "## As reported",
    table(header, tierRows(asReported)),
    `One supermarket reports ${number(931_397)} where the others report thousands: it holds ${top(asReported)} of the total. It crosses both cuts, ` +
      "so Key is that one and Enterprise is empty; the add-in says so (a share far over its target, an empty class, an account that spans two cuts). " +
      `${names(asReported, "Commercial").length} are Commercial, the 4 without a turnover among them: they have no share, and are named.`,
    "## Corrected",
    `Number ${MISTAKEN} is read as euros: ${number(931.397, 1)} thousand.`,
    table(header, tierRows(corrected)),
    `Key: ${key.map((name) => name.replace("Supermarket", "number")).join(", ")}; the last one crosses the line of 30 %, and who crosses it is in. ` +
      `The largest has ${top(corrected)}; the Gini coefficient falls from ${gini(asReported)} to ${gini(corrected)}.`,
    "## What to check by hand",
    "Sort by turnover, add up from the top: an account is Key while the sum before it is under 30 % of the total of positive turnovers, " +
      "Enterprise while it is under 80 %. Nobody is a New Start or a Prospect, since no column holds a first purchase: the data check says that all count as established.",
  );
}
