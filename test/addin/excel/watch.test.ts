import { expect, test } from "vitest";
import { concerns, editOf, type Edit, type Editor } from "../../../addin/excel/watch";
import { User } from "../../../addin/playground/host/user";
import { accounts, applied, KINDS, must, opened, previewed } from "./workbooks";

/** Accounts at B3:D13: the header in row 3, ten rows below it. */
const SOURCE = {
  ...{ sheet: { id: "1", name: "Accounts" }, table: null, extent: "region" as const, headers: ["A", "B", "C"] },
  ...{ header: { row: 0, rows: 1 }, headerRow: 2, firstColumn: 1, rows: 10, columns: 3 },
};
const cells = (from: number, rows: number, first: number, last = first): Edit => {
  return { kind: "cells", from, rows, positions: { first, last } };
};
const shape = (first: number, last = first): Edit => ({ kind: "shape", positions: { first, last } });
const ALL = [-1, 16_382] as const;

test.each<{ address: string; type?: string; edit: Edit | null }>([
  { address: "C5", edit: cells(1, 1, 1) },
  { address: "$B$4:$D$13", edit: cells(0, 10, 0, 2) },
  { address: "Accounts!C5", edit: cells(1, 1, 1) },
  { address: "G5", edit: cells(1, 1, 5) },
  { address: "A1:A20", edit: null },
  { address: "B1:D2", edit: null },
  { address: "C3", edit: shape(1) },
  { address: "B14", edit: shape(0) },
  { address: "B15", edit: null },
  { address: "C:C", edit: shape(1) },
  { address: "7:7", type: "RowInserted", edit: shape(...ALL) },
  { address: "1:1", type: "RowDeleted", edit: shape(...ALL) },
  { address: "20:20", type: "RowInserted", edit: null },
  { address: "A:A", type: "ColumnInserted", edit: shape(-1) },
  { address: "H:H", type: "ColumnDeleted", edit: shape(6) },
  { address: "B5,C7", edit: shape(0) },
])("$type at $address is $edit", ({ address, type = "RangeEdited", edit }) => {
  expect(editOf({ address, changeType: type as Excel.DataChangeType }, SOURCE)).toEqual(edit);
});

test.each(KINDS)("tells of the user's and a co-author's edits to a %s, not of our own writes", async (kind) => {
  const book = opened(accounts(kind));
  const { tiering, user, host } = book;
  const preview = await previewed(book);
  const edits: Edit[] = [];
  const editors: Editor[] = [];
  const unwatch = must(
    await tiering.watch(preview.source, (edit, by) => {
      edits.push(edit);
      editors.push(by);
    }),
  );
  must(await tiering.apply(preview));
  await host.settled();
  expect(edits).toEqual([]);

  user.type("Accounts!B3", 999);
  user.sort("A2:B11", 0, false);
  await host.settled();
  expect(edits.map((edit) => edit.kind)).toEqual(["cells", "cells"]);
  expect(edits.every((edit) => concerns(edit, preview.plan))).toBe(true);

  new User(book.workbook, "co-author").type("Accounts!B4", 5);
  await host.settled();
  expect(editors).toEqual(["user", "user", "co-author"]);

  await unwatch();
  user.type("Accounts!B4", 1);
  await host.settled();
  expect(edits).toHaveLength(3);
});

test("an edit beside the columns that were read concerns nobody", async () => {
  const values = [
    ["Account", "Revenue", "Note"],
    ["Acme", 300, "x"],
  ];
  const { plan } = await previewed(opened(accounts("range", { values })));
  const edits = [cells(0, 1, 0), cells(0, 1, 1), cells(0, 1, 2), cells(0, 1, 1, 2), shape(2), shape(4)];
  expect(edits.map((edit) => concerns(edit, plan))).toEqual([true, true, false, true, true, false]);
});

test("our own columns concern us where they stand apart from chosen cells, also when they are deleted", async () => {
  const book = opened(accounts("range"));
  book.user.select("Accounts!A1:B11");
  await applied(book);
  const { source, plan } = await previewed(book);
  expect(source.columns).toBe(2);
  const edits: Edit[] = [];
  must(await book.tiering.watch(source, (edit) => edits.push(edit)));
  book.user.type("Accounts!D1", "Band");
  book.user.delete("Accounts!D:D");
  book.user.delete("Accounts!H:H");
  await book.host.settled();
  expect(edits.map((edit) => concerns(edit, plan))).toEqual([true, true, false]);
});
