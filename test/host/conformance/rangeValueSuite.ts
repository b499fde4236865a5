import { describe, expect } from "vitest";
import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";
import { accounts } from "./accounts";
import { documented, errorCode, LIMITS_PAGE, type Open, stated } from "./documented";

export function rangeValueSuite(open: Open): void {
  describe("Excel.Range: values", () => {
    documented(
      "Range.values",
      "gives texts, numbers, booleans, blanks as empty texts and errors as their texts",
      async () => {
        const { Excel } = open(accounts());
        await Excel.run(async (context) => {
          const range = context.workbook.worksheets.getItem("Accounts").getRange("B5:D7").load("values,valueTypes");
          await context.sync();
          expect(range.values).toEqual([
            ["Cedar", 7.5, true],
            ["Dune", "#N/A", true],
            ["", "", ""],
          ]);
          expect(range.valueTypes).toEqual([
            ["String", "Double", "Boolean"],
            ["String", "Error", "Boolean"],
            ["Empty", "Empty", "Empty"],
          ]);
        });
      },
    );

    documented("Range.address", "names the sheet, in quotes where it must", async () => {
      const { Excel } = open(workbookOf([sheetOf("My Sheet")]));
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("My Sheet");
        const range = sheet
          .getRange("B2:C4")
          .load("address,addressLocal,rowCount,columnCount,rowIndex,columnIndex,cellCount");
        const column = sheet.getRange("C:C").load("address,isEntireColumn,isEntireRow,values");
        const row = sheet.getRange("3:4").load("address,isEntireColumn,isEntireRow");
        range.worksheet.load("name");
        await context.sync();
        expect([range.address, range.addressLocal]).toEqual(["'My Sheet'!B2:C4", "'My Sheet'!B2:C4"]);
        expect([range.rowCount, range.columnCount, range.rowIndex, range.columnIndex, range.cellCount]).toEqual([
          3, 2, 1, 1, 6,
        ]);
        expect([column.address, column.isEntireColumn, column.isEntireRow, column.values]).toEqual([
          "'My Sheet'!C:C",
          true,
          false,
          null,
        ]);
        expect([row.address, row.isEntireColumn, row.isEntireRow]).toEqual(["'My Sheet'!3:4", false, true]);
        expect(range.worksheet.name).toBe("My Sheet");
      });
    });

    documented("Range.cellCount", "is -1 beyond 2^31-1 cells", async () => {
      const { Excel } = open(accounts());
      await Excel.run(async (context) => {
        const whole = context.workbook.worksheets.getItem("Accounts").getRange().load("cellCount");
        await context.sync();
        expect(whole.cellCount).toBe(-1);
      });
    });

    documented("Range.formulas", "gives the value of a cell that has no formula", async () => {
      const formula = { row: 0, column: 1, formula: "=A1*2" };
      const { Excel } = open(workbookOf([sheetOf("S", [[21, 42]], { formulas: [formula] })]));
      await Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("S").getRange("A1:B1").load("formulas,values");
        await context.sync();
        expect([range.formulas, range.values]).toEqual([[[21, "=A1*2"]], [[21, 42]]]);
        range.formulas = [["=1+1", "text"]];
        range.load("formulas");
        await context.sync();
        expect(range.formulas).toEqual([["=1+1", "text"]]);
      });
    });

    documented("Range.text", "is the text as formatted, whatever the column's width", async () => {
      const cells = [[1234.5, 0.256, 45_297, -3, 1e12, "x", true]];
      const { Excel } = open(workbookOf([sheetOf("S", cells)]));
      await Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("S").getRange("A1:G1");
        range.numberFormat = [["#,##0.00", "0.0%", "yyyy-mm-dd", "0;(0)", "General", "@", "General"]];
        range.load("text,numberFormat");
        await context.sync();
        expect(range.text).toEqual([["1,234.50", "25.6%", "2024-01-06", "(3)", "1E+12", "x", "TRUE"]]);
        expect(range.numberFormat[0]?.[1]).toBe("0.0%");
      });
    });

    documented("Range.rowHidden", "is true, false, or null when only some rows are hidden", async () => {
      const { Excel } = open(accounts());
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Accounts");
        sheet.getRange("3:4").rowHidden = true;
        sheet.getRange("C:C").columnHidden = true;
        const [hidden, some, none] = ["B3:B4", "B2:B3", "B6"].map((address) =>
          sheet.getRange(address).load("rowHidden,columnHidden,hidden"),
        );
        const column = sheet.getRange("C6").load("hidden,columnHidden");
        await context.sync();
        expect([hidden?.rowHidden, some?.rowHidden, none?.rowHidden]).toEqual([true, null, false]);
        expect([hidden?.hidden, some?.hidden, none?.hidden]).toEqual([true, null, false]);
        expect([column.hidden, column.columnHidden]).toEqual([true, true]);
      });
    });

    stated(LIMITS_PAGE, "at most five million cells are read at once", async () => {
      const { Excel } = open(accounts());
      const work = Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Accounts").getRange("A1:J500001").load("values");
        await context.sync();
      });
      expect(await errorCode(work)).toBe("RangeExceedsLimit");
    });

    documented("Range.hasSpill", "is null when only some cells belong to a spilled array", async () => {
      const spilled = sheetOf("S", [[1], [2], [3]], {
        formulas: [{ row: 0, column: 0, formula: "=SEQUENCE(3)" }],
        spills: [{ row: 0, column: 0, rows: 3, columns: 1 }],
      });
      const { Excel } = open(workbookOf([spilled]));
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("S");
        const [all, some, none] = ["A1:A3", "A3:A4", "B1"].map((address) => sheet.getRange(address).load("hasSpill"));
        await context.sync();
        expect([all?.hasSpill, some?.hasSpill, none?.hasSpill]).toEqual([true, null, false]);
      });
    });

    documented(
      "Range.getSpillParentOrNullObject()",
      "gives the anchor; null for an ordinary cell or several cells",
      async () => {
        const spilled = sheetOf("S", [[1], [2], [3]], { spills: [{ row: 0, column: 0, rows: 3, columns: 1 }] });
        const { Excel } = open(workbookOf([spilled]));
        await Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem("S");
          const parents = ["A3", "B1", "A2:A3"].map((address) =>
            sheet.getRange(address).getSpillParentOrNullObject().load("address"),
          );
          const areas = ["A1", "A2"].map((address) =>
            sheet.getRange(address).getSpillingToRangeOrNullObject().load("address"),
          );
          await context.sync();
          expect(parents.map((range) => (range.isNullObject ? null : range.address))).toEqual(["S!A1", null, null]);
          expect(areas.map((range) => (range.isNullObject ? null : range.address))).toEqual(["S!A1:A3", null]);
        });
      },
    );
  });
}
