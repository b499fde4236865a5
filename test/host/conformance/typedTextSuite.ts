import { describe, expect } from "vitest";
import { DE_DE } from "../../../addin/playground/host/rules/culture";
import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";
import { documented, errorCode, type Open } from "./documented";

/** What is written, what `values` gives back, and what `formulas` gives back where it differs. */
const TYPED: [written: string, value: unknown, formula?: unknown][] = [
  ["Acme", "Acme"],
  ["=1+1", 0, "=1+1"],
  ["=", "="],
  ["+A1", "#NAME?", "=+A1"],
  ["-", "-"],
  ["-abc", "#NAME?", "=-abc"],
  ["'=1+1", "=1+1"],
  ["'007", "007"],
  ["007", 7],
  ["12.5", 12.5],
  ["-3", -3],
  ["1,234", 1234],
  ["1,23", "1,23"],
  ["(5)", -5],
  ["$40", 40],
  ["12%", 0.12],
  ["1E5", 100_000],
  [" 42 ", 42],
  ["4 2", "4 2"],
  ["true", true],
  ["2024-01-06", 45_297],
  ["1/6/2024", 45_297],
  ["6-Jan-2024", 45_297],
  ["12:00", 0.5],
  ["1-2", 45_293],
  ["May", "May"],
  ["Marchetti 5", "Marchetti 5"],
  ["#N/A", "#N/A"],
  ["1e", "1e"],
  ["3rd", "3rd"],
];

export function typedTextSuite(open: Open): void {
  describe("Excel.Range: typed text", () => {
    documented(
      "Range.values",
      "texts are read as typed: formulas, numbers, dates and booleans lose their text form",
      async () => {
        const { Excel } = open(workbookOf([sheetOf("S")]), { thisYear: 2024 });
        await Excel.run(async (context) => {
          const range = context.workbook.worksheets.getItem("S").getRange(`A1:A${TYPED.length}`);
          range.values = TYPED.map(([written]) => [written]);
          range.load("values,formulas");
          await context.sync();
          expect(range.values.flat()).toEqual(TYPED.map(([, value]) => value));
          expect(range.formulas.flat()).toEqual(TYPED.map(([, value, formula]) => formula ?? value));
        });
      },
    );

    documented("Range.values", "a cell formatted as text keeps what is written", async () => {
      const { Excel } = open(workbookOf([sheetOf("S")]));
      await Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("S").getRange("A1:C1");
        range.numberFormat = [["@", "@", "General"]];
        range.values = [["=1+1", "007", "007"]];
        range.load("values");
        await context.sync();
        expect(range.values).toEqual([["=1+1", "007", 7]]);
      });
    });

    documented("Range.numberFormat", "a General cell takes the format of the text's kind", async () => {
      const { Excel } = open(workbookOf([sheetOf("S")]));
      await Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("S").getRange("A1:E1");
        range.values = [["12%", "1,234.50", "2024-01-06", "$5", "7"]];
        range.load("numberFormat,text");
        await context.sync();
        expect(range.numberFormat).toEqual([["0%", "#,##0.00", "m/d/yyyy", "$#,##0", "General"]]);
        expect(range.text).toEqual([["12%", "1,234.50", "1/6/2024", "$5", "7"]]);
      });
    });

    documented("Range.values", "locale-shaped texts are stored as text", async () => {
      const { Excel } = open(workbookOf([sheetOf("S")]), { workbook: { culture: DE_DE } });
      await Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("S").getRange("A1:C1");
        range.values = [["19-8-2025", "31.12.2024", "1.5"]];
        range.load("values");
        await context.sync();
        expect(range.values).toEqual([["19-8-2025", "31.12.2024", 1.5]]);
      });
    });

    documented("Range.values", "a text has at most 32,767 characters", async () => {
      const { Excel } = open(workbookOf([sheetOf("S")]));
      const write = (length: number): Promise<unknown> =>
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem("S").getRange("A1").values = [["x".repeat(length)]];
          await context.sync();
        });
      expect(await errorCode(write(32_767))).toBe("no error");
      expect(await errorCode(write(32_768))).toBe("InvalidArgument");
    });
  });
}
