import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addReview, type Recorded, type RecordedReview } from "../../../../engine/index";
import { cellAddress } from "../../../../addin/excel/address";
import { createQueue } from "../../../../addin/excel/queue";
import { changeRows } from "../../../../addin/excel/sheets/tables/changeRows";
import { reviewsOf } from "../../../../addin/excel/sheets/readSheets";
import { readTable } from "../../../../addin/excel/sheets/tables/readTable";
import { nextRecording } from "../../../../addin/excel/sheets/history/recordings";
import { REVIEWS } from "../../../../addin/excel/sheets/history/reviews";
import { changeOf } from "../../../../addin/excel/sheets/tables/rowsChange";
import { rowsOfReview } from "../../../../addin/excel/sheets/history/rowsOfReview";
import { tableThere } from "../../../../addin/excel/sheets/tables/tableThere";
import { sheetIssueSentence } from "../../../../addin/strings/sheets";
import {
  accounts,
  applied,
  beside,
  builtIn,
  DAY,
  KINDS,
  must,
  opened,
  previewed,
  session,
  sheetNamed,
  stopped,
  withoutJournal,
  type Opened,
} from "../workbooks";

const Q1 = "2026-01-31";
const Q2 = "2026-04-30";

describe.each(KINDS)("reviews of a %s", (kind) => {
  test("two reviews: history, movement, alerts; what people wrote is kept; each is undone alone", async () => {
    const preset = builtIn("client-value");
    const book = opened(accounts(kind));
    const first = must(await book.tiering.preview({ where: { by: "selection" }, preset, asOf: Q1 }));
    expect(stopped(await book.tiering.recordReview(first))).toEqual({ code: "review-not-applied", written: "nothing" });
    const { record } = must(await book.tiering.apply(first));
    const bare = book.workbook.snapshot();
    expect(must(await book.tiering.recordReview(first))).toMatchObject({ day: Q1, accounts: 10 });
    expect(must(await book.tiering.stale(record.id, Q1)).isStale).toBe(false);

    book.user.type("B2", 10); // Acme
    book.user.type("B11", 800); // Jade
    expect(stopped(await book.tiering.recordReview(first)).code).toBe("review-not-applied");
    must(await book.tiering.refresh(record.id, Q2));
    const second = must(await book.tiering.preview({ where: { by: "record", id: record.id }, preset, asOf: Q2 }));
    expect(second.sheets.history.map(({ date, entries }) => [date, entries.size])).toEqual([[Q1, 10]]);
    const before = book.workbook.snapshot();
    const recorded = must(await book.tiering.recordReview(second));
    expect(recorded.accounts).toBeGreaterThan(0);
    expect(recorded.accounts).toBeLessThan(10);
    expect(recorded.raised).toBeGreaterThan(0);
    const { notes, issues } = must(await book.tiering.attention());
    expect(issues).toEqual([]);
    expect(notes).toContainEqual(
      expect.objectContaining({ account: "Acme", status: "open", raised: Q2, preset: preset.id }),
    );

    // Recorded again on the same day: the items that are open are not raised again, and the later recording counts.
    expect(must(await book.tiering.recordReview(second))).toMatchObject({ raised: 0 });
    const again = must(
      await book.tiering.preview({ where: { by: "record", id: record.id }, preset, asOf: "2026-07-31" }),
    );
    expect(again.sheets.history.map(({ date }) => date).sort()).toEqual([Q1, Q2]);
    const moves = await again.reading.ask("movement");
    expect(moves.ok && moves.value.since).toBe(Q2);
    must(await book.tiering.undo());

    const place = attentionCell(book, "Acme", "Status");
    book.user.type(place, "in progress");
    book.user.type(attentionCell(book, "Acme", "Reason"), "Price");
    book.user.type(attentionCell(book, "Acme", "Owner"), "Ann");
    const written = must(await book.tiering.attention()).notes.find(({ account }) => account === "Acme");
    expect(written).toMatchObject({ status: "in-progress", reason: "price", owner: "Ann" });
    expect(before.sheets).toHaveLength(2);

    const fresh = opened(bare);
    must(await fresh.tiering.recordReview(first));
    must(await session(fresh.Excel).undo());
    expect(fresh.workbook.snapshot()).toEqual(withoutJournal(bare));
  });

  test("undo takes the rows of its recording, but for items that people have worked on", async () => {
    const { book, second, before } = await reviewedTwice(kind);
    const values = historySheet(book).values;
    must(await book.tiering.undo());
    expect(book.workbook.snapshot().sheets).toEqual(before.sheets);

    must(await book.tiering.recordReview(second));
    expect(historySheet(book).values).toHaveLength(values.length);
    book.user.type(attentionCell(book, "Acme", "Note"), "they call on Monday");
    const { unmatched } = must(await book.tiering.undo());
    expect(unmatched).toHaveLength(1);
    expect(must(await book.tiering.attention()).notes).toMatchObject([
      { account: "Acme", note: "they call on Monday" },
    ]);
    const preview = must(
      await book.tiering.preview({ where: second.request.where, preset: second.request.preset, asOf: Q2 }),
    );
    expect(preview.sheets.history.map(({ date }) => date)).toEqual([Q1]);
  });

  test("a damaged row is said with its address, skipped and left as it is", async () => {
    const { book, second } = await reviewedTwice(kind);
    const { values, tables } = historySheet(book);
    const column = values[0]?.lastIndexOf("Failures") ?? 0;
    const address = cellAddress(1, column);
    book.user.type(`'Tier History'!${address}`, "many");
    const before = historySheet(book);
    const preview = must(
      await book.tiering.preview({ where: second.request.where, preset: second.request.preset, asOf: Q2 }),
    );
    expect(preview.sheets.issues.map(sheetIssueSentence)).toEqual([
      `Failures in ${address} of Tier History says "many" and should hold a number; the row is left out.`,
    ]);
    expect(preview.sheets.history.find(({ date }) => date === Q1)?.entries.size).toBe(9);
    expect(historySheet(book)).toEqual(before);
    expect(tables.map(({ name }) => name)).toEqual(["TierAttention", "TierReviews"]);
  });
});

const word = fc.constantFrom("t1", "t2", "t3");
const entry: fc.Arbitrary<Recorded> = fc.record({
  ladderTier: fc.option(word),
  reachedTier: fc.option(word),
  isHeld: fc.boolean(),
  finalTier: fc.option(word),
  segment: fc.option(fc.constantFrom("key", "new")),
  failures: fc.nat(4),
  value: fc.option(fc.double({ noNaN: true, min: -1e15, max: 1e15 }).map((value) => value + 0)),
  score: fc.option(fc.integer({ min: 0, max: 100 })),
  flags: fc.uniqueArray(fc.constantFrom("mqa", "growing", "noOwner"), { maxLength: 3 }),
});
const KEYS = ["acme", "=1+1", "007", "true", "1-2", "'quoted", "@x", "straße", "#n/a", "12 may", "-"];
const review: fc.Arbitrary<RecordedReview> = fc.record({
  preset: fc.constantFrom("revenue-share", "mine"),
  date: fc.constantFrom("2025-12-31", "2026-01-31", "2026-03-31", "2026-06-30", "1904-01-02"),
  entries: fc.dictionary(fc.constantFrom(...KEYS), entry, { maxKeys: 8 }).map((each) => new Map(Object.entries(each))),
  tiers: fc.constant(["t1", "t2", "t3"].map((id, i) => ({ id, count: i, sum: i / 3 }))),
  segments: fc.constantFrom([], [{ id: "key", count: 2, sum: 0.1 }]),
  cuts: fc.constantFrom(null, { id: "x", notes: "😀'".repeat(9_000) } as never, { id: "-y" } as never),
});

describe("reviews, written and read back", () => {
  test("are the engine's own history, sorted and with foreign rows and columns in between", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(review, { minLength: 1, maxLength: 6 }),
        fc.nat(14),
        fc.boolean(),
        async (reviews, column, is1904) => {
          const book = opened({ ...accounts("range"), date1904: is1904 });
          let history: RecordedReview[] = [];
          for (const each of reviews) {
            const known = new Set(history);
            history = addReview(history, each);
            await write(
              book,
              history.filter((one) => !known.has(one)),
            );
          }
          expect(sorted(await read(book))).toEqual(sorted(history));
          const { rows } = historySheet(book).tables[0] ?? { rows: 2 };
          book.user.sort(`'Tier History'!A2:Q${rows}`, column);
          book.user.insertTableRows("TierReviews", 1, 2);
          book.user.insertTableColumn("TierReviews", column, "Mine");
          expect(sorted(await read(book))).toEqual(sorted(history));
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);

  test("a part of the rules that is missing is said, and the review stands without them", async () => {
    const book = opened(accounts("range"));
    const cuts = { id: "x", notes: "y".repeat(70_000) } as never;
    const one: RecordedReview = { preset: "p", date: DAY, entries: new Map(), tiers: [], segments: [], cuts };
    await write(book, [one]);
    book.user.deleteTableRows("TierReviews", 1);
    const { reviews, issues } = await readAll(book);
    expect(reviews).toEqual([{ ...one, cuts: null }]);
    expect(issues).toMatchObject([{ address: "Q2", expects: "rules" }]);
  });
});

async function reviewedTwice(kind: (typeof KINDS)[number]) {
  const preset = builtIn("client-value");
  const book = opened(accounts(kind));
  const first = await previewed(book, preset);
  const { record } = await applied(book, preset);
  must(await book.tiering.recordReview(first));
  book.user.type("B2", 10); // Acme
  must(await book.tiering.refresh(record.id, Q2));
  const second = must(await book.tiering.preview({ where: { by: "record", id: record.id }, preset, asOf: Q2 }));
  const before = book.workbook.snapshot();
  must(await book.tiering.recordReview(second));
  expect(beside(book, "Tier")).toHaveProperty("Acme");
  return { book, second, before };
}

async function write(book: Opened, reviews: readonly RecordedReview[]): Promise<void> {
  const outcome = await createQueue(book.Excel).run(async (context) => {
    const there = await tableThere(context, REVIEWS);
    const recording = nextRecording(there?.rows.map(({ row }) => row.recording) ?? [], "run");
    const append = reviews.flatMap((each) => rowsOfReview(each, recording));
    const tables = [changeOf(REVIEWS, there, { append, addedBy: REVIEWS.key })];
    await changeRows(context, { sheet: REVIEWS.sheet, tables, lists: [] }, { id: "run", earlier: null });
  });
  must(outcome);
}

async function readAll(book: Opened) {
  return must(await createQueue(book.Excel).run(async (context) => reviewsOf(await readTable(context, REVIEWS))));
}

async function read(book: Opened): Promise<RecordedReview[]> {
  const { reviews, issues } = await readAll(book);
  expect(issues).toEqual([]);
  return reviews;
}

function sorted(reviews: readonly RecordedReview[]) {
  const idOf = ({ preset, date }: RecordedReview) => `${preset} ${date}`;
  return [...reviews].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}

const historySheet = (book: Pick<Opened, "workbook">) => sheetNamed(book, "Tier History");

function attentionCell(book: Opened, account: string, header: string): string {
  const { values } = historySheet(book);
  const row = values.findIndex((cells) => cells[0] === account);
  return `'Tier History'!${cellAddress(row, values[0]?.indexOf(header) ?? 0)}`;
}
