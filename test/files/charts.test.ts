import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { connect } from "../../addin/playground/host/client";
import { readWorkbook } from "../../addin/playground/files/readWorkbook";
import { writeWorkbook } from "../../addin/playground/files/writeWorkbook";
import { MemoryWorkbook } from "../../addin/playground/host/memory/memoryWorkbook";
import { sheetOf, workbookOf } from "../../addin/playground/host/simpleSnapshot";
import type { WorkbookSnapshot } from "../../addin/playground/host/snapshot";
import { roundTrip } from "./snapshots";

/** Charts and validations as an add-in makes them, on the second of three sheets, the last of which is hidden. */
async function summary(): Promise<WorkbookSnapshot> {
  const cells = [
    ["Tier", "Value", "Accounts", "Key", "Enterprise", "Left"],
    ["Key", 650, 3, 2, 1, 0],
    ["Enterprise", 260, 3, 1, 2, 0],
    ["Commercial", 90, 4, 0, 1, 3],
  ];
  const workbook = MemoryWorkbook.from(
    workbookOf([
      sheetOf("Accounts", [["Acme"]]),
      sheetOf("Tier Summary", cells),
      sheetOf("Lists", [["Pin"], ["Floor"]]),
    ]),
  );
  const { Excel, host } = connect(workbook);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Tier Summary");
    const lists = context.workbook.worksheets.getItem("Lists");
    sheet.getRange("1:1").format.rowHeight = 24; // before the charts: Excel would move them
    const value = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B4"), "Columns");
    value.title.text = "Value per tier";
    value.axes.valueAxis.title.text = "Thousands";
    value.series.getItemAt(0).format.fill.setSolidColor("#1F6F50");
    value.series.getItemAt(0).hasDataLabels = true;
    value.setPosition("A6", "E20");
    const movement = sheet.charts.add("ColumnStacked", sheet.getRange("A1:F4"), "Columns");
    movement.series.getItemAt(0).delete();
    movement.series.getItemAt(0).delete();
    movement.title.text = "Movement";
    movement.legend.position = "Right";
    movement.setPosition("G6", "L20");
    const bars = sheet.charts.add("BarClustered", sheet.getRange("A1:C4"), "Columns");
    bars.axes.categoryAxis.reversePlotOrder = true;
    bars.title.visible = false;
    bars.setPosition("A22", "L30");
    sheet.getRange("H1:H9").dataValidation.rule = {
      list: { inCellDropDown: true, source: lists.getRange("A1:A2") },
    };
    sheet.set({ tabColor: "#1F6F50", showGridlines: false });
    sheet.pageLayout.set({ orientation: "Landscape", zoom: { horizontalFitToPages: 1 } });
    sheet.freezePanes.freezeRows(1);
    sheet.activate();
    lists.visibility = "VeryHidden";
    await context.sync();
  });
  await host.settled();
  return workbook.snapshot();
}

test("what an add-in draws is in the file, and comes back from it", async () => {
  const snapshot = await summary();
  const hidden = { text: "", isVisible: false };
  const [first, second, third] = snapshot.sheets[1]?.charts ?? [];
  expect([first?.top, first?.left, second?.left, third?.width]).toEqual([84, 0, 288, 576]);
  if (third) third.title = hidden; // the text of a title that is not shown is in no file
  expect(await roundTrip(snapshot)).toEqual(snapshot);
});

const isHere = spawnSync("soffice", ["--version"]).status === 0 && spawnSync("pdftotext", ["-v"]).status === 0;

describe.skipIf(!isHere)(`LibreOffice${isHere ? "" : " (skipped: soffice or pdftotext is not installed)"}`, () => {
  test("draws the charts, and gives them and the validations back", async () => {
    const folder = mkdtempSync(join(tmpdir(), "charts-"));
    try {
      const file = join(folder, "summary.xlsx");
      writeFileSync(file, await writeWorkbook(await summary()));
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const convert = (to: string): Buffer => {
        const out = join(folder, "out");
        execFileSync("soffice", [profile, "--headless", "--convert-to", to, "--outdir", out, file], {
          stdio: "ignore",
        });
        return readFileSync(join(out, `summary.${to.split(":")[0] ?? ""}`));
      };
      convert("pdf");
      const text = execFileSync("pdftotext", ["-layout", join(folder, "out", "summary.pdf"), "-"]).toString();
      for (const shown of ["Value per tier", "Thousands", "Movement", "Enterprise", "650"])
        expect(text).toContain(shown);
      expect(text.match(/Commercial/g)?.length).toBe(3); // on three axes; the cell cuts it off
      const saved = await readWorkbook(convert("xlsx:Calc MS Excel 2007 XML"));
      const sheet = saved.ok ? saved.workbook.sheets[1] : undefined;
      expect(sheet?.charts.map(({ type }) => type)).toEqual(["ColumnClustered", "ColumnStacked", "BarClustered"]);
      expect(sheet?.charts[1]?.series.map(({ values }) => values.replaceAll("'", ""))).toEqual(
        ["D", "E", "F"].map((column) => `=Tier Summary!$${column}$2:$${column}$4`),
      );
      expect(sheet?.validations[0]?.rule).toMatchObject({ type: "List", inCellDropDown: true });
      expect(sheet).toMatchObject({ tabColor: "#1F6F50", frozenColumns: 0 });
      expect(sheet?.page).toEqual({ orientation: "Landscape", zoom: { horizontalFitToPages: 1 } });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
