import { afterAll, describe, expect, test } from "vitest";
import type { Outcome } from "../../../../addin/excel/problem";
import { connect, reconnect } from "../../../../addin/playground/host/client";
import { MemoryWorkbook } from "../../../../addin/playground/host/memory/memoryWorkbook";
import type { WorkbookSnapshot } from "../../../../addin/playground/host/snapshot";
import {
  accounts,
  applied,
  builtIn,
  end,
  must,
  opened,
  openedBy,
  previewed,
  reopened,
  session,
  type Opened,
} from "../workbooks";

const PIN = { account: "Jade", kind: "exact", tier: "Tier 1", preset: null } as const;
const PRESET = builtIn("client-value");
const Q2 = "2026-04-30";

/** One thing that changes rows: the workbook to start from, and the call itself. */
interface Act {
  readonly name: string;
  prepare(): Promise<{ start: WorkbookSnapshot; act: (book: Opened) => Promise<Outcome<unknown>> }>;
}

const ACTS: Act[] = [
  {
    name: "a first override",
    async prepare() {
      const { start } = await tiered();
      return { start, act: ({ tiering }) => tiering.saveOverride(PIN) };
    },
  },
  {
    name: "another override",
    async prepare() {
      const { book } = await tiered();
      must(await book.tiering.saveOverride({ ...PIN, account: "Iris" }));
      return { start: reopened(book), act: ({ tiering }) => tiering.saveOverride(PIN) };
    },
  },
  {
    name: "a changed override",
    async prepare() {
      const { book } = await tiered();
      for (const account of ["Iris", "Jade"]) must(await book.tiering.saveOverride({ ...PIN, account }));
      return { start: reopened(book), act: ({ tiering }) => tiering.saveOverride({ ...PIN, tier: "Tier 2" }) };
    },
  },
  {
    name: "an ended override",
    async prepare() {
      const { book } = await tiered();
      for (const account of ["Iris", "Jade", "Hill"]) must(await book.tiering.saveOverride({ ...PIN, account }));
      return { start: reopened(book), act: ({ tiering }) => tiering.endOverride("jade", "exact") };
    },
  },
  {
    name: "a first review",
    async prepare() {
      const { start, preview } = await tiered();
      return { start, act: ({ tiering }) => tiering.recordReview(preview) };
    },
  },
  {
    name: "a second review",
    async prepare() {
      const { book, again } = await reviewed();
      return { start: reopened(book), act: ({ tiering }) => tiering.recordReview(again) };
    },
  },
  {
    name: "a note on an item",
    async prepare() {
      const { book, again } = await reviewed();
      must(await book.tiering.recordReview(again));
      const [item] = must(await book.tiering.attention()).notes;
      if (!item) throw new Error("nothing was raised");
      const done = { item, status: "done", reason: "price", resolved: Q2, note: "called" } as const;
      return { start: reopened(book), act: ({ tiering }) => tiering.saveAttention([done]) };
    },
  },
  {
    name: "undo of a first override",
    async prepare() {
      const { book } = await tiered();
      must(await book.tiering.saveOverride(PIN));
      return { start: reopened(book), act: ({ tiering }) => tiering.undo() };
    },
  },
  {
    name: "undo of an ended override",
    async prepare() {
      const { book } = await tiered();
      for (const account of ["Iris", "Jade", "Hill"]) must(await book.tiering.saveOverride({ ...PIN, account }));
      must(await book.tiering.endOverride("jade", "exact"));
      return { start: reopened(book), act: ({ tiering }) => tiering.undo() };
    },
  },
  {
    name: "undo of a second review",
    async prepare() {
      const { book, again } = await reviewed();
      must(await book.tiering.recordReview(again));
      return { start: reopened(book), act: ({ tiering }) => tiering.undo() };
    },
  },
];

async function tiered() {
  const book = opened(accounts("range"));
  const preview = await previewed(book, PRESET);
  await applied(book, PRESET);
  return { book, start: reopened(book), preview };
}

async function reviewed() {
  const { book, preview } = await tiered();
  must(await book.tiering.recordReview(preview));
  book.user.type("Accounts!B2", 10);
  const [record] = must(await book.tiering.sources());
  must(await book.tiering.refresh(record?.id ?? "", Q2));
  const where = { by: "record", id: record?.id ?? "" } as const;
  return { book, again: must(await book.tiering.preview({ where, preset: PRESET, asOf: Q2 })) };
}

/** Recordings are named after the session that made them. */
function ended(snapshot: WorkbookSnapshot): string {
  return JSON.stringify(end(snapshot)).replaceAll(/run\d+x\d+/g, "");
}

/** One client for all scenarios: it is joined to another workbook each time. */
const CLIENT = connect(MemoryWorkbook.from(accounts("range")));

let scenarios = 0;
afterAll(() => console.log(`${scenarios} scenarios with a fault in them`));

describe.each(ACTS)("$name with a fault", ({ name, prepare }) => {
  const faults = [
    { code: "GeneralException", when: "before", times: 1 },
    { code: "GeneralException", when: "after", times: 1 },
    { code: "GeneralException", when: "before", times: 100 },
    { code: "InvalidOrTimedOutSession", when: "before", times: 100 },
    { code: "InvalidOrTimedOutSession", when: "after", times: 100 },
    { code: "ResponsePayloadSizeLimitExceeded", when: "after", times: 1 },
  ] as const;

  test.each(faults)("$code $when any request, $times times: as before, done, or repaired", async (fault) => {
    const { code, when, times } = fault;
    const { start, act } = await prepare();
    const good = openedBy(CLIENT, start);
    must(await act(good));
    const [before, after] = [ended(start), ended(good.workbook.snapshot())];
    for (let request = 1; request <= good.host.traffic.requests; request++) {
      scenarios++;
      const book = openedBy(CLIENT, start);
      for (let i = 0; i < times; i++) book.host.faults.inject({ request: request + i, when, code });
      const outcome = await act(book);
      book.host.faults.clear();
      const at = [code, when, times, request];
      if ("tiering.pending" in book.workbook.settings()) {
        expect([...at, times]).not.toEqual([...at, 1]); // one failure alone is always put right
        const later = session(reconnect(CLIENT, book.workbook).Excel); // as after a crash
        must(await later.repair());
        expect([...at, ended(book.workbook.snapshot())]).toEqual([...at, before]);
      } else if (name.startsWith("undo") && !outcome.ok) {
        await book.tiering.undo(); // what could not be undone can be undone again, if anything is left of it
        expect([...at, ended(book.workbook.snapshot())]).toEqual([...at, after]);
      } else {
        const known = [before, after].indexOf(ended(book.workbook.snapshot()));
        expect([...at, ["before", "after"][known]]).toEqual([...at, outcome.ok ? "after" : expect.anything()]);
      }
    }
  });

  test("half-way through any request: as before, or done", async () => {
    const { start, act } = await prepare();
    const good = openedBy(CLIENT, start);
    must(await act(good));
    const ends = [ended(start), ended(good.workbook.snapshot())];
    for (let request = 1; request <= good.host.traffic.requests; request++) {
      for (let action = request % 5, isReached = true; isReached; action += 5) {
        const book = openedBy(CLIENT, start);
        isReached = false;
        book.host.faults.at({ request, action, when: "before" }, () => (isReached = true));
        book.host.faults.inject({ request, action, when: "before", code: "GeneralException" });
        const outcome = await act(book);
        if (!isReached) break;
        scenarios++;
        if (name.startsWith("undo") && !outcome.ok) await book.tiering.undo();
        const known = ends.indexOf(ended(book.workbook.snapshot()));
        const wanted = outcome.ok || name.startsWith("undo") ? 1 : expect.any(Number);
        expect([request, action, known]).toEqual([request, action, wanted]);
        expect(known).toBeGreaterThanOrEqual(0);
      }
    }
  });
});
