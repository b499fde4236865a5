import { describe, expect, test } from "vitest";
import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";
import {
  accounts,
  applied,
  CELLS,
  expectTiersBesideAccounts,
  KINDS,
  must,
  opened,
  previewed,
  stopped,
  tableOver,
} from "./workbooks";

describe("no room, no right, no name", () => {
  test.each(KINDS)("a read-only workbook (%s)", async (kind) => {
    const book = opened(accounts(kind), { isReadOnly: true });
    const before = book.workbook.snapshot();
    expect(stopped(await book.tiering.apply(await previewed(book)))).toEqual({
      code: "workbook-read-only",
      written: "nothing",
    });
    expect(book.workbook.snapshot()).toEqual(before);
  });

  test.each([
    { kind: "range", free: 1 },
    { kind: "table", free: 1 },
    { kind: "range", free: 2 },
    { kind: "table", free: 2 },
  ] as const)("a $kind that leaves $free columns free at the sheet's end", async ({ kind, free }) => {
    const firstColumn = 16_384 - 2 - free;
    const cells = CELLS.map((row) => [...Array<string>(firstColumn).fill(""), ...row]);
    const tables = kind === "table" ? [tableOver(CELLS, { column: firstColumn })] : [];
    const book = opened(workbookOf([sheetOf("Accounts", cells, { tables })]));
    book.user.select(`${free === 1 ? "XFB" : "XFA"}2`);
    const preview = await previewed(book);
    const before = book.workbook.snapshot();
    const outcome = await book.tiering.apply(preview);
    if (free === 1) {
      expect(preview.plan.obstacle?.code).toBe("sheet-full");
      expect(stopped(outcome)).toEqual({ code: "sheet-full", written: "nothing" });
      expect(book.workbook.snapshot()).toEqual(before);
    } else expect(must(outcome).cells).toBe(20);
  });

  test.each(KINDS)("a foreign column named as ours is neither written nor doubled (%s)", async (kind) => {
    const cells = CELLS.map((row, i) => [...row, i === 0 ? "TIER " : "mine"]);
    const book = opened(
      workbookOf([sheetOf("Accounts", cells, { tables: kind === "table" ? [tableOver(cells)] : [] })]),
    );
    const preview = await previewed(book);
    expect(preview.plan.obstacle).toMatchObject({ code: "column-name-taken", params: { address: "C1" } });
    const before = book.workbook.snapshot();
    expect(stopped(await book.tiering.apply(preview))).toEqual({ code: "column-name-taken", written: "nothing" });
    expect(book.workbook.snapshot()).toEqual(before);
    book.user.type("C1", "Old tier");
    await applied(book);
    expectTiersBesideAccounts(book);
    expect(book.workbook.snapshot().sheets[0]?.values.map((row) => row[2])).toEqual([
      "Old tier",
      ...Array<string>(10).fill("mine"),
    ]);
  });

  test("what stands beside a totals row counts too", async () => {
    const cells = [...CELLS, ["Total", 1000, "", "beside the total"]];
    const table = { ...tableOver(CELLS), rows: 12, hasTotals: true };
    const book = opened(workbookOf([sheetOf("Accounts", cells, { tables: [table] })]));
    const preview = await previewed(book);
    expect(preview.source.rows).toBe(10);
    const before = book.workbook.snapshot();
    expect(stopped(await book.tiering.apply(preview))).toEqual({ code: "cells-right-of-table", written: "nothing" });
    expect(book.workbook.snapshot()).toEqual(before);
  });
});
