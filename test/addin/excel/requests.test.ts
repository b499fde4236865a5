import { describe, expect, test } from "vitest";
import { inBlocks, inPieces } from "../../../addin/excel/blocks";
import { isTooLarge, problemOf, Refusal, refusalMidway, refusalWith } from "../../../addin/excel/problem";
import { createQueue, type Task } from "../../../addin/excel/queue";
import { ManualClock } from "./manualClock";

/** Office's errors come from another realm: of them only the properties are known. */
const officeError = (code: string, more: object = {}) => ({ code, message: "It failed.", ...more });
const CELL_EDITED = officeError("InvalidOperationInCellEditMode");

/** An Excel that answers a request when it is told to; one that does not wait for a cell's edit is answered at once. */
class SlowExcel {
  readonly sent: { answer(): void; refuse(error: unknown): void }[] = [];
  /** What a request that does not wait is answered with. */
  look: () => Promise<void> = () => Promise.resolve();
  looks = 0;
  loaded: string[] = [];

  readonly run = ((options: { delayForCellEdit?: boolean } | Task<unknown>, task?: Task<unknown>) => {
    const waits = typeof options === "object" && options.delayForCellEdit === true;
    const sync = () => {
      if (!waits) return ((this.looks += 1), this.look());
      return new Promise<void>((answer, refuse) => this.sent.push({ answer, refuse }));
    };
    const workbook = { load: (name: string) => this.loaded.push(name) };
    return (task ?? (options as Task<unknown>))({ sync, workbook } as unknown as Excel.RequestContext);
  }) as unknown as typeof Excel.run;
}

/** Lets everything that is due without a clock come about. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

function patient(lostAfterMs = 10_000) {
  const [excel, clock, said] = [new SlowExcel(), new ManualClock(), [] as boolean[]];
  const queue = createQueue(excel, { clock, lostAfterMs, onCellEdit: (isWaiting) => said.push(isWaiting) });
  return { excel, clock, said, queue };
}

const ask: Task<string> = (context) => context.sync().then(() => "answer");

describe("work with a workbook", () => {
  test("is done one task after another, also after one that fails; it is busy until the last has ended", async () => {
    const { excel, queue, clock } = patient();
    expect(queue.isBusy).toBe(false);
    const [first, second] = [queue.run(ask), queue.read(ask)];
    await turn();
    expect([excel.sent.length, queue.isBusy]).toEqual([1, true]);
    excel.sent[0]?.refuse(officeError("AccessDenied", { debugInfo: { errorLocation: "Range.values" } }));
    expect(await first).toEqual({
      ok: false,
      problem: { code: "AccessDenied", params: {}, written: "nothing", detail: "AccessDenied · It failed. · Range.values" }, // prettier-ignore
    });
    await turn();
    expect([excel.sent.length, queue.isBusy]).toEqual([2, true]);
    excel.sent[1]?.answer();
    expect(await second).toEqual({ ok: true, value: "answer" });
    expect([queue.isBusy, clock.waiting]).toEqual([false, 0]);
  });

  test.each([
    ["run", "unknown"],
    ["read", "nothing"],
  ] as const)(
    "that is never answered is given up in its time (%s), and nothing more of it is sent",
    async (how, written) => {
      const { excel, clock, queue } = patient();
      let again: unknown = null;
      const lost = queue[how](async (context) => {
        await context.sync().catch(() => undefined);
        again = await context.sync().catch((thrown: unknown) => thrown);
        throw again;
      });
      const next = queue.run(ask);
      await turn();
      await clock.pass(9999, 1000);
      expect([again, excel.sent.length, clock.waiting]).toEqual([null, 1, 1]);
      await clock.pass(1);
      expect(await lost).toEqual({ ok: false, problem: { code: "request-lost", params: {}, written } });
      expect(again).toMatchObject({ code: "request-lost" });
      await turn();
      expect(excel.sent.length).toBe(2); // the next task's
      excel.sent[0]?.answer(); // late
      excel.sent[1]?.answer();
      expect(await next).toEqual({ ok: true, value: "answer" });
      expect(clock.waiting).toBe(0);
    },
  );

  test("counts the time of each request by itself", async () => {
    const { excel, clock, queue } = patient(3000);
    const twice = queue.run(async (context) => {
      await context.sync();
      await context.sync();
    });
    await turn();
    await clock.pass(2000, 1000);
    excel.sent[0]?.answer();
    await turn();
    await clock.pass(2000, 1000);
    excel.sent[1]?.answer();
    expect(await twice).toMatchObject({ ok: true });
  });

  test("waits as long as a cell is edited, and says when that begins and ends", async () => {
    const { excel, clock, said, queue } = patient(3000);
    excel.look = () => Promise.reject(CELL_EDITED as never);
    const waiting = queue.run(ask);
    await turn();
    await clock.pass(999);
    expect(said).toEqual([]);
    await clock.pass(1);
    expect(said).toEqual([true]);
    await clock.pass(30_000, 1000);
    expect([said, excel.loaded[0]]).toEqual([[true], "readOnly"]);
    excel.look = () => Promise.resolve();
    await clock.pass(1000);
    expect(said).toEqual([true, false]); // it is only slow now
    await clock.pass(1999, 1000);
    excel.sent[0]?.answer();
    expect(await waiting).toEqual({ ok: true, value: "answer" });
    expect([said, clock.waiting]).toEqual([[true, false], 0]);
  });

  test("says that the edit has ended when the answer comes", async () => {
    const { excel, clock, said, queue } = patient();
    excel.look = () => Promise.reject(CELL_EDITED as never);
    const waiting = queue.run(ask);
    await turn();
    await clock.pass(1000);
    excel.sent[0]?.answer();
    await waiting;
    expect(said).toEqual([true, false]);
  });

  test("is no cell's edit where Excel refuses to look for another reason, or does not answer that either", async () => {
    const { excel, clock, said, queue } = patient(5000);
    excel.look = () => Promise.reject(officeError("GeneralException") as never);
    const first = queue.run(ask);
    await turn();
    await clock.pass(5000, 1000);
    expect(await first).toMatchObject({ problem: { code: "request-lost" } });
    let answerLook = () => {};
    excel.look = () => new Promise((_, refuse) => (answerLook = () => refuse(CELL_EDITED as never)));
    excel.looks = 0;
    const second = queue.run(ask);
    await turn();
    await clock.pass(5000, 1000);
    expect(await second).toMatchObject({ problem: { code: "request-lost" } });
    expect(excel.looks).toBe(1); // no second look while the first is not answered
    answerLook();
    await turn();
    expect(said).toEqual([]); // late: nobody waits any more
  });
});

describe("pieces", () => {
  const pieces = async (all: number, most: number, takes: number) => {
    const [done, rows]: [[number, number][], [number, number][]] = [[], []];
    const step = (from: number, count: number) => {
      if (count > takes) return Promise.reject(officeError("RequestPayloadSizeLimitExceeded") as never);
      return Promise.resolve(void done.push([from, count]));
    };
    await inPieces(all, most, step, { onRows: (...each) => rows.push(each) });
    return { done, rows };
  };

  test("follow each other to the end", async () => {
    expect(await pieces(0, 4, 9)).toEqual({ done: [], rows: [] });
    const { done, rows } = await pieces(10, 4, 9);
    expect(done).toEqual([[0, 4], [4, 4], [8, 2]]); // prettier-ignore
    expect(rows).toEqual([[4, 10], [8, 10], [10, 10]]); // prettier-ignore
    expect((await pieces(2, 0, 9)).done).toEqual([[0, 1], [1, 1]]); // prettier-ignore
  });

  test("that are too large are halved, and stay so", async () => {
    expect((await pieces(10, 9, 3)).done).toEqual([[0, 3], [3, 3], [6, 3], [9, 1]]); // prettier-ignore
    expect((await pieces(3, 9, 1)).done).toEqual([[0, 1], [1, 1], [2, 1]]); // prettier-ignore
    await expect(pieces(3, 9, 0)).rejects.toEqual(officeError("RequestPayloadSizeLimitExceeded"));
  });

  test("that fail otherwise are not tried again", async () => {
    let tries = 0;
    const step = () => ((tries += 1), Promise.reject(officeError("Timeout") as never));
    await expect(inPieces(5, 5, step)).rejects.toEqual(officeError("Timeout"));
    expect(tries).toBe(1);
  });

  test("stop between two where somebody cancels", async () => {
    const done: number[] = [];
    const signal = { get aborted() { return done.length === 2; } } as AbortSignal; // prettier-ignore
    const step = (from: number) => Promise.resolve(void done.push(from));
    await expect(inPieces(9, 2, step, { signal })).rejects.toMatchObject({ code: "cancelled" });
    expect(done).toEqual([0, 2]);
  });

  test.each([
    [1, 10_500],
    [4, 10_500],
    [8, 5250],
    [100_000, 1],
    [0, 10_500],
  ])("of %i columns hold %i rows at most", async (columns, most) => {
    const counts: number[] = [];
    await inBlocks(20_000, columns, (_, count) => Promise.resolve(void counts.push(count)), {
      signal: { get aborted() { return counts.length > 0; } } as AbortSignal, // prettier-ignore
    }).catch(() => undefined);
    expect(counts).toEqual([most]);
  });
});

describe("a problem", () => {
  test.each([
    [new Refusal("rows-moved", { sheet: "S" }), { code: "rows-moved", params: { sheet: "S" }, written: "nothing" }],
    [
      new Refusal("cancelled", {}, { written: "restored", detail: "d" }),
      { code: "cancelled", params: {}, written: "restored", detail: "d" },
    ],
    [officeError("Timeout"), { code: "Timeout", params: {}, written: "nothing", detail: "Timeout · It failed." }],
    [
      officeError("Timeout", { debugInfo: { errorLocation: 5 } }),
      { code: "Timeout", params: {}, written: "nothing", detail: "Timeout · It failed." },
    ],
    [
      officeError("Nonsense", { debugInfo: null }),
      { code: "unexpected", params: {}, written: "nothing", detail: "Nonsense · It failed." },
    ],
    [
      officeError("rows-moved"),
      { code: "unexpected", params: {}, written: "nothing", detail: "rows-moved · It failed." },
    ],
    [new TypeError("x is undefined"), { code: "unexpected", params: {}, written: "nothing", detail: "x is undefined" }],
    ["a word", { code: "unexpected", params: {}, written: "nothing", detail: "a word" }],
    [null, { code: "unexpected", params: {}, written: "nothing", detail: "null" }],
    [{}, { code: "unexpected", params: {}, written: "nothing", detail: "" }],
  ])("of %o", (thrown, problem) => {
    expect(problemOf(thrown)).toEqual(problem);
  });

  test("goes on with how far the writing came", () => {
    const gone = officeError("InvalidOrTimedOutSession");
    expect(problemOf(refusalWith(new Refusal("rows-moved", { sheet: "S" }), "partly"))).toEqual({ code: "rows-moved", params: { sheet: "S" }, written: "partly" }); // prettier-ignore
    expect(problemOf(refusalWith(officeError("Timeout"), "restored"))).toMatchObject({ code: "Timeout", written: "restored", detail: "Timeout · It failed." }); // prettier-ignore
    const midway = [false, true].flatMap((hasWritten) => [gone, officeError("Timeout")].map((each) => problemOf(refusalMidway(each, hasWritten)).written)); // prettier-ignore
    expect(midway).toEqual(["nothing", "nothing", "unknown", "partly"]);
  });

  test("is one of size whichever way the message went", () => {
    const codes = ["RequestPayloadSizeLimitExceeded", "ResponsePayloadSizeLimitExceeded", "Timeout"];
    expect(codes.map((code) => isTooLarge(officeError(code)))).toEqual([true, true, false]);
    expect(isTooLarge(null)).toBe(false);
  });
});
