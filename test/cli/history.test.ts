import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BUILT_IN, presetDocument } from "../../engine/index";
import { sheetOf } from "../../addin/playground/host/simpleSnapshot";
import type { CellValue, SheetSnapshot } from "../../addin/playground/host/snapshot";
import { tableOver } from "../addin/excel/workbooks";
import { column, counted, edited, firstSheet, folder, json, ran, SAMPLE, SAMPLE_Q2, snapshotOf } from "./running";

const here = folder();
const [first, pasted, second, typed, third] = ["q1", "pasted", "q2", "typed", "q3"].map((name) =>
  here.file(`${name}.xlsx`),
) as [string, string, string, string, string];
const isHere = spawnSync("soffice", ["--version"]).status === 0;

const preset = BUILT_IN.get("revenue-share");
if (!preset) throw new Error("revenue-share is gone");
const columns = ["segment", "tier", "movement", "previous"];
const quarterly = here.file("quarterly.json", JSON.stringify({ ...presetDocument(preset), id: "quarterly", columns }));

test("the first review is recorded, every account in it", async () => {
  const report = await json(SAMPLE, "--preset", quarterly, "--as-of", "2026-01-31", "--out", first, "--record");
  expect(report.sheets.review).toMatchObject({ day: "2026-01-31", accounts: 500 });
  const { sheets } = await snapshotOf(first);
  expect(sheets.map(({ name }) => name)).toEqual(["Accounts", "Tier History"]);
  expect(new Set(column(firstSheet(await snapshotOf(first)), "Movement"))).toEqual(new Set(["New"]));
});

test("the next quarter, pasted over it, goes by that review: who moved, who is held", async () => {
  const next = firstSheet(await snapshotOf(SAMPLE_Q2));
  await edited(first, pasted, (sheet) => paste(sheet, next.values));
  const asOf = ["--as-of", "2026-04-30"];
  const said = (await ran(pasted, ...asOf, "--out", second, "--record")).out;
  expect(said).toMatch(/Recorded the review of Apr 30, 2026 in Tier History: \d+ new or changed accounts, /);

  const sheet = firstSheet(await snapshotOf(second));
  const [tiers, previous, moves] = ["Tier", "Previous tier", "Movement"].map((header) => column(sheet, header));
  const before = column(firstSheet(await snapshotOf(first)), "Tier");
  expect(previous?.slice(0, 500)).toEqual(before);
  expect(moves?.slice(0, 500)).toEqual(before.map((tier, i) => moveOf(String(tier), String(tiers?.[i]))));
  expect(counted(moves ?? [])).toMatchObject({ "▲ Up": 10, "▼ Down": 5, New: 6 });

  // Without the review an account that a band now holds would have gone down.
  const afresh = await json(SAMPLE_Q2, "--preset", quarterly, ...asOf);
  const tierOf = counted(tiers ?? []);
  expect(afresh.tiers.map(({ label, count }) => (tierOf[label] ?? 0) - count)).not.toEqual([0, 0, 0]);
});

test("overrides that somebody typed are obeyed; a row that cannot be understood is named with its address", async () => {
  const { values } = firstSheet(await snapshotOf(second));
  const [pinned, wrong] = [values[5]?.[0] ?? "", values[6]?.[0] ?? ""];
  const rows: CellValue[][] = [
    ["Tier", "Account", "Kind", "Reason", "By", "Until", "Preset"], // in an order of their own
    ["tier 2", pinned, "Pin to tier", "as agreed", "Ann"],
    ["Tier 1", wrong, "Sticky"],
  ];
  await edited(second, typed, (_, { sheets }) =>
    sheets.push(sheetOf("Tier Overrides", rows, { tables: [tableOver(rows, { id: "{T9}", name: "TierOverrides" })] })),
  );
  const args = [typed, "--as-of", "2026-07-31", "--out", third, "--record"];
  const report = await json(...args);
  const problem =
    'Kind in C3 of Tier Overrides says "Sticky" and should hold Pin to tier, At least, At most, or Leave out; the row is left out.';
  expect(report.sheetRows).toEqual([{ sheet: "Tier Overrides", address: "C3", problem }]);
  expect((await ran(...args)).out).toContain(`- ${problem}`);
  const after = await snapshotOf(third);
  expect(column(firstSheet(after), "Tier")[4]).toBe("Tier 2");
  expect(after.sheets.find(({ name }) => name === "Tier Overrides")?.values).toEqual(rows);
});

test.skipIf(!isHere)(
  "LibreOffice opens them, history and overrides with them (skipped without soffice)",
  async () => {
    const profile = `-env:UserInstallation=file://${here.path}/profile`;
    const csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
    execFileSync("soffice", [profile, "--headless", "--convert-to", csv, "--outdir", here.path, third], {
      stdio: "ignore",
    });
    const { sheets } = await snapshotOf(third);
    for (const { name, values } of sheets) {
      const lines = readFileSync(join(here.path, `q3-${name}.csv`), "utf8")
        .trimEnd()
        .split("\n");
      expect(lines[0]?.split(",").slice(0, 3)).toEqual(values[0]?.slice(0, 3));
      expect(lines.length).toBeGreaterThanOrEqual(values.length);
    }
  },
  60_000,
);

/** Cells over those that are there, as with Ctrl+V: the table grows by the rows below. */
function paste(sheet: SheetSnapshot, cells: readonly CellValue[][]): void {
  const width = cells[0]?.length ?? 0;
  cells.forEach((row, at) => {
    const across = Array.from({ length: width }, (_, i) => row[i] ?? "");
    sheet.values[at] = [...across, ...(sheet.values[at]?.slice(width) ?? [])];
  });
  sheet.tables = sheet.tables.map((table) => ({ ...table, rows: cells.length }));
}

function moveOf(before: string, now: string): string {
  return before === now ? "Same" : before > now ? "▲ Up" : "▼ Down";
}
