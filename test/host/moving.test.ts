import { describe, expect, test } from "vitest";
import { sheetOf, workbookOf } from "../../addin/playground/host/simpleSnapshot";
import type { WorkbookSnapshot } from "../../addin/playground/host/snapshot";
import { accountTable } from "./conformance/accounts";
import { IMPLEMENTATIONS } from "./implementations";
import { type Opened, openedIn } from "./opened";

const names = ({ workbook }: Opened): string[] => workbook.tables()[0]?.columnNames.map(({ name }) => name) ?? [];

const area = ({ workbook }: Opened): number[] => {
  const [table] = workbook.tables();
  return table ? [table.row, table.column, table.rows, table.columns] : [];
};

describe.each(IMPLEMENTATIONS)("$name", ({ open }) => {
  const opened = (snapshot: WorkbookSnapshot): Opened => openedIn(open(snapshot));

  describe("a table moves", () => {
    test.each([
      { edit: "1:2", moved: [3, 1, 5, 3] },
      { edit: "4:5", moved: [1, 1, 7, 3] },
      { edit: "7:8", moved: [1, 1, 5, 3] },
      { edit: "A:A", moved: [1, 2, 5, 3] },
      { edit: "C:D", moved: [1, 1, 5, 5] },
      { edit: "E:E", moved: [1, 1, 5, 3] },
      { edit: "B1:D1", moved: [2, 1, 5, 3] },
      { edit: "B4:D4", moved: [1, 1, 6, 3] },
    ])("to $moved when $edit is inserted", ({ edit, moved }) => {
      const book = opened(accountTable());
      book.user.insert(edit);
      expect(area(book)).toEqual(moved);
    });

    test("new columns inside it get names that are free, in its header cells too", () => {
      const book = opened(accountTable());
      book.user.insert("C:D");
      expect(names(book)).toEqual(["Name", "Column1", "Column2", "Revenue", "Active"]);
      expect(book.cells(1, 1, 1, 5)).toEqual([["Name", "Column1", "Column2", "Revenue", "Active"]]);
    });

    test("a column deleted from it takes its name along", () => {
      const book = opened(accountTable());
      book.user.delete("C:C");
      expect([names(book), area(book)]).toEqual([
        ["Name", "Active"],
        [1, 1, 5, 2],
      ]);
    });

    test.each([{ edit: "C4" }, { edit: "B4:C4" }, { edit: "A3:C3" }])("and is not torn by $edit", ({ edit }) => {
      const book = opened(accountTable());
      expect(() => book.user.insert(edit)).toThrow("would shift cells of the table Accounts");
      expect(area(book)).toEqual([1, 1, 5, 3]);
    });

    test("its header row is not deleted alone", () => {
      expect(() => opened(accountTable()).user.delete("2:2")).toThrow("would shift cells of the table Accounts");
    });
  });

  describe("a person at a table", () => {
    test("grows it by typing right below or right of it; an add-in does not", async () => {
      const book = opened(accountTable());
      await book.Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Accounts").getRange("B7").values = [["by the add-in"]];
        await context.sync();
      });
      expect(area(book)).toEqual([1, 1, 5, 3]);
      book.user.type("Accounts!B7", "Elm");
      book.user.type("Accounts!E2", "Tier");
      expect([area(book), names(book)]).toEqual([
        [1, 1, 6, 4],
        ["Name", "Revenue", "Active", "Tier"],
      ]);
    });

    test("inserts and deletes its rows and columns", () => {
      const book = opened(accountTable());
      book.user.insertTableRows("Accounts", 1, 2);
      book.user.deleteTableRows("Accounts", 0);
      book.user.insertTableColumn("Accounts", 3, "Tier");
      book.user.deleteTableColumn("Accounts", "Revenue");
      expect([area(book), names(book)]).toEqual([
        [1, 1, 6, 3],
        ["Name", "Active", "Tier"],
      ]);
      expect(book.cells(2, 1, 3, 2)).toEqual([
        ["", ""],
        ["", ""],
        ["Birch", false],
      ]);
    });

    test("a body whose rows are all deleted keeps one, blank", () => {
      const book = opened(accountTable());
      book.user.deleteTableRows("Accounts", 0, 4);
      expect([area(book), book.cells(2, 1, 1, 3), book.cells(4, 1, 1, 1)]).toEqual([
        [1, 1, 2, 3],
        [["", "", ""]],
        [["note"]],
      ]);
    });

    test("cannot write to locked cells", () => {
      const book = opened(accountTable());
      book.user.protect("Accounts");
      expect(() => book.user.type("Accounts!B3", "x")).toThrow("locked");
      book.user.unprotect("Accounts");
      book.user.type("Accounts!B3", "x");
      expect(book.cells(2, 1, 1, 1)).toEqual([["x"]]);
    });
  });

  describe("references", () => {
    test.each([
      { edit: "1:1", formula: "=SUM(B3:B5)+$A$2*'S'!C2" },
      { edit: "3:3", formula: "=SUM(B2:B5)+$A$1*'S'!C1" },
      { edit: "A:A", formula: "=SUM(C2:C4)+$B$1*'S'!D1" },
    ])("in formulas move when $edit is inserted", ({ edit, formula }) => {
      const formulas = [{ row: 0, column: 9, formula: "=SUM(B2:B4)+$A$1*'S'!C1" }];
      const book = opened(workbookOf([sheetOf("T", [], { formulas: [] }), sheetOf("S", [], { formulas })]));
      book.user.insert(`S!${edit}`);
      expect(book.workbook.snapshot().sheets[1]?.formulas[0]?.formula).toBe(formula);
    });

    test("follow a renamed sheet, and break with a deleted one; texts and functions are left alone", () => {
      const formulas = [{ row: 0, column: 0, formula: '=Data!A1&"Data!A1"&LOG10(Data!B2)' }];
      const name = { name: "mark", formula: "=Data!$A$1", isVisible: true, comment: "" };
      const book = opened(workbookOf([sheetOf("S", [[1]], { formulas }), sheetOf("Data")], { names: [name] }));
      book.user.renameSheet("Data", "My Data");
      const now = (): unknown[] => [
        book.workbook.snapshot().sheets[0]?.formulas[0]?.formula,
        book.workbook.names()[0]?.formula,
      ];
      expect(now()).toEqual([`='My Data'!A1&"Data!A1"&LOG10('My Data'!B2)`, "='My Data'!$A$1"]);
      book.user.deleteSheet("My Data");
      expect(now()).toEqual(['=#REF!&"Data!A1"&LOG10(#REF!)', "=#REF!"]);
    });
  });
});
