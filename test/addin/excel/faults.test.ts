import { afterAll, describe, expect, test } from "vitest";
import type { Outcome } from "../../../addin/excel/problem";
import type { WorkbookSnapshot } from "../../../addin/playground/host/snapshot";
import { connect } from "../../../addin/playground/host/client";
import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";
import {
  accounts,
  applied,
  DAY,
  expectTiersBesideAccounts,
  KINDS,
  end,
  must,
  opened,
  previewed,
  reopened,
  session,
  type Kind,
  type Opened,
} from "./workbooks";

/** One thing that writes: the workbook to start from, and the call itself. */
interface Act {
  readonly name: string;
  prepare(kind: Kind): Promise<{ start: WorkbookSnapshot; act: (book: Opened) => Promise<Outcome<unknown>> }>;
}

const ACTS: Act[] = [
  {
    name: "apply",
    async prepare(kind) {
      const preview = await previewed(opened(narrow(kind)));
      return { start: narrow(kind), act: ({ tiering }) => tiering.apply(preview) };
    },
  },
  {
    name: "refresh",
    async prepare(kind) {
      const { book, id } = await staled(kind);
      return { start: reopened(book), act: ({ tiering }) => tiering.refresh(id, DAY) };
    },
  },
  {
    name: "refresh with rows that were appended",
    async prepare(kind) {
      const { book, id } = await staled(kind);
      book.user.type("A12", "Kite");
      book.user.type("B12", 700);
      return { start: reopened(book), act: ({ tiering }) => tiering.refresh(id, DAY) };
    },
  },
  {
    name: "undo",
    async prepare(kind) {
      const { book, id } = await staled(kind);
      must(await book.tiering.refresh(id, DAY));
      return { start: reopened(book), act: ({ tiering }) => tiering.undo() };
    },
  },
  {
    name: "undo of a first run",
    async prepare(kind) {
      const book = opened(narrow(kind));
      await applied(book);
      return { start: reopened(book), act: ({ tiering }) => tiering.undo() };
    },
  },
];

/** One new column will be widened from the standard width, the other from its own. */
function narrow(kind: Kind): WorkbookSnapshot {
  return reopened(opened(accounts(kind, { columnWidths: { 3: 40 } })));
}

async function staled(kind: Kind): Promise<{ book: Opened; id: string }> {
  const book = opened(accounts(kind));
  const { record } = await applied(book);
  book.user.type("B6", 900);
  return { book, id: record.id };
}

const CASES = ACTS.flatMap((act) => KINDS.map((kind) => ({ ...act, kind })));
let scenarios = 0;
afterAll(() => console.log(`${scenarios} scenarios with a fault in them`));

describe.each(CASES)("$name ($kind) with a fault in any request", ({ name, kind, prepare }) => {
  const faults = [
    { code: "GeneralException", when: "before", times: 1 },
    { code: "GeneralException", when: "after", times: 1 },
    { code: "AccessDenied", when: "before", times: 1 },
    { code: "GeneralException", when: "before", times: 100 },
    { code: "InvalidOrTimedOutSession", when: "before", times: 100 },
    { code: "InvalidOrTimedOutSession", when: "after", times: 100 },
  ] as const;

  test.each(faults)("$code $when, $times times: as before, or done, or repaired", async ({ code, when, times }) => {
    const { start, act } = await prepare(kind);
    const good = opened(start);
    must(await act(good));
    const [before, after] = [end(start), end(good.workbook.snapshot())];

    for (let request = 1; request <= good.host.traffic.requests; request++) {
      scenarios++;
      const book = opened(start);
      for (let i = 0; i < times; i++) book.host.faults.inject({ request: request + i, when, code });
      const outcome = await act(book);
      book.host.faults.clear();
      if ("tiering.pending" in book.workbook.settings()) {
        expect([request, times]).not.toEqual([request, 1]); // one failure alone is always put right
        expect(outcome).toMatchObject({ problem: { written: expect.stringMatching(/partly|unknown/) } });
        const later = session(connect(book.workbook).Excel); // as after a crash
        expect(await later.undo()).toMatchObject({ problem: { code: "run-unfinished" } });
        must(await later.repair());
        expect([request, end(book.workbook.snapshot())]).toEqual([request, before]);
      } else if (name.startsWith("undo") && !outcome.ok) {
        await book.tiering.undo(); // what could not be undone can be undone again, if anything is left of it
        expect([request, end(book.workbook.snapshot())]).toEqual([request, after]);
      } else {
        const found = JSON.stringify(end(book.workbook.snapshot()));
        const known = [before, after].findIndex((each) => JSON.stringify(each) === found);
        expect([request, ["before", "after"][known]]).toEqual([request, outcome.ok ? "after" : expect.anything()]);
      }
    }
  });
});

test.each(KINDS)(
  "a request that fails half-way, with what comes before in it done, is put right (%s)",
  async (kind) => {
    for (const { name, prepare } of ACTS.filter(({ name }) => name !== "undo")) {
      const { start, act } = await prepare(kind);
      const good = opened(start);
      must(await act(good));
      const ends = [end(start), end(good.workbook.snapshot())].map((each) => JSON.stringify(each));
      for (let request = 1; request <= good.host.traffic.requests; request++) {
        // Every thirteenth action: all of them give the same, and take a minute.
        for (let action = request % 13, isReached = true; isReached; action += 13) {
          const book = opened(start);
          isReached = false;
          book.host.faults.at({ request, action, when: "before" }, () => (isReached = true));
          book.host.faults.inject({ request, action, when: "before", code: "GeneralException" });
          const outcome = await act(book);
          if (!isReached) break;
          scenarios++;
          if (name.startsWith("undo") && !outcome.ok) await book.tiering.undo();
          const found = JSON.stringify(end(book.workbook.snapshot()));
          expect([request, action, outcome.ok ? found === ends[1] : ends.includes(found)]).toEqual([
            request,
            action,
            true,
          ]);
        }
      }
    }
  },
);

describe("messages that are too large", () => {
  test.each(KINDS)("are sent in halves, wherever they are refused (%s)", async (kind) => {
    const preview = await previewed(opened(accounts(kind)));
    const good = opened(accounts(kind));
    must(await good.tiering.apply(preview));
    const [before, after] = [end(accounts(kind)), end(good.workbook.snapshot())];
    let halved = 0;
    for (let request = 1; request <= good.host.traffic.requests; request++) {
      for (const [code, when] of [
        ["RequestPayloadSizeLimitExceeded", "before"],
        ["ResponsePayloadSizeLimitExceeded", "after"],
      ] as const) {
        scenarios++;
        const book = opened(accounts(kind));
        book.host.faults.inject({ request, when, code });
        const outcome = await book.tiering.apply(preview);
        expect(outcome.ok ? after : before).toEqual(end(book.workbook.snapshot()));
        if (outcome.ok) halved++;
      }
    }
    expect(halved).toBeGreaterThanOrEqual(4); // the cells and the colours, each both ways
  });

  test.each([MOST_BYTES, 24_001, 47_111, 99_991])(
    "a host that takes %i bytes is served in small blocks",
    async (most) => {
      const book = opened(long(), { maxPayload: most });
      await applied(book);
      expectTiersBesideAccounts(book);
      must(await book.tiering.undo());
      expect(book.workbook.snapshot()).toEqual(long());
    },
  );
});

const MOST_BYTES = 30_000;

/** More accounts than go into one message of 30,000 bytes. */
function long(): WorkbookSnapshot {
  const rows = Array.from({ length: 600 }, (_, i) => [`Account ${i} ${"x".repeat(60)}`, 1000 - i]);
  return workbookOf([sheetOf("Accounts", [["Account", "Revenue"], ...rows])]);
}

test("cancelling between any two blocks leaves everything as it was", async () => {
  const ends = new Set<string>();
  for (let blocks = 0; !ends.has("done"); blocks++) {
    const book = opened(long(), { maxPayload: MOST_BYTES });
    const preview = await previewed(book);
    let looks = 0;
    const signal = Object.defineProperty({ aborted: false }, "aborted", { get: () => looks++ >= blocks });
    const outcome = await book.tiering.apply(preview, { signal: signal as AbortSignal });
    if (!outcome.ok) {
      expect(outcome.problem.code).toBe("cancelled");
      expect(book.workbook.snapshot()).toEqual(long());
    }
    ends.add(outcome.ok ? "done" : outcome.problem.written);
  }
  expect(ends).toEqual(new Set(["nothing", "restored", "done"]));
});
