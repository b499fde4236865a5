import { describe, expect, test } from "vitest";
import { createTiering } from "../../../addin/excel/tiering";
import { ManualClock } from "./manualClock";
import { accounts, expectTiersBesideAccounts, KINDS, must, opened, SELECTED, stopped } from "./workbooks";

/** A pane with a clock of its own, which gives a request up after ten seconds. */
function patient(kind: (typeof KINDS)[number] = "table") {
  const book = opened(accounts(kind));
  const clock = new ManualClock();
  let ids = 0;
  const tiering = createTiering(book.Excel, { clock, lostAfterMs: 10_000, newId: () => `patient0${++ids}` });
  return { ...book, clock, tiering };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe("a cell is being edited", () => {
  test("a click waits for its end, and says so after a second", async () => {
    const { tiering, host, clock, ...book } = patient();
    const said: boolean[] = [];
    const stop = tiering.onCellEdit((isWaiting) => said.push(isWaiting));
    const preview = must(await tiering.preview(SELECTED));
    host.editCell(true);
    const applying = tiering.apply(preview);
    await settled();
    expect(said).toEqual([]);
    await clock.pass(1000);
    expect(said).toEqual([true]);
    await clock.pass(60_000, 500); // however long it takes
    host.editCell(false);
    must(await applying);
    expect(said).toEqual([true, false]);
    expectTiersBesideAccounts(book);
    expect(clock.waiting).toBe(0);
    stop();
  });

  test("where Excel cannot let requests wait, it is told with nothing written", async () => {
    const book = opened(accounts("table"), { application: { requirementSets: { ExcelApi: "1.14" } } });
    const preview = must(await book.tiering.preview(SELECTED));
    book.host.editCell(true);
    expect(stopped(await book.tiering.apply(preview))).toEqual({
      code: "InvalidOperationInCellEditMode",
      written: "nothing",
    });
    book.host.editCell(false);
    must(await book.tiering.apply(preview));
  });

  test("a slow request is no edited cell", async () => {
    const { tiering, host, clock } = patient();
    const said: boolean[] = [];
    tiering.onCellEdit((isWaiting) => said.push(isWaiting));
    host.faults.inject({ request: 1, when: "after", reply: "held" });
    const finding = tiering.find({ by: "selection" });
    await settled();
    await clock.pass(5000);
    host.faults.release();
    must(await finding);
    expect(said).toEqual([]);
  });
});

describe("a request that is never answered", () => {
  test("is given up: nothing was written by what only reads, and the next step works", async () => {
    const { tiering, host, clock } = patient();
    host.faults.inject({ request: 2, when: "before", reply: "held" });
    const previewing = tiering.preview(SELECTED);
    const next = tiering.preview(SELECTED);
    await settled();
    await clock.pass(11_000, 500);
    expect(stopped(await previewing)).toEqual({ code: "request-lost", written: "nothing" });
    must(await next);
  });

  test.each(KINDS)(
    "at any request of an apply to a %s: what came of it is unknown, and it can be made whole",
    async (kind) => {
      for (const when of ["before", "after"] as const) {
        for (let request = 1, isMet = true; isMet; request++) isMet = await lose(kind, request, when);
      }
    },
  );
});

/** Loses the n-th request of an apply; false where it has fewer. */
async function lose(kind: (typeof KINDS)[number], request: number, when: "before" | "after"): Promise<boolean> {
  const { tiering, host, clock, ...book } = patient(kind);
  const before = book.workbook.snapshot();
  const preview = must(await tiering.preview(SELECTED));
  host.faults.inject({ request, when, reply: "held" });
  const applying = tiering.apply(preview);
  let isOver = false;
  void applying.then(() => (isOver = true));
  while (!isOver) {
    await settled();
    await clock.pass(1000, 1000);
  }
  const outcome = await applying;
  if (outcome.ok) return false;
  expect([request, stopped(outcome)]).toEqual([request, { code: "request-lost", written: "unknown" }]);
  const atLoss = host.faults.requests;
  host.faults.release(); // the answer comes late after all
  await host.settled();
  expect(host.faults.requests).toBe(atLoss); // nobody goes on with what was given up
  if (must(await tiering.history()).isUnfinished) {
    must(await tiering.repair());
    expect(book.workbook.snapshot()).toEqual(before);
  }
  must(await tiering.apply(must(await tiering.preview(SELECTED))));
  expectTiersBesideAccounts(book);
  return true;
}
