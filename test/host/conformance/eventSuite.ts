import { describe, expect } from "vitest";
import { User } from "../../../addin/playground/host/user";
import { accounts, accountTable } from "./accounts";
import { documented, type Open } from "./documented";

type Told = { address: string; changeType: string; source: string; triggerSource?: string };

const summary = ({ address, changeType, source, triggerSource }: Told): unknown[] => [
  address,
  changeType,
  source,
  triggerSource,
];

export function eventSuite(open: Open): void {
  describe("Excel events", () => {
    documented(
      "Worksheet.onChanged",
      "tells the address, the kind of change and its source, after the sync",
      async () => {
        const { Excel, host } = open(accounts());
        const told: Excel.WorksheetChangedEventArgs[] = [];
        await Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem("Accounts");
          sheet.onChanged.add((event) => (told.push(event), Promise.resolve()));
          await context.sync();
          sheet.getRange("B3:C4").values = [
            ["a", 1],
            ["b", 2],
          ];
          await context.sync();
          expect(told).toEqual([]);
        });
        await host.settled();
        const user = new User(host.workbook);
        user.type("Accounts!B3", "typed");
        new User(host.workbook, "co-author").type("Accounts!C3", 5);
        user.insert("Accounts!2:3");
        user.delete("Accounts!B:B");
        user.insert("Accounts!A1:B1");
        user.clear("Accounts!A1:B2");
        user.sort("Accounts!B4:C6", 0);
        user.type("Other!A1", "elsewhere");
        await host.settled();
        expect(told.map(summary)).toEqual([
          ["B3:C4", "RangeEdited", "Local", "ThisLocalAddin"],
          ["B3", "RangeEdited", "Local", "Unknown"],
          ["C3", "RangeEdited", "Remote", "Unknown"],
          ["2:3", "RowInserted", "Local", "Unknown"],
          ["B:B", "ColumnDeleted", "Local", "Unknown"],
          ["A1:B1", "CellInserted", "Local", "Unknown"],
          ["A1:B2", "RangeEdited", "Local", "Unknown"],
          ["B4:C6", "RangeEdited", "Local", "Unknown"],
        ]);
        expect(told[5]?.changeDirectionState?.insertShiftDirection).toBe("Down");
      },
    );

    documented("WorksheetChangedEventArgs.details", "only for a single cell: the value before and after", async () => {
      const { Excel, host } = open(accounts());
      const told: Excel.WorksheetChangedEventArgs[] = [];
      await Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Accounts").onChanged.add((event) => (told.push(event), Promise.resolve()));
        await context.sync();
      });
      const user = new User(host.workbook);
      user.type("Accounts!C3", "51");
      user.paste("Accounts!C3", [[1], [2]]);
      await host.settled();
      expect(told[0]?.details).toEqual({
        valueBefore: 50,
        valueAfter: 51,
        valueTypeBefore: "Double",
        valueTypeAfter: "Double",
      });
      expect(told[1]?.details).toBeUndefined();
      await Excel.run(async (context) => {
        const range = told[1]?.getRange(context).load("address");
        const same = told[1]?.getRangeOrNullObject(context).load("address");
        await context.sync();
        expect([range?.address, same?.address]).toEqual(["Accounts!C3:C4", "Accounts!C3:C4"]);
      });
    });

    documented(
      "WorksheetCollection.onChanged",
      "tells of every sheet; removed handlers hear nothing more",
      async () => {
        const { Excel, host } = open(accounts());
        const told: string[] = [];
        const handler = await Excel.run(async (context) => {
          const added = context.workbook.worksheets.onChanged.add(
            (event) => (told.push(event.address), Promise.resolve()),
          );
          await context.sync();
          return added;
        });
        const user = new User(host.workbook);
        user.type("Accounts!A1", 1);
        user.type("Other!B2", 1);
        await host.settled();
        await Excel.run(handler.context, async (context) => {
          handler.remove();
          await context.sync();
        });
        user.type("Accounts!C9", 1);
        await host.settled();
        expect(told).toEqual(["A1", "B2"]);
      },
    );

    documented("Table.onChanged", "tells of edits in the table only", async () => {
      const { Excel, host } = open(accountTable());
      const told: unknown[] = [];
      await Excel.run(async (context) => {
        const table = context.workbook.tables.getItem("Accounts");
        table.onChanged.add((event) => (told.push([event.address, event.tableId]), Promise.resolve()));
        table.onSelectionChanged.add((event) => (told.push([event.address, event.isInsideTable]), Promise.resolve()));
        context.workbook.tables.onChanged.add((event) => (told.push([event.address, "any"]), Promise.resolve()));
        await context.sync();
      });
      const user = new User(host.workbook);
      user.type("Accounts!C3", 1);
      user.type("Accounts!H1", 1);
      user.select("Accounts!C3");
      await host.settled();
      expect(told).toEqual([
        ["C3", "{T1}"],
        ["C3", "any"],
        ["C3", true],
      ]);
    });

    documented(
      "Worksheet.onSelectionChanged",
      "tells the address; the workbook's and the collection's events too",
      async () => {
        const { Excel, host } = open(accounts());
        const told: string[] = [];
        await Excel.run(async (context) => {
          const { workbook } = context;
          workbook.worksheets
            .getItem("Accounts")
            .onSelectionChanged.add((event) => (told.push(`sheet ${event.address}`), Promise.resolve()));
          workbook.worksheets.onSelectionChanged.add((event) => (told.push(`any ${event.address}`), Promise.resolve()));
          workbook.onSelectionChanged.add(() => (told.push("workbook"), Promise.resolve()));
          await context.sync();
        });
        new User(host.workbook).select("Accounts!B2:C3");
        await host.settled();
        expect(told.sort()).toEqual(["any B2:C3", "sheet B2:C3", "workbook"]);
      },
    );

    documented(
      "WorksheetCollection.onAdded",
      "and onDeleted, onNameChanged, onActivated and the settings' event",
      async () => {
        const { Excel, host } = open(accounts());
        const told: string[] = [];
        const tell = (what: string) => (): Promise<void> => (told.push(what), Promise.resolve());
        await Excel.run(async (context) => {
          const { worksheets, settings } = context.workbook;
          worksheets.onAdded.add(tell("added"));
          worksheets.onDeleted.add(tell("deleted"));
          worksheets.onNameChanged.add(tell("renamed"));
          worksheets.onActivated.add(tell("activated"));
          worksheets.getItem("Other").onActivated.add(tell("other activated"));
          settings.onSettingsChanged.add(tell("settings"));
          await context.sync();
        });
        const user = new User(host.workbook);
        user.addSheet("New");
        user.renameSheet("New", "Newer");
        user.activateSheet("Other");
        user.deleteSheet("Newer");
        host.workbook.putSetting("k", 1);
        await host.settled();
        expect(told).toEqual(["added", "renamed", "activated", "other activated", "deleted", "settings"]);
      },
    );

    documented("Worksheet.onActivated", "handlers are removed with the sheet's own events", async () => {
      const { Excel, host } = open(accountTable());
      const told: string[] = [];
      const handlers = await Excel.run(async (context) => {
        const { worksheets, tables } = context.workbook;
        const sheet = worksheets.getItem("Accounts");
        const hear = (): Promise<void> => (told.push("heard"), Promise.resolve());
        const added = [
          sheet.onChanged.add(hear),
          sheet.onSelectionChanged.add(hear),
          sheet.onActivated.add(hear),
          worksheets.onSelectionChanged.add(hear),
          worksheets.onAdded.add(hear),
          worksheets.onDeleted.add(hear),
          worksheets.onNameChanged.add(hear),
          worksheets.onActivated.add(hear),
          tables.onChanged.add(hear),
          tables.getItem("Accounts").onChanged.add(hear),
          tables.getItem("Accounts").onSelectionChanged.add(hear),
        ];
        await context.sync();
        return added;
      });
      const [first] = handlers;
      if (first) {
        await Excel.run(first.context, async (context) => {
          for (const handler of handlers) handler.remove();
          await context.sync();
        });
      }
      const user = new User(host.workbook);
      user.type("Accounts!C3", 1);
      user.select("Other!A1");
      user.addSheet("New");
      user.deleteSheet("New");
      await host.settled();
      expect(told).toEqual([]);
    });
  });
}
