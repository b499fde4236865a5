import { describe, expect, test } from "vitest";
import { accountKey, fold, parsePreset, presetDocument, type Preset } from "../../../../engine/index";
import { readWorkbook } from "../../../../addin/playground/files/readWorkbook";
import { writeWorkbook } from "../../../../addin/playground/files/writeWorkbook";
import { checkSheetName } from "../../../../addin/playground/host/rules/naming";
import { sheetOf, workbookOf } from "../../../../addin/playground/host/simpleSnapshot";
import type { CellValue, SheetSnapshot, WorkbookSnapshot } from "../../../../addin/playground/host/snapshot";
import { builtIn, KINDS, must, opened, sheetNamed, tableOver, type Kind, type Opened } from "../workbooks";
import { batches, namesAccount } from "./batches";
import { held } from "./held";
import { parsedCsv, withoutApostrophe } from "../csvFields";

/** Hostile text as the names of accounts, as headers, owners, notes and reasons, through everything that the add-in does. */
const Q1 = "2026-01-31";
const Q2 = "2026-04-30";
const BATCHES = batches(32);
const OUR_HEADERS = new Set(["Tier", "Score", "Why", "Movement", "Play"].map(fold));

describe("hostile names, headers, owners and reasons", () => {
  const kindOf = (number: number) => KINDS[number % KINDS.length] ?? "table";
  test.each(BATCHES.map((texts, number) => [number, kindOf(number), texts] as const))(
    "batch %i in a %s",
    async (_, kind, texts) => {
      const { book, preset, mapping, name, rows } = hostileBook(kind, texts);
      const file = JSON.stringify(presetDocument(preset));
      must(await book.tiering.presets.import(file, "ask"));
      expect(JSON.parse(must(await book.tiering.presets.export(preset.id)))).toEqual(JSON.parse(file));
      const start = book.workbook.snapshot();
      const safe = () => expectSafe(book.workbook.snapshot(), start);
      const ask = { where: { by: "selection" }, preset, mapping, asOf: Q1 } as const;

      const preview = must(await book.tiering.preview(ask));
      expect(preview.source).toMatchObject({ headers: rows[0], rows: texts.length });
      const { record, plan } = must(await book.tiering.apply(preview));
      safe();
      expectColumns(sheetNamed(book, name), plan);
      const tiered = book.workbook.snapshot();
      must(await book.tiering.undo());
      expect(book.workbook.snapshot().sheets).toEqual(start.sheets);
      const again = must(await book.tiering.apply(must(await book.tiering.preview(ask))));
      expect(book.workbook.snapshot().sheets[0]?.values).toEqual(tiered.sheets[0]?.values);

      // Overrides: an account, a reason and a person each.
      const written = texts.filter((text) => namesAccount(text) && text !== "Grand Total"); // below the others it is a total
      for (const [i, account] of written.entries()) {
        const [reason, by] = [texts[(i + 5) % texts.length] ?? "", texts[(i + 11) % texts.length] ?? ""];
        const saved = { account, kind: "floor", tier: "t3", reason, by, preset: null } as const;
        expect(must(await book.tiering.saveOverride(saved))).toEqual({ added: 1, updated: 0, removed: 0 });
      }
      safe();
      const read = must(await book.tiering.overrides());
      expect(read.issues).toEqual([]);
      expect(read.overrides).toEqual(
        written.map((account, i) => ({
          ...{ account, kind: "floor", tier: "t3", preset: null },
          ...said("reason", texts[(i + 5) % texts.length]),
          ...said("by", texts[(i + 11) % texts.length]),
        })),
      );
      const [ended = ""] = written;
      const before = cellsOf(book.workbook.snapshot());
      must(await book.tiering.endOverride(ended, "floor"));
      must(await book.tiering.undo());
      expect(cellsOf(book.workbook.snapshot())).toEqual(before);

      // Two reviews: the second finds everybody again by the key that the first has written.
      const { run } = must(await book.tiering.refresh(again.record.id, Q1));
      expect(run.issues.filter(({ code }) => code === "override-account-unknown")).toEqual([]);
      const where = { by: "record", id: again.record.id } as const;
      const current = must(await book.tiering.preview({ ...ask, where }));
      const bare = book.workbook.snapshot().sheets;
      must(await book.tiering.recordReview(current));
      must(await book.tiering.undo());
      expect(book.workbook.snapshot().sheets).toEqual(bare);
      expect(must(await book.tiering.recordReview(current)).accounts).toBe(written.length);
      safe();
      // A key that is longer than a cell is cut: such an account is new in every review.
      const keys = new Set(written.map((text) => held(accountKey(text))));
      const isCut = written.some((text) => held(accountKey(text)) !== accountKey(text));
      book.user.paste(`${quoted(name)}!B2`, [[1], [2], [3]]);
      must(await book.tiering.refresh(again.record.id, Q2));
      const second = must(await book.tiering.preview({ ...ask, where, asOf: Q2 }));
      expect(second.sheets.issues).toEqual([]);
      expect(new Set(second.sheets.history[0]?.entries.keys())).toEqual(keys);
      const moves = await second.reading.ask("movement");
      if (!isCut) expect(moves.ok && [...moves.value.entered, moves.value.leftUnknown]).toEqual([0, 0, 0, 0, 0]);
      must(await book.tiering.recordReview(second));
      safe();
      const { notes, issues } = must(await book.tiering.attention());
      expect(issues).toEqual([]);
      for (const { account } of notes) if (account !== null) expect(keys).toContain(held(accountKey(account)));

      await everySheet(book, second, texts, name);
      safe();
      await expectInFile(book.workbook.snapshot());
      expect(again.record.id).not.toBe(record.id);
    },
  );
});

type Previewed = Extract<Awaited<ReturnType<Opened["tiering"]["preview"]>>, { ok: true }>["value"];

async function everySheet(book: Opened, preview: Previewed, texts: readonly string[], name: string): Promise<void> {
  const { rungs } = preview.run.preset.tiers;
  expect(must(await book.tiering.writeSummary(preview))).toMatchObject({ isNew: true, charts: 3 });
  must(await book.tiering.writeSummary(preview));
  const { added, issues } = must(await book.tiering.writeDossiers(preview));
  expect([added > 0, issues]).toEqual([true, []]);
  const ownerOf = new Map(texts.map((text, i) => [text, texts[(i + 7) % texts.length] ?? ""]));
  const dossiers = cellsUnder(sheetNamed(book, "Account dossiers"), ["Account", "Owner"]);
  expect(dossiers).toHaveLength(added);
  for (const [account, owner] of dossiers) expect(owner).toBe(ownerOf.get(String(account)));
  expect(must(await book.tiering.writeDossiers(preview))).toMatchObject({ added: 0, updated: 0 });

  const inputs = sheetNamed(book, name).values;
  for (const { id } of rungs) {
    const before = new Set(book.workbook.snapshot().sheets.map((sheet) => sheet.name));
    const { accounts } = must(await book.tiering.listTier(preview, id));
    const list = book.workbook.snapshot().sheets.find((sheet) => !before.has(sheet.name));
    const [headers = [], ...rows] = list?.values ?? [];
    const [account, owner] = [headers.indexOf("Account"), headers.indexOf("Owner")];
    const listed = rows.filter((row) => row[account] !== "" && row[account] !== undefined);
    expect(listed).toHaveLength(accounts);
    for (const row of listed) expect(row[owner]).toBe(ownerOf.get(String(row[account])));
    for (const header of inputs[0]?.slice(3, texts.length) ?? [])
      expect(headers.map(plainHeader)).toContain(plainHeader(header));
    const csv = parsedCsv(must(await book.tiering.tierCsv(preview, id)).slice(1));
    expect(
      csv.slice(1).map((row) => [row[account], row[owner]].map((field) => withoutApostrophe(field ?? ""))),
    ).toEqual(listed.map((row) => [row[account], row[owner]]));
  }
}

/** A header of a list gets a number where the list has a column of its own of that name. */
const plainHeader = (header: CellValue) => String(header).toLowerCase().replace(/ \d+$/, "");

/** Accounts whose every name, header, owner and note is hostile. */
function hostileBook(kind: Kind, texts: readonly string[]) {
  const at = (i: number) => texts[i % texts.length] ?? "";
  const body = texts.map((text, i): CellValue[] => [text, 1000 - 17 * i, at(i + 7), at(i + 3)]);
  // A column of somebody else with a header of ours is refused before anything is written.
  // One of spaces alone is none to be found by.
  const inOrder = [...texts.filter((text) => text.trim() !== ""), ...texts.filter((text) => text.trim() === "")];
  const headers = inOrder.map((text) => (OUR_HEADERS.has(fold(text)) ? `${text} of theirs` : text));
  const rows: CellValue[][] = [headers, ...body.map((row) => [...row, ...texts.slice(row.length).map(() => "")])];
  const name = texts.find(isSheetName) ?? "Accounts";
  const sheet = sheetOf(name, rows);
  const book = opened(workbookOf([kind === "table" ? { ...sheet, tables: [tableOver(rows)] } : sheet]));
  const preset = hostilePreset(texts);
  const [account = "", income = "", owner = "", ...notes] = headers;
  const chosen = new Map([...preset.fields.keys()].map((field): [string, readonly string[]] => [field, []]));
  const mapping = new Map([
    ...chosen,
    ["account", [account]],
    ["income", [income]],
    ["owner", [owner]],
    ["notes", notes],
  ]);
  return { book, preset, mapping, name, rows };
}

/** Without what the gate refuses in any preset, in whatever place: halves of pairs, and what no file holds. */
const writable = (text: string) => text.replace(/[\p{Cs}\0\ufffe\uffff]/gu, "").slice(0, 1000);

function hostilePreset(texts: readonly string[]): Preset {
  const document = presetDocument(builtIn("client-value"));
  const rungs = document.tiers.rungs.map((rung, i) => ({
    ...rung,
    play: { ...rung.play, treatment: writable(texts[i] ?? "") },
  }));
  const parsed = parsePreset({
    ...document,
    id: "hostile",
    description: writable(texts.join(" ")),
    fields: { ...document.fields, notes: { type: "text", headers: [], many: true } },
    tiers: { ...document.tiers, rungs },
    columns: [
      "tier",
      "score",
      "movement",
      "why",
      "reason",
      "rank",
      "initial",
      "previous",
      "highest",
      "nextReview",
      "play",
    ],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.preset;
}

function isSheetName(text: string): boolean {
  try {
    if (/\p{Cc}|[\ufffe\uffff]/u.test(text)) return false; // Excel's own window takes none
    checkSheetName(text, ["Tier Overrides", "Tier History", "Tier Summary", "Account dossiers"]);
    return true;
  } catch {
    return false;
  }
}

/** No cell holds a formula, and what was there stands as it did, but for the three values that the user changes. */
function expectSafe(now: WorkbookSnapshot, { sheets: [start] }: WorkbookSnapshot): void {
  for (const { formulas } of now.sheets) expect(formulas).toEqual([]);
  const width = start?.values[0]?.length ?? 0;
  const own = (sheet: SheetSnapshot | undefined) =>
    sheet?.values.map((row) =>
      Array.from({ length: width }, (_, i) => row[i] ?? "").map((cell) => (typeof cell === "number" ? 0 : cell)),
    );
  expect(own(now.sheets[0])).toEqual(own(start));
}

function expectColumns({ values: [headers = [], ...rows] }: SheetSnapshot, { columns }: Previewed["plan"]): void {
  for (const { header, column, labels, codes } of columns) {
    expect(headers[column]).toBe(header);
    expect(rows.map((row) => row[column] ?? "")).toEqual(rows.map((_, row) => labels[codes[row] ?? 0]));
  }
}

async function expectInFile(snapshot: WorkbookSnapshot): Promise<void> {
  const read = await readWorkbook(await writeWorkbook(snapshot));
  if (!read.ok) throw new Error(read.code);
  expect(cellsOf(read.workbook)).toEqual(cellsOf(snapshot));
  expect(read.workbook.settings).toEqual(snapshot.settings);
}

/** What stands in the cells of all sheets, without trailing blanks. */
function cellsOf({ sheets }: WorkbookSnapshot) {
  return sheets.map(({ name, values, formulas }) => ({
    ...{ name, formulas },
    values: values.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== "") + 1)),
  }));
}

function cellsUnder({ values: [headers = [], ...rows] }: SheetSnapshot, wanted: readonly string[]): CellValue[][] {
  return rows
    .filter(([first]) => first !== "")
    .map((row) => wanted.map((header) => row[headers.indexOf(header)] ?? ""));
}

/** Spaces alone are blank. */
function said(key: "reason" | "by", text = "") {
  return text.trim() === "" ? {} : { [key]: text };
}

function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}
