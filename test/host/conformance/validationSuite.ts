import { describe, expect } from "vitest";
import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";
import { User } from "../../../addin/playground/host/user";
import { documented, errorCode, stated, type Open } from "./documented";

/** Kinds to choose from in A2:A4 of "Lists", and three entries in B2:B4 of "Overrides", the last of which is no kind. */
const overrides = () =>
  workbookOf([
    sheetOf("Overrides", [
      ["Account", "Kind", "Until"],
      ["Acme", "Pin", 46_053],
      ["Birch", "floor", ""],
      ["Cedar", "Roof", 3],
    ]),
    sheetOf("Lists", [["Kinds"], ["Pin"], ["Floor"], ["Ceiling"]]),
  ]);

export function validationSuite(open: Open): void {
  describe("Excel.DataValidation", () => {
    documented(
      "DataValidation.rule",
      "a list takes its choices from a range, which comes back as a formula",
      async () => {
        const { Excel, host } = open(overrides());
        await Excel.run(async (context) => {
          const { worksheets } = context.workbook;
          const { dataValidation } = worksheets.getItem("Overrides").getRange("B2:B4");
          const source = worksheets.getItem("Lists").getRange("A2:A4");
          dataValidation.rule = { list: { inCellDropDown: true, source } };
          dataValidation.load("rule,type,ignoreBlanks,prompt,errorAlert");
          await context.sync();
          expect(dataValidation.rule).toEqual({ list: { inCellDropDown: true, source: "=Lists!$A$2:$A$4" } });
          expect([dataValidation.type, dataValidation.ignoreBlanks]).toEqual(["List", true]);
          expect(dataValidation.prompt).toEqual({ showPrompt: true, title: "", message: "" });
          expect(dataValidation.errorAlert).toEqual({ showAlert: true, style: "Stop", title: "", message: "" });
        });
        const user = new User(host.workbook);
        user.insert("Lists!1:1");
        user.insert("Overrides!3:3");
        user.renameSheet("Lists", "Our lists");
        const [sheet] = host.workbook.sheets();
        const whole = { row: 0, column: 0, rows: 9, columns: 9 };
        const [moved, ...others] = host.workbook.validationsWithin(sheet?.id ?? "", whole);
        expect([moved?.area, others]).toEqual([{ row: 1, column: 1, rows: 4, columns: 1 }, []]);
        expect(moved?.value.rule).toMatchObject({ source: "='Our lists'!$A$3:$A$5" });
        user.type("Overrides!B3", "ceiling");
        expect(() => user.type("Overrides!B3", "Roof")).toThrow("doesn't match");
      },
    );

    documented("DataValidation.valid", "is true, false, or null when only some cells are valid", async () => {
      const { Excel } = open(overrides());
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Overrides");
        const { dataValidation } = sheet.getRange("B2:B4");
        dataValidation.rule = { list: { inCellDropDown: false, source: "=Lists!$A$2:$A$4" } };
        const found = ["B2:B3", "B4", "B:B"].map((address) => sheet.getRange(address).dataValidation.load("valid"));
        const invalid = dataValidation.getInvalidCells().load("address");
        const none = sheet.getRange("B2:B3").dataValidation.getInvalidCellsOrNullObject().load("address");
        await context.sync();
        expect(found.map(({ valid }) => valid as boolean | null)).toEqual([true, false, null]);
        expect([invalid.address, none.isNullObject]).toEqual(["Overrides!B4", true]);
        sheet.getRange("B2").dataValidation.getInvalidCells().load("address");
        expect(await errorCode(context.sync())).toBe("ItemNotFound");
        dataValidation.rule = { list: { inCellDropDown: true, source: "Pin,floor, Roof" } };
        dataValidation.load("valid");
        await context.sync();
        expect(dataValidation.valid).toBe(true);
      });
    });

    documented(
      "DataValidation.type",
      "is MixedCriteria when some cells have a rule, Inconsistent when they have different ones, None without",
      async () => {
        const { Excel } = open(overrides());
        await Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem("Overrides");
          sheet.getRange("A2:A4").dataValidation.rule = {
            textLength: { formula1: 255, operator: "LessThanOrEqualTo" },
          };
          sheet.getRange("C2:C4").dataValidation.rule = {
            date: { formula1: "2026-01-31", operator: "GreaterThanOrEqualTo" },
          };
          sheet.getRange("C4").dataValidation.rule = { wholeNumber: { formula1: 1, formula2: 5, operator: "Between" } };
          const found = ["A2:A4", "A2:B2", "C2:C4", "D1", "C2"].map((address) =>
            sheet.getRange(address).dataValidation.load("type,rule,valid"),
          );
          await context.sync();
          expect(found.map(({ type }) => type)).toEqual([
            "TextLength",
            "MixedCriteria",
            "Inconsistent",
            "None",
            "Date",
          ]);
          expect(found.map(({ rule }) => rule as unknown)).toEqual([
            { textLength: { operator: "LessThanOrEqualTo", formula1: "=255" } },
            null,
            null,
            {},
            { date: { operator: "GreaterThanOrEqualTo", formula1: "=46053" } },
          ]);
          expect(found.map(({ valid }) => valid)).toEqual([true, true, true, true, true]);
          sheet.getRange("E1").dataValidation.rule = { custom: { formula: "=A1>1" }, wholeNumber: undefined };
          sheet.getRange("E2").dataValidation.rule = {};
          expect(await errorCode(context.sync())).toBe("InvalidArgument");
        });
      },
    );

    documented("DataValidation.prompt", "and the alert are kept beside the rule, with or without one", async () => {
      const { Excel } = open(overrides());
      await Excel.run(async (context) => {
        const { dataValidation } = context.workbook.worksheets.getItem("Overrides").getRange("A2:A4");
        dataValidation.prompt = { showPrompt: true, title: "Account", message: "As it stands in the list" };
        dataValidation.errorAlert = { showAlert: true, style: "Warning", title: "Unknown", message: "Not in the list" };
        dataValidation.ignoreBlanks = false;
        dataValidation.load("type,prompt,errorAlert,ignoreBlanks");
        await context.sync();
        expect([dataValidation.type, dataValidation.ignoreBlanks]).toEqual(["None", false]);
        expect(dataValidation.prompt.title).toBe("Account");
        expect(dataValidation.errorAlert).toEqual({
          showAlert: true,
          style: "Warning",
          title: "Unknown",
          message: "Not in the list",
        });
      });
    });

    documented(
      "DataValidation.clear()",
      "clears only the overlapping cells, and Range.clear() clears it too",
      async () => {
        const { Excel } = open(overrides());
        await Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem("Overrides");
          sheet.getRange("B2:B9").dataValidation.rule = { list: { inCellDropDown: true, source: "Pin,Floor" } };
          sheet.getRange("B1:B3").dataValidation.clear();
          sheet.getRange("B9").clear();
          sheet.getRange("B8").clear("Contents");
          const types = ["B2:B3", "B4:B8", "B9"].map((address) => sheet.getRange(address).dataValidation.load("type"));
          await context.sync();
          expect(types.map(({ type }) => type)).toEqual(["None", "List", "None"]);
          sheet.protection.protect();
          sheet.getRange("B4").dataValidation.clear();
          expect(await errorCode(context.sync())).toBe("AccessDenied");
        });
      },
    );

    stated(
      "support.microsoft.com/office/apply-data-validation-to-cells",
      "what an add-in or a paste writes is not stopped, only what is typed",
      async () => {
        const { Excel, host } = open(overrides());
        await Excel.run(async (context) => {
          const range = context.workbook.worksheets.getItem("Overrides").getRange("B2:B4");
          range.dataValidation.rule = { list: { inCellDropDown: true, source: "Pin,Floor" } };
          range.values = [["no kind"], ["Pin"], [""]];
          range.dataValidation.load("valid");
          await context.sync();
          expect(range.dataValidation.valid as boolean | null).toBeNull();
        });
        const user = new User(host.workbook);
        user.paste("Overrides!B3", [["no kind either"]]);
        expect(() => user.type("Overrides!B3", "nor this")).toThrow("doesn't match");
        user.type("Overrides!B3", "");
      },
    );
  });
}
