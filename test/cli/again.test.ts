import { describe, expect, test } from "vitest";
import type { SheetSnapshot, WorkbookSnapshot } from "../../addin/playground/host/snapshot";
import {
  column,
  counted,
  countsOf,
  edited,
  firstSheet,
  folder,
  json,
  PRESETS,
  ran,
  SAMPLE,
  SAMPLE_Q2,
  snapshotOf,
} from "./running";

const here = folder();
const csv = here.file(
  "plain.csv",
  [
    "Customer,Revenue,First purchase",
    ...Array.from({ length: 40 }, (_, i) => `C${i + 1},${(i + 1) * 100},2020-01-15`),
    "New one,50,2025-12-01",
    "Nobody yet,,",
  ].join("\n"),
);

/** A workbook without what a run may change: our columns, their rules, our settings. */
function theRest(workbook: WorkbookSnapshot, width: number): unknown {
  const sheets = workbook.sheets.map((sheet, at) => (at === 0 ? narrowed(sheet, width) : sheet));
  const settings = Object.entries(workbook.settings).filter(([key]) => !key.startsWith("tiering."));
  const names = workbook.names.filter(({ name }) => !name.startsWith("_tiering_"));
  return { ...workbook, sheets, settings, names };
}

function narrowed(sheet: SheetSnapshot, width: number): SheetSnapshot {
  return {
    ...sheet,
    values: sheet.values.map((row) => trimmed(row.slice(0, width))),
    columnWidths: Object.fromEntries(Object.entries(sheet.columnWidths).filter(([column]) => Number(column) < width)),
    tables: sheet.tables.map((table) => ({
      ...table,
      columns: Math.min(table.columns, width),
      columnNames: table.columnNames.slice(0, width),
    })),
    conditionalFormats: sheet.conditionalFormats.filter(({ areas }) => areas.some((area) => area.column < width)),
  };
}

function trimmed<T>(row: T[]): T[] {
  return row.slice(0, row.findLastIndex((cell) => cell !== "") + 1);
}

describe.each([
  { name: "a table", input: SAMPLE, header: "Revenue", width: 24 },
  { name: "the next quarter's table", input: SAMPLE_Q2, header: "Revenue", width: 24 },
  { name: "a plain range from a .csv", input: csv, header: "Revenue", width: 3 },
])("$name", ({ name, input, header, width }) => {
  const slug = name.replaceAll(/\W+/g, "-");
  const files = [1, 2, 3, 4].map((n) => here.file(`${slug}-${n}.xlsx`)) as [string, string, string, string];
  const asOf = ["--as-of", "2026-01-31"];

  test("holds the tiers, and everything else as it was", async () => {
    const report = await json(input, ...asOf, "--out", files[0]);
    const [before, after] = [await snapshotOf(input), await snapshotOf(files[0])];
    expect(counted(column(firstSheet(after), "Segment"))).toEqual(countsOf(report.segments));
    expect(counted(column(firstSheet(after), "Tier"))).toEqual(countsOf(report.tiers));
    expect(theRest(after, width)).toEqual(theRest(before, width));
    expect(firstSheet(after).columnWidths).toMatchObject({ [width]: 82 }); // pixels, for "Commercial"
    expect(report.written).toMatchObject({ file: files[0], cells: 2 * report.rows });
    expect(Object.keys(after.settings).sort()).toEqual([
      "tiering.journal",
      expect.stringMatching(/^tiering\.source\.[0-9a-f]{12}$/),
    ]);
  });

  test("stays the same when it is tiered again", async () => {
    const report = await json(files[0], ...asOf, "--out", files[1]);
    expect(report.written).toMatchObject({ cells: 0, changes: { up: 0, down: 0, new: 0, same: report.accounts } });
    const [first, second] = [await snapshotOf(files[0]), await snapshotOf(files[1])];
    // The notes of the last run are of another run; all else is the same to the last id.
    expect({ ...second, settings: sources(second) }).toEqual({ ...first, settings: sources(first) });
  });

  test("changes only the tiers of what was edited, with the columns and rules it had", async () => {
    const smallest = await rowOfTier(files[1], "Tier 3");
    const enlarge = ({ values }: SheetSnapshot) => {
      const row = values[smallest];
      if (row) row[values[0]?.indexOf(header) ?? -1] = 1e9;
    };
    await edited(files[1], files[2], enlarge);
    const report = await json(files[2], ...asOf, "--out", files[3]);
    const [before, after] = [await snapshotOf(files[2]), await snapshotOf(files[3])];
    expect(theRest(after, width)).toEqual(theRest(before, width));
    expect(firstSheet(after).values[0]).toEqual(firstSheet(before).values[0]);
    expect(firstSheet(after).conditionalFormats).toEqual(firstSheet(before).conditionalFormats);
    expect(firstSheet(after).conditionalFormats).toHaveLength(5 + 3); // one for each segment and tier

    // Nothing is left of the earlier run: the same edit in the untouched input gives the same tiers.
    const [fresh, tiered] = [here.file(`${slug}-edited.xlsx`), here.file(`${slug}-afresh.xlsx`)];
    await edited(input, fresh, enlarge);
    await json(fresh, ...asOf, "--out", tiered);
    const [was, is] = [column(firstSheet(before), "Tier"), column(firstSheet(after), "Tier")];
    expect(is[smallest - 1]).toBe("Tier 1");
    expect(is).toEqual(column(firstSheet(await snapshotOf(tiered)), "Tier"));
    expect(counted(is)).toEqual(countsOf(report.tiers));
    const changed = is.filter((tier, i) => tier !== was[i]).length;
    expect(report.written?.changes).toMatchObject({ new: 0, same: report.accounts - changed });
    // The one account now has nearly all of the value: everybody else can only have gone down.
    expect(report.written?.changes.up).toBe(1);
  });

  function sources({ settings }: WorkbookSnapshot) {
    return Object.entries(settings).filter(([key]) => key.startsWith("tiering.source."));
  }
});

/** The first row, from 0, that stands in a tier. */
async function rowOfTier(file: string, tier: string): Promise<number> {
  return column(firstSheet(await snapshotOf(file)), "Tier").indexOf(tier) + 1;
}

describe("accounts that do not begin in A1", () => {
  const input = here.file("report.csv", "Report,,\n,,\n,Account,Revenue\n,A,10\n,B,1\n");
  const [first, second] = [here.file("report-1.xlsx"), here.file("report-2.xlsx")];

  test("are found by --range, and without it the next time", async () => {
    const report = await json(input, "--range", "B3:C5", "--out", first);
    expect(report.source).toMatchObject({ address: "B3:C5", table: null });
    expect(report.written?.columns).toEqual(["D", "E"]);
    const again = await json(first, "--out", second);
    expect(again.source.address).toBe(report.source.address);
    expect(again.written).toMatchObject({ cells: 0, columns: ["D", "E"] });
  });
});

describe("a preset from a file", () => {
  const [first, second] = [here.file("floors-1.xlsx"), here.file("floors-2.xlsx")];

  test("is saved in the workbook and used again without being named", async () => {
    const report = await json(SAMPLE, "--preset", `${PRESETS}/revenue-floors.json`, "--out", first);
    expect(report.preset).toEqual({ id: "revenue-floors", version: 1, name: "Revenue floors" });
    expect(report.segments).toEqual([]);
    expect((await snapshotOf(first)).settings).toHaveProperty(["tiering.preset.revenue-floors"]);

    const again = await json(first, "--out", second);
    expect(again.preset).toEqual(report.preset);
    expect(again.tiers).toEqual(report.tiers);
    expect(again.written?.cells).toBe(0);
  });

  test("is known by its id afterwards", async () => {
    expect((await json(first, "--preset", "revenue-floors")).preset.name).toBe("Revenue floors");
    expect((await ran(SAMPLE, "--preset", "revenue-floors")).err).toContain("there is no such preset");
  });

  test("gives way to another preset, whose columns stand beside it", async () => {
    const report = await json(first, "--preset", "revenue-share", "--out", second);
    expect(report.written?.columns).toEqual(["Z", "Y"]); // the tier stays where it was
    const sheet = firstSheet(await snapshotOf(second));
    expect(sheet.values[0]?.slice(24)).toEqual(["Tier", "Segment"]);
    expect(counted(column(sheet, "Tier"))).toEqual(countsOf(report.tiers));
    expect(sheet.conditionalFormats).toHaveLength(5 + 3); // those of the old labels are gone
  });
});

test("a mapping is kept with what was tiered, and given up field by field", async () => {
  const out = here.file("mapped.xlsx");
  const mapping = ["--map", "income=Revenue,Services", "--map", "expected="];
  const first = await json(SAMPLE, ...mapping, "--out", out);
  expect((await json(out)).tiers).toEqual(first.tiers);
  expect((await json(out, "--map", "income=Revenue")).tiers).not.toEqual(first.tiers);
  const twice = await json(SAMPLE, "--map", "income=Revenue", "--map", "income=Services", "--map", "expected=");
  expect(twice.tiers).toEqual(first.tiers);
});
