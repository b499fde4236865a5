import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { BUILT_IN } from "../../engine/index";
import { readWorkbook } from "../../addin/playground/files/readWorkbook";
import { writeWorkbook } from "../../addin/playground/files/writeWorkbook";
import { connect } from "../../addin/playground/host/client";
import { sheetOf, workbookOf } from "../../addin/playground/host/simpleSnapshot";
import type { WorkbookSnapshot } from "../../addin/playground/host/snapshot";
import { must, session } from "../addin/excel/workbooks";
import { openInUniver } from "./implementations";

const isHere = spawnSync("soffice", ["--version"]).status === 0;

describe.skipIf(!isHere)(`LibreOffice${isHere ? "" : " (skipped: soffice is not installed)"}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "univer-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function converted(file: string, to: string): void {
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync("soffice", [profile, "--headless", "--convert-to", to, "--outdir", folder, file], { stdio: "ignore" });
  }

  /** Every sheet as LibreOffice shows it, by name. */
  function sheetsOf(name: string): Map<string, string> {
    converted(
      join(folder, `${name}.xlsx`),
      "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
    );
    const read = (sheet: string) => readFileSync(join(folder, `${name}-${sheet}.csv`), "utf8");
    return new Map(["Accounts", "Rates", "Notes"].map((sheet) => [sheet, read(sheet)]));
  }

  test("sees the same in sheets that nobody touched, after its own file was opened in Univer, tiered and saved", async () => {
    mkdirSync(join(folder, "ours"));
    writeFileSync(join(folder, "ours/before.xlsx"), await writeWorkbook(book()));
    converted(join(folder, "ours/before.xlsx"), "xlsx:Calc MS Excel 2007 XML"); // from here on it is LibreOffice's
    const original = readFileSync(join(folder, "before.xlsx"));
    const read = await readWorkbook(original);
    if (!read.ok) throw new Error(read.code);

    const workbook = openInUniver(read.workbook);
    const tiering = session(connect(workbook).Excel);
    const preset = BUILT_IN.get("revenue-share");
    if (!preset) throw new Error("no preset");
    const preview = must(await tiering.preview({ where: { by: "selection" }, preset, asOf: "2026-01-31" }));
    must(await tiering.apply(preview));
    writeFileSync(join(folder, "after.xlsx"), await writeWorkbook(workbook.snapshot(), original));

    const [before, after] = [sheetsOf("before"), sheetsOf("after")];
    for (const sheet of ["Rates", "Notes"]) expect(after.get(sheet), sheet).toBe(before.get(sheet));
    const lines = (after.get("Accounts") ?? "").split("\n");
    expect(lines[0]).toBe("Account,Revenue,Since,Share,Segment,Tier");
    expect(lines[1]).toMatch(/^Acme,300,2019-04-01,60%,Key,Tier 1$/); // 300 of 500
    expect((before.get("Accounts") ?? "").split("\n")[1]).toBe(lines[1]?.replace(",Key,Tier 1", ""));
  });
});

/** With a table, formulas, a name, dates and a rule. */
function book(): WorkbookSnapshot {
  const cell = { rows: 1, columns: 1 };
  const rows = [
    ["Acme", 300, 43_556, 0.6],
    ["Bolt", 150, 43_845, 0.3],
    ["Cyan", 50, 44_377, 0.1],
  ];
  const accounts = sheetOf("Accounts", [["Account", "Revenue", "Since", "Share"], ...rows], {
    formulas: rows.map((_, i) => ({ row: i + 1, column: 3, formula: `=B${i + 2}/SUM(B$2:B$4)` })),
    numberFormats: [
      { row: 1, column: 2, rows: 3, columns: 1, format: "yyyy-mm-dd" },
      { row: 1, column: 3, rows: 3, columns: 1, format: "0%" },
    ],
    columnWidths: { 2: 100 },
  });
  const rates = sheetOf(
    "Rates",
    [
      ["Currency", "Rate", "Day"],
      ["EUR", 1.0825, 46_053],
      ["Doubled", 2.165],
    ],
    {
      formulas: [{ row: 2, column: 1, formula: "=B2*2" }],
      numberFormats: [
        { row: 1, column: 1, rows: 2, columns: 1, format: "0.00" },
        { row: 1, column: 2, ...cell, format: "yyyy-mm-dd" },
      ],
      columnWidths: { 2: 100 },
      styles: [{ row: 0, column: 0, rows: 1, columns: 3, bold: true, fill: "#DDEBF7" }],
      conditionalFormats: [
        {
          id: "1",
          areas: [{ row: 1, column: 1, rows: 2, columns: 1 }],
          stopIfTrue: false,
          rule: { type: "CellValue", operator: "GreaterThan", formula1: "=2", fill: "#FFEB9C", color: "#9C5700" },
        },
      ],
    },
  );
  const notes = sheetOf("Notes", [
    ["True or not", true],
    ["007", "=not a formula"],
    ["", " é😀 "],
  ]);
  return workbookOf([accounts, rates, notes], {
    names: [{ name: "rate", formula: "=Rates!$B$2", isVisible: true, comment: "" }],
  });
}
