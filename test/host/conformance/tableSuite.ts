import { describe, expect } from "vitest";
import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";
import { User } from "../../../addin/playground/host/user";
import { accounts, accountTable } from "./accounts";
import { documented, errorCode, type Open, stated } from "./documented";

export function tableSuite(open: Open): void {
  describe("Excel.Table", () => {
    documented(
      "TableCollection.add()",
      "makes a table of an address; overlapping another table is an error",
      async () => {
        const { Excel } = open(accounts());
        await Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem("Accounts");
          const table = sheet.tables.add("B2:D6", true).load("name,id,showHeaders,showTotals,style");
          table.columns.load("items/name,items/id,items/index,count");
          const counts = [context.workbook.tables.getCount(), sheet.tables.getCount()];
          await context.sync();
          expect([table.name, table.showHeaders, table.showTotals, table.style]).toEqual([
            "Table1",
            true,
            false,
            "TableStyleMedium2",
          ]);
          expect(table.columns.items.map(({ id, name, index }) => [id, name, index])).toEqual([
            [1, "Name", 0],
            [2, "Revenue", 1],
            [3, "Active", 2],
          ]);
          expect(counts.map(({ value }) => value)).toEqual([1, 1]);
          sheet.tables.add("D6:E7", true);
          expect(await errorCode(context.sync())).toBe("InvalidArgument");
          sheet.tables.add("nonsense", true);
          expect(await errorCode(context.sync())).toBe("InvalidArgument");
        });
      },
    );

    documented("TableCollection.add()", "without headers, writes some and shifts the data down a row", async () => {
      const { Excel } = open(workbookOf([sheetOf("S", [[1, 2], [3, 4], ["below"]])]));
      await Excel.run(async (context) => {
        const table = context.workbook.tables.add("S!A1:B2", false);
        const range = context.workbook.worksheets.getItem("S").getRange("A1:B4").load("values");
        const whole = table.getRange().load("address");
        await context.sync();
        expect([whole.address, range.values]).toEqual([
          "S!A1:B3",
          [
            ["Column1", "Column2"],
            [1, 2],
            [3, 4],
            ["below", ""],
          ],
        ]);
      });
    });

    documented("TableCollection.getItem()", "finds a table by name or id", async () => {
      const { Excel } = open(accountTable());
      await Excel.run(async (context) => {
        const { tables } = context.workbook;
        tables.load("items/name,count");
        const [named, byId] = ["ACCOUNTS", "{T1}"].map((key) => tables.getItem(key).load("name"));
        const first = tables.getItemAt(0).load("id");
        const missing = tables.getItemOrNullObject("Nope").load("name");
        named?.worksheet.load("name");
        await context.sync();
        expect([tables.count, named?.name, byId?.name, first.id, missing.isNullObject]).toEqual([
          1,
          "Accounts",
          "Accounts",
          "{T1}",
          true,
        ]);
        expect([tables.items.map(({ name }) => name), named?.worksheet.name]).toEqual([["Accounts"], "Accounts"]);
        tables.getItem("Nope").load("name");
        expect(await errorCode(context.sync())).toBe("ItemNotFound");
      });
    });

    stated("OfficeDev/office-js#551", "a table's name is taken for the whole workbook: InvalidArgument", async () => {
      const { Excel } = open(accountTable());
      await Excel.run(async (context) => {
        const table = context.workbook.worksheets.getItem("Other").tables.add("A1:B2", true);
        for (const name of ["ACCOUNTS", "A1", "1st", "two words"]) {
          table.name = name;
          expect(await errorCode(context.sync())).toBe("InvalidArgument");
        }
      });
    });

    documented("Table.getDataBodyRange()", "and the header and whole ranges", async () => {
      const { Excel } = open(accountTable());
      await Excel.run(async (context) => {
        const table = context.workbook.tables.getItem("Accounts");
        const ranges = [table.getRange(), table.getHeaderRowRange(), table.getDataBodyRange()].map((range) =>
          range.load("address"),
        );
        await context.sync();
        expect(ranges.map(({ address }) => address)).toEqual(["Accounts!B2:D6", "Accounts!B2:D2", "Accounts!B3:D6"]);
        table.getTotalRowRange().load("address");
        expect(await errorCode(context.sync())).toBe("ItemNotFound");
      });
    });

    documented(
      "Table.showTotals",
      "shows a total row below and pushes the cells there down; removes it again",
      async () => {
        const { Excel } = open(accountTable());
        await Excel.run(async (context) => {
          const table = context.workbook.tables.getItem("Accounts");
          table.showTotals = true;
          const total = table.getTotalRowRange().load("address");
          const column = table.columns.getItemAt(0).getTotalRowRange().load("values");
          const note = context.workbook.worksheets.getItem("Accounts").getRange("B9").load("values");
          await context.sync();
          expect([total.address, column.values, note.values]).toEqual(["Accounts!B7:D7", [["Total"]], [["note"]]]);
          table.showTotals = false;
          table.showHeaders = false;
          const whole = table.getRange().load("address");
          await context.sync();
          expect(whole.address).toBe("Accounts!B3:D6");
          table.showHeaders = true;
          table.style = "TableStyleLight1";
          table.load("style");
          const header = table.getHeaderRowRange().load("values");
          await context.sync();
          expect([header.values, table.style]).toEqual([[["Name", "Revenue", "Active"]], "TableStyleLight1"]);
        });
      },
    );

    documented("Table.resize()", "the new range must overlap the old one and start in the same row", async () => {
      const { Excel } = open(accountTable());
      await Excel.run(async (context) => {
        const table = context.workbook.tables.getItem("Accounts");
        table.resize("B2:E5");
        table.columns.load("items/name,items/id");
        await context.sync();
        expect(table.columns.items.map(({ id, name }) => [id, name])).toEqual([
          [1, "Name"],
          [2, "Revenue"],
          [3, "Active"],
          [4, "Column4"],
        ]);
        for (const address of ["B3:D6", "H2:I6"]) {
          table.resize(address);
          expect(await errorCode(context.sync())).toBe("InvalidArgument");
        }
      });
    });

    documented("Table.showFilterButton", "and the banded rows can be turned off and on", async () => {
      const { Excel, host } = open(accountTable());
      await Excel.run(async (context) => {
        const table = context.workbook.tables.getItem("Accounts").load("showFilterButton,showBandedRows");
        await context.sync();
        expect([table.showFilterButton, table.showBandedRows]).toEqual([true, true]);
        table.set({ showFilterButton: false, showBandedRows: false });
        table.load("showFilterButton,showBandedRows");
        await context.sync();
        expect([table.showFilterButton, table.showBandedRows]).toEqual([false, false]);
        table.set({ showFilterButton: true, showBandedRows: true });
        await context.sync();
      });
      expect(host.workbook.tables()[0]).not.toHaveProperty("hasFilterButtons");
    });

    documented("Table.convertToRange()", "keeps all data", async () => {
      const { Excel } = open(accountTable());
      await Excel.run(async (context) => {
        const range = context.workbook.tables.getItem("Accounts").convertToRange().load("values");
        const count = context.workbook.tables.getCount();
        await context.sync();
        expect([range.values[1], count.value]).toEqual([["Acme", 50, true], 0]);
      });
    });

    documented("Table.delete()", "deletes the table with its cells", async () => {
      const { Excel } = open(accountTable());
      await Excel.run(async (context) => {
        context.workbook.tables.getItem("Accounts").delete();
        const range = context.workbook.worksheets.getItem("Accounts").getRange("B2:F3").load("values");
        await context.sync();
        expect(range.values).toEqual([
          ["", "", "", "", ""],
          ["", "", "", "", "remark"],
        ]);
      });
    });

    documented("Table.clearFilters()", "shows all rows again", async () => {
      const { Excel, host } = open(accountTable());
      new User(host.workbook).filter("Accounts!B2", 1, (value) => Number(value) > 20);
      await Excel.run(async (context) => {
        const table = context.workbook.tables.getItem("Accounts");
        table.autoFilter.load("isDataFiltered,enabled");
        const body = table.getDataBodyRange().load("rowHidden");
        await context.sync();
        expect([table.autoFilter.isDataFiltered, table.autoFilter.enabled, body.rowHidden]).toEqual([true, true, null]);
        table.clearFilters();
        table.autoFilter.load("isDataFiltered");
        body.load("rowHidden");
        await context.sync();
        expect([table.autoFilter.isDataFiltered, body.rowHidden]).toEqual([false, false]);
      });
    });

    documented("AutoFilter.isDataFiltered", "of a sheet's own filter; without one there is no range", async () => {
      const { Excel, host } = open(accounts());
      await Excel.run(async (context) => {
        const { autoFilter } = context.workbook.worksheets.getItem("Accounts");
        const none = autoFilter.getRangeOrNullObject().load("address");
        await context.sync();
        expect(none.isNullObject).toBe(true);
        new User(host.workbook).filter("Accounts!B2:D6", 2, (value) => value === true);
        autoFilter.load("enabled,isDataFiltered");
        const range = autoFilter.getRange().load("address");
        await context.sync();
        expect([autoFilter.enabled, autoFilter.isDataFiltered, range.address]).toEqual([true, true, "Accounts!B2:D6"]);
        autoFilter.clearCriteria();
        autoFilter.load("enabled,isDataFiltered");
        await context.sync();
        expect([autoFilter.enabled, autoFilter.isDataFiltered]).toEqual([true, false]);
        autoFilter.remove();
        autoFilter.load("enabled");
        await context.sync();
        expect(autoFilter.enabled).toBe(false);
      });
    });

    documented("TableSort.apply()", "sorts the body by its columns", async () => {
      const { Excel } = open(accountTable());
      await Excel.run(async (context) => {
        const table = context.workbook.tables.getItem("Accounts");
        table.sort.apply([{ key: 1, ascending: false }]);
        table.sort.clear();
        const names = table.columns.getItem("Name").getDataBodyRange().load("values");
        await context.sync();
        expect(names.values.flat()).toEqual(["Dune", "Birch", "Acme", "Cedar"]);
      });
    });
  });
}
