import { describe, expect } from "vitest";
import { accounts } from "./accounts";
import { documented, errorCode, type Open } from "./documented";

export function conditionalFormatSuite(open: Open): void {
  describe("Excel.ConditionalFormat", () => {
    documented("ConditionalFormatCollection.add()", "puts the new rule at the first priority", async () => {
      const { Excel } = open(accounts());
      await Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Accounts").getRange("B3:B6");
        const low = range.conditionalFormats.add("CellValue");
        const top = range.conditionalFormats.add("CellValue");
        for (const rule of [low, top]) rule.load("id,priority,type,stopIfTrue");
        const count = range.conditionalFormats.getCount();
        range.conditionalFormats.load("items/id");
        await context.sync();
        expect([top.priority, low.priority, top.type, count.value]).toEqual([0, 1, "CellValue", 2]);
        expect(range.conditionalFormats.items.map(({ id }) => id)).toEqual([top.id, low.id]);
      });
    });

    documented(
      "ConditionalFormat.priority",
      "moving one rule moves the others; beyond the bounds is the end; negative counts from the back",
      async () => {
        const { Excel } = open(accounts());
        await Excel.run(async (context) => {
          const { conditionalFormats } = context.workbook.worksheets.getItem("Accounts").getRange("B3:B6");
          const rules = [1, 2, 3].map(() => conditionalFormats.add("CellValue").load("id"));
          await context.sync();
          const order = async (): Promise<number[]> => {
            conditionalFormats.load("items/id");
            await context.sync();
            return conditionalFormats.items.map(({ id }) => rules.findIndex((rule) => rule.id === id));
          };
          expect(await order()).toEqual([2, 1, 0]);
          conditionalFormats.getItem(rules[2]?.id ?? "").priority = 99;
          expect(await order()).toEqual([1, 0, 2]);
          conditionalFormats.getItemAt(0).priority = -1;
          expect(await order()).toEqual([0, 2, 1]);
          conditionalFormats.getItemAt(0).stopIfTrue = true;
          const first = conditionalFormats.getItemAt(0).load("stopIfTrue");
          await context.sync();
          expect(first.stopIfTrue).toBe(true);
        });
      },
    );

    documented("CellValueConditionalFormat.rule", "and its format are set and read back", async () => {
      const { Excel } = open(accounts());
      await Excel.run(async (context) => {
        const rule = context.workbook.worksheets
          .getItem("Accounts")
          .getRange("B3:B6")
          .conditionalFormats.add("CellValue");
        rule.cellValue.rule = { formula1: '="Tier 1"', operator: "EqualTo" };
        rule.cellValue.format.fill.color = "#ddeeff";
        rule.cellValue.format.font.color = "#000000";
        rule.cellValue.format.font.bold = true;
        rule.cellValue.load("rule");
        rule.cellValue.format.fill.load("color");
        rule.cellValue.format.font.load("color,bold");
        const part = rule.cellValueOrNullObject.load("rule");
        const other = rule.dataBarOrNullObject.load("showDataBarOnly");
        await context.sync();
        const { format } = rule.cellValue;
        expect(rule.cellValue.rule).toMatchObject({ formula1: '="Tier 1"', operator: "EqualTo" });
        expect([format.fill.color, format.font.color, format.font.bold]).toEqual(["#DDEEFF", "#000000", true]);
        expect([part.isNullObject, other.isNullObject]).toEqual([false, true]);
        format.fill.clear();
        format.font.clear();
        format.fill.load("color");
        await context.sync();
        expect(format.fill.color).toBe("");
        rule.cellValue.rule = { formula1: "1", operator: "Sideways" as "EqualTo" };
        expect(await errorCode(context.sync())).toBe("InvalidArgument");
      });
    });

    documented(
      "ConditionalFormatCollection.getItemOrNullObject()",
      "finds a rule by its id, and null once it is deleted",
      async () => {
        const { Excel } = open(accounts());
        await Excel.run(async (context) => {
          const { conditionalFormats } = context.workbook.worksheets.getItem("Accounts").getRange("B3:B6");
          const rule = conditionalFormats.add("CellValue").load("id");
          await context.sync();
          const { id } = rule;
          const found = conditionalFormats.getItemOrNullObject(id).load("id");
          await context.sync();
          expect(found.isNullObject).toBe(false);
          found.delete();
          const gone = conditionalFormats.getItemOrNullObject(id).load("id");
          await context.sync();
          expect(gone.isNullObject).toBe(true);
          conditionalFormats.add("CellValue");
          conditionalFormats.clearAll();
          const count = conditionalFormats.getCount();
          await context.sync();
          expect(count.value).toBe(0);
        });
      },
    );

    documented("ConditionalFormat.getRange()", "follows inserted and deleted rows", async () => {
      const { Excel } = open(accounts());
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Accounts");
        const rule = sheet.getRange("B3:B6").conditionalFormats.add("CellValue");
        const where = async (): Promise<string> => {
          const range = rule.getRange().load("address");
          await context.sync();
          return range.address;
        };
        expect(await where()).toBe("Accounts!B3:B6");
        sheet.getRange("4:5").insert("Down");
        expect(await where()).toBe("Accounts!B3:B8");
        sheet.getRange("1:3").delete("Up");
        expect(await where()).toBe("Accounts!B1:B5");
        const same = rule.getRangeOrNullObject().load("address");
        const all = rule.getRanges().load("address");
        await context.sync();
        expect([same.address, all.address]).toEqual(["Accounts!B1:B5", "Accounts!B1:B5"]);
      });
    });

    documented(
      "ConditionalFormat.dataBar",
      "and icon sets, formulas, texts and colour scales keep what the snapshot can hold",
      async () => {
        const { Excel } = open(accounts());
        await Excel.run(async (context) => {
          const { conditionalFormats } = context.workbook.worksheets.getItem("Accounts").getRange("C3:C6");
          const bar = conditionalFormats.add("DataBar");
          bar.dataBar.positiveFormat.fillColor = "#5b9bd5";
          const icons = conditionalFormats.add("IconSet");
          icons.iconSet.style = "ThreeArrows";
          const custom = conditionalFormats.add("Custom");
          custom.custom.rule.formula = "=C3>50";
          custom.custom.format.font.bold = true;
          const text = conditionalFormats.add("ContainsText");
          text.textComparison.rule = { operator: "Contains", text: "Tier" };
          text.textComparison.format.fill.color = "#FF0000";
          const scale = conditionalFormats.add("ColorScale");
          const criteria = {
            minimum: { type: "LowestValue", color: "#FFFFFF" },
            maximum: { type: "HighestValue", color: "#0000FF" },
          } as const;
          scale.colorScale.criteria = criteria as unknown as Excel.ConditionalColorScaleCriteria;
          bar.dataBar.positiveFormat.load("fillColor");
          icons.iconSet.load("style");
          custom.custom.rule.load("formula");
          text.textComparison.load("rule");
          scale.colorScale.load("criteria");
          for (const rule of [bar, icons, custom, text, scale]) rule.load("type");
          const parts = [
            icons.iconSetOrNullObject,
            custom.customOrNullObject,
            text.textComparisonOrNullObject,
            scale.colorScaleOrNullObject,
          ];
          for (const part of parts) part.load();
          await context.sync();
          expect([bar, icons, custom, text, scale].map(({ type }) => type)).toEqual([
            "DataBar",
            "IconSet",
            "Custom",
            "ContainsText",
            "ColorScale",
          ]);
          expect([bar.dataBar.positiveFormat.fillColor, icons.iconSet.style]).toEqual(["#5B9BD5", "ThreeArrows"]);
          expect([custom.custom.rule.formula, text.textComparison.rule]).toEqual([
            "=C3>50",
            { operator: "Contains", text: "Tier" },
          ]);
          expect(scale.colorScale.criteria).toEqual(criteria);
          expect(parts.map(({ isNullObject }) => isNullObject)).toEqual([false, false, false, false]);
          bar.cellValue.load("rule");
          expect(await errorCode(context.sync())).toBe("ItemNotFound");
        });
      },
    );
  });
}
