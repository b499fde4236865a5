import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { BUILT_IN } from "../../engine/index";
import { readWorkbook } from "../../addin/playground/files/readWorkbook";
import { writeWorkbook } from "../../addin/playground/files/writeWorkbook";
import { connect } from "../../addin/playground/host/client";
import { MemoryWorkbook } from "../../addin/playground/host/memory/memoryWorkbook";
import type { ModelWorkbook } from "../../addin/playground/host/model/modelWorkbook";
import type { SheetSnapshot, WorkbookSnapshot } from "../../addin/playground/host/snapshot";
import { openBytes } from "../../addin/playground/page/openBytes";
import { session } from "../addin/excel/workbooks";
import { openInUniver } from "./implementations";

const DATA = "../shared/data";
const isHere = existsSync(DATA);

/** With the fields that no column of theirs could be: none of them is a list of accounts. */
const FILES = [
  { file: "excelstrippr/example-ok.xlsx", rows: 23, columns: 15, missing: ["Account", "Revenue"] },
  { file: "excelstrippr/example-report-multiline-header.xlsx", rows: 28, columns: 28, missing: ["Account", "Revenue"] },
  { file: "excelstrippr/example-report.xlsx", rows: 27, columns: 28, missing: ["Account", "Revenue"] },
  { file: "excelstrippr/example-stripped.xlsx", rows: 23, columns: 24, missing: ["Account", "Revenue"] },
  { file: "financial_sample/financial_sample.xlsx", rows: 701, columns: 16, missing: ["Account"] },
  {
    file: "packt_adventureworks/AdventureWorks_Sales_2017.xlsx",
    rows: 2_631,
    columns: 8,
    missing: ["Account", "Revenue"],
  },
  { file: "packt_adventureworks/Products.xlsx", rows: 38, columns: 5, missing: ["Account", "Revenue"] },
];

describe.skipIf(!isHere)(`real files in Univer${isHere ? "" : " (skipped: ../shared/data is not here)"}`, () => {
  test("are all of them", () => {
    const workbooks = readdirSync(DATA, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".xlsx"));
    expect(workbooks.sort()).toEqual(FILES.map(({ file }) => file));
  });

  test.each(FILES)("$file has $rows rows, and the pane says what is missing there", async ({ file, ...expected }) => {
    const original = readFileSync(`${DATA}/${file}`);
    const read = await openBytes(file, original);
    if (!read.ok) throw new Error(read.problem);
    const univer = openInUniver(read.workbook);
    const memory = MemoryWorkbook.from(read.workbook);
    const { rows, columns, missing } = expected;
    expect(univer.usedArea(univer.activeSheet(), true)).toEqual({ row: 0, column: 0, rows, columns });
    expect(partsOf(univer)).toEqual(partsOf(memory));

    const problem = await problemIn(univer);
    expect(problem).toMatchObject({ code: "fields-unmapped", params: { missing } });
    expect(problem).toEqual(await problemIn(memory));

    const saved = await readWorkbook(await writeWorkbook(univer.snapshot(), original));
    if (!saved.ok) throw new Error(saved.code);
    expect(partsOf(MemoryWorkbook.from(saved.workbook))).toEqual(partsOf(memory));
  });
});

/** What the pane cannot tier, and why, when it is opened beside the workbook. */
async function problemIn(workbook: ModelWorkbook): Promise<unknown> {
  const preset = BUILT_IN.get("revenue-share");
  if (!preset) throw new Error("no preset");
  const preview = await session(connect(workbook).Excel).preview({
    where: { by: "selection" },
    preset,
    asOf: "2026-01-31",
  });
  return preview.ok ? null : preview.problem;
}

/** All of a workbook, with the look of each cell instead of areas: the same look may be laid out in areas differently. */
function partsOf(workbook: ModelWorkbook): object {
  const { sheets, ...others }: WorkbookSnapshot = workbook.snapshot();
  return {
    ...others,
    sheets: sheets.map(({ numberFormats, styles, ...sheet }) => ({
      ...sheet,
      numberFormats: byCell(numberFormats),
      styles: byCell(styles),
    })),
  };
}

type Looks = SheetSnapshot["numberFormats"] | SheetSnapshot["styles"];

/** By row and column. */
function byCell(looks: Looks): Map<string, object> {
  const cells = new Map<string, object>();
  for (const { row, column, rows, columns, ...look } of looks) {
    for (let at = 0; at < rows * columns; at++)
      cells.set(`${row + Math.floor(at / columns)}:${column + (at % columns)}`, look);
  }
  return new Map([...cells].sort());
}
