import { expect, test } from "vitest";
import { movers, segmentsOnly } from "../../../addin/excel/movers";
import { dayOf } from "../../../addin/excel/record";
import { standingOf } from "../../../addin/excel/standing";
import { parsePreset, presetDocument, type Preset } from "../../../engine/index";
import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";
import {
  accounts,
  applied,
  beside,
  CELLS,
  DAY,
  KINDS,
  must,
  opened,
  PRESET,
  previewed,
  sheet,
  tableOver,
} from "./workbooks";

test.each(KINDS)("a %s is found again by its source, wherever somebody has clicked", async (kind) => {
  const book = opened(accounts(kind));
  const { source } = await previewed(book);
  book.user.addSheet("Other");
  book.user.activateSheet("Other");
  book.user.type("Accounts!A12", "Kilo");
  const found = must(await book.tiering.find({ by: "source", source }));
  expect(found).toMatchObject({ source: { ...source, rows: 11 }, record: null });
});

test("a cell of a source is selected on its sheet, in front", async () => {
  const book = opened(accounts("range"));
  const { source } = await previewed(book);
  book.user.addSheet("Other");
  book.user.activateSheet("Other");
  must(await book.tiering.select(source, 3, 1));
  const { sheet: id, areas } = book.workbook.selection();
  expect(areas).toEqual([{ row: 4, column: 1, rows: 1, columns: 1 }]);
  expect(book.workbook.sheets().find((each) => each.id === id)?.name).toBe("Accounts");
  expect(book.workbook.activeSheet()).toBe(id);
});

const SAMPLE = {
  name: "Sample accounts",
  columns: [{ name: "Account" }, { name: "Revenue", format: "#,##0" }, { name: "Since", format: "yyyy-mm-dd" }],
  rows: [
    ["Acme", 300, 44_000],
    ["=1+1", "1-2", ""],
  ],
};

test("a sheet of accounts is added as a table under a free name, in front; text stays text", async () => {
  const values = [["Account"], ["x"]];
  const taken = sheetOf("SAMPLE ACCOUNTS", values, { tables: [tableOver(values, { name: "sampleaccounts" })] });
  const book = opened(workbookOf([taken]));
  const before = sheet(book);
  must(await book.tiering.addSheet(SAMPLE));
  const { sheets, activeSheet } = book.workbook.snapshot();
  expect(sheets[0]).toEqual(before);
  expect(activeSheet).toBe("Sample accounts 2");
  expect(sheets[1]?.values).toEqual([
    ["Account", "Revenue", "Since"],
    ["Acme", 300, 44_000],
    ["=1+1", "1-2"],
  ]);
  expect(sheets[1]?.formulas).toEqual([]);
  expect(sheets[1]?.tables.map(({ name, rows, columns }) => [name, rows, columns])).toEqual([
    ["SampleAccounts2", 3, 3],
  ]);
  expect(must(await book.tiering.find({ by: "selection" })).source.rows).toBe(2);
});

test("a name of the workbook is not taken for the table, and a sheet that cannot be filled is removed again", async () => {
  const names = [{ name: "SampleAccounts", formula: "=Accounts!$A$1", isVisible: true, comment: "" }];
  const book = opened(workbookOf([sheetOf("Accounts", CELLS)], { names }));
  const before = book.workbook.snapshot();
  book.host.faults.inject({ request: 2, action: 5, when: "before", code: "GeneralException" });
  const failed = await book.tiering.addSheet(SAMPLE);
  expect(failed).toMatchObject({ ok: false, problem: { code: "GeneralException", written: "restored" } });
  expect(book.workbook.snapshot().sheets).toEqual(before.sheets);
  book.host.faults.clear();
  must(await book.tiering.addSheet(SAMPLE));
  expect(book.workbook.snapshot().sheets[1]?.tables[0]?.name).toBe("SampleAccounts2");
});

test("the history tells of a run that can be undone and of one that was broken off", async () => {
  const book = opened(accounts("range"));
  expect(must(await book.tiering.history())).toEqual({ canUndo: false, isUnfinished: false });
  await applied(book);
  expect(must(await book.tiering.history())).toEqual({ canUndo: true, isUnfinished: false });
  book.workbook.putSetting("tiering.pending", "{}");
  expect(must(await book.tiering.history())).toEqual({ canUndo: true, isUnfinished: true });
});

test.each(KINDS)("how the tiers of a %s stand to a preview, step by step", async (kind) => {
  const book = opened(accounts(kind));
  const standing = async (asOf = DAY, preset = PRESET) => {
    const preview = must(await book.tiering.preview({ where: { by: "selection" }, preset, asOf }));
    return standingOf(preview);
  };
  expect(await standing()).toEqual({ kind: "untiered" });
  await applied(book);
  expect(await standing()).toEqual({ kind: "current" });
  expect(await standing("2026-02-01")).toEqual({ kind: "stale", reasons: ["day"] });
  expect(await standing(DAY, { ...PRESET, tiers: { ...PRESET.tiers, tieBreak: ["value"] } })).toEqual({
    kind: "unapproved",
  });
  book.user.type("Accounts!D4", "Tier 1");
  expect(await standing()).toEqual({ kind: "stale", reasons: ["tiers"] });
  book.user.type("Accounts!B4", 151);
  expect(await standing()).toEqual({ kind: "stale", reasons: ["cells"] });
});

test("another day makes tiers stale that go by the days since a date, and no others", async () => {
  const start = workbookOf([sheetOf("Accounts", [["Account", "Last order"], ["Acme", 46_000], ["Bolt", 45_000]])]); // prettier-ignore
  const presetOf = (measures: object[], measure: string) => {
    const fields = {
      account: { type: "text", headers: ["Account"], required: true },
      last: { type: "date", headers: ["Last order"] },
    };
    const rungs = [{ id: "t1", label: "A", when: { measure, "<=": 46_000 } }, { id: "t2", label: "B" }]; // prettier-ignore
    const parsed = parsePreset({ format: 1, id: "own", name: "Own", fields, measures, tiers: { rungs } });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    return parsed.preset;
  };
  const reasons = async (preset: Preset) => {
    const book = opened(start);
    must(await book.tiering.presets.save(preset));
    const { record } = await applied(book, preset);
    return must(await book.tiering.stale(record.id, "2026-02-01")).reasons;
  };
  expect(await reasons(presetOf([{ id: "since", type: "daysSince", of: "last" }], "since"))).toEqual(["day"]);
  expect(await reasons(presetOf([], "last"))).toEqual([]);
});

const TWO_INCOMES = workbookOf([
  sheetOf("Accounts", [
    ["Account", "Revenue", "Services", "Expected revenue", "Customer since"],
    ["Acme", 300, 20, 10, "2019-04-01"],
    ["Bolt", 200, 0, "", "2019-04-01"],
    ["Cyan", 100, 150, 5, "2019-04-01"],
  ]),
]);

test("columns that were chosen by hand are approved with the run: it can be refreshed, and is up to date", async () => {
  const book = opened(TWO_INCOMES);
  const mapping = new Map([["income", ["Revenue", "Services"]]]);
  const request = { where: { by: "selection" }, preset: PRESET, asOf: DAY, mapping } as const;
  const { record } = must(await book.tiering.apply(must(await book.tiering.preview(request))));
  const whole = { ...request, mapping: new Map(record.mapping) };
  expect(standingOf(must(await book.tiering.preview(whole)))).toEqual({ kind: "current" });
  book.user.type("Accounts!C3", 900);
  const { cells } = must(await book.tiering.refresh(record.id, DAY));
  expect(cells).toBeGreaterThan(0);
  expect(must(await book.tiering.presets.save(PRESET)).fields).toEqual(PRESET.fields);
  expect(standingOf(must(await book.tiering.preview(whole)))).toEqual({ kind: "current" });
});

test("a day that was chosen is approved like a column, and kept to by refreshes", async () => {
  const book = opened(accounts("range"));
  const request = { where: { by: "selection" }, preset: PRESET, asOf: DAY, isDayFixed: true } as const;
  const { record } = must(await book.tiering.apply(must(await book.tiering.preview(request))));
  expect([dayOf(record, "2027-01-01"), dayOf({ ...record, isDayFixed: false }, "2027-01-01")]).toEqual([
    DAY,
    "2027-01-01",
  ]);
  must(await book.tiering.refresh(record.id, dayOf(record, "2027-01-01")));
  expect(must(await book.tiering.sources())[0]).toMatchObject({ asOf: DAY, isDayFixed: true });
  const standing = async (more: object) => standingOf(must(await book.tiering.preview({ ...request, ...more }))).kind;
  expect([await standing({}), await standing({ asOf: "2026-02-01" }), await standing({ isDayFixed: false })]).toEqual([
    ...["current", "unapproved", "unapproved"],
  ]);
});

test("a date order that was chosen is to be approved, like a column", async () => {
  const book = opened(accounts("range"));
  await applied(book);
  const request = { where: { by: "selection" }, preset: PRESET, asOf: DAY, dateOrder: "mdy" } as const;
  expect(standingOf(must(await book.tiering.preview(request)))).toEqual({ kind: "unapproved" });
});

test("an account that names nobody any more moves to Unrated", async () => {
  const book = opened(accounts("range"));
  await applied(book);
  book.user.type("Accounts!A2", "n/a");
  expect(movers(await previewed(book), 50).map(({ from, to }) => [from, to])).not.toContainEqual(["Tier 1", ""]);
});

test("who was outside of the tiers and still is counts as the same, who comes in as new", async () => {
  const gate = { id: "size", when: { measure: "value", ">=": 20 }, else: { exclude: "Too small" } };
  const parsed = parsePreset({ ...presetDocument(PRESET), gates: [gate] });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const book = opened(accounts("range"));
  expect((await applied(book, parsed.preset)).plan.moves).toEqual({ up: 0, down: 0, same: 0, new: 10 });
  expect(beside(book, "Tier")).toMatchObject({ Iris: "Too small", Jade: "Too small" });
  expect((await previewed(book, parsed.preset)).plan.moves).toEqual({ up: 0, down: 0, same: 10, new: 0 });
  book.user.type("Accounts!B11", 20);
  expect((await previewed(book, parsed.preset)).plan.moves).toEqual({ up: 0, down: 0, same: 9, new: 1 });
});

test("movers: the widest moves first, then by value; as many as asked for, none who were never tiered", async () => {
  const book = opened(accounts("range"));
  await applied(book); // Acme 1, Bolt to Echo 2, the others 3
  book.user.paste("Accounts!D2", [["Tier 3"], ["Tier 1"], ["Tier 3"], [""], ["Gold"]]);
  book.user.type("Accounts!D9", "Tier 2");
  const preview = await previewed(book);
  const all = [
    { row: 0, account: "Acme", from: "Tier 3", to: "Tier 1", isUp: true },
    { row: 1, account: "Bolt", from: "Tier 1", to: "Tier 2", isUp: false },
    { row: 2, account: "Cyan", from: "Tier 3", to: "Tier 2", isUp: true },
    { row: 7, account: "Hill", from: "Tier 2", to: "Tier 3", isUp: false },
  ];
  expect(movers(preview, 50)).toEqual(all);
  expect(movers(preview, 2)).toEqual(all.slice(0, 2));
  expect(segmentsOnly(preview.plan)).toBe(0);
  book.user.type("Accounts!C11", "Key"); // Jade's tier stays
  expect(segmentsOnly((await previewed(book)).plan)).toBe(1);
  expect(movers(await previewed(opened(accounts("range"))), 50)).toEqual([]);
  expect(CELLS).toHaveLength(11);
});
