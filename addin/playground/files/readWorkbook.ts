import type { WorkbookSnapshot } from "../host/snapshot";
import { openCarried } from "./carried";
import { isCarrier, readCarrier } from "./carrier";
import { readCharts } from "./readCharts";
import { refuseOpenDocument, refuseOtherKinds } from "./fileKind";
import { lostByName, lostBySheet } from "./lostParts";
import type { OpenWorkbook } from "./openWorkbook";
import { openWorkbook } from "./openWorkbook";
import type { LostPart, ReadResult, ReadWarning } from "./result";
import { FileProblem } from "./result";
import { sheetSnapshot } from "./sheetSnapshot";
import type { ReadTables } from "./tables";
import { readTables } from "./tables";
import { openArchive } from "./zipReading";

/**
 * Reads an .xlsx or .xlsm file into plain data.
 *
 * Values are as Excel's API gives them: dates are serial numbers, errors their text, text is text however it looks.
 * Rows end at their last value. `lost` lists what the file holds and `writeWorkbook` does not give back. Conditional
 * formats, tables and columns keep their ids over writing and reading. A file that cannot be read gives a code.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadResult> {
  try {
    refuseOtherKinds(bytes);
    refuseOpenDocument(openArchive(bytes).names);
    return await describe(await openWorkbook(bytes));
  } catch (problem) {
    if (problem instanceof FileProblem) return { ok: false, code: problem.code, params: problem.params };
    throw problem;
  }
}

async function describe(open: OpenWorkbook): Promise<ReadResult> {
  const { archive, parts, frame, cells } = open;
  // By its marker alone: LibreOffice makes a very hidden sheet a hidden one.
  const carrierAt = parts.sheets.findIndex(({ part }) => isCarrier(cells.get(part)?.values ?? []));
  const carrier = readCarrier(cells.get(parts.sheets[carrierAt]?.part ?? "")?.values ?? []);
  const carried = openCarried(carrier.values, carrier.damaged);

  const lost = new Set<LostPart>();
  const whole = new Set<string>();
  if (open.hasRichText) lost.add("formatting");
  const sheets: WorkbookSnapshot["sheets"] = [];
  for (const [at, { part }] of parts.sheets.entries()) {
    const sheet = frame.sheets[at];
    if (!sheet || at === carrierAt) continue;
    const tables = await readTables(archive, part, sheet);
    const snapshot = sheetSnapshot(open, at, tables, carried);
    if (!snapshot) continue;
    const { charts, wholeParts } = await readCharts(archive, part, snapshot);
    for (const name of wholeParts) whole.add(name);
    sheets.push({ ...snapshot, charts });
    for (const code of lostOfSheet(open, part, tables)) lost.add(code);
  }
  for (const code of lostByName(archive.names.filter((name) => !whole.has(name)))) lost.add(code);
  const front = parts.sheets[frame.workbook.activeSheet ?? 0]?.name;
  return {
    ok: true,
    lost: [...lost].sort(),
    warnings: carried.damaged.map((what): ReadWarning => ({ code: "carrierDamaged", params: { what } })),
    workbook: {
      sheets,
      activeSheet: (sheets.find(({ name }) => name === front) ?? sheets.find(isVisible) ?? sheets[0])?.name ?? "",
      names: parts.names,
      settings: carried.settings,
      date1904: frame.workbook.dateSystem === "1904",
    },
  };
}

function isVisible({ visibility }: { visibility: string }): boolean {
  return visibility === "Visible";
}

function lostOfSheet({ cells }: OpenWorkbook, part: string, tables: ReadTables): LostPart[] {
  const sheet = cells.get(part);
  if (!sheet) return [];
  const found = lostBySheet(sheet.head, sheet.tail);
  if (sheet.hasGroupedRows) found.push("grouping");
  if (sheet.hasRowFormats || sheet.hasRichText) found.push("formatting");
  if (tables.hasFilterCriteria) found.push("filterCriteria");
  if (tables.hasCalculatedColumns) found.push("calculatedColumns");
  return found;
}
