import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { STEPS } from "../../addin/playground/cli/stopwatch";
import type { JsonReport } from "../../addin/playground/cli/report";
import { folder, json, ran, SAMPLE, spawned } from "./running";

const here = folder();

test("a process of its own prints JSON and nothing else, and writes one file", async () => {
  const out = here.file("out.xlsx");
  const done = spawned(SAMPLE, "--as-of", "2026-01-31", "--out", out, "--json");
  expect(done).toMatchObject({ code: 0, err: "" });
  const { timings, written, ...report } = JSON.parse(done.out) as JsonReport;
  expect(Object.keys(timings)).toEqual(STEPS);
  expect(Object.values(timings).every((each) => Number.isInteger(each) && each >= 0)).toBe(true);
  expect(written).toEqual({
    file: out,
    cells: 1_000,
    columns: ["Y", "Z"],
    changes: { up: 0, down: 0, same: 0, new: 500 },
  });
  expect(readdirSync(here.path)).toEqual(["out.xlsx"]);

  const shown = await json(SAMPLE, "--as-of", "2026-01-31");
  expect(Object.keys(shown)).toEqual(
    ["source", "preset", "asOf", "accounts", "rows", "segments", "tiers", "outside", "issues", "sheetRows", "written", "sheets", "timings"], // prettier-ignore
  );
  expect(shown).toMatchObject({ ...report, written: null });
  expect(Object.keys(shown.timings)).toEqual(["open", "connect", "preview"]);
});

test("people read the same numbers", async () => {
  const { code, out, err } = await ran(SAMPLE, "--as-of", "2026-01-31");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatchInlineSnapshot(`
    "accounts-2026-q1.xlsx: 500 accounts, table Accounts on Accounts A1:X501
    Revenue share 30/50/20, as of 2026-01-31
    Account: Account   Revenue: Revenue   Expected revenue: Expected revenue   First purchase: First purchase   Last purchase: Last purchase   Owner: Owner

    Segment     Accounts      Value  Share
    Key               19  3,643,450    30%
    Enterprise       121  6,081,900  50.1%
    Commercial       285  2,414,550  19.9%
    Prospect          40  2,225,970      –
    New Start         35  2,688,910      –

    Tier        Accounts      Value  Share
    Tier 1            28  6,718,520  39.4%
    Tier 2           151  7,553,130  44.3%
    Tier 3           321  2,783,130  16.3%

    - 2 numbers in Revenue are stored as text; read as numbers. (rows 41 and 227)

    Changes: 0 up · 0 down · 500 new · 0 same
    Nothing was written; --out OUT.xlsx writes."
  `);
});

test("what the new file does not keep is said beside the JSON, not in it", async () => {
  const file = here.file("latin.csv", Buffer.from("Account,Revenue\nCaf\u00e9,1\nB,2\n", "latin1"));
  const { code, out, err } = await ran(file, "--json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ accounts: 2 });
  expect(err).toBe("The file is not UTF-8; it was read as Windows-1252, as Excel does.");
  expect((await ran(file)).out.split("\n")[0]).toBe(err);
});

test("a file with a name that no sheet can have becomes a workbook all the same", async () => {
  const name = "Accounts [draft] of the second quarter: a, b & c.csv";
  const report = await json(here.file(name, "Account,Revenue\nA,1\nB,2\n"), "--out", here.file("named.xlsx"));
  expect(report.source).toMatchObject({ file: name, sheet: "Accounts draft of the second qu" });
});

test("rows without an account are no accounts", async () => {
  const file = here.file("gap.csv", "Account,Revenue\nA,1\n,2\nB,2\n");
  expect(await json(file)).toMatchObject({ accounts: 2, rows: 3 });
  expect((await ran(file)).out).toContain("gap.csv: 2 accounts, gap A1:B4");
});
