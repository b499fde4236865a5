import { describe, expect, test } from "vitest";
import type { CellValue } from "../../../addin/playground/host/snapshot";
import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";
import {
  accounts,
  applied,
  beside,
  CELLS,
  DAY,
  KINDS,
  must,
  opened,
  session,
  sheet,
  stopped,
  tableOver,
  values,
  type Kind,
  type Opened,
} from "./workbooks";

/** Applied, then Echo's revenue raised and refreshed: Echo rose to Tier 1, Acme and Dune fell. */
async function refreshed(kind: Kind): Promise<{ book: Opened; before: Record<string, CellValue>; id: string }> {
  const book = opened(accounts(kind));
  const { record } = await applied(book);
  const before = beside(book, "Tier");
  book.user.type("B6", 900);
  must(await book.tiering.refresh(record.id, DAY));
  expect(beside(book, "Tier")).toMatchObject({ Acme: "Tier 2", Dune: "Tier 3", Echo: "Tier 1" });
  return { book, before, id: record.id };
}

/** What the user does between the refresh and its undo; who then has no row any more. */
const EDITS: { name: string; edit(book: Opened, kind: Kind): void; gone?: string[]; header?: string }[] = [
  { name: "nothing", edit: () => undefined },
  { name: "sorted", edit: ({ user }) => user.sort("A2:D11", 1, true) },
  {
    name: "inserted rows",
    edit({ user }, kind) {
      if (kind === "table") user.insertTableRows("Accounts", 2, 2);
      else user.insert("4:5");
      user.paste("A4", [["Zeta"], ["Yoda"]]);
    },
  },
  {
    name: "deleted a row that had changed",
    edit: ({ user }, kind) => (kind === "table" ? user.deleteTableRows("Accounts", 3) : user.delete("5:5")),
    gone: ["Dune"],
  },
  { name: "renamed an account that had changed", edit: ({ user }) => user.type("A5", "Dune Ltd"), gone: ["Dune"] },
  { name: "wrote an account in another case", edit: ({ user }) => user.type("A5", " DUNE ") },
  { name: "renamed our column", edit: ({ user }) => user.type("D1", "Class"), header: "Class" },
  { name: "inserted columns left of it all", edit: ({ user }) => user.insert("A:B") },
  {
    name: "inserted a column beside ours",
    edit: ({ user }, kind) =>
      kind === "table" ? user.insertTableColumn("Accounts", 3, "Note") : (user.insert("D:D"), user.type("D1", "Note")),
  },
  { name: "renamed the sheet", edit: ({ user }) => user.renameSheet("Accounts", "Kunden") },
  { name: "appended rows", edit: ({ user }) => (user.type("A12", "Kite"), user.type("B12", 3)) },
];
const CASES = EDITS.flatMap((edit) => KINDS.map((kind) => ({ ...edit, kind })));

describe("undo gives every remaining account its old values", () => {
  test.each(CASES)("$name ($kind)", async ({ kind, edit, gone = [], header = "Tier" }) => {
    const { book, before, id } = await refreshed(kind);
    edit(book, kind);
    const sheetBefore = sheet(book);
    const { unmatched } = must(await book.tiering.undo());
    expect(unmatched).toEqual(gone);
    const after = beside(book, header);
    const named = Object.entries(after).map(([name, tier]) => [name.trim().toLowerCase(), tier] as const);
    for (const [name, tier] of Object.entries(before)) {
      if (!gone.includes(name)) expect([name, new Map(named).get(name.toLowerCase())]).toEqual([name, tier]);
    }
    for (const name of ["Zeta", "Yoda", "Kite", "Dune Ltd"]) {
      const now = sheetBefore.values.find((row) => row.includes(name));
      if (now) expect(sheet(book).values.find((row) => row.includes(name))).toEqual(now); // nobody's old value
    }
    expect(stopped(await book.tiering.undo()).code).toBe("undo-nothing");
    expect(must(await book.tiering.stale(id, DAY)).reasons).toContain("cells");
  });

  test.each(KINDS)("in another session, and with several runs in between only the last (%s)", async (kind) => {
    const { book, before, id } = await refreshed(kind);
    book.user.type("B11", 5000); // Jade
    must(await book.tiering.refresh(id, DAY));
    const middle = { ...before, Acme: "Tier 2", Dune: "Tier 3", Echo: "Tier 1" };
    expect(beside(book, "Tier")).not.toEqual(middle);
    const other = session(book.Excel);
    expect(must(await other.undo()).unmatched).toEqual([]);
    expect(beside(book, "Tier")).toEqual(middle);
    expect(stopped(await other.undo())).toEqual({ code: "undo-nothing", written: "nothing" });
  });
});

describe("undo of a first run", () => {
  test.each(KINDS)("takes everything away, also after rows were added and sorted (%s)", async (kind) => {
    const book = opened(accounts(kind));
    await applied(book);
    book.user.type("A12", "Kite");
    book.user.type("B12", 3);
    book.user.sort("A2:D12", 0, false);
    must(await session(book.Excel).undo());
    expect(values(book)).toEqual([CELLS[0], ...[...CELLS.slice(1), ["Kite", 3]].reverse()]);
    expect(sheet(book).conditionalFormats).toEqual([]);
    expect(book.workbook.names()).toEqual([]);
    expect(book.workbook.settings()).toEqual({});
  });

  test("what somebody typed into a column beside a plain range stays", async () => {
    const book = opened(accounts("range"));
    await applied(book);
    book.user.type("D3", "ask Bob");
    must(await book.tiering.undo());
    const cells = CELLS.map((row, i) => (i === 2 ? [...row, "", "ask Bob"] : row));
    expect(values(book)).toEqual(cells);
  });

  test("a column that took over the id of ours is not deleted", async () => {
    const book = opened(accounts("table"));
    await applied(book);
    book.user.deleteTableColumn("Accounts", "Tier");
    book.user.insertTableColumn("Accounts", 3, "Notes");
    book.user.paste("D2", [["call"], ["write"]]);
    must(await book.tiering.undo());
    expect(values(book).slice(0, 3)).toEqual([
      ["Account", "Revenue", "Notes"],
      ["Acme", 300, "call"],
      ["Bolt", 200, "write"],
    ]);
  });

  test.each(KINDS)("with the accounts gone it says so (%s)", async (kind) => {
    const { book } = await refreshed(kind);
    book.user.addSheet("Other");
    book.user.deleteSheet("Accounts");
    expect(stopped(await book.tiering.undo())).toEqual({ code: "source-gone", written: "nothing" });
  });

  test.each(KINDS)("with the account column renamed it says so (%s)", async (kind) => {
    const { book } = await refreshed(kind);
    book.user.type("A1", "Firm");
    expect(stopped(await book.tiering.undo())).toEqual({ code: "account-column-gone", written: "nothing" });
  });
});

describe("accounts that are named twice", () => {
  const cells: CellValue[][] = [
    ["Account", "Revenue"],
    ["Acme", 300],
    ["Bolt", 200],
    ["Acme", 20],
    ["", 15],
    ["Bolt", 10],
  ];
  const open = (kind: Kind) =>
    opened(workbookOf([sheetOf("Accounts", cells, { tables: kind === "table" ? [tableOver(cells)] : [] })]));

  test.each(KINDS)("get back what each row had while no row has moved (%s)", async (kind) => {
    const book = open(kind);
    const { record } = await applied(book);
    const before = values(book);
    book.user.type("B4", 2000); // the second Acme
    must(await book.tiering.refresh(record.id, DAY));
    const after = values(book);
    expect(must(await book.tiering.undo()).unmatched).toEqual([]);
    expect(values(book).map((row) => row.slice(2))).toEqual(before.map((row) => row.slice(2)));
    expect(after).not.toEqual(before);
  });

  test.each(KINDS)("are listed, not guessed, once rows have moved (%s)", async (kind) => {
    const book = open(kind);
    const { record } = await applied(book);
    book.user.type("B4", 2000);
    must(await book.tiering.refresh(record.id, DAY));
    book.user.sort("A2:D6", 1, false);
    const moved = values(book);
    const { unmatched } = must(await book.tiering.undo());
    expect(unmatched).toContain("Acme");
    const acme = (rows: CellValue[][]) => rows.filter(([name]) => name === "Acme");
    expect(acme(values(book))).toEqual(acme(moved));
  });
});

test("a journal that left the old values out is told before anything is touched", async () => {
  const book = opened(accounts("range"));
  const { record } = await applied(book);
  book.user.type("B6", 900);
  must(await book.tiering.refresh(record.id, DAY));
  const journal = JSON.parse(String(book.workbook.settings()["tiering.journal"])) as object;
  book.workbook.putSetting("tiering.journal", JSON.stringify({ ...journal, old: null }));
  const before = book.workbook.snapshot();
  expect(stopped(await session(book.Excel).undo())).toEqual({ code: "journal-damaged", written: "nothing" });
  expect(book.workbook.snapshot()).toEqual(before);
  expect(must(await book.tiering.undo()).unmatched).toEqual([]); // this session still has them
});

test("a broken-off run whose old values are lost does not stand in the way for ever", async () => {
  const { book, id } = await refreshed("range");
  book.user.type("B6", 80);
  for (let request = 8; request < 60; request++) {
    book.host.faults.inject({ request, when: "before", code: "InvalidOrTimedOutSession" });
  }
  await book.tiering.refresh(id, DAY);
  book.host.faults.clear();
  const note = JSON.parse(String(book.workbook.settings()["tiering.pending"])) as object;
  book.workbook.putSetting("tiering.pending", JSON.stringify({ ...note, old: null }));

  const later = session(book.Excel);
  expect(stopped(await later.refresh(id, DAY))).toMatchObject({ code: "run-unfinished" });
  expect(must(await later.repair())).toMatchObject({ isRestored: false });
  expect(must(await later.stale(id, DAY)).reasons).toContain("cells");
  must(await later.refresh(id, DAY));
  expect(must(await later.stale(id, DAY)).isStale).toBe(false);
});

test.each(KINDS)("a run that changes nothing leaves the one before it to be undone, on a %s", async (kind) => {
  const book = opened(accounts(kind));
  const before = book.workbook.snapshot();
  const { record } = await applied(book);
  await applied(book);
  must(await book.tiering.refresh(record.id, DAY));
  must(await book.tiering.undo());
  expect(book.workbook.snapshot()).toEqual(before);
});
