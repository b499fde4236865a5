import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { readWorkbook } from "../../addin/playground/files/readWorkbook";
import { RowKind, type CellValue, type Table } from "../../engine/index";
import { accepted, documentWith, issueCodes, tableOf, type Cells } from "./samples";

/** Every column of the report: the type of its field, and its headers in one row and in two. */
const COLUMNS: Record<string, readonly [type: "text" | "number" | "date", ...headers: string[]]> = {
  region: ["text", "Region"],
  business: ["text", "LOB"],
  costCenter: ["text", "CC", "Cost Center"],
  location: ["text", "Loc ID", "Location ID"],
  facility: ["text", "Fac Type", "Facility Type"],
  job: ["text", "JON/DPN"],
  document: ["text", "Doc #", "Document Number"],
  type: ["text", "Type"],
  status: ["text", "Status"],
  assetType: ["text", "Asset Type"],
  initiatedBy: ["text", "Initiated By"],
  initiated: ["date", "Initiate Date", "Initiated Date"],
  custodian: ["text", "Custodian"],
  account: ["text", "Barcode"],
  stock: ["text", "NSN/LSN"],
  description: ["text", "Description"],
  serial: ["text", "Serial #", "Serial Number"],
  delphi: ["text", "Delphi Asset #"],
  cost: ["number", "Cost"],
  quantity: ["number", "Qty"],
  rejectedBy: ["text", "Rejected By"],
  rejectedFor: ["text", "Rej Reason", "Rejected Reason"],
  rejected: ["date", "Rej Date", "Rejected Date"],
  testEquipment: ["text", "Test Equip", "Test Equipment"],
};
const fields = Object.fromEntries(
  Object.entries(COLUMNS).map(([id, [type, ...headers]]) => [id, { type, headers, required: true }]),
);
const preset = accepted(documentWith({ fields }));
const FILES = ["report", "report-multiline-header", "stripped"] as const;

async function cellsOf(name: string): Promise<Cells> {
  const read = await readWorkbook(
    readFileSync(new URL(`../fixtures/excelstrippr/example-${name}.xlsx`, import.meta.url)),
  );
  if (!read.ok) throw new Error(read.code);
  return read.workbook.sheets[0]?.values ?? [];
}

/** The cells of a field as they were read, null where missing. */
function shown({ fields }: Table, id: string): (CellValue | null)[] {
  const column = fields.get(id)!; // every field has one
  if (column.type === "number") return [...column.values].map((value) => (Number.isNaN(value) ? null : value));
  return [...column.codes].map((code) => column.words[code] ?? null);
}

describe("report exports, and what their reader in R makes of them", () => {
  const cells = new Map<string, Cells>();
  const tables = new Map<string, Table>();
  beforeAll(async () => {
    for (const name of FILES) {
      cells.set(name, await cellsOf(name));
      tables.set(name, tableOf(cells.get(name)!, preset)); // set on the line before
    }
  });
  const table = (name: (typeof FILES)[number]) => tables.get(name)!; // all are read before any test

  test.each([
    { name: "report", header: { row: 4, rows: 1 }, firstRow: 5, told: ["header-found"] },
    { name: "report-multiline-header", header: { row: 4, rows: 2 }, firstRow: 6, told: ["header-found"] },
    { name: "stripped", header: { row: 0, rows: 1 }, firstRow: 1, told: [] },
  ] as const)("$name: the header is at row $header.row, and below it are 22 accounts", ({ name, told, ...place }) => {
    expect(table(name)).toMatchObject({ size: 22, ...place });
    expect(issueCodes(table(name)).filter((code) => code.startsWith("header"))).toEqual(told);
    expect([...table(name).rowKinds]).toEqual(new Array(22).fill(RowKind.account));
  });

  // The day of the start is a true date here, and the text of its serial number in the clean table: see below.
  test.each(Object.keys(COLUMNS).filter((id) => id !== "initiated"))(
    "the column %s is the one of the clean table, cell by cell",
    (id) => {
      const clean = shown(table("stripped"), id);
      expect(clean).toHaveLength(22);
      expect(shown(table("report"), id)).toEqual(clean);
      // The second report has other made-up ids in three of its columns.
      const ownIds = { costCenter: 4, document: 9, account: 17 }[id];
      const rows = cells.get("report-multiline-header")?.slice(6) ?? [];
      const expected = ownIds === undefined ? clean : rows.map((row) => String(row[ownIds]));
      expect(shown(table("report-multiline-header"), id)).toEqual(expected);
    },
  );

  test("dates are true dates, of the serial numbers that the clean table has as text", () => {
    const serials =
      cells
        .get("stripped")
        ?.slice(1)
        .map((row) => Number(row[11])) ?? [];
    for (const name of ["report", "report-multiline-header"] as const) {
      const dates = shown(table(name), "initiated").map(Number);
      expect(dates).toHaveLength(22);
      dates.forEach((date, row) => expect(date).toBeCloseTo(serials[row] ?? NaN, 9));
    }
  });

  test("a preset with two fields finds the header as well, and the cost is not that of the cost center", () => {
    const few = accepted(
      documentWith({
        fields: {
          account: { type: "text", headers: ["Barcode"], required: true },
          income: { type: "number", headers: ["Cost"], required: true },
        },
      }),
    );
    for (const name of ["report", "report-multiline-header"] as const) {
      const read = tableOf(cells.get(name)!, few);
      expect(read.header).toEqual(table(name).header);
      expect(shown(read, "income")).toEqual(shown(table("stripped"), "cost"));
    }
  });
});
