import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCsv } from "../../addin/playground/files/readCsv";
import { readWorkbook } from "../../addin/playground/files/readWorkbook";
import { writeWorkbook } from "../../addin/playground/files/writeWorkbook";
import type { WorkbookSnapshot } from "../../addin/playground/host/snapshot";
import { sheet, workbook } from "./snapshots";

const isHere = spawnSync("soffice", ["--version"]).status === 0;

describe.skipIf(!isHere)(`LibreOffice${isHere ? "" : " (skipped: soffice is not installed)"}`, () => {
  let folder = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "files-"));
    writeFileSync(join(folder, "tiers.xlsx"), await writeWorkbook(tiers()));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function convert(to: string, extension: string): string {
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const out = join(folder, `as-${extension}`);
    execFileSync("soffice", [profile, "--headless", "--convert-to", to, "--outdir", out, join(folder, "tiers.xlsx")], {
      stdio: "ignore",
    });
    return join(out, `tiers.${extension}`);
  }

  test("shows the values, dates and results of formulas of a file of ours", () => {
    const result = readCsv(readFileSync(convert("csv:Text - txt - csv (StarCalc):44,34,76", "csv")), { name: "A" });
    expect(result.ok && result.workbook.sheets[0]?.values).toEqual([
      ["Account", "Tier", "Revenue", "First purchase", "Total"],
      ["=not a formula", "Tier 1", 1200.5, "2026-01-31", 1231],
      ["007", "Tier 2", 30.5, "2025-12-01", 1231],
      [" é😀 ", "Unrated", "", "", 1231],
    ]);
  });

  test("gives back the rules, table, names and formats when it saves the file", async () => {
    const result = await readWorkbook(readFileSync(convert("xlsx:Calc MS Excel 2007 XML", "xlsx")));
    if (!result.ok) throw new Error(result.code);
    const [first] = result.workbook.sheets;
    expect(first?.conditionalFormats).toMatchObject(
      tiers().sheets[0]?.conditionalFormats.map(({ areas, rule }) => ({ areas, rule })) ?? [],
    );
    expect(first?.tables).toMatchObject([{ name: "Accounts", row: 0, column: 0, rows: 4, columns: 5 }]);
    expect(first?.formulas.map(({ formula }) => formula)).toEqual(Array(3).fill("=SUM(Accounts[Revenue])"));
    expect(first?.values[1]?.[3]).toBe(46_053);
    expect(first?.styles).toContainEqual({
      row: 1,
      column: 0,
      rows: 1,
      columns: 1,
      fill: "#FFEB9C",
      color: "#9C5700",
      bold: true,
    });
    // LibreOffice itself shows every hidden name when it saves.
    expect(result.workbook.names).toMatchObject([{ name: "tier_column", formula: "=Accounts!$B$2:$B$4" }]);
    expect(result.workbook.settings).toEqual({ "tiering.preset.1": { name: "A" } });
  });

  test("prints it", () => {
    expect(existsSync(convert("pdf", "pdf"))).toBe(true);
  });
});

function tiers(): WorkbookSnapshot {
  const area = { row: 1, column: 1, rows: 3, columns: 1 };
  const rule = (label: string, fill: string, color: string) => ({
    id: label,
    areas: [area],
    stopIfTrue: false,
    rule: { type: "CellValue" as const, operator: "EqualTo", formula1: `="${label}"`, fill, color },
  });
  const names = ["Account", "Tier", "Revenue", "First purchase", "Total"];
  return {
    ...workbook(
      sheet({
        name: "Accounts",
        values: [
          names,
          ["=not a formula", "Tier 1", 1200.5, 46_053, 1231],
          ["007", "Tier 2", 30.5, 45_992, 1231],
          [" é😀 ", "Unrated", "", "", 1231],
        ],
        formulas: [1, 2, 3].map((row) => ({ row, column: 4, formula: "=SUM(Accounts[Revenue])" })),
        numberFormats: [{ row: 1, column: 3, rows: 3, columns: 1, format: "yyyy-mm-dd" }],
        styles: [{ row: 1, column: 0, rows: 1, columns: 1, fill: "#FFEB9C", color: "#9C5700", bold: true }],
        columnWidths: { 0: 150, 3: 110 },
        conditionalFormats: [rule("Tier 1", "#00513B", "#FFFFFF"), rule("Tier 2", "#CCE5FF", "#003366")],
        tables: [
          {
            id: "1",
            name: "Accounts",
            row: 0,
            column: 0,
            rows: 4,
            columns: 5,
            columnNames: names.map((name, i) => ({ id: i + 1, name })),
            hasHeaders: true,
            hasTotals: false,
            style: "TableStyleMedium2",
            isDataFiltered: false,
          },
        ],
      }),
    ),
    names: [{ name: "tier_column", formula: "=Accounts!$B$2:$B$4", isVisible: false, comment: "" }],
    settings: { "tiering.preset.1": { name: "A" } },
  };
}
