import * as fc from "fast-check";
import { expect } from "vitest";
import { sheetOf } from "../../addin/playground/host/simpleSnapshot";
import { readWorkbook } from "../../addin/playground/files/readWorkbook";
import { writeWorkbook } from "../../addin/playground/files/writeWorkbook";
import { charts, sheetLook, validations } from "./looks";
import type {
  Area,
  CellStyle,
  CellValue,
  ConditionalFormatSnapshot,
  SheetSnapshot,
  WorkbookSnapshot,
} from "../../addin/playground/host/snapshot";

export function workbook(...sheets: SheetSnapshot[]): WorkbookSnapshot {
  return { sheets, activeSheet: sheets[0]?.name ?? "", names: [], settings: {}, date1904: false };
}

export function sheet(changes: Partial<SheetSnapshot> = {}): SheetSnapshot {
  return { ...sheetOf("Sheet1", []), ...changes };
}

/** The workbook after writing and reading, which must go without a warning or a loss. */
export async function roundTrip(snapshot: WorkbookSnapshot): Promise<WorkbookSnapshot> {
  const result = await readWorkbook(await writeWorkbook(snapshot));
  expect(result).toMatchObject({ ok: true, lost: [], warnings: [] });
  if (!result.ok) throw new Error(result.code);
  return result.workbook;
}

/** Areas as the property of each cell: the same paint may be cut into areas in several ways. */
export function byCell(areas: readonly Area[]): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  for (const { row, column, rows, columns, ...property } of areas) {
    for (let r = row; r < row + rows; r++)
      for (let c = column; c < column + columns; c++) cells[`${r},${c}`] = property;
  }
  return Object.fromEntries(Object.entries(cells).sort());
}

/** A snapshot in which areas are told cell by cell. */
export function comparable(snapshot: WorkbookSnapshot): unknown {
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((one) => ({
      ...one,
      numberFormats: byCell(one.numberFormats),
      styles: byCell(one.styles),
    })),
  };
}

const hostileText = fc.oneof(
  fc.constantFrom(
    "=1+1",
    "+1",
    "-1",
    "@x",
    "'a",
    "007",
    "1E5",
    "12",
    "TRUE",
    " a ",
    "\t",
    "a\nb",
    "a\r\nb",
    "\r",
    "\u0000\u0001",
  ),
  fc.constantFrom(
    "_x0041_",
    "_x005F_x0041_",
    "😀",
    "\ud83d",
    "\uffff",
    "<a>&amp;\"'",
    "]]>",
    "#N/A",
    "#SPILL!",
    "\u00a0",
    "x".repeat(32_767),
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ maxLength: 40 }),
);

const cellValue: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 3, arbitrary: hostileText },
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.integer(),
  fc.boolean(),
  fc.constant(""),
);

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, "0").toUpperCase()}`);
/** Black text is the default of a new workbook, so it cannot be told from no colour. */
const textColour = colour.filter((hex) => hex !== "#000000");
const style: fc.Arbitrary<CellStyle> = fc
  .record({ fill: colour, color: textColour, bold: fc.constant(true) }, { requiredKeys: [] })
  .filter((looks) => Object.keys(looks).length > 0);

/** Areas side by side in bands of rows, so that none overlaps. */
const areas: fc.Arbitrary<Area[]> = fc
  .array(
    fc.record({
      gap: fc.nat(3),
      rows: fc.integer({ min: 1, max: 4 }),
      column: fc.nat(6),
      columns: fc.integer({ min: 1, max: 4 }),
    }),
    { maxLength: 5 },
  )
  .map((bands) => {
    let row = 0;
    return bands.map(({ gap, rows, column, columns }) => {
      const area = { row: row + gap, column, rows, columns };
      row += gap + rows;
      return area;
    });
  });

const formats = fc.constantFrom(
  "0",
  "0.00",
  "#,##0_);(#,##0)",
  "yyyy-mm-dd",
  "m/d/yyyy h:mm",
  "0.0%",
  "@",
  '"$"#,##0.00;[Red]-"$"0',
  "[h]:mm",
  "mmm-yy",
);

const rule: fc.Arbitrary<ConditionalFormatSnapshot["rule"]> = fc.oneof(
  fc.record({ text: fc.string({ maxLength: 12 }), looks: style }).map(({ text, looks }) => ({
    type: "CellValue" as const,
    operator: "EqualTo",
    formula1: `="${text.replace(/"/g, '""')}"`,
    ...looks,
  })),
  fc.record({ low: fc.integer(), looks: style }).map(({ low, looks }) => ({
    type: "CellValue" as const,
    operator: "Between",
    formula1: `=${low}`,
    formula2: `=${low}+$A$1`,
    ...looks,
  })),
  colour.map((color) => ({ type: "DataBar" as const, color })),
  fc
    .constantFrom("ThreeArrows", "FourRating", "FiveQuarters")
    .map((name) => ({ type: "IconSet" as const, style: name })),
  fc.constant({
    type: "Other" as const,
    source: { cfRule: '<cfRule type="top10" rank="3"/>', dxf: "<dxf><font><i/></font></dxf>" },
  }),
);

const sheetName = fc
  .oneof(
    fc.constantFrom("It's", "a b", "Q1 & Q2", "Übersicht", "😀", "1", "A1", "x!y"),
    fc.string({ minLength: 1, maxLength: 20 }),
  )
  .filter(
    (name) => !/[[\]:*?/\\\0-\x1f]|^'|'$|^history$/i.test(name) && !/\p{Surrogate}/u.test(name) && name.length <= 31,
  );

function trimmed(rows: CellValue[][]): CellValue[][] {
  const kept = rows.map((row) => row.slice(0, row.findLastIndex((value) => value !== "") + 1));
  return kept.slice(0, kept.findLastIndex((row) => row.length > 0) + 1);
}

const anySheet: fc.Arbitrary<SheetSnapshot> = fc
  .record({
    name: sheetName,
    visibility: fc.constantFrom("Visible" as const, "Hidden" as const, "VeryHidden" as const),
    isProtected: fc.boolean(),
    values: fc.array(fc.array(cellValue, { maxLength: 6 }), { maxLength: 8 }).map(trimmed),
    formatAreas: areas,
    styleAreas: areas,
    codes: fc.array(formats, { minLength: 5, maxLength: 5 }),
    looks: fc.array(style, { minLength: 5, maxLength: 5 }),
    widths: fc.dictionary(fc.nat(20).map(String), fc.integer({ min: 10, max: 1500 }), { maxKeys: 4 }),
    hiddenRows: fc.uniqueArray(fc.nat(12), { maxLength: 3 }),
    hiddenColumns: fc.uniqueArray(fc.nat(12), { maxLength: 3 }),
    formulas: fc.uniqueArray(fc.nat(30), { maxLength: 4 }),
    rules: fc.array(fc.record({ rule, areas, stopIfTrue: fc.boolean(), id: fc.uuid() }), { maxLength: 4 }),
    look: sheetLook,
    charts,
    validated: areas,
    validations: fc.array(validations, { minLength: 5, maxLength: 5 }),
    hasFilter: fc.boolean(),
    isDataFiltered: fc.boolean(),
  })
  .map(({ formatAreas, styleAreas, codes, looks, widths, rules, hasFilter, isDataFiltered, ...others }) => {
    const { formulas, look, validated, validations: validation, ...rest } = others;
    return {
      ...sheetOf(rest.name, rest.values),
      ...look,
      ...rest,
      validations: validated.flatMap((area, i) => (validation[i] ? [{ ...area, ...validation[i] }] : [])),
      hiddenRows: rest.hiddenRows.sort((a, b) => a - b),
      hiddenColumns: rest.hiddenColumns.sort((a, b) => a - b),
      columnWidths: Object.fromEntries(Object.entries(widths).map(([column, width]) => [Number(column), width])),
      numberFormats: formatAreas.map((area, i) => ({ ...area, format: codes[i] ?? "0" })),
      styles: styleAreas.map((area, i) => ({ ...area, ...looks[i] })),
      formulas: formulas
        .sort((a, b) => a - b)
        .map((n) => ({ row: Math.floor(n / 6), column: n % 6, formula: `=XLOOKUP(A1,B:B,"a""b ="&C${n + 1})` })),
      conditionalFormats: rules
        .filter((one) => one.areas.length > 0)
        .map((one) => ({ id: one.id, areas: one.areas, stopIfTrue: one.stopIfTrue, rule: one.rule })),
      filter: hasFilter ? { row: 1, column: 0, rows: 5, columns: 2, isDataFiltered } : null,
    };
  });

/** Workbooks with all that a file should keep. */
export const anyWorkbook: fc.Arbitrary<WorkbookSnapshot> = fc
  .record({
    sheets: fc.uniqueArray(anySheet, { minLength: 1, maxLength: 3, selector: ({ name }) => name.toLowerCase() }),
    settings: fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue(), { maxKeys: 3 }),
    names: fc.uniqueArray(fc.record({ isVisible: fc.boolean(), comment: fc.string({ maxLength: 9 }), n: fc.nat(99) }), {
      selector: ({ n }) => n,
      maxLength: 3,
    }),
    date1904: fc.boolean(),
  })
  .map(({ sheets, settings, names, date1904 }) => {
    const first = sheets[0] ?? sheet();
    const visible: SheetSnapshot = { ...first, visibility: "Visible" };
    return {
      sheets: [visible, ...sheets.slice(1)],
      activeSheet: visible.name,
      settings: JSON.parse(JSON.stringify(settings)) as Record<string, unknown>,
      names: names.map(({ n, isVisible, comment }) => ({
        name: `name_${n}`,
        formula: `=$A$${n + 1}`,
        isVisible,
        comment,
      })),
      date1904,
    };
  });
