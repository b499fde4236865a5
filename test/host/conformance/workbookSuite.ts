import { describe, expect } from "vitest";
import { DE_DE } from "../../../addin/playground/host/rules/culture";
import { User } from "../../../addin/playground/host/user";
import { accounts } from "./accounts";
import { documented, errorCode, type Open } from "./documented";

export function workbookSuite(open: Open): void {
  describe("Excel.Workbook and Excel.Application", () => {
    documented("Workbook.getSelectedRange()", "gives the selected range", async () => {
      const { Excel, host } = open(accounts());
      new User(host.workbook).select("Accounts!B3:C4");
      const address = await Excel.run(async (context) => {
        const range = context.workbook.getSelectedRange().load("address");
        await context.sync();
        return range.address;
      });
      expect(address).toBe("Accounts!B3:C4");
    });

    documented("Workbook.getSelectedRange()", "throws when several ranges are selected, or a shape", async () => {
      const { Excel, host } = open(accounts());
      const select = (): Promise<unknown> =>
        Excel.run(async (context) => {
          context.workbook.getSelectedRange().load("address");
          await context.sync();
        });
      new User(host.workbook).select("B3", "D5");
      expect(await errorCode(select())).toBe("InvalidSelection");
      new User(host.workbook).select();
      expect(await errorCode(select())).toBe("InvalidSelection");
    });

    documented("Workbook.getSelectedRanges()", "gives all of them as RangeAreas", async () => {
      const { Excel, host } = open(accounts());
      new User(host.workbook).select("B3", "D5:D6");
      await Excel.run(async (context) => {
        const areas = context.workbook.getSelectedRanges().load("areaCount,address,cellCount");
        areas.areas.load("items/address");
        areas.worksheet.load("name");
        const count = areas.areas.getCount();
        const second = areas.areas.getItemAt(1).load("rowCount");
        const rules = areas.conditionalFormats.getCount();
        await context.sync();
        expect([areas.areaCount, areas.cellCount, areas.address]).toEqual([2, 3, "Accounts!B3,Accounts!D5:D6"]);
        expect(areas.areas.items.map(({ address }) => address)).toEqual(["Accounts!B3", "Accounts!D5:D6"]);
        expect([areas.worksheet.name, count.value, second.rowCount, rules.value]).toEqual(["Accounts", 2, 2, 0]);
        areas.track();
        await context.sync();
        areas.untrack();
      });
      await host.settled(); // the client lets its other ranges go after the run
      expect(host.keptReferences).toBe(0);
    });

    documented("Workbook.getActiveCell()", "gives one cell of a larger selection", async () => {
      const { Excel, host } = open(accounts());
      new User(host.workbook).select("B3:C9");
      await Excel.run(async (context) => {
        const cell = context.workbook.getActiveCell().load("address");
        await context.sync();
        expect(cell.address).toBe("Accounts!B3");
      });
    });

    documented("Workbook.readOnly", "tells whether the workbook is read-only, where writing is denied", async () => {
      const { Excel } = open(accounts(), { workbook: { isReadOnly: true, name: "Pipeline.xlsx" } });
      const work = Excel.run(async (context) => {
        const workbook = context.workbook.load("readOnly,name,isDirty");
        await context.sync();
        expect([workbook.readOnly, workbook.name, workbook.isDirty]).toEqual([true, "Pipeline.xlsx", false]);
        workbook.worksheets.getItem("Accounts").getRange("A1").values = [[1]];
        await context.sync();
      });
      expect(await errorCode(work)).toBe("AccessDenied");
    });

    documented(
      "WorkbookProtection.protected",
      "tells whether the structure is protected; sheets cannot be added then",
      async () => {
        const { Excel } = open(accounts(), { workbook: { isStructureProtected: true } });
        const work = Excel.run(async (context) => {
          const protection = context.workbook.protection.load("protected");
          await context.sync();
          expect(protection.protected).toBe(true);
          context.workbook.worksheets.add("New");
          await context.sync();
        });
        expect(await errorCode(work)).toBe("AccessDenied");
      },
    );

    documented(
      "Functions.date()",
      "gives the serial number of a day, by which the workbook's date system is told",
      async () => {
        const { Excel } = open({ ...accounts(), date1904: true });
        await Excel.run(async (context) => {
          const day = context.workbook.functions.date(1904, 1, 2).load("value,error");
          await context.sync();
          expect([day.value, day.error]).toEqual([1, null]);
        });
      },
    );

    documented("Application.cultureInfo", "gives the culture's separators and date pattern", async () => {
      const { Excel } = open(accounts(), { workbook: { culture: DE_DE } });
      await Excel.run(async (context) => {
        const { application } = context.workbook;
        application.load("calculationMode,decimalSeparator,thousandsSeparator");
        application.cultureInfo.load("name");
        application.cultureInfo.numberFormat.load("numberDecimalSeparator,numberGroupSeparator");
        application.cultureInfo.datetimeFormat.load("shortDatePattern");
        application.suspendApiCalculationUntilNextSync();
        application.suspendScreenUpdatingUntilNextSync();
        await context.sync();
        const { numberFormat, datetimeFormat, name } = application.cultureInfo;
        expect([name, numberFormat.numberDecimalSeparator, numberFormat.numberGroupSeparator]).toEqual([
          "de-DE",
          ",",
          ".",
        ]);
        expect(datetimeFormat.shortDatePattern).toBe("dd.MM.yyyy");
        expect([application.calculationMode, application.decimalSeparator, application.thousandsSeparator]).toEqual([
          "Automatic",
          ",",
          ".",
        ]);
      });
    });
  });
}
