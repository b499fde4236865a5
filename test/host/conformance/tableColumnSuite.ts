import { describe, expect } from "vitest";
import { User } from "../../../addin/playground/host/user";
import { accountTable } from "./accounts";
import { documented, errorCode, type Open } from "./documented";

export function tableColumnSuite(open: Open): void {
  describe("Excel.TableColumn", () => {
    documented(
      "TableColumnCollection.add()",
      "appends at the end, and pushes the cells right of the table aside",
      async () => {
        const { Excel } = open(accountTable());
        await Excel.run(async (context) => {
          const table = context.workbook.tables.getItem("Accounts");
          const column = table.columns
            .add(undefined, [["ignored"], ["T1"], ["T2"], ["T3"], ["T4"]], "Tier")
            .load("name,id,index,values");
          const remark = context.workbook.worksheets.getItem("Accounts").getRange("G3").load("values");
          await context.sync();
          expect([column.name, column.id, column.index, column.values]).toEqual([
            "Tier",
            4,
            3,
            [["Tier"], ["T1"], ["T2"], ["T3"], ["T4"]],
          ]);
          expect(remark.values).toEqual([["remark"]]);
        });
      },
    );

    documented(
      "TableColumnCollection.add()",
      "at an index, shifts the columns there to the side; a default name is given",
      async () => {
        const { Excel } = open(accountTable());
        await Excel.run(async (context) => {
          const table = context.workbook.tables.getItem("Accounts");
          table.columns.add(0);
          table.columns.add(2, "filled" as unknown as string[][]);
          table.columns.load("items/name");
          const body = table.getDataBodyRange().load("values,address");
          await context.sync();
          expect(table.columns.items.map(({ name }) => name)).toEqual([
            "Column1",
            "Name",
            "Column2",
            "Revenue",
            "Active",
          ]);
          expect([body.address, body.values[0]]).toEqual(["Accounts!B3:F6", ["", "Acme", "filled", 50, true]]);
        });
      },
    );

    documented(
      "TableColumnCollection.add()",
      "a taken name, in any case, or values of another shape are refused",
      async () => {
        const { Excel } = open(accountTable());
        await Excel.run(async (context) => {
          const { columns } = context.workbook.tables.getItem("Accounts");
          columns.add(undefined, undefined, "REVENUE");
          expect(await errorCode(context.sync())).toBe("InvalidArgument");
          columns.add(undefined, [["Tier"], ["T1"]]);
          expect(await errorCode(context.sync())).toBe("InvalidArgument");
          columns.add(9);
          expect(await errorCode(context.sync())).toBe("InvalidArgument");
          const count = columns.getCount();
          await context.sync();
          expect(count.value).toBe(3);
        });
      },
    );

    documented(
      "TableColumn.name",
      "is the header cell's text; an edited header renames the column, whose id stays",
      async () => {
        const { Excel, host } = open(accountTable());
        await Excel.run(async (context) => {
          const { columns } = context.workbook.tables.getItem("Accounts");
          const column = columns.getItem(2);
          column.name = "ARR";
          const header = column.getHeaderRowRange().load("values");
          await context.sync();
          expect(header.values).toEqual([["ARR"]]);
          new User(host.workbook).type("Accounts!C2", "Name");
          column.load("name,id");
          const named = columns.getItemOrNullObject("name2").load("id");
          const gone = columns.getItemOrNullObject("ARR").load("id");
          await context.sync();
          expect([column.name, column.id, named.id, gone.isNullObject]).toEqual(["Name2", 2, 2, true]);
          column.name = "active";
          expect(await errorCode(context.sync())).toBe("InvalidArgument");
        });
      },
    );

    documented("TableColumn.delete()", "closes the gap within the table's rows", async () => {
      const { Excel } = open(accountTable());
      await Excel.run(async (context) => {
        const table = context.workbook.tables.getItem("Accounts");
        table.columns.getItem("Revenue").delete();
        table.columns.load("items/name,items/id");
        const last = table.columns.getItem("Active");
        const parts = [last.getRange(), last.getDataBodyRange()].map((range) => range.load("address"));
        const remark = context.workbook.worksheets.getItem("Accounts").getRange("E3").load("values");
        await context.sync();
        expect(table.columns.items.map(({ id, name }) => [id, name])).toEqual([
          [1, "Name"],
          [3, "Active"],
        ]);
        expect(parts.map(({ address }) => address)).toEqual(["Accounts!C2:C6", "Accounts!C3:C6"]);
        expect(remark.values).toEqual([["remark"]]);
        last.values = [["Active"], [1], [2], [3], [4]];
        last.load("values");
        await context.sync();
        expect(last.values[4]).toEqual([4]);
      });
    });
  });
}
