import { describe, expect, test } from "vitest";
import type { CellValue } from "../../../engine/index";
import { ContentList, ContentPrint } from "../../../addin/excel/columnPrint";
import { ColumnPrint } from "../../../addin/excel/fingerprint";
import type { JournalEntry } from "../../../addin/excel/journal";
import { atOnce } from "../../../addin/slices";
import type { PlacedColumn } from "../../../addin/excel/owned";
import { Refusal } from "../../../addin/excel/problem";
import { blankColumns, differences } from "../../../addin/excel/restorePlan";
import type { Source } from "../../../addin/excel/source";
import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";
import { placedAt } from "./planned";
import { opened, tableOver } from "./workbooks";

/** What the rows hold now: an account, and what stands in our two columns beside it. */
type Rows = readonly (readonly [account: CellValue, tier: CellValue, score: CellValue])[];

const HEADERS = ["Account", "Tier", "Score"];
const TIER = placedAt("tier", 2);

/** The fingerprint of the account column, as a run has noted it down. */
function keysOf(accounts: readonly CellValue[]): string {
  const print = new ColumnPrint();
  print.add({ rows: accounts.map((account) => [account]), index: 0 });
  return print.digest();
}

/** The note of a run that changed the tiers of these accounts: each with its old one. */
function entryOf(old: readonly (readonly [string, CellValue])[], accounts: readonly CellValue[]): JournalEntry {
  return {
    ...{ format: 1, runId: "run1", sourceId: "run0", mark: { name: "n", extent: "region" } },
    ...{
      account: ["Customer", "Account"],
      keys: keysOf(accounts),
      before: null,
      created: [],
      rules: [],
      rewritten: [],
    },
    old: {
      accounts: old.map(([account]) => account),
      columns: [{ kind: "tier", values: old.map(([, tier]) => tier), runs: old.flatMap((_, i) => [i, 1]) }],
    },
  };
}

const SOURCE: Source = {
  sheet: { id: "", name: "Accounts" },
  table: null,
  ...{ header: { row: 0, rows: 1 }, headerRow: 2, firstColumn: 1, rows: 0, columns: 3, headers: HEADERS },
  extent: "region",
};

interface Given {
  readonly rows: Rows;
  readonly entry: JournalEntry;
  readonly placed?: readonly PlacedColumn[];
  readonly created?: readonly PlacedColumn[];
  readonly headers?: readonly string[];
}

/** What is still to be written: for each column, row → the content. */
async function planned({ rows, entry, placed = [TIER], created = [], headers = HEADERS }: Given) {
  const cells: CellValue[][] = [[], [], ["", ...headers], ...rows.map((row) => ["", ...row])];
  const book = opened(workbookOf([sheetOf("Accounts", cells)]));
  return book.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Accounts");
    sheet.load("id");
    await context.sync();
    const source = { ...SOURCE, sheet: { id: sheet.id, name: "Accounts" }, rows: rows.length, headers };
    const { work, unmatched } = await differences(context, source, entry, placed, created);
    return {
      work,
      columns: work.columns.map(({ rows: which, before, after }) =>
        Object.fromEntries([...which].map((row) => [row, [before(row), after(row)]])),
      ),
      unmatched: [...unmatched],
    };
  });
}

describe("old values come back by account", () => {
  const old = [
    ["Acme", "Tier 3"],
    ["Bolt", "Tier 1"],
  ] as const;

  test("where nothing has moved; a cell that has its old value already is left", async () => {
    const rows: Rows = [
      ["Acme", "Tier 1", 5],
      ["Bolt", "Tier 1", 6],
      ["Cyan", "Tier 1", 7],
    ];
    const { work, columns, unmatched } = await planned({ rows, entry: entryOf(old, ["Acme", "Bolt", "Cyan"]) });
    expect(columns).toEqual([{ 0: ["Tier 1", "Tier 3"] }]);
    expect(unmatched).toEqual([]);
    expect(work.keyPosition).toBe(0);
    expect([work.isAccount(1, "Bolt"), work.isAccount(1, "bolt"), work.isAccount(0, "Bolt")]).toEqual([
      ...[true, false, false],
    ]);
    expect(work.columns[0]).toMatchObject({ mark: TIER.mark, isNew: false });
  });

  test("wherever its row is now, in whatever letters; who is gone is told", async () => {
    const rows: Rows = [
      ["Cyan", "Tier 1", 7],
      [" bolt", "Tier 2", 6],
    ];
    const { columns, unmatched } = await planned({ rows, entry: entryOf(old, ["Acme", "Bolt", "Cyan"]) });
    expect(columns).toEqual([{ 1: ["Tier 2", "Tier 1"] }]);
    expect(unmatched).toEqual([["acme", "Acme"]]);
  });

  test("a blank one too", async () => {
    const rows: Rows = [["Acme", "Tier 1", 5]];
    expect((await planned({ rows, entry: entryOf([["Acme", ""]], ["Acme"]) })).columns).toEqual([
      { 0: ["Tier 1", ""] },
    ]);
  });

  test("not into a column that the run has not written", async () => {
    const rows: Rows = [["Acme", "Tier 1", 5]];
    const placed = [TIER, placedAt("score", 3)];
    expect((await planned({ rows, placed, entry: entryOf(old.slice(0, 1), ["Acme"]) })).columns).toEqual([
      { 0: ["Tier 1", "Tier 3"] },
      {},
    ]);
  });
});

describe("an account with several rows", () => {
  const rows: Rows = [
    ["Acme", "Tier 2", 0],
    ["ACME", "Tier 2", 0],
    ["Bolt", "Tier 2", 0],
  ];
  const moved: Rows = [...rows.slice(1), ...rows.slice(0, 1)];
  const differing = [
    ["Acme", "Tier 1"],
    ["ACME", "Tier 3"],
  ] as const;
  const keys = rows.map(([account]) => account);

  test("gets each its own while no row has moved", async () => {
    const { columns, unmatched } = await planned({ rows, entry: entryOf(differing, keys) });
    expect(columns).toEqual([{ 0: ["Tier 2", "Tier 1"], 1: ["Tier 2", "Tier 3"] }]);
    expect(unmatched).toEqual([]);
  });

  test("gets none where they differed and rows have moved: nobody knows which is which", async () => {
    const { columns, unmatched } = await planned({ rows: moved, entry: entryOf(differing, keys) });
    expect(columns).toEqual([{}]);
    expect(unmatched.map(([key]) => key)).toEqual(["acme"]);
  });

  test("is told where only one of our columns has no place for it", async () => {
    const entry = entryOf(differing, keys);
    const alike = { kind: "score" as const, values: [7], runs: [0, 2] };
    const old = { accounts: ["Acme", "ACME"], columns: [alike, ...(entry.old?.columns ?? [])] };
    const both: JournalEntry = { ...entry, old };
    const placed = [TIER, placedAt("score", 3)];
    const { columns: writes, unmatched } = await planned({ rows: moved, entry: both, placed });
    expect(writes).toEqual([{}, { 0: [0, 7], 2: [0, 7] }]);
    expect(unmatched.map(([key]) => key)).toEqual(["acme"]);
  });

  test("gets the one that all of them had, wherever they are", async () => {
    const alike = differing.map(([account]) => [account, "Tier 1"] as const);
    const { columns, unmatched } = await planned({ rows: moved, entry: entryOf(alike, keys) });
    expect(columns).toEqual([{ 0: ["Tier 2", "Tier 1"], 2: ["Tier 2", "Tier 1"] }]);
    expect(unmatched).toEqual([]);
  });
});

test("rows without an account get theirs back only while no row has moved", async () => {
  const rows: Rows = [
    ["", "Tier 2", 0],
    ["Acme", "Tier 2", 0],
  ];
  const entry = entryOf([["", "mine"]], ["", "Acme"]);
  expect((await planned({ rows, entry })).columns).toEqual([{ 0: ["Tier 2", "mine"] }]);
  const { columns, unmatched } = await planned({ rows: rows.toReversed(), entry });
  expect([columns, unmatched]).toEqual([[{}], [["", ""]]]);
});

describe("of a column that the run made", () => {
  const rows: Rows = [
    ["Acme", "Tier 1", 5],
    ["Bolt", "my note", 6],
    ["Cyan", "", 7],
  ];
  const entry = { ...entryOf([], ["Acme", "Bolt", "Cyan"]), old: null };
  const made = (more: Partial<PlacedColumn>) =>
    planned({ rows, entry, placed: [], created: [placedAt("tier", 2, more)] });

  test("our words go, and what somebody has typed stays", async () => {
    expect((await made({ labels: ["Tier 1", "Tier 2"] })).columns).toEqual([{ 0: ["Tier 1", ""] }]);
  });

  test("of an open one what the run has written goes", async () => {
    const written = atOnce(ContentList.of(["Tier 1", "my other note"]));
    expect((await made({ written, print: "of no account" })).columns).toEqual([{ 0: ["Tier 1", ""] }]);
  });

  test("of an open one of which only a fingerprint is kept all goes, if nobody has edited it", async () => {
    const print = new ContentPrint();
    for (const content of ["my note", "Tier 1"]) print.add(content);
    expect((await made({ print: print.digest() })).columns).toEqual([{ 0: ["Tier 1", ""], 1: ["my note", ""] }]);
    print.add("x");
    await expect(made({ print: print.digest() })).rejects.toMatchObject({ code: "journal-damaged" });
  });

  test("nothing of one that an undo has emptied already", async () => {
    const blank: Rows = [["Acme", "", 5]];
    const created = [placedAt("tier", 2, { print: "3 of what stood there" })];
    expect((await planned({ rows: blank, entry, placed: [], created })).columns).toEqual([{}]);
  });
});

describe("where the account column is gone", () => {
  const rows: Rows = [["Acme", "Tier 1", 5]];
  const headers = ["Name", "Tier", "Score"];

  test("old values have nowhere to go", async () => {
    const entry = entryOf([["Acme", "Tier 3"]], ["Acme"]);
    const refusal = await planned({ rows, entry, headers }).catch((thrown: unknown) => thrown);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({
      code: "account-column-gone",
      params: { header: ["Customer", "Account"], sheet: "Accounts" },
    });
  });

  test.each([null, { accounts: [], columns: [] }])("what was new is emptied all the same", async (old) => {
    const entry = { ...entryOf([], ["Acme"]), old };
    const created = [placedAt("tier", 2, { labels: ["Tier 1"] })];
    const { work, columns } = await planned({ rows, entry, headers, placed: [], created });
    expect([work.keyPosition, columns]).toEqual([0, [{ 0: ["Tier 1", ""] }]]);
  });

  test("another header that it had is as good", async () => {
    const entry = entryOf([["Acme", "Tier 3"]], ["Acme"]);
    const placed = [placedAt("tier", 1)];
    const swapped = rows.map(([account, tier, score]) => [tier, account, score] as const);
    const { work, columns } = await planned({ rows: swapped, entry, placed, headers: ["Tier", "Customer", "Score"] });
    expect([work.keyPosition, columns]).toEqual([1, [{ 0: ["Tier 1", "Tier 3"] }]]);
  });
});

test("of a table's columns without a mark only those with these headers in which nothing stands are ours", async () => {
  const cells: CellValue[][] = [
    ["Account", "Tier", "Score", "Other"],
    ["Acme", "", 5, ""],
  ];
  const book = opened(workbookOf([sheetOf("Accounts", cells, { tables: [tableOver(cells)] })]));
  await book.Excel.run(async (context) => {
    const source: Source = { ...SOURCE, table: { id: "{T1}", name: "Accounts" }, extent: "table" };
    expect(await blankColumns(context, source, ["Tier", "Score", "Segment"])).toEqual([2]);
    const { requests } = book.host.traffic;
    expect(await blankColumns(context, source, [])).toEqual([]);
    expect(book.host.traffic.requests).toBe(requests);
  });
});
