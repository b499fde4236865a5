import { describe, expect } from "vitest";
import type { Connection } from "../../../addin/playground/host/client";
import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";
import { accounts, accountTable } from "./accounts";
import { documented, errorCode, type Open } from "./documented";

export function rangeEditSuite(open: Open): void {
  describe("Excel.Range: changes", () => {
    const values = (connection: Connection, address: string): Promise<unknown[][]> =>
      connection.Excel.run(async (context) => {
        const range = context.workbook.worksheets.getFirst().getRange(address).load("values");
        await context.sync();
        return range.values;
      });

    documented(
      "Range.values",
      'takes one value for all cells, leaves null cells alone and empties "" cells',
      async () => {
        const opened = open(
          workbookOf([
            sheetOf("S", [
              [1, 2, 3],
              [4, 5, 6],
            ]),
          ]),
        );
        await opened.Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem("S");
          sheet.getRange("A1:C1").values = [[null as unknown as string, "", 9]]; // null is documented, and not in the typings
          sheet.getRange("A2:B2").values = "all" as unknown as string[][]; // a single value is documented too
          await context.sync();
        });
        expect(await values(opened, "A1:C2")).toEqual([
          [1, "", 9],
          ["all", "all", 6],
        ]);
      },
    );

    documented("Range.values", "refuses an array of another shape, before anything is written", async () => {
      const opened = open(accounts());
      for (const array of [
        [[1]],
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        [[1, 2], [3]],
      ]) {
        const work = opened.Excel.run(async (context) => {
          context.workbook.worksheets.getItem("Accounts").getRange("B2:C3").values = array;
          await context.sync();
        });
        expect(await errorCode(work)).toBe("InvalidArgument");
      }
      expect(await values(opened, "B2:C3")).toEqual([
        ["Name", "Revenue"],
        ["Acme", 50],
      ]);
    });

    documented("Range.values", "large arrays arrive complete, though the client sends them in pieces", async () => {
      const opened = open(workbookOf([sheetOf("S")]));
      const rows = Array.from({ length: 4000 }, (_, row) => [`Account ${row}`, row]);
      await opened.Excel.run(async (context) => {
        context.workbook.worksheets.getItem("S").getRange("A1:B4000").values = rows;
        await context.sync();
      });
      expect(await values(opened, "A1:B4000")).toEqual(rows);
      const work = opened.Excel.run(async (context) => {
        context.workbook.worksheets.getItem("S").getRange("A1:B3999").values = rows;
        await context.sync();
      });
      expect(await errorCode(work)).toBe("InvalidArgument");
    });

    documented("Range.insert()", "shifts cells and gives the blank range in their place", async () => {
      const opened = open(
        workbookOf([
          sheetOf("S", [
            [1, "a"],
            [2, "b"],
          ]),
        ]),
      );
      await opened.Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("S");
        const blank = sheet.getRange("A1").insert("Down").load("address,values");
        await context.sync();
        expect([blank.address, blank.values]).toEqual(["S!A1", [[""]]]);
      });
      expect(await values(opened, "A1:B3")).toEqual([
        ["", "a"],
        [1, "b"],
        [2, ""],
      ]);
    });

    documented("Range.delete()", "brings the cells below or right of it in its place", async () => {
      const opened = open(
        workbookOf([
          sheetOf("S", [
            [1, "a", true],
            [2, "b", false],
          ]),
        ]),
      );
      await opened.Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("S");
        sheet.getRange("A1").delete("Left");
        await context.sync();
        sheet.getRange("1:1").delete("Up");
        await context.sync();
      });
      expect(await values(opened, "A1:C2")).toEqual([
        [2, "b", false],
        ["", "", ""],
      ]);
    });

    documented(
      "Range.insert()",
      "is refused when it would tear a table or push filled cells off the sheet",
      async () => {
        const { Excel } = open(accountTable());
        await Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem("Accounts");
          sheet.getRange("C3").insert("Right");
          expect(await errorCode(context.sync())).toBe("InsertDeleteConflict");
          sheet.getRange("XFD1").values = [["edge"]];
          sheet.getRange("A1").insert("Right");
          expect(await errorCode(context.sync())).toBe("NonBlankCellOffSheet");
        });
      },
    );

    documented("Range.clear()", "clears values, formats, or both", async () => {
      const opened = open(workbookOf([sheetOf("S", [[1, 2]])]));
      await opened.Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("S");
        const range = sheet.getRange("A1:B1");
        range.format.fill.color = "#FF0000";
        range.numberFormat = [["0.00", "0.00"]];
        sheet.getRange("A1").clear("Contents");
        sheet.getRange("B1").clear("Formats");
        range.load("values,numberFormat");
        const fill = sheet.getRange("A1").format.fill.load("color");
        await context.sync();
        expect([range.values, range.numberFormat, fill.color]).toEqual([[["", 2]], [["0.00", "General"]], "#FF0000"]);
        range.clear();
        range.load("values,numberFormat");
        await context.sync();
        expect([range.values, range.numberFormat]).toEqual([[["", ""]], [["General", "General"]]]);
      });
    });

    documented(
      "Range.merge()",
      "keeps the top left value; writing to the other cells of a merged area is dropped",
      async () => {
        const opened = open(
          workbookOf([
            sheetOf("S", [
              [1, 2],
              [3, 4],
            ]),
          ]),
        );
        await opened.Excel.run(async (context) => {
          const range = context.workbook.worksheets.getItem("S").getRange("A1:B2");
          range.merge();
          range.load("values");
          await context.sync();
          expect(range.values).toEqual([
            [1, ""],
            ["", ""],
          ]);
          range.values = [
            ["a", "b"],
            ["c", "d"],
          ];
          range.load("values");
          await context.sync();
          expect(range.values).toEqual([
            ["a", ""],
            ["", ""],
          ]);
          range.unmerge();
          range.values = [
            ["a", "b"],
            ["c", "d"],
          ];
          range.load("values");
          await context.sync();
          expect(range.values).toEqual([
            ["a", "b"],
            ["c", "d"],
          ]);
        });
      },
    );

    documented("Range.select()", "selects the range, and activates its sheet", async () => {
      const { Excel } = open(accounts());
      await Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Other").getRange("C4:D5").select();
        const selected = context.workbook.getSelectedRange().load("address");
        await context.sync();
        expect(selected.address).toBe("Other!C4:D5");
      });
    });

    documented("RangeSort.apply()", "sorts rows by fields: numbers, texts, booleans, errors, blanks last", async () => {
      const opened = open(workbookOf([sheetOf("S", [["k"], ["b"], [2], ["#N/A"], [true], [""], ["A"], [1]])]));
      await opened.Excel.run(async (context) => {
        context.workbook.worksheets
          .getItem("S")
          .getRange("A1:A8")
          .sort.apply([{ key: 0, ascending: true }], false, true);
        await context.sync();
      });
      expect((await values(opened, "A1:A8")).flat()).toEqual(["k", 1, 2, "A", "b", true, "#N/A", ""]);
      await opened.Excel.run(async (context) => {
        context.workbook.worksheets
          .getItem("S")
          .getRange("A2:A8")
          .sort.apply([{ key: 0, ascending: false }]);
        await context.sync();
      });
      expect((await values(opened, "A2:A8")).flat()).toEqual(["#N/A", true, "b", "A", 2, 1, ""]);
    });

    documented(
      "Range.track()",
      "a tracked range keeps its cells when rows are inserted above; untrack lets it go",
      async () => {
        const { Excel, host } = open(accounts());
        const context = new Excel.RequestContext();
        const range = context.workbook.worksheets.getItem("Accounts").getRange("B3");
        range.track();
        await context.sync();
        expect(host.keptReferences).toBe(1);
        context.workbook.worksheets.getItem("Accounts").getRange("1:2").insert("Down");
        range.load("address,values");
        await context.sync();
        expect([range.address, range.values]).toEqual(["Accounts!B5", [["Acme"]]]);
        range.untrack();
        await context.sync();
        expect(host.keptReferences).toBe(0);
      },
    );

    documented("Range.set()", "sets several properties at once", async () => {
      const { Excel } = open(accounts());
      await Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Accounts").getRange("B3");
        range.set({ values: [["Apex"]], format: { font: { bold: true }, fill: { color: "#00FF00" } } });
        range.load("values,format/font/bold,format/fill/color");
        await context.sync();
        expect([range.values, range.format.font.bold, range.format.fill.color]).toEqual([[["Apex"]], true, "#00FF00"]);
      });
    });
  });
}
