import { describe, expect, test } from "vitest";
import type { Preset } from "../../../engine/index";
import { neededWidth, wideningTo } from "../../../addin/excel/widths";
import { connect } from "../../../addin/playground/host/client";
import type { SheetSnapshot } from "../../../addin/playground/host/snapshot";
import {
  accounts,
  applied,
  builtIn,
  DAY,
  KINDS,
  must,
  opened,
  previewed,
  PRESET,
  session,
  sheet,
  type Kind,
  type Opened,
} from "./workbooks";

/** Pixels of the new columns C and D: "Commercial" is the longest label of the one, "Unrated" of the other. */
const SEGMENT = 82;
const TIER = 61;

/** Accounts whose first free column has the standard width and the second too little of its own. */
const NARROW = { columnWidths: { 3: 40 } } satisfies Partial<SheetSnapshot>;

const colourless = <T extends { rungs: readonly object[] }>(ladder: T): T => ({
  ...ladder,
  rungs: ladder.rungs.map((rung) => ({ ...rung, colour: undefined })),
});
const COLOURLESS: Preset = {
  ...PRESET,
  tiers: colourless(PRESET.tiers),
  ...(PRESET.segments && { segments: colourless(PRESET.segments) }),
};

const widths = (book: Pick<Opened, "workbook">) => sheet(book).columnWidths;

function setWidth({ workbook }: Opened, column: number, pixels: number): void {
  workbook.setColumnWidth(workbook.activeSheet(), column, 1, pixels);
}

describe("the width that a column needs", () => {
  test.each([
    { header: "Tier", labels: ["Tier 1", "Unrated"], pixels: 8 * 7 + 5, table: 8 * 7 + 5 },
    { header: "Segment", labels: ["Key", "Commercial"], pixels: 11 * 7 + 5, table: 82 },
    { header: "Segment", labels: [], pixels: 8 * 7 + 5, table: 81 },
    { header: "Segment", labels: ["x".repeat(100)], pixels: 240, table: 240 },
    { header: "", labels: ["😀"], pixels: 19, table: 32 }, // a character, not two
  ])("of $header and $labels is $pixels pixels, $table with a filter button", ({ header, labels, pixels, table }) => {
    expect(neededWidth(header, labels, false)).toBe(pixels * 0.75);
    expect(neededWidth(header, labels, true)).toBe(table * 0.75);
  });

  test.each([
    { name: "too little", now: 48, after: 60 },
    { name: "a point too little, which Excel may round away", now: 59, after: null },
    { name: "just enough", now: 60, after: null },
    { name: "more than enough", now: 100, after: null },
  ])("of 60 points, where there is $name", ({ now, after }) => {
    const widening = after === null ? null : { before: now, wasStandard: true, after };
    expect(wideningTo(60, { points: now, isStandard: true })).toEqual(widening);
  });

  test("is not given to a hidden column", () => expect(wideningTo(60, null)).toBeNull());
});

describe.each(KINDS)("new columns of a %s", (kind) => {
  test("are widened by the first run and left alone by the next; undo gives back what was there", async () => {
    const book = opened(accounts(kind, NARROW));
    const before = book.workbook.snapshot();
    const { record } = await applied(book);
    expect(widths(book)).toEqual({ 2: SEGMENT, 3: TIER });
    must(await book.tiering.undo());
    expect(book.workbook.snapshot()).toEqual(before);

    const { record: again } = await applied(book);
    expect(again.id).not.toBe(record.id);
    setWidth(book, 2, 30);
    setWidth(book, 3, 300);
    book.user.type("B6", 900);
    must(await book.tiering.refresh(again.id, DAY));
    must(await book.tiering.apply(await previewed(book, builtIn("high-medium-low"))));
    expect(widths(book)).toEqual({ 2: 30, 3: 300 });
  });

  test("keep a width of the user's that suffices, and stay hidden", async () => {
    const book = opened(accounts(kind, { columnWidths: { 2: 200, 3: 40 }, hiddenColumns: [3] }));
    const before = book.workbook.snapshot();
    await applied(book);
    expect(widths(book)).toEqual({ 2: 200, 3: 40 });
    must(await book.tiering.undo());
    expect(book.workbook.snapshot()).toEqual(before);
  });

  test("keep on undo the width that the user has given them since", async () => {
    const book = opened(accounts(kind, NARROW));
    await applied(book);
    setWidth(book, 2, SEGMENT + 2);
    must(await book.tiering.undo());
    expect(widths(book)).toEqual({ 2: SEGMENT + 2, 3: 40 });
  });

  test("are still ours where the screen has rounded their width", async () => {
    const book = opened(accounts(kind, NARROW));
    await applied(book);
    setWidth(book, 2, SEGMENT - 1);
    must(await book.tiering.undo());
    expect(widths(book)).toEqual({ 3: 40 });
  });

  test("are undone by a note from before columns were widened", async () => {
    const book = opened(accounts(kind, NARROW));
    await applied(book);
    const note = JSON.parse(String(book.workbook.settings()["tiering.journal"])) as { created: object[] };
    const created = note.created.map((column) => ({ ...column, width: undefined }));
    book.workbook.putSetting("tiering.journal", JSON.stringify({ ...note, created }));
    must(await session(book.Excel).undo());
    expect(book.workbook.snapshot()).toEqual({
      ...accounts(kind),
      sheets: [expect.objectContaining({ columnWidths: { 2: SEGMENT, 3: TIER } })],
    });
  });

  test("are put right by the repair of a run that broke off after they were widened", async () => {
    let broken = 0;
    const preview = await previewed(opened(accounts(kind, NARROW)));
    for (let request = 1; request <= 12; request++) {
      const book = opened(accounts(kind, NARROW));
      for (let i = 0; i < 50; i++) {
        book.host.faults.inject({ request: request + i, when: "before", code: "InvalidOrTimedOutSession" });
      }
      const outcome = await book.tiering.apply(preview);
      book.host.faults.clear();
      const wasWidened = widths(book)[2] === SEGMENT;
      if (outcome.ok || !("tiering.pending" in book.workbook.settings())) continue;
      if (wasWidened) broken++;
      must(await session(connect(book.workbook).Excel).repair());
      expect([request, book.workbook.snapshot()]).toEqual([request, accounts(kind, NARROW)]);
    }
    expect(broken).toBe(1); // the commit
  });

  test("are widened also where no colour takes them along", async () => {
    const book = opened(accounts(kind, NARROW));
    await applied(book, COLOURLESS);
    expect(sheet(book).conditionalFormats).toEqual([]);
    expect(widths(book)).toEqual({ 2: SEGMENT, 3: TIER });
    must(await book.tiering.undo());
    expect(book.workbook.snapshot()).toEqual(accounts(kind, NARROW));
  });

  test.each([
    { preset: PRESET, rules: 8, when: "before", left: { 3: 40 } },
    { preset: PRESET, rules: 8, when: "after", left: { 2: SEGMENT, 3: 40 } },
    { preset: COLOURLESS, rules: 0, when: "before", left: { 3: 40 } },
    { preset: COLOURLESS, rules: 0, when: "after", left: { 2: SEGMENT, 3: 40 } },
  ] as const)(
    "that Excel will not widen get tiers and $rules colours ($when)",
    async ({ preset, rules, when, left }) => {
      const book = opened(accounts(kind, NARROW));
      const preview = await previewed(book, preset);
      for (let request = 1; request < 40; request++) {
        book.host.faults.inject({ request, action: "ColumnWidth", when, code: "GeneralException" });
      }
      expect(must(await book.tiering.apply(preview))).toMatchObject({ cells: 20, withoutColours: false });
      book.host.faults.clear();
      expect(sheet(book).conditionalFormats).toHaveLength(rules);
      expect(widths(book)).toEqual(left);
      must(await book.tiering.undo());
      expect(book.workbook.snapshot()).toEqual(accounts(kind, NARROW));
    },
  );
});

describe("undo after the sheet has changed", () => {
  const CHANGES: {
    name: string;
    kinds?: readonly Kind[];
    change(book: Opened, kind: Kind): void;
    left: Record<number, number>;
  }[] = [
    { name: "sorted", change: ({ user }) => user.sort("A2:D11", 1, true), left: { 3: 40 } },
    { name: "with columns inserted left", change: ({ user }) => user.insert("A:B"), left: { 5: 40 } },
    {
      name: "with a sheet column inserted between ours",
      kinds: ["range"],
      change: ({ user }) => user.insert("D:D"),
      left: { 4: 40 },
    },
    {
      name: "with a table column right of ours, which moves up and finds the width from before",
      kinds: ["table"],
      change(book) {
        book.user.insertTableColumn("Accounts", 4, "Owner");
        setWidth(book, 4, 150);
      },
      left: { 3: 40, 4: 150 },
    },
    {
      name: "with a table column between ours, which keeps the width it stands in",
      kinds: ["table"],
      change: ({ user }) => user.insertTableColumn("Accounts", 3, "Owner"),
      left: { 3: TIER },
    },
    {
      name: "with one of our columns deleted",
      kinds: ["table"],
      change: ({ user }) => user.deleteTableColumn("Accounts", "Tier"),
      left: { 3: TIER },
    },
    {
      name: "with one of our columns deleted from the sheet",
      kinds: ["range"],
      change: ({ user }) => user.delete("D:D"),
      left: {},
    },
  ];
  const cases = CHANGES.flatMap(({ kinds = KINDS, ...change }) => kinds.map((kind) => ({ ...change, kind })));

  test.each(cases)("$name ($kind)", async ({ kind, change, left }) => {
    const book = opened(accounts(kind, NARROW));
    await applied(book);
    change(book, kind);
    must(await book.tiering.undo());
    expect(widths(book)).toEqual(left);
  });
});

test.each(KINDS)("a column that is brought back is widened no further than it is (%s)", async (kind) => {
  const book = opened(accounts(kind));
  await applied(book);
  if (kind === "table") book.user.deleteTableColumn("Accounts", "Segment");
  else book.user.delete("C:C");
  const before = widths(book);
  await applied(book);
  must(await book.tiering.undo());
  expect(widths(book)).toEqual(before);
});
