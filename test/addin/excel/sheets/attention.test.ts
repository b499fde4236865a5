import { describe, expect, test } from "vitest";
import type { KeptAttention } from "../../../../addin/excel/sheets/history/attention";
import { formatAddress } from "../../../../addin/playground/host/rules/address";
import { accounts, applied, builtIn, KINDS, must, opened, previewed, sheetNamed, stopped, type Opened } from "../workbooks"; // prettier-ignore

const PRESET = builtIn("client-value");
const Q2 = "2026-04-30";

describe.each(KINDS)("notes on the attention list beside a %s", (kind) => {
  test("what came of an item is in its row, and nothing else of the sheet changes", async () => {
    const { book, item } = await raised(kind);
    book.user.type(cellOf(book, "Owner"), '="K"&"im"'); // somebody's own, in a column that we fill
    const before = sheetNamed(book, "Tier History").values;
    const noted = { status: "done", reason: "price", resolved: "2026-05-02", note: "=SUM(1)" } as const;
    expect(must(await book.tiering.saveAttention([{ item, ...noted }]))).toEqual({ added: 0, updated: 1, removed: 0 });

    const after = sheetNamed(book, "Tier History");
    const changed = after.values.flatMap((row, at) =>
      row.flatMap((cell, column) => (cell === before[at]?.[column] ? [] : [[before[0]?.[column], cell]])),
    );
    expect(changed).toEqual([
      ["Status", "Done"],
      ["Reason", "Price"],
      ["Resolved", 46_144], // 2 May 2026
      ["Note", "=SUM(1)"],
    ]);
    const { notes } = must(await book.tiering.attention());
    expect(notes.find(({ account }) => account === "Acme")).toEqual({
      ...item,
      ...noted,
      owner: expect.anything() as unknown,
    });
    expect(after.formulas).toEqual([expect.objectContaining({ formula: '="K"&"im"' })]);
  });

  test("it is undone wherever the row is by then; one that somebody wrote over stays", async () => {
    const { book, item } = await raised(kind);
    const noted = { ...item, item, status: "in-progress", reason: "dissatisfied" } as const;
    const now = async () => must(await book.tiering.attention()).notes.find(({ account }) => account === "Acme");
    must(await book.tiering.saveAttention([noted]));
    book.user.insertTableRows("TierAttention", 0);
    expect(must(await book.tiering.undo()).unmatched).toEqual([]);
    expect(await now()).toEqual(item);

    must(await book.tiering.saveAttention([noted]));
    book.user.type(cellOf(book, "Reason"), "Lost champion");
    expect(must(await book.tiering.undo()).unmatched).toEqual(["acme"]);
    expect(await now()).toEqual({ ...item, status: "in-progress", reason: "lost-champion" });
  });

  test("several at once, all or none: none where somebody has noted something else meanwhile", async () => {
    const { book, item } = await raised(kind);
    const { notes } = must(await book.tiering.attention());
    expect(notes.length).toBeGreaterThan(1);
    const done = notes.map((each) => ({ ...each, item: each, status: "done", resolved: "2026-05-02" }) as const);
    book.user.type(cellOf(book, "Reason"), "Price");
    const before = book.workbook.snapshot();
    expect(stopped(await book.tiering.saveAttention(done))).toEqual({ code: "attention-changed", written: "nothing" });
    expect(book.workbook.snapshot()).toEqual(before);

    book.user.type(cellOf(book, "Reason"), "");
    expect(must(await book.tiering.saveAttention(done)).updated).toBe(notes.length);
    expect(must(await book.tiering.attention()).notes.map(({ status }) => status)).toEqual(notes.map(() => "done"));
    must(await book.tiering.undo());
    expect(must(await book.tiering.attention()).notes).toEqual(notes);
    expect(notes).toContainEqual(item);
  });

  test("an item without a row is refused: not recorded, of another review, or of another preset", async () => {
    const { book, item } = await raised(kind);
    const before = book.workbook.snapshot();
    const edits: Partial<KeptAttention>[] = [{ account: "Nobody" }, { raised: "2026-01-31" }, { preset: "revenue-share" }, { flag: "x" }]; // prettier-ignore
    for (const other of edits) {
      const outcome = await book.tiering.saveAttention([{ ...item, item: { ...item, ...other }, status: "done" }]);
      expect(stopped(outcome)).toEqual({ code: "attention-unknown", written: "nothing" });
    }
    const bare = opened(accounts(kind));
    expect(stopped(await bare.tiering.saveAttention([{ ...item, item }])).code).toBe("attention-unknown");
    expect(book.workbook.snapshot()).toEqual(before);
  });
});

test("when dossiers were last renewed, by account; nothing where there are none", async () => {
  const preset = builtIn("high-medium-low");
  const book = opened(accounts("range"));
  const preview = await previewed(book, preset);
  await applied(book, preset);
  expect(must(await book.tiering.dossiers())).toBeNull();
  must(await book.tiering.writeDossiers(preview));
  const { values } = sheetNamed(book, "Account dossiers");
  const row = values.findIndex(([account]) => account === "Acme");
  book.user.type(formatAddress("Account dossiers", { row, column: values[0]?.indexOf("Refreshed") ?? 0, rows: 1, columns: 1 }), "2026-01-15"); // prettier-ignore
  const dossiers = must(await book.tiering.dossiers());
  expect(dossiers?.get("acme")).toBe("2026-01-15");
  expect(dossiers?.get("bolt")).toBeNull();
});

/** Two reviews, of which the second has raised that Acme slipped. */
async function raised(kind: (typeof KINDS)[number]) {
  const book = opened(accounts(kind));
  const first = await previewed(book, PRESET);
  const { record } = await applied(book, PRESET);
  must(await book.tiering.recordReview(first));
  book.user.type("B2", 10);
  must(await book.tiering.refresh(record.id, Q2));
  const where = { by: "record", id: record.id } as const;
  must(await book.tiering.recordReview(must(await book.tiering.preview({ where, preset: PRESET, asOf: Q2 }))));
  const item = must(await book.tiering.attention()).notes.find(({ account }) => account === "Acme");
  if (!item) throw new Error("Acme was not raised");
  return { book, item };
}

/** The cell of Acme's item under a header. */
function cellOf(book: Opened, header: string): string {
  const { values } = sheetNamed(book, "Tier History");
  const row = values.findIndex(([account]) => account === "Acme");
  return formatAddress("Tier History", { row, column: values[0]?.indexOf(header) ?? 0, rows: 1, columns: 1 });
}
