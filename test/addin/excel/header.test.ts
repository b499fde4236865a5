import { describe, expect, test } from "vitest";
import { sourceAddress } from "../../../addin/excel/source";
import type { CellValue, WorkbookSnapshot } from "../../../addin/playground/host/snapshot";
import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";
import {
  applied,
  CELLS,
  DAY,
  must,
  opened,
  PRESET,
  previewed,
  SELECTED,
  session,
  stopped,
  values,
  type Opened,
} from "./workbooks";

const TITLES: CellValue[][] = [["Accounts by revenue"], ["As of 31 January 2026"], ["All regions", "confidential"]];
const ROWS = CELLS.slice(1);
const TWO_ROWS: CellValue[][] = [
  ["Account", "Revenue", ""],
  ["", "2024", "2025"],
  ...ROWS.map(([name, revenue]) => [name ?? "", Number(revenue) / 2, Number(revenue)]),
];
const on = (cells: CellValue[][]): WorkbookSnapshot => workbookOf([sheetOf("Accounts", cells)]);

/** What stands under the header "Tier", by account. */
function tiers(book: Pick<Opened, "workbook">): Record<string, CellValue> {
  const rows = values(book);
  const top = rows.findIndex((row) => row.includes("Tier"));
  const at = rows[top]?.indexOf("Tier") ?? -1;
  return Object.fromEntries(rows.slice(top + 1).flatMap((row) => (row[0] ? [[row[0], row[at] ?? ""]] : [])));
}

/** The tiers of the same accounts where the header is the first row. */
async function plainly(cells: CellValue[][]) {
  const book = opened(on(cells));
  await applied(book);
  return tiers(book);
}

describe("a header below titles", () => {
  test.each([
    { name: "a cell of the block", select: ["B9"] },
    { name: "a title", select: ["A1"] },
    { name: "whole columns", select: ["A:B"] },
    { name: "the cells with their titles", select: ["A1:B14"] },
  ])("is found from $name, and the titles are left alone", async ({ select }) => {
    const book = opened(on([...TITLES, ...CELLS]));
    book.user.select(...select);
    const { source } = must(await book.tiering.find({ by: "selection" }, { preset: PRESET }));
    expect([sourceAddress(source), source.header]).toEqual(["A4:B14", { row: 3, rows: 1 }]);
    const { run, plan } = await applied(book);
    expect([run.size, plan.moves.new]).toEqual([10, 10]);
    expect(values(book).slice(0, 4)).toEqual([...TITLES, ["Account", "Revenue", "Segment", "Tier"]]);
    expect(tiers(book)).toEqual(await plainly(CELLS));
  });

  test("is the same for refresh, stale, a later session and undo, whatever is put above it", async () => {
    const book = opened(on([...TITLES, ...CELLS]));
    const { record } = await applied(book);
    book.user.insert("Accounts!1:2");
    book.user.type("Accounts!A1", "For the board");
    const later = session(book.Excel);
    expect(must(await later.stale(record.id, DAY)).isStale).toBe(false);
    book.user.type("Accounts!B11", 900);
    must(await later.refresh(record.id, DAY));
    expect(tiers(book)).toEqual(await plainly(CELLS.map(([name, revenue]) => [name ?? "", name === "Echo" ? 900 : (revenue ?? "")]))); // prettier-ignore
    must(await later.undo());
    expect(tiers(book)).toEqual(await plainly(CELLS));
  });

  test("is put back with all else by an undo of the first run", async () => {
    const book = opened(on([...TITLES, ...CELLS]));
    const before = values(book);
    await applied(book);
    must(await book.tiering.undo());
    expect([values(book), book.workbook.names()]).toEqual([before, []]);
  });

  test("that has moved, since another report was pasted over the first, is told and nothing is written", async () => {
    const book = opened(on([...TITLES, ...CELLS]));
    const { record } = await applied(book);
    book.user.paste("A1", [...TITLES.map((row) => [row[0] ?? "", row[1] ?? ""]), ["Draft", ""], ...CELLS]);
    const before = book.workbook.snapshot();
    const refreshed = await book.tiering.refresh(record.id, DAY);
    expect(stopped(refreshed)).toEqual({ code: "header-moved", written: "nothing" });
    expect(refreshed).toMatchObject({ problem: { params: { sheet: "Accounts", before: 4, now: 5 } } });
    expect(book.workbook.snapshot()).toEqual(before);
  });

  test("rows moved between plan and write are planned again from the header", async () => {
    const book = opened(on([...TITLES, ...CELLS]));
    const preview = await previewed(book);
    book.user.insert("Accounts!1:1");
    book.user.type("Accounts!A1", "Title");
    expect(must(await book.tiering.apply(preview)).plans).toBe(2);
    expect(tiers(book)).toEqual(await plainly(CELLS));
  });

  test("issues and explanations count rows from the top of the block", async () => {
    const cells: CellValue[][] = [...TITLES, ...CELLS, ["", 7], ["Grand total", 1007]];
    const preview = await previewed(opened(on(cells)));
    const rowsOf = (code: string) => preview.run.issues.find((issue) => issue.code === code)?.rows;
    expect(rowsOf("header-found")).toEqual([3]);
    expect([rowsOf("account-blank"), rowsOf("totals-left-out")]).toEqual([[14], [15]]);
    const explained = [];
    for (const row of [0, 3, 4, 15]) explained.push(await preview.reading.explain(row));
    expect(explained.map((each) => each.ok && each.value.kind)).toEqual(["title", "header", "account", "total"]);
  });
});

test("a header of two rows gets our headers in its lower one", async () => {
  const book = opened(on([["Report"], ...TWO_ROWS]));
  const mapping = new Map([["income", ["Revenue 2025"]]]);
  const preview = must(await book.tiering.preview({ ...SELECTED, mapping }));
  expect([preview.source.headers, preview.source.header]).toEqual([
    ["Account", "Revenue 2024", "Revenue 2025"],
    { row: 1, rows: 2 },
  ]);
  const { record } = must(await book.tiering.apply(preview));
  expect(values(book).slice(0, 3)).toEqual([
    ["Report"],
    ["Account", "Revenue"],
    ["", "2024", "2025", "Segment", "Tier"],
  ]);
  expect(tiers(book)).toEqual(await plainly(CELLS));
  expect(must(await book.tiering.stale(record.id, DAY)).isStale).toBe(false);
  expect(must(await book.tiering.refresh(record.id, DAY))).toMatchObject({ cells: 0 });
});

test("totals are no accounts: nothing is written beside them", async () => {
  const book = opened(on([...TITLES, ...CELLS, ["Total", 1000]]));
  const { run } = await applied(book);
  expect(run.issues.find(({ code }) => code === "totals-left-out")?.rows).toEqual([14]);
  expect(values(book)[14]).toEqual(["Total", 1000]);
});

test("a header that is repeated among the accounts is none of them, and named", async () => {
  const [header = [], ...rows] = CELLS;
  const cells: CellValue[][] = [header, ...rows.slice(0, 5), header, ...rows.slice(5), ["Revenue", 3]];
  const book = opened(on(cells));
  const { run, reading } = await applied(book);
  expect(run.issues.find(({ code }) => code === "headers-left-out")?.rows).toEqual([6]);
  expect(await reading.explain(6)).toEqual({ ok: true, value: { kind: "header" } });
  expect(values(book)[6]).toEqual(["Account", "Revenue"]);
  expect(tiers(book)).toEqual({ ...(await plainly([...CELLS, ["Revenue", 3]])), Account: "" });
});
