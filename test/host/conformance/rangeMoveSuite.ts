import { describe, expect } from "vitest";
import { accounts, accountTable } from "./accounts";
import { documented, errorCode, type Open } from "./documented";

/** Where a range leads, as an address without its sheet. */
type Move = (range: Excel.Range) => Excel.Range;

const MOVES: [member: string, claim: string, from: string, move: Move, to: string][] = [
  ["getOffsetRange()", "keeps the size", "B2:C3", (range) => range.getOffsetRange(1, -1), "A3:B4"],
  ["getResizedRange()", "moves the bottom right corner", "B2:C3", (range) => range.getResizedRange(2, -1), "B2:B5"],
  [
    "getAbsoluteResizedRange()",
    "keeps the top left cell",
    "B2:C3",
    (range) => range.getAbsoluteResizedRange(1, 3),
    "B2:D2",
  ],
  ["getCell()", "may lie outside its parent", "B2:C3", (range) => range.getCell(4, 5), "G6"],
  ["getColumn()", "counts from zero", "B2:D3", (range) => range.getColumn(1), "C2:C3"],
  ["getRow()", "counts from zero", "B2:D3", (range) => range.getRow(1), "B3:D3"],
  ["getLastCell()", "is the bottom right one", "B2:D9", (range) => range.getLastCell(), "D9"],
  ["getLastColumn()", "is the right one", "B2:D5", (range) => range.getLastColumn(), "D2:D5"],
  ["getLastRow()", "is the bottom one", "B2:D5", (range) => range.getLastRow(), "B5:D5"],
  ["getRowsBelow()", "takes a count", "B2:C3", (range) => range.getRowsBelow(2), "B4:C5"],
  ["getRowsAbove()", "takes one row unless told", "B3:C3", (range) => range.getRowsAbove(), "B2:C2"],
  ["getColumnsAfter()", "takes a count", "B2:C3", (range) => range.getColumnsAfter(2), "D2:E3"],
  ["getColumnsBefore()", "takes one column unless told", "B2:C3", (range) => range.getColumnsBefore(), "A2:A3"],
  ["getEntireColumn()", "of B4:E11 is B:E", "B4:E11", (range) => range.getEntireColumn(), "B:E"],
  ["getEntireRow()", "of B4:E11 is 4:11", "B4:E11", (range) => range.getEntireRow(), "4:11"],
  [
    "getBoundingRect()",
    "of B2:C5 and D10:E15 is B2:E15",
    "B2:C5",
    (range) => range.getBoundingRect("D10:E15"),
    "B2:E15",
  ],
  ["getIntersection()", "is the shared rectangle", "B2:C5", (range) => range.getIntersection("C4:F9"), "C4:C5"],
  [
    "getSurroundingRegion()",
    "is bounded by blank rows and columns",
    "C4",
    (range) => range.getSurroundingRegion(),
    "B2:D6",
  ],
  ["getSurroundingRegion()", "is that of the top left cell", "B8:C9", (range) => range.getSurroundingRegion(), "B8"],
  ["getUsedRange()", "is the used part", "C:C", (range) => range.getUsedRange(true), "C2:C6"],
];

export function rangeMoveSuite(open: Open): void {
  describe("Excel.Range: other ranges", () => {
    for (const [member, claim, from, move, to] of MOVES) {
      documented(`Range.${member}`, `${claim} (${from} → ${to})`, async () => {
        const { Excel } = open(accounts());
        await Excel.run(async (context) => {
          const range = move(context.workbook.worksheets.getItem("Accounts").getRange(from)).load("address");
          await context.sync();
          expect(range.address).toBe(`Accounts!${to}`);
        });
      });
    }

    documented("Range.getOffsetRange()", "throws outside the grid", async () => {
      const { Excel } = open(accounts());
      const work = Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Accounts").getRange("A1").getOffsetRange(-1, 0).load("address");
        await context.sync();
      });
      expect(await errorCode(work)).toBe("InvalidArgument");
    });

    documented(
      "Range.getUsedRange()",
      "throws ItemNotFound when nothing is used; the OrNullObject form does not",
      async () => {
        const { Excel } = open(accounts());
        await Excel.run(async (context) => {
          const blank = context.workbook.worksheets.getItem("Accounts").getRange("H1:J9");
          const nothing = blank.getUsedRangeOrNullObject().load("address");
          await context.sync();
          expect(nothing.isNullObject).toBe(true);
          blank.getUsedRange().load("address");
          expect(await errorCode(context.sync())).toBe("ItemNotFound");
        });
      },
    );

    documented("Range.getIntersectionOrNullObject()", "is null when the ranges do not touch", async () => {
      const { Excel } = open(accounts());
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Accounts");
        const none = sheet.getRange("A1:B2").getIntersectionOrNullObject(sheet.getRange("D4")).load("address");
        const some = sheet.getRange("A1:B2").getIntersectionOrNullObject("B2:B9").load("address");
        await context.sync();
        expect([none.isNullObject, some.address]).toEqual([true, "Accounts!B2"]);
      });
    });

    documented("Range.getTables()", "gives the tables that overlap the range, or only those inside it", async () => {
      const { Excel } = open(accountTable());
      await Excel.run(async (context) => {
        const cell = context.workbook.worksheets.getItem("Accounts").getRange("C3");
        const touching = cell.getTables().load("items/name");
        const first = cell.getTables().getFirst().load("name");
        const inside = cell.getTables(true).getCount();
        const named = cell.getTables().getItem("accounts").load("name");
        const missing = cell.getTables().getItemOrNullObject("Nope").load("name");
        await context.sync();
        expect(touching.items.map(({ name }) => name)).toEqual(["Accounts"]);
        expect([first.name, inside.value, named.name, missing.isNullObject]).toEqual(["Accounts", 0, "Accounts", true]);
      });
    });
  });
}
