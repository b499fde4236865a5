import { describe, expect } from "vitest";
import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";
import { documented, errorCode, type Open } from "./documented";

export function formatSuite(open: Open): void {
  describe("Excel.RangeFormat", () => {
    documented(
      "RangeFill.color",
      "is #RRGGBB with or without #; clear takes it away; null where cells differ",
      async () => {
        const { Excel } = open(workbookOf([sheetOf("S")]));
        await Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem("S");
          sheet.getRange("A1").format.fill.color = "FFA500";
          const painted = sheet.getRange("A1").format.fill.load("color");
          const mixed = sheet.getRange("A1:B1").format.fill.load("color");
          await context.sync();
          expect([painted.color, mixed.color]).toEqual(["#FFA500", null]);
          painted.clear();
          painted.load("color");
          await context.sync();
          expect(painted.color).toBe("#FFFFFF");
        });
      },
    );

    documented("RangeFont.bold", "and the font's other properties are set and read back", async () => {
      const { Excel } = open(workbookOf([sheetOf("S")]));
      await Excel.run(async (context) => {
        const { format } = context.workbook.worksheets.getItem("S").getRange("A1:B2");
        format.font.set({ bold: true, italic: true, color: "#0000ff", name: "Aptos", size: 12 });
        format.set({ wrapText: true, horizontalAlignment: "Center", verticalAlignment: "Top" });
        format.load("wrapText,horizontalAlignment,verticalAlignment");
        format.font.load("bold,italic,color,name,size");
        await context.sync();
        const { bold, italic, color, name, size } = format.font;
        expect([bold, italic, color, name, size]).toEqual([true, true, "#0000FF", "Aptos", 12]);
        expect([format.wrapText, format.horizontalAlignment, format.verticalAlignment]).toEqual([
          true,
          "Center",
          "Top",
        ]);
      });
    });

    documented("RangeFormat.columnWidth", "is null when the columns differ", async () => {
      const { Excel } = open(workbookOf([sheetOf("S", [["a long account name", "x"]])]));
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("S");
        sheet.getRange("B:B").format.columnWidth = 90;
        sheet.getRange("2:3").format.rowHeight = 30;
        const [one, two] = ["B1", "A1:B1"].map((address) =>
          sheet.getRange(address).format.load("columnWidth,rowHeight"),
        );
        const row = sheet.getRange("A2").format.load("rowHeight");
        await context.sync();
        expect([one?.columnWidth, two?.columnWidth, one?.rowHeight, row.rowHeight]).toEqual([90, null, 15, 30]);
      });
    });

    documented(
      "RangeFormat.useStandardWidth",
      "tells whether the width is the sheet's, null when the columns differ; true gives it, false does nothing",
      async () => {
        const { Excel } = open(workbookOf([sheetOf("S", [[1, 2, 3, 4]], { columnWidths: { 1: 100, 2: 100 } })]));
        await Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem("S");
          const look = async () => {
            const formats = ["A:A", "B2", "B1:C1", "C:D", "A:D"].map((address) =>
              sheet.getRange(address).format.load("useStandardWidth"),
            );
            await context.sync();
            return formats.map(({ useStandardWidth }) => useStandardWidth as boolean | null);
          };
          expect(await look()).toEqual([true, false, false, null, null]);
          sheet.getRange("A:D").format.useStandardWidth = false;
          expect(await look()).toEqual([true, false, false, null, null]);
          sheet.getRange("C1").format.useStandardWidth = true;
          const { format } = sheet.getRange("C:C");
          format.load("columnWidth");
          expect(await look()).toEqual([true, false, null, true, null]);
          expect(format.columnWidth).toBe(48);
          sheet.getRange("A:A").format.columnWidth = 60;
          expect(await look()).toEqual([false, false, null, true, null]);
        });
      },
    );

    documented("RangeFormat.autofitColumns()", "widens a column for its longest text", async () => {
      const { Excel } = open(workbookOf([sheetOf("S", [["a long account name indeed", "x"]])]));
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("S");
        sheet.getRange("A:B").format.autofitColumns();
        sheet.getRange("A1:B1").format.autofitRows();
        const [long, short] = ["A1", "B1"].map((address) => sheet.getRange(address).format.load("columnWidth"));
        await context.sync();
        expect(long?.columnWidth).toBeGreaterThan(short?.columnWidth ?? 0);
      });
    });

    documented("FormatProtection.locked", "is true unless unlocked, and null when cells differ", async () => {
      const { Excel } = open(workbookOf([sheetOf("S")]));
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("S");
        sheet.getRange("A1").format.protection.locked = false;
        const [unlocked, mixed, locked] = ["A1", "A1:A2", "A2"].map((address) =>
          sheet.getRange(address).format.protection.load("locked"),
        );
        await context.sync();
        expect([unlocked?.locked, mixed?.locked, locked?.locked]).toEqual([false, null, true]);
      });
    });

    documented("Range.numberFormat", "an array of another shape is refused", async () => {
      const { Excel } = open(workbookOf([sheetOf("S")]));
      const work = Excel.run(async (context) => {
        context.workbook.worksheets.getItem("S").getRange("A1:B2").numberFormat = [["0", "0"]];
        await context.sync();
      });
      expect(await errorCode(work)).toBe("InvalidArgument");
    });
  });
}
