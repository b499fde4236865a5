import { describe, expect } from "vitest";
import { accounts } from "./accounts";
import { documented, errorCode, type Open } from "./documented";

export function nameAndSettingSuite(open: Open): void {
  describe("Excel.NamedItem", () => {
    documented(
      "NamedItemCollection.add()",
      "adds a name for a range or a formula, of the workbook or of a sheet",
      async () => {
        const { Excel } = open(accounts());
        await Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem("Accounts");
          const name = context.workbook.names.add("tier_column", sheet.getRange("C2:C6"), "ours");
          const local = sheet.names.add("tier_column", "=0.5");
          for (const item of [name, local]) item.load("name,type,value,scope,comment,visible,formula");
          local.worksheet.load("name");
          const owner = name.worksheetOrNullObject.load("name");
          const counts = [context.workbook.names.getCount(), sheet.names.getCount()];
          context.workbook.names.load("items/name");
          await context.sync();
          expect([name.type, name.value, name.scope, name.comment, name.visible]).toEqual([
            "Range",
            "Accounts!$C$2:$C$6",
            "Workbook",
            "ours",
            true,
          ]);
          expect([name.formula, local.formula, local.value, local.scope]).toEqual([
            "=Accounts!$C$2:$C$6",
            "=0.5",
            0.5,
            "Worksheet",
          ]);
          expect([local.type, local.worksheet.name, owner.isNullObject]).toEqual(["Double", "Accounts", true]);
          expect([counts.map(({ value }) => value), context.workbook.names.items.map((item) => item.name)]).toEqual([
            [1, 1],
            ["tier_column"],
          ]);
        });
      },
    );

    documented("NamedItemCollection.add()", "refuses taken and malformed names", async () => {
      const { Excel } = open(accounts());
      await Excel.run(async (context) => {
        const { names } = context.workbook;
        names.add("tiers", "=1");
        await context.sync();
        for (const [name, code] of Object.entries({
          TIERS: "ItemAlreadyExists",
          A1: "InvalidArgument",
          "1a": "InvalidArgument",
          "a b": "InvalidArgument",
          R1C1: "InvalidArgument",
        })) {
          names.add(name, "=1");
          expect([name, await errorCode(context.sync())]).toEqual([name, code]);
        }
      });
    });

    documented(
      "NamedItem.visible",
      "a hidden name is still found, moves with inserted columns, and is an error once its cells are gone",
      async () => {
        const { Excel } = open(accounts());
        await Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem("Accounts");
          const name = context.workbook.names.add("mark", sheet.getRange("C2:C6"));
          name.visible = false;
          name.comment = "hidden";
          sheet.getRange("A:B").insert("Right");
          const found = context.workbook.names.getItem("MARK").load("visible,comment");
          const range = found.getRange().load("address");
          await context.sync();
          expect([found.visible, found.comment, range.address]).toEqual([false, "hidden", "Accounts!E2:E6"]);
          sheet.getRange("E:E").delete("Left");
          found.load("formula,type,value");
          const gone = found.getRangeOrNullObject().load("address");
          await context.sync();
          expect([found.formula, found.type, found.value, gone.isNullObject]).toEqual([
            "=#REF!",
            "Error",
            "#REF!",
            true,
          ]);
          found.getRange().load("address");
          expect(await errorCode(context.sync())).toBe("InvalidReference");
        });
      },
    );

    documented("NamedItem.formula", "can be set; delete takes the name away", async () => {
      const { Excel } = open(accounts());
      await Excel.run(async (context) => {
        const name = context.workbook.names.add("share", "=0.2");
        name.formula = "=Other!$A$1";
        const range = name.getRange().load("address");
        await context.sync();
        expect(range.address).toBe("Other!A1");
        name.delete();
        const gone = context.workbook.names.getItemOrNullObject("share").load("name");
        await context.sync();
        expect(gone.isNullObject).toBe(true);
      });
    });
  });

  describe("Excel.Setting", () => {
    documented("SettingCollection.add()", "sets or adds; values are JSON, and dates come back as dates", async () => {
      const { Excel } = open(accounts());
      const value = { cuts: [0.2, 0.5], at: new Date(Date.UTC(2024, 0, 6)), label: null };
      await Excel.run(async (context) => {
        const { settings } = context.workbook;
        settings.add("tiering.preset.a", 1);
        settings.add("tiering.preset.a", value);
        settings.add("tiering.index", ["a"]);
        settings.load("items/key");
        const count = settings.getCount();
        await context.sync();
        expect([settings.items.map(({ key }) => key).sort(), count.value]).toEqual([
          ["tiering.index", "tiering.preset.a"],
          2,
        ]);
      });
      await Excel.run(async (context) => {
        const { settings } = context.workbook;
        const setting = settings.getItem("tiering.preset.a").load("key,value");
        const missing = settings.getItemOrNullObject("nope").load("value");
        await context.sync();
        expect([setting.key, setting.value, missing.isNullObject]).toEqual(["tiering.preset.a", value, true]);
        setting.value = "changed";
        setting.load("value");
        await context.sync();
        expect(setting.value).toBe("changed");
        setting.delete();
        const count = settings.getCount();
        await context.sync();
        expect(count.value).toBe(1);
        settings.getItem("tiering.preset.a").load("value");
        expect(await errorCode(context.sync())).toBe("ItemNotFound");
      });
    });
  });
}
