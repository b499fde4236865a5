import { describe, expect, test } from "vitest";
import {
  inProcess,
  parsePreset,
  presetDocument,
  recordReview,
  readTable,
  run,
  whyOf,
  type CellValue,
  type Engine,
  type Preset,
  type RecordedReview,
} from "../../../engine/index";
import { createTiering } from "../../../addin/excel/tiering";
import { namesOf } from "../../../addin/strings/names";
import { whySentence } from "../../../addin/strings/why";
import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";
import {
  accounts,
  beside,
  CELLS,
  DAY,
  KINDS,
  must,
  opened,
  openedBy,
  PRESET,
  reopened,
  sheet,
  stopped,
  tableOver,
  values,
  type Opened,
} from "./workbooks";

const COLUMNS = [
  ...(["segment", "tier", "score", "movement", "why", "reason", "rank", "initial", "previous", "highest"] as const),
  ...(["nextReview", "play", "flags"] as const),
];
const ALL = presetOf({
  ...presetDocument(PRESET),
  id: "all-columns",
  measures: [...PRESET.measures, { id: "score", type: "scale", of: "income", method: "minMax" }],
  flags: [{ id: "large", label: "Large", when: { measure: "income", ">=": 100 } }],
  review: { cadence: "quarterly" },
  columns: [...COLUMNS],
});
const HEADERS = [
  ...["Segment", "Tier", "Score", "Movement", "Why", "Reason for the customer", "Rank in tier", "Initial tier"],
  ...["Previous tier", "Highest tier", "Next review", "Play", "Large"],
];

/** Last review: the same accounts, Acme small and Jade large. */
const HISTORY = reviewOf([["Acme", 5], ...CELLS.slice(2, -1), ["Jade", 300]], "2025-10-31");

describe.each(KINDS)("all columns beside a %s", (kind) => {
  test("are applied, refreshed and undone", async () => {
    const book = opened(accounts(kind));
    const tiering = withHistory(book);
    const tiered = await applied(tiering);
    expect(tiered.cells).toBe(130);
    expect(values(book)[0]).toEqual(["Account", "Revenue", ...HEADERS]);
    expect(values(book)[1]).toEqual([
      ...["Acme", 300, "Key", "Tier 1", 100, "▲ Up", beside(book, "Why")["Acme"]],
      ...["Your level of service follows from the size of your account.", 1, "Tier 3", "Tier 3", "Tier 1", 46053],
      ...[beside(book, "Play")["Acme"], "Yes"],
    ]);
    expect(beside(book, "Movement")).toMatchObject({ Acme: "▲ Up", Jade: "▼ Down", Iris: "Same" });
    expect(values(book).every((row) => row.length === 15 && row.every((cell) => cell !== ""))).toBe(true);
    const rules = sheet(book).conditionalFormats;
    expect(rules.filter(({ rule }) => JSON.stringify(rule).includes("#638EC6"))).toHaveLength(1);
    expect(await explained(tiered)).toEqual(beside(book, "Why"));

    const { id } = tiered.record;
    const again = must(await tiering.refresh(id, DAY));
    expect(again.cells).toBe(0);
    expect(sheet(book).conditionalFormats).toEqual(rules);

    book.user.type("B11", 1000); // Jade
    must(await tiering.refresh(id, DAY));
    expect(beside(book, "Score")).toMatchObject({ Jade: 100, Iris: 0 });
    expect(beside(book, "Large")).toMatchObject({ Jade: "Yes", Iris: "No" });
    must(await tiering.undo());
    expect(beside(book, "Score")).toMatchObject({ Acme: 100, Jade: 0 });

    book.user.type("B11", 5);
    const other = opened(accounts(kind));
    const fresh = withHistory(other);
    must(await fresh.presets.save(ALL));
    const before = other.workbook.snapshot();
    await applied(fresh);
    must(await fresh.undo());
    expect(withoutVersion(other.workbook.snapshot())).toEqual(withoutVersion(before));
  });

  test("are found again when rows are sorted and columns renamed; one that took over a mark is not", async () => {
    const book = opened(accounts(kind));
    const tiering = withHistory(book);
    const { record } = await applied(tiering);
    book.user.sort("A1:O11", 1, false);
    const score = "E1";
    book.user.type(score, "Points");
    const again = must(await tiering.refresh(record.id, DAY));
    expect(again.cells).toBe(0);
    expect(beside(book, "Points")).toMatchObject({ Acme: 100, Jade: 0 });

    book.user.type(score, "My own");
    book.user.type("E2", 77);
    expect(await tiering.refresh(record.id, DAY)).toMatchObject({
      problem: { code: "owned-column-gone", written: "nothing" },
    });
    expect(sheet(book).values[1]?.[4]).toBe(77);
  });

  test("are found by an undo that comes after a refresh and other headers, of words as well", async () => {
    const book = opened(accounts(kind));
    const tiering = withHistory(book);
    const { record } = await applied(tiering);
    const before = rowsOf(book);
    book.user.type("B11", 1000); // Jade
    must(await tiering.refresh(record.id, DAY));
    rename(book);
    must(await tiering.undo());
    expect(rowsOf(book)).toEqual(before.map((row, i) => (i === 9 ? [row[0], 1000, ...row.slice(2)] : row)));
    expect(values(book)[0]?.[4]).toBe("My Score");
  });

  test("are found by the restore of a refresh that fails while somebody gives them other headers", async () => {
    const start = opened(accounts(kind));
    const { record } = await applied(withHistory(start));
    start.user.type("B11", 1000);
    const snapshot = start.workbook.snapshot();
    const before = rowsOf(start);
    const good = opened(snapshot);
    must(await withHistory(good).refresh(record.id, DAY));
    expect(rowsOf(good)).not.toEqual(before);
    let restored = 0;
    for (let request = 1; request < good.host.traffic.requests; request++) {
      for (const action of [0, 40, 60, 80]) {
        const book = openedBy(good, snapshot);
        book.host.faults.at({ request, when: "after" }, () => rename(book));
        book.host.faults.inject({ request: request + 1, action, when: "before", code: "GeneralException" });
        const outcome = await withHistory(book).refresh(record.id, DAY);
        if (outcome.ok) continue; // there are fewer actions, or the colours alone were tried again
        restored += outcome.problem.written === "restored" ? 1 : 0;
        const isPending = "tiering.pending" in book.workbook.settings();
        expect([request, action, rowsOf(book), isPending]).toEqual([request, action, before, false]);
      }
    }
    expect(restored).toBeGreaterThan(3);
  });

  test("leave the same rules, names and settings after twenty refreshes", async () => {
    const book = opened(accounts(kind));
    const { record } = await applied(withHistory(book));
    const tiering = withHistory(book);
    const sizes = () => {
      const { sheets, names, settings } = book.workbook.snapshot();
      const kept = Object.entries(settings).filter(([key]) => key !== "tiering.journal");
      return [sheets[0]?.conditionalFormats.length, names.length, JSON.stringify(kept).length];
    };
    book.user.type("B11", 6);
    must(await tiering.refresh(record.id, DAY));
    const before = sizes();
    for (let n = 0; n < 20; n++) {
      book.user.type("B11", n % 2 === 0 ? 5 : 6);
      must(await tiering.refresh(record.id, DAY));
    }
    expect(sizes()).toEqual(before);
  });

  test("a deleted column is asked about, and comes back with an approval", async () => {
    const book = opened(accounts(kind));
    const tiering = withHistory(book);
    const { record } = await applied(tiering);
    if (kind === "table") book.user.deleteTableColumn("Accounts", "Why");
    else book.user.delete("G1:G11", "left");
    expect(await tiering.refresh(record.id, DAY)).toMatchObject({ problem: { code: "owned-column-gone" } });
    must(await tiering.apply(must(await tiering.preview(requestOf(record.id)))));
    expect(values(book)[0]).toEqual(["Account", "Revenue", ...HEADERS.filter((name) => name !== "Why"), "Why"]);
    expect(beside(book, "Why")["Acme"]).toContain("Tier 1");
  });

  test("undo empties new columns only of what was written", async () => {
    const book = opened(accounts(kind));
    const tiering = withHistory(book);
    await applied(tiering);
    if (kind === "table") return; // its columns go as a whole
    book.user.type("E2", 12345);
    book.user.type("G3", "A note");
    must(await tiering.undo());
    expect(
      sheet(book)
        .values.flat()
        .filter((cell) => cell !== ""),
    ).toEqual([...CELLS.flat().slice(0, 4), 12345, "Bolt", 200, "A note", ...CELLS.slice(3).flat()]);
  });
});

test.each(KINDS)(
  "rows at the end that are no accounts stay blank beside a %s, and are read back as they are",
  async (kind) => {
    const cells: CellValue[][] = [...CELLS, ["Kite", ""], ["Total", 1000], ["", ""]];
    const grid = sheetOf("Accounts", cells, { tables: kind === "table" ? [tableOver(cells)] : [] });
    const book = opened(workbookOf([grid]));
    const { record } = await applied(withHistory(book));
    const ours = sheet(book).values.map((row) => row.slice(2));
    expect(ours.slice(1, 12).flat()).not.toContain(""); // the last account has a word in every column
    expect(ours.slice(12).flat().join("")).toBe("");
    const again = withHistory(book);
    expect(must(await again.refresh(record.id, DAY)).cells).toBe(0);
    book.user.type("B12", 400); // Kite
    must(await again.refresh(record.id, DAY));
    must(await again.undo());
    expect(sheet(book).values.map((row) => row.slice(2))).toEqual(ours);
  },
);

test("recording a review leaves what it records as it is; the next day it counts", async () => {
  const book = opened(accounts("range"));
  must(await book.tiering.presets.save(ALL));
  const preview = must(await book.tiering.preview({ where: { by: "selection" }, preset: ALL, asOf: "2025-10-31" }));
  const { id } = must(await book.tiering.apply(preview)).record;
  expect(beside(book, "Next review")).toMatchObject({ Acme: 46053 }); // 31 January
  const standing = must(await book.tiering.preview({ ...requestOf(id), asOf: "2025-10-31" }));
  must(await book.tiering.recordReview(standing));
  expect(must(await book.tiering.stale(id, "2025-10-31")).reasons).toEqual([]);
  expect(must(await book.tiering.refresh(id, "2025-10-31")).cells).toBe(0);
  expect(must(await book.tiering.stale(id, "2025-11-14")).reasons).toContain("history");
  must(await book.tiering.refresh(id, "2025-11-14"));
  expect(beside(book, "Next review")).toMatchObject({ Acme: 46053 });
  expect(beside(book, "Previous tier")).toMatchObject({ Acme: "Tier 1" });
});

test("contents that are too many for the settings are known by one fingerprint, as long as nobody edits them", async () => {
  const rows = Array.from({ length: 5_000 }, (_, i): CellValue[] => [`Account ${i}`, 10_000 - i]);
  const start = workbookOf([sheetOf("Accounts", [CELLS[0] ?? [], ...rows])]);
  const book = opened(start);
  await applied(book.tiering);
  expect(JSON.stringify(book.workbook.settings()).length).toBeLessThan(60_000);
  const edited = opened(reopened(book));
  edited.user.type("E2", 12345);
  expect(stopped(await edited.tiering.undo())).toEqual({ code: "journal-damaged", written: "nothing" });
  const untouched = opened(reopened(book));
  must(await untouched.tiering.undo());
  expect(untouched.workbook.snapshot().sheets[0]?.values.map((row) => row.filter((cell) => cell !== ""))).toEqual(
    start.sheets[0]?.values,
  );
});

function requestOf(id: string) {
  return { where: { by: "record", id }, preset: ALL, asOf: DAY } as const;
}

async function applied(tiering: Opened["tiering"]) {
  must(await tiering.presets.save(ALL));
  return must(await tiering.apply(must(await tiering.preview({ where: { by: "selection" }, preset: ALL, asOf: DAY }))));
}

function rowsOf(book: Opened) {
  return values(book).slice(1);
}

/** Gives each of our columns another header. */
function rename({ user, workbook }: Opened): void {
  const headers = workbook.snapshot().sheets[0]?.values[0] ?? [];
  headers.forEach((header, column) => {
    if (column > 1) user.type(`${"ABCDEFGHIJKLMNO".charAt(column)}1`, `My ${String(header)}`);
  });
}

let ids = 0;

/** Services whose runs know the last review. */
function withHistory({ Excel }: Opened, history: readonly RecordedReview[] = HISTORY): Opened["tiering"] {
  const own = inProcess();
  const engine: Engine = {
    thread: "own",
    async open(source) {
      const reading = await own.open(source);
      return {
        add: (block) => reading.add(block),
        run: (preset, inputs) => reading.run(preset, { ...inputs, history }),
        explain: (row) => reading.explain(row),
        ask: (question, ...options) => reading.ask(question, ...options),
        letGo: () => reading.letGo(),
      };
    },
  };
  return createTiering(Excel, { engine, newId: () => `columnsrun${++ids}`, now: () => new Date(0) });
}

/** What the engine says of each row when it is asked, in words. */
async function explained({ reading, run: result }: Awaited<ReturnType<typeof applied>>) {
  const names = namesOf(result.preset);
  const told: Record<string, string> = {};
  for (let row = 1; row < CELLS.length; row++) {
    const answer = await reading.explain(row);
    const why = answer.ok ? whyOf(answer.value, result.preset) : null;
    told[String(CELLS[row]?.[0])] = why ? whySentence(why, names) : "";
  }
  return told;
}

/** Saving a preset raises its version. */
function withoutVersion({ settings: _, ...others }: ReturnType<Opened["workbook"]["snapshot"]>) {
  return others;
}

function presetOf(document: unknown): Preset {
  const parsed = parsePreset(JSON.stringify(document));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.preset;
}

function reviewOf(rows: typeof CELLS, asOf: string): RecordedReview[] {
  const read = readTable([CELLS[0] ?? [], ...rows], ALL);
  if (!read.ok) throw new Error("not read");
  return recordReview([], run(read.table, ALL, { asOf }));
}
