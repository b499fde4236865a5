import { describe, expect } from "vitest";
import { User } from "../../../addin/playground/host/user";
import { accountTable } from "./accounts";
import { documented, errorCode, type Open } from "./documented";

export function tableRowSuite(open: Open): void {
  describe("Excel.TableRow", () => {
    documented("TableRowCollection.add()", "adds several rows at once; those below are shifted down", async () => {
      const { Excel } = open(accountTable());
      await Excel.run(async (context) => {
        const table = context.workbook.tables.getItem("Accounts");
        const row = table.rows
          .add(1, [
            ["Elm", 1, true],
            ["Fir", 2, true],
          ])
          .load("index,values");
        table.rows.add(undefined, [["Last", 3, false]]);
        table.rows.load("count,items/values");
        const note = context.workbook.worksheets.getItem("Accounts").getRange("B11").load("values");
        const count = table.rows.getCount();
        await context.sync();
        expect([row.index, row.values]).toEqual([1, [["Elm", 1, true]]]);
        expect([table.rows.count, count.value, table.rows.items[6]?.values, note.values]).toEqual([
          7,
          7,
          [["Last", 3, false]],
          [["note"]],
        ]);
        table.rows.add(undefined, [["too", "short"]]);
        expect(await errorCode(context.sync())).toBe("InvalidArgument");
      });
    });

    documented("TableRow.index", "a row object is a place in the table, not its data", async () => {
      const { Excel } = open(accountTable());
      await Excel.run(async (context) => {
        const { rows } = context.workbook.tables.getItem("Accounts");
        const row = rows.getItemAt(1);
        row.values = [["Beech", 121, true]];
        const range = row.getRange().load("values,address");
        await context.sync();
        expect([range.address, range.values]).toEqual(["Accounts!B4:D4", [["Beech", 121, true]]]);
        rows.getItemAt(0).delete();
        row.load("values,index");
        await context.sync();
        expect([row.index, row.values]).toEqual([1, [["Cedar", 7.5, true]]]);
      });
    });

    documented(
      "TableRowCollection.deleteRows()",
      "takes rows in any order; InvalidArgument for one that is not there; InsertDeleteConflict while filtered",
      async () => {
        const { Excel, host } = open(accountTable());
        await Excel.run(async (context) => {
          const { rows } = context.workbook.tables.getItem("Accounts");
          rows.deleteRows([0, 2]);
          rows.load("count,items/values");
          await context.sync();
          expect([rows.count, rows.items.map(({ values }) => values[0]?.[0])]).toEqual([2, ["Birch", "Dune"]]);
          rows.deleteRows([7]);
          expect(await errorCode(context.sync())).toBe("InvalidArgument");
          new User(host.workbook).filter("Accounts!B2", 0, (value) => value === "Dune");
          rows.deleteRows([0]);
          expect(await errorCode(context.sync())).toBe("InsertDeleteConflict");
          rows.deleteRowsAt(0, 1);
          rows.load("count");
          await context.sync();
          expect(rows.count).toBe(1);
        });
      },
    );
  });
}
