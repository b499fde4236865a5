import { describe, expect } from "vitest";
import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";
import { User } from "../../../addin/playground/host/user";
import { documented, errorCode, type Open } from "./documented";

/** Value and accounts of three tiers at A1:C4 of "Summary". */
const summary = () =>
  workbookOf([
    sheetOf("Summary", [
      ["Tier", "Value", "Accounts"],
      ["Key", 650, 3],
      ["Enterprise", 260, 3],
      ["Commercial", 90, 4],
    ]),
    sheetOf("Other"),
  ]);

export function chartSuite(open: Open): void {
  describe("Excel.Chart", () => {
    documented("ChartCollection.add()", "makes a series of each column, named by the first row", async () => {
      const { Excel } = open(summary());
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Summary");
        const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C4"), "Columns");
        chart.load("name,id,chartType,top,left,width,height");
        chart.legend.load("visible,position");
        chart.worksheet.load("name");
        chart.series.load("count,items/name,items/hasDataLabels");
        const first = chart.series.getItemAt(0);
        const values = first.getDimensionValues("Values");
        const categories = first.getDimensionValues("Categories");
        const source = first.getDimensionDataSourceString("Values");
        await context.sync();
        expect([chart.name, chart.chartType, chart.worksheet.name]).toEqual(["Chart 1", "ColumnClustered", "Summary"]);
        expect([chart.series.count, chart.series.items.map(({ name }) => name)]).toEqual([2, ["Value", "Accounts"]]);
        expect([values.value, categories.value]).toEqual([
          [650, 260, 90],
          ["Key", "Enterprise", "Commercial"],
        ]);
        expect([source.value, chart.legend.visible]).toEqual(["Summary!$B$2:$B$4", true]);
        expect(await errorCode(context.sync())).toBe("no error");
        sheet.charts.add("Sunburst", sheet.getRange("A1:C4"));
        expect(await errorCode(context.sync())).toBe("NotImplemented");
      });
    });

    documented("ChartCollection.add()", "by rows makes a series of each row, Auto of the shorter side", async () => {
      const { Excel } = open(summary());
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Summary");
        const rows = sheet.charts.add("BarStacked", sheet.getRange("A1:C4"), "Rows");
        const auto = sheet.charts.add("Line", sheet.getRange("B1:C4"));
        const bare = sheet.charts.add("Pie", sheet.getRange("B2:B4"), "Columns");
        for (const chart of [rows, auto, bare]) chart.series.load("items/name");
        const categories = rows.series.getItemAt(0).getDimensionValues("Categories");
        await context.sync();
        expect([rows, auto, bare].map((chart) => chart.series.items.map(({ name }) => name))).toEqual([
          ["Key", "Enterprise", "Commercial"],
          ["Value", "Accounts"],
          ["Series1"],
        ]);
        expect(categories.value).toEqual(["Value", "Accounts"]);
      });
    });

    documented(
      "ChartCollection.getItemOrNullObject()",
      "finds a chart by its name, the first one of several",
      async () => {
        const { Excel, host } = open(summary());
        await Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem("Summary");
          const { charts } = sheet;
          for (const type of ["ColumnClustered", "Line"] as const) {
            charts.add(type, sheet.getRange("A1:B4")).name = "TierSummaryValue";
          }
          const found = charts.getItemOrNullObject("tiersummaryvalue").load("chartType,id");
          const missing = charts.getItemOrNullObject("Nope").load("name");
          charts.load("count,items/name");
          const [last, count] = [charts.getItemAt(1).load("chartType"), charts.getCount()];
          await context.sync();
          expect([found.chartType, missing.isNullObject, last.chartType]).toEqual(["ColumnClustered", true, "Line"]);
          expect([charts.count, count.value, charts.items.length]).toEqual([2, 2, 2]);
          charts.items[0]?.delete();
          const left = charts.getItem("TierSummaryValue").load("chartType");
          await context.sync();
          expect(left.chartType).toBe("Line");
          left.delete();
          charts.getItem("TierSummaryValue").load("name");
          expect(await errorCode(context.sync())).toBe("ItemNotFound");
          found.load("name");
          expect(await errorCode(context.sync())).toBe("ItemNotFound");
        });
        expect(host.workbook.charts(host.workbook.sheets()[0]?.id ?? "")).toEqual([]);
      },
    );

    documented("ChartTitle.text", "a title that is given a text is shown; so are those of the axes", async () => {
      const { Excel } = open(summary());
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Summary");
        const chart = sheet.charts.add("ColumnStacked", sheet.getRange("A1:C4"));
        chart.title.load("text,visible");
        const { categoryAxis, valueAxis } = chart.axes;
        for (const { title } of [categoryAxis, valueAxis]) title.load("text,visible");
        await context.sync();
        expect([chart.title.visible, categoryAxis.title.visible, valueAxis.title.visible]).toEqual([
          true,
          false,
          false,
        ]);
        const again = sheet.charts.getItemAt(0);
        again.title.visible = false;
        again.axes.valueAxis.title.text = "Value";
        again.axes.categoryAxis.set({ reversePlotOrder: true, visible: true });
        again.axes.valueAxis.set({ numberFormat: "#,##0" });
        again.axes.valueAxis.majorGridlines.visible = false;
        again.legend.position = "Right";
        again.legend.visible = false;
        again.chartType = "BarStacked";
        again.title.load("text,visible");
        again.axes.valueAxis.title.load("text,visible");
        again.axes.valueAxis.load("numberFormat,visible");
        again.axes.valueAxis.majorGridlines.load("visible");
        again.axes.categoryAxis.load("reversePlotOrder");
        again.legend.load("visible,position");
        again.load("chartType");
        await context.sync();
        const axis = again.axes.valueAxis;
        expect([again.title.visible, axis.title.text, axis.title.visible]).toEqual([false, "Value", true]);
        expect([axis.numberFormat, axis.majorGridlines.visible, again.axes.categoryAxis.reversePlotOrder]).toEqual([
          "#,##0",
          false,
          true,
        ]);
        expect([again.legend.position, again.legend.visible, again.chartType]).toEqual(["Right", false, "BarStacked"]);
      });
    });

    documented(
      "Chart.setPosition()",
      "lays the chart over cells; it moves and grows with rows and columns",
      async () => {
        const { Excel, host } = open(summary());
        const user = new User(host.workbook);
        await Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem("Summary");
          const chart = sheet.charts.add("Pie", sheet.getRange("A1:B4"));
          chart.setPosition("B6", sheet.getRange("D10"));
          chart.load("top,left,width,height");
          await context.sync();
          const place = () => [chart.top, chart.left, chart.width, chart.height];
          expect(place()).toEqual([75, 48, 144, 75]);
          user.insert("Summary!1:2");
          user.insert("Summary!C:C");
          user.delete("Summary!10:10");
          chart.load("top,left,width,height");
          await context.sync();
          expect(place()).toEqual([105, 48, 192, 60]);
          chart.setPosition("A1");
          chart.set({ width: 100, height: 50 });
          chart.set({ top: 5, left: 6 });
          chart.load("top,left,width,height");
          await context.sync();
          expect(place()).toEqual([5, 6, 100, 50]);
          chart.setPosition("C5", "B4");
          expect(await errorCode(context.sync())).toBe("InvalidArgument");
        });
      },
    );

    documented(
      "ChartSeries.setValues()",
      "series can be added, pointed at cells, coloured, labelled, deleted",
      async () => {
        const { Excel, host } = open(summary());
        await Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem("Summary");
          const { series } = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B4"));
          const added = series.add("Accounts");
          added.setValues(sheet.getRange("C2:C4"));
          added.setXAxisValues(sheet.getRange("A2:A4"));
          added.format.fill.setSolidColor("#1F6F50");
          added.hasDataLabels = true;
          const values = added.getDimensionValues("Values");
          series.getItemAt(0).delete();
          series.load("count,items/name,items/hasDataLabels");
          const count = series.getCount();
          await context.sync();
          expect([series.count, count.value, values.value]).toEqual([1, 1, [3, 3, 4]]);
          expect([series.items[0]?.name, series.items[0]?.hasDataLabels]).toEqual(["Accounts", true]);
          series.getItemAt(1).load("name");
          expect(await errorCode(context.sync())).toBe("ItemNotFound");
        });
        const [sheet] = host.workbook.sheets();
        expect(host.workbook.charts(sheet?.id ?? "")[0]?.series).toEqual([
          {
            name: "Accounts",
            values: "=Summary!$C$2:$C$4",
            categories: "=Summary!$A$2:$A$4",
            fill: "#1F6F50",
            hasDataLabels: true,
          },
        ]);
      },
    );

    documented("Chart.setData()", "shows other cells; what the series are keeps its colour", async () => {
      const { Excel, host } = open(summary());
      const user = new User(host.workbook);
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Summary");
        const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B4"));
        chart.series.getItemAt(0).format.fill.setSolidColor("#1F6F50");
        chart.series.getItemAt(0).name = "Renamed";
        chart.setData(sheet.getRange("A1:C4"), "Columns");
        await context.sync();
        user.insert("Summary!3:3");
        user.renameSheet("Summary", "Tier Summary");
        const first = chart.series.getItemAt(0).load("name");
        const source = first.getDimensionDataSourceString("Values");
        await context.sync();
        expect([first.name, source.value]).toEqual(["Value", "'Tier Summary'!$B$2:$B$5"]);
        chart.series.getItemAt(0).format.fill.clear();
        user.delete("'Tier Summary'!A:C");
        const values = chart.series.getItemAt(0).getDimensionValues("Values");
        await context.sync();
        expect(values.value).toEqual([]);
        sheet.protection.protect();
        chart.delete();
        expect(await errorCode(context.sync())).toBe("AccessDenied");
      });
    });
  });
}
