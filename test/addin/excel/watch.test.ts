import { expect, test } from "vitest";
import { concerns, editOf, type Edit } from "../../../addin/excel/watch";
import { accounts, KINDS, must, opened, previewed } from "./workbooks";

const CELLS = { kind: "cells" } as const;
const SHAPE = { kind: "shape" } as const;
/** Accounts at B3:D13: the header in row 3, ten rows below it. */
const SOURCE = {
  ...{ sheet: { id: "1", name: "Accounts" }, table: null, extent: "region" as const, headers: ["A", "B", "C"] },
  ...{ headerRow: 2, firstColumn: 1, rows: 10, columns: 3 },
};

test.each<{ address: string; type?: string; edit: Edit | null }>([
  { address: "C5", edit: { ...CELLS, from: 1, rows: 1, positions: { first: 1, last: 1 } } },
  { address: "$B$4:$D$13", edit: { ...CELLS, from: 0, rows: 10, positions: { first: 0, last: 2 } } },
  { address: "A1:A20", edit: null },
  { address: "B1:D2", edit: null },
  { address: "G5", edit: { ...CELLS, from: 1, rows: 1, positions: { first: 5, last: 5 } } },
  { address: "G3", edit: null },
  { address: "C3", edit: SHAPE },
  { address: "B14", edit: SHAPE },
  { address: "B15", edit: null },
  { address: "C:C", edit: SHAPE },
  { address: "7:7", type: "RowInserted", edit: SHAPE },
  { address: "1:1", type: "RowDeleted", edit: SHAPE },
  { address: "20:20", type: "RowInserted", edit: null },
  { address: "A:A", type: "ColumnInserted", edit: SHAPE },
  { address: "H:H", type: "ColumnDeleted", edit: null },
  { address: "B5,C7", edit: SHAPE },
])("$type at $address is $edit", ({ address, type = "RangeEdited", edit }) => {
  expect(editOf({ address, changeType: type as Excel.DataChangeType }, SOURCE)).toEqual(edit);
});

test.each(KINDS)("tells of the user's and a co-author's edits to a %s, not of our own writes", async (kind) => {
  const book = opened(accounts(kind));
  const { tiering, user, host } = book;
  const preview = await previewed(book);
  const edits: Edit[] = [];
  const unwatch = must(await tiering.watch(preview.source, (edit) => edits.push(edit)));
  must(await tiering.apply(preview));
  await host.settled();
  expect(edits).toEqual([]);

  user.type("Accounts!B3", 999);
  user.sort("A2:B11", 0, false);
  await host.settled();
  expect(edits.map((edit) => edit.kind)).toEqual(["cells", "cells"]);
  expect(edits.every((edit) => concerns(edit, preview.plan))).toBe(true);

  await unwatch();
  user.type("Accounts!B4", 1);
  await host.settled();
  expect(edits).toHaveLength(2);
});

test("an edit beside the columns that were read concerns nobody", async () => {
  const values = [
    ["Account", "Revenue", "Note"],
    ["Acme", 300, "x"],
  ];
  const { plan } = await previewed(opened(accounts("range", { values })));
  const at = (first: number, last: number): Edit => ({ kind: "cells", from: 0, rows: 1, positions: { first, last } });
  expect([at(0, 0), at(1, 1), at(2, 2), at(1, 2)].map((edit) => concerns(edit, plan))).toEqual([
    true,
    true,
    false,
    true,
  ]);
});
