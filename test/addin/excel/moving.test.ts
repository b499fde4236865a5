import { describe, expect, test } from "vitest";
import type { Outcome } from "../../../addin/excel/problem";
import type { Tiered } from "../../../addin/excel/tiering";
import type { WorkbookSnapshot } from "../../../addin/playground/host/snapshot";
import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";
import type { User } from "../../../addin/playground/host/user";
import {
  accounts,
  applied,
  DAY,
  expectTiersBesideAccounts,
  KINDS,
  must,
  opened,
  openedBy,
  previewed,
  ROWS,
  sheet,
  stopped,
  tableOver,
  values,
  type Kind,
  type Opened,
} from "./workbooks";

/** What the user does to the rows while we plan and write. */
const MOVES: { name: string; move(user: User, kind: Kind): void }[] = [
  { name: "sort", move: (user) => user.sort("A2:D11", 1, true) },
  { name: "insert a row", move: (user, kind) => insertRow(user, kind) },
  {
    name: "delete a row",
    move: (user, kind) => (kind === "table" ? user.deleteTableRows("Accounts", 3) : user.delete("5:5")),
  },
  { name: "append a row", move: appendRow },
  { name: "insert a column left", move: (user) => user.insert("A:A") },
  {
    name: "insert a column amid the accounts",
    move: (user, kind) => (kind === "table" ? user.insertTableColumn("Accounts", 1, "Note") : user.insert("B:B")),
  },
];

function insertRow(user: User, kind: Kind): void {
  if (kind === "table") user.insertTableRows("Accounts", 3);
  else user.insert("5:5");
  user.paste("A5", [["Zeta", 260]]);
}

function appendRow(user: User): void {
  user.type("A12", "Kite");
  user.paste("B12", [[500]]);
}

const CASES = MOVES.flatMap((move) => KINDS.map((kind) => ({ ...move, kind })));

/** Foreign cells, that nothing but the user's own move may change: all but our columns. */
function foreign(book: Opened): unknown {
  const [headers = [], ...rows] = values(book);
  const kept = headers.flatMap((header, i) => (header === "Segment" || header === "Tier" ? [] : [i]));
  return [headers, ...rows].map((row) => kept.map((i) => row[i] ?? ""));
}

describe("rows and columns move between plan and write", () => {
  test.each(CASES)("$name after the preview ($kind)", async ({ kind, move }) => {
    const book = opened(accounts(kind));
    const preview = await previewed(book);
    move(book.user, kind);
    const cells = foreign(book);
    const outcome = await book.tiering.apply(preview);
    if (kind === "range" && !outcome.ok) {
      // Nothing marks a first source yet: a blank column tears it apart.
      expect(stopped(outcome)).toEqual({ code: "fields-unmapped", written: "nothing" });
      return;
    }
    expect(must(outcome).plans).toBe(2);
    expectTiersBesideAccounts(book);
    expect(foreign(book)).toEqual(cells);
  });

  test.each(CASES)("$name at any request of an apply ($kind)", async ({ name, kind, move }) => {
    const preview = await previewed(opened(accounts(kind)));
    const plans = await atEveryRequest(accounts(kind), ({ tiering }) => tiering.apply(preview), kind, move);
    // A blank column through a plain range tears it apart, so that there is nothing left to plan.
    if (kind === "table" || name !== "insert a column amid the accounts") expect(plans).toContain(2);
  });

  test.each(CASES)("$name at any request of a refresh ($kind)", async ({ kind, move }) => {
    const tiered = opened(accounts(kind));
    const { record } = await applied(tiered);
    tiered.user.type("B6", 900);
    await atEveryRequest(tiered.workbook.snapshot(), ({ tiering }) => tiering.refresh(record.id, DAY), kind, move);
  });
});

/** Does something while the user moves rows before the k-th request, for every k; says how often it was planned. */
async function atEveryRequest(
  start: WorkbookSnapshot,
  act: (book: Opened) => Promise<Outcome<Tiered>>,
  kind: Kind,
  move: (user: User, kind: Kind) => void,
): Promise<number[]> {
  const plans: number[] = [];
  const client = opened(start);
  for (let request = 1; ; request++) {
    const book = openedBy(client, start);
    let cells: unknown = null;
    book.host.faults.at({ request, when: "before" }, () => {
      move(book.user, kind);
      cells = foreign(book);
    });
    const outcome = await act(book);
    book.host.faults.clear();
    if (cells === null) return plans;
    expect([request, foreign(book)]).toEqual([request, cells]);
    if (!outcome.ok) {
      expect([request, outcome.problem.written]).not.toEqual([request, "partly"]);
      expect(["rows-moved", "fields-unmapped", "cells-right-of-range"]).toContain(outcome.problem.code);
      continue;
    }
    plans.push(outcome.value.plans);
    // What moved after the last look is seen by the next one.
    must(await book.tiering.refresh(outcome.value.record.id, DAY));
    expectTiersBesideAccounts(book);
    expect(foreign(book)).toEqual(cells);
  }
}

describe("in a block that is already written", () => {
  const rows = Array.from({ length: 600 }, (_, i) => [`Account ${i} ${"x".repeat(60)}`, 2000 - 3 * i]);
  const cells = [["Account", "Revenue"], ...rows];
  const start = (kind: Kind) =>
    workbookOf([sheetOf("Accounts", cells, { tables: kind === "table" ? [tableOver(cells)] : [] })]);
  const small = { maxPayload: 30_000 };
  const moves: [string, (user: User) => void][] = [
    ["accounts are sorted without their tiers", (user) => user.sort("A3:B40", 1, true)],
    ["two accounts change places", (user) => user.paste("A5", [rows[4] ?? [], rows[3] ?? []])],
  ];
  const cases = moves.flatMap(([name, move]) => KINDS.map((kind) => ({ name, kind, move })));

  test.each(cases)("$name: every tier is beside its account in the end ($kind)", async ({ kind, move }) => {
    const preview = await previewed(opened(start(kind), small));
    const good = opened(start(kind), small);
    must(await good.tiering.apply(preview));
    const { requests } = good.host.traffic;
    expect(requests).toBeGreaterThan(12);
    for (let request = 1; request <= requests; request++) {
      const book = openedBy(good, start(kind), small);
      book.host.faults.at({ request, when: "before" }, () => move(book.user));
      const { record } = must(await book.tiering.apply(preview));
      // After the last look come the colours and the end of the run: what moves then is told by the next look.
      if (request > requests - 2) must(await book.tiering.refresh(record.id, DAY));
      expectTiersBesideAccounts(book);
    }
  });
});

describe("rows that never stand still", () => {
  test.each(KINDS)("after three plans it stops, with everything as before (%s)", async (kind) => {
    const book = opened(accounts(kind));
    const preview = await previewed(book);
    const before = book.workbook.snapshot();
    for (let request = 1; request < 60; request++) {
      const first = (3 * request) % ROWS.length; // never as at one of the ten requests before
      const turned = [...ROWS.slice(first), ...ROWS.slice(0, first)];
      book.host.faults.at({ request, when: "before" }, () => book.user.paste("A2", turned));
    }
    const { code, written } = stopped(await book.tiering.apply(preview));
    expect(code).toBe("rows-moved");
    book.host.faults.clear();
    if (written === "partly") must(await book.tiering.repair());
    book.user.sort("A2:D11", 1, false);
    expect(book.workbook.snapshot()).toEqual(before);
  });
});

describe("cells that somebody types into while we write", () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])(
    "text in a new column's place before request %i is never lost",
    async (request) => {
      const book = opened(accounts("range"));
      const preview = await previewed(book);
      book.host.faults.at({ request, when: "before" }, () => book.user.paste("D5", [["mine"]]));
      const outcome = await book.tiering.apply(preview);
      if (!outcome.ok) {
        expect(sheet(book).values[4]?.[3]).toBe("mine");
        expect(sheet(book).conditionalFormats).toEqual([]);
        expect(book.workbook.names()).toEqual([]);
        expect(Object.keys(book.workbook.settings())).toEqual([]);
      } else {
        // Only what was typed after the last look is beside the accounts, in a column that is ours by then.
        expect(["mine", "Tier 2"]).toContain(sheet(book).values[4]?.[3]);
      }
    },
  );

  test("a formula in a new column's place comes back as a formula", async () => {
    const book = opened(accounts("range"));
    const preview = await previewed(book);
    book.host.faults.at({ request: 4, when: "before" }, () => book.user.type("D5", "=A1")); // when cells are written
    const outcome = await book.tiering.apply(preview);
    expect(outcome.ok).toBe(false);
    expect(sheet(book).formulas).toEqual([{ row: 4, column: 3, formula: "=A1" }]);
  });

  test.each(KINDS)("a tier that is typed over while we refresh is planned again (%s)", async (kind) => {
    const book = opened(accounts(kind));
    const { record } = await applied(book);
    book.user.type("B6", 900);
    for (let request = 1; request < 12; request++) {
      const again = openedBy(book, book.workbook.snapshot());
      again.host.faults.at({ request, when: "before" }, () => again.user.type("D2", "Tier 3")); // Acme, who moves
      must(await again.tiering.refresh(record.id, DAY));
      must(await again.tiering.refresh(record.id, DAY));
      expectTiersBesideAccounts(again);
    }
  });
});
