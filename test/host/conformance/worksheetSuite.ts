import { describe, expect } from "vitest";
import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";
import { accounts } from "./accounts";
import { documented, errorCode, type Open } from "./documented";

export function worksheetSuite(open: Open): void {
  describe("Excel.Worksheet and Excel.WorksheetCollection", () => {
    documented("WorksheetCollection.getItem()", "finds a sheet by its name or its id", async () => {
      const { Excel } = open(accounts());
      await Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        const named = worksheets.getItem("other").load("id,name,position");
        const missing = worksheets.getItemOrNullObject("Nope").load("name");
        worksheets.load("items/name");
        await context.sync();
        const byId = worksheets.getItem(named.id).load("name");
        await context.sync();
        expect([named.name, byId.name, named.position]).toEqual(["Other", "Other", 1]);
        expect(missing.isNullObject).toBe(true);
        expect(worksheets.items.map(({ name }) => name)).toEqual(["Accounts", "Other"]);
      });
      const work = Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Nope").load("name");
        await context.sync();
      });
      expect(await errorCode(work)).toBe("ItemNotFound");
    });

    documented(
      "WorksheetCollection.add()",
      "adds at the end, without activating; a taken or malformed name is refused",
      async () => {
        const { Excel, host } = open(accounts());
        await Excel.run(async (context) => {
          const { worksheets } = context.workbook;
          const added = worksheets.add("Tier Summary").load("position");
          const unnamed = worksheets.add().load("name");
          const active = worksheets.getActiveWorksheet().load("name");
          const [all, shown] = [worksheets.getCount(), worksheets.getCount(true)];
          const [first, last] = [worksheets.getFirst().load("name"), worksheets.getLast().load("name")];
          await context.sync();
          expect([added.position, unnamed.name, active.name]).toEqual([2, "Sheet1", "Accounts"]);
          expect([all.value, shown.value, first.name, last.name]).toEqual([4, 4, "Accounts", "Sheet1"]);
        });
        for (const name of ["TIER summary", "a/b", "x".repeat(32), "'q"]) {
          const work = Excel.run(async (context) => {
            context.workbook.worksheets.add(name);
            await context.sync();
          });
          expect(await errorCode(work)).toBe(name === "TIER summary" ? "ItemAlreadyExists" : "InvalidArgument");
        }
        expect(host.workbook.sheets()).toHaveLength(4);
      },
    );

    documented("Worksheet.name", "can be set to fewer than 32 characters", async () => {
      const { Excel } = open(accounts());
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Other");
        sheet.name = "Tier History";
        sheet.position = 0;
        sheet.activate();
        sheet.load("name,position");
        const active = context.workbook.worksheets.getActiveWorksheet().load("name");
        await context.sync();
        expect([sheet.name, sheet.position, active.name]).toEqual(["Tier History", 0, "Tier History"]);
        sheet.name = "Accounts";
        expect(await errorCode(context.sync())).toBe("ItemAlreadyExists");
      });
    });

    documented("Worksheet.delete()", "fails with InvalidOperation on a very hidden sheet", async () => {
      const { Excel, host } = open(accounts());
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Other");
        sheet.visibility = "VeryHidden";
        sheet.load("visibility");
        await context.sync();
        expect(sheet.visibility).toBe("VeryHidden");
        sheet.delete();
        expect(await errorCode(context.sync())).toBe("InvalidOperation");
        sheet.visibility = "Hidden";
        sheet.delete();
        await context.sync();
      });
      expect(host.workbook.sheets().map(({ name }) => name)).toEqual(["Accounts"]);
    });

    documented("Worksheet.visibility", "one sheet stays visible", async () => {
      const { Excel } = open(workbookOf([sheetOf("Only")]));
      const work = Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Only").visibility = "Hidden";
        await context.sync();
      });
      expect(await errorCode(work)).toBe("InvalidOperation");
    });

    documented("Worksheet.getRange()", "takes an address, a name, or nothing for the whole sheet", async () => {
      const { Excel } = open(accounts());
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Accounts");
        const whole = sheet.getRange().load("address,cellCount,values");
        const block = sheet.getRange("$b$2:C3").load("address");
        const indexed = sheet.getRangeByIndexes(1, 2, 3, 1).load("address");
        const cell = sheet.getCell(0, 27).load("address");
        await context.sync();
        expect([block.address, indexed.address, cell.address]).toEqual([
          "Accounts!B2:C3",
          "Accounts!C2:C4",
          "Accounts!AB1",
        ]);
        expect([whole.cellCount, whole.values]).toEqual([-1, null]);
        sheet.getRange("not an address");
        expect(await errorCode(context.sync())).toBe("InvalidArgument");
      });
    });

    documented(
      "Worksheet.getUsedRange()",
      "is the smallest range around all cells with a value, or A1 on a blank sheet",
      async () => {
        const { Excel } = open(accounts());
        await Excel.run(async (context) => {
          const used = context.workbook.worksheets.getItem("Accounts").getUsedRange(true).load("address");
          const blank = context.workbook.worksheets.getItem("Other").getUsedRange().load("address");
          await context.sync();
          expect([used.address, blank.address]).toEqual(["Accounts!B2:D8", "Other!A1"]);
        });
      },
    );

    documented(
      "Worksheet.getUsedRangeOrNullObject()",
      "counts formats unless only values are wanted, and is null on a blank sheet",
      async () => {
        const painted = sheetOf("S", [["a"]], {
          styles: [{ row: 4, column: 1, rows: 1, columns: 1, fill: "#FF0000" }],
        });
        const { Excel } = open(workbookOf([painted, sheetOf("Blank")]));
        await Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem("S");
          const all = sheet.getUsedRangeOrNullObject().load("address");
          const values = sheet.getUsedRangeOrNullObject(true).load("address");
          const blank = context.workbook.worksheets.getItem("Blank").getUsedRangeOrNullObject().load("address");
          await context.sync();
          expect([all.address, values.address, blank.isNullObject]).toEqual(["S!A1:B5", "S!A1", true]);
        });
      },
    );

    documented(
      "WorksheetProtection.protect()",
      "denies writing to locked cells, and fails when already protected",
      async () => {
        const { Excel, host } = open(accounts());
        await Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem("Accounts");
          sheet.getRange("A1").format.protection.locked = false;
          sheet.protection.protect();
          sheet.protection.load("protected");
          sheet.getRange("A1").values = [["allowed"]];
          await context.sync();
          expect(sheet.protection.protected).toBe(true);
          sheet.getRange("B3").values = [["denied"]];
          expect(await errorCode(context.sync())).toBe("AccessDenied");
          sheet.getRange("3:3").insert("Down");
          expect(await errorCode(context.sync())).toBe("AccessDenied");
          sheet.protection.protect();
          expect(await errorCode(context.sync())).toBe("InvalidOperation");
          sheet.protection.unprotect();
          sheet.getRange("B3").values = [["again"]];
          await context.sync();
        });
        const [sheet] = host.workbook.sheets();
        expect(host.workbook.readValues(sheet?.id ?? "", { row: 0, column: 0, rows: 3, columns: 2 })).toEqual([
          ["allowed", ""],
          ["", "Name"],
          ["", "again"],
        ]);
      },
    );

    documented("Worksheet.tabColor", "is blank for Excel's own, and null on a sheet that is not visible", async () => {
      const { Excel } = open(accounts());
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Other").load("tabColor,showGridlines");
        await context.sync();
        expect([sheet.tabColor, sheet.showGridlines]).toEqual(["", true]);
        sheet.tabColor = "#1f6f50";
        sheet.showGridlines = false;
        sheet.load("tabColor,showGridlines");
        await context.sync();
        expect([sheet.tabColor, sheet.showGridlines]).toEqual(["#1F6F50", false]);
        sheet.visibility = "VeryHidden";
        sheet.load("tabColor");
        await context.sync();
        expect(sheet.tabColor as string | null).toBeNull();
        sheet.tabColor = "";
        await context.sync();
      });
    });

    documented("PageLayout.zoom", "is a scale from 10 to 400, or so many pages", async () => {
      const { Excel } = open(accounts());
      await Excel.run(async (context) => {
        const { pageLayout } = context.workbook.worksheets.getItem("Other");
        pageLayout.load("orientation,zoom");
        await context.sync();
        expect([pageLayout.orientation, pageLayout.zoom]).toEqual([
          "Portrait",
          { horizontalFitToPages: null, scale: 100, verticalFitToPages: null },
        ]);
        pageLayout.orientation = "Landscape";
        pageLayout.zoom = { horizontalFitToPages: 1 };
        pageLayout.load("orientation,zoom");
        await context.sync();
        expect([pageLayout.orientation, pageLayout.zoom]).toEqual([
          "Landscape",
          { horizontalFitToPages: 1, scale: null, verticalFitToPages: null },
        ]);
        for (const zoom of [{ scale: 9 }, { scale: 100, verticalFitToPages: 1 }, {}]) {
          pageLayout.zoom = zoom;
          expect(await errorCode(context.sync())).toBe("InvalidArgument");
        }
      });
    });

    documented("WorksheetFreezePanes.freezeAt()", "freezes the rows and columns up to the range's end", async () => {
      const { Excel } = open(accounts());
      await Excel.run(async (context) => {
        const panes = context.workbook.worksheets.getItem("Accounts").freezePanes;
        const found: string[] = [];
        for (const address of ["A1:B2", "1:3", "A:A"]) {
          panes.freezeAt(address);
          const location = panes.getLocationOrNullObject().load("address");
          await context.sync();
          found.push(location.address);
        }
        expect(found).toEqual(["Accounts!A1:B2", "Accounts!1:3", "Accounts!A:A"]);
      });
    });

    documented(
      "WorksheetFreezePanes.freezeRows()",
      "freezes the top rows; getLocationOrNullObject tells which",
      async () => {
        const { Excel } = open(accounts());
        await Excel.run(async (context) => {
          const panes = context.workbook.worksheets.getItem("Accounts").freezePanes;
          panes.freezeRows(2);
          const rows = panes.getLocationOrNullObject().load("address");
          await context.sync();
          panes.freezeColumns(1);
          const columns = panes.getLocationOrNullObject().load("address");
          await context.sync();
          panes.unfreeze();
          const none = panes.getLocationOrNullObject().load("address");
          await context.sync();
          expect([rows.address, columns.address, none.isNullObject]).toEqual(["Accounts!1:2", "Accounts!A:A", true]);
        });
      },
    );
  });
}
