import { expect, test } from "vitest";
import { rowOfSelection } from "../../../addin/excel/watchSelection";
import { sheetOf } from "../../../addin/playground/host/simpleSnapshot";
import { accounts, CELLS, KINDS, must, opened, previewed } from "./workbooks";

/** Accounts at B3:D13: the header in row 3, ten rows below it. */
const SOURCE = {
  ...{ sheet: { id: "1", name: "Accounts" }, table: null, extent: "region" as const, headers: ["A", "B", "C"] },
  ...{ header: { row: 0, rows: 1 }, headerRow: 2, firstColumn: 1, rows: 10, columns: 3 },
};

test.each([
  { address: "B4", row: 0 },
  { address: "$D$13", row: 9 },
  { address: "Accounts!C5", row: 1 },
  { address: "'Q1, final'!C5", row: 1 },
  { address: "Z5", row: 1 },
  { address: "B6:D9", row: 2 },
  { address: "7:8", row: 3 },
  { address: "B8,C5", row: 4 },
  { address: "C3", row: null },
  { address: "B1", row: null },
  { address: "B14", row: null },
  { address: "C:C", row: null },
  { address: "", row: null },
])("$address is in row $row", ({ address, row }) => {
  expect(rowOfSelection(address, SOURCE)).toBe(row);
});

test.each(KINDS)(
  "tells of what is selected in a %s, from what is selected at first until it is stopped",
  async (kind) => {
    const snapshot = accounts(kind);
    const book = opened({ ...snapshot, sheets: [...snapshot.sheets, sheetOf("Other", CELLS)] });
    const { tiering, user, host } = book;
    const { source } = await previewed(book);
    user.select("Accounts!B4");
    const rows: (number | null)[] = [];
    const stop = must(await tiering.watchSelection(source, (row) => rows.push(row)));
    expect(rows).toEqual([2]);

    user.select("Accounts!A11");
    user.select("Accounts!D6:E7");
    user.select("Accounts!A1");
    user.select("Accounts!A12");
    user.select("Accounts!A3");
    await host.settled();
    expect(rows).toEqual([2, 9, 4, null, null, 1]);

    user.select("Other!A5");
    await host.settled();
    expect(rows).toHaveLength(6);

    await stop();
    user.select("Accounts!A5");
    await host.settled();
    expect(rows).toHaveLength(6);
  },
);

test("where another sheet is in front at first, no account is selected", async () => {
  const snapshot = accounts("range");
  const book = opened({ ...snapshot, sheets: [...snapshot.sheets, sheetOf("Other", CELLS)] });
  const { source } = await previewed(book);
  book.user.select("Other!A5");
  const rows: (number | null)[] = [];
  must(await book.tiering.watchSelection(source, (row) => rows.push(row)));
  expect(rows).toEqual([null]);
});
