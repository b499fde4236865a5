import { afterEach, describe, expect, test } from "vitest";
import { createTiering } from "../../../addin/excel/tiering";
import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";
import { inWorker } from "../../../addin/worker/inWorker";
import { inProcess, type Engine } from "../../../engine/index";
import { addInBlocks, blocks, CELLS, engineSuite, given, LADDER, readingOf } from "../../engine/engineSuite";
import { AS_OF } from "../../engine/samples";
import {
  accounts,
  applied,
  beside,
  CELLS as SHEET,
  must,
  opened,
  previewed,
  SELECTED,
  stopped,
  type Opened,
} from "../excel/workbooks";
import { ChannelWorker } from "./channel";

const started: ChannelWorker[] = [];

/** An engine over a message channel; `more` are the workers to start before those that simply work. */
function engineOver(...more: (() => ChannelWorker)[]): Engine {
  return inWorker({
    start() {
      const worker = (more.shift() ?? (() => new ChannelWorker()))();
      started.push(worker);
      return worker;
    },
  });
}

engineSuite("the engine over a message channel", () => {
  const worker = new ChannelWorker();
  return { engine: inWorker({ start: () => worker }), stop: worker.stop };
});

afterEach(() => started.splice(0).forEach((worker) => worker.stop()));

const ran = async (engine: Engine) => {
  const reading = await readingOf(engine, CELLS, LADDER);
  await addInBlocks(reading, CELLS, 2);
  return { reading, result: given(await reading.run(LADDER, { asOf: AS_OF })) };
};

describe("a worker", () => {
  test("is started when it is needed, and once", async () => {
    const engine = engineOver();
    expect(started).toHaveLength(0);
    await ran(engine);
    await ran(engine);
    expect(started).toHaveLength(1);
    expect(engine.thread).toBe("worker");
  });

  test("leaves the preset where it is", async () => {
    expect((await ran(engineOver())).result.preset).toBe(LADDER);
  });

  test("answers what was asked of a reading before it is let go, and nothing after", async () => {
    const { reading } = await ran(engineOver());
    const answer = reading.run(LADDER, { asOf: AS_OF });
    const explained = reading.explain(1);
    await Promise.resolve(); // both are on their way
    reading.letGo();
    expect((await Promise.race([answer, later("never")])) as unknown).not.toBe("never");
    expect((await Promise.race([explained, later("never")])) as unknown).not.toBe("never");
    expect(await reading.run(LADDER, { asOf: AS_OF })).toEqual({ ok: false, why: "let-go" });
    await reading.add(blocks(CELLS, 1)[0]!); // there is one
  });

  test("takes no block while another one is on its way, but lets the next one be read meanwhile", async () => {
    const reading = await readingOf(engineOver(), CELLS, LADDER);
    const settled: number[] = [];
    const adding = blocks(CELLS, 1).map((block, i) => reading.add(block).then(() => settled.push(i)));
    await Promise.resolve();
    await Promise.resolve();
    expect(settled.length).toBeLessThanOrEqual(1);
    await Promise.all(adding);
    expect(settled).toEqual([0, 1, 2, 3, 4]);
  });
});

describe("a worker that breaks", () => {
  test("rejects what is open, forgets its readings, and a new one takes what comes", async () => {
    const engine = engineOver();
    const { reading } = await ran(engine);
    const half = await readingOf(engine, CELLS, LADDER);
    const open = [reading.run(LADDER, { asOf: AS_OF }), reading.explain(1), addInBlocks(half, CELLS, 1)].map((each) =>
      each.catch((thrown: unknown) => String(thrown)),
    );
    await Promise.resolve();
    started[0]?.fail("out of memory");
    expect(await Promise.all(open)).toEqual(Array(3).fill("Error: the engine's worker broke: out of memory"));
    expect(started[0]?.isStopped).toBe(true);
    expect(await reading.explain(1)).toEqual({ ok: false, why: "let-go" });
    await expect(half.run(LADDER, { asOf: AS_OF })).rejects.toThrow("out of memory");
    half.letGo();
    expect(await half.run(LADDER, { asOf: AS_OF })).toEqual({ ok: false, why: "let-go" });
    expect((await ran(engine)).result).toEqual((await ran(inProcess())).result);
    expect(started).toHaveLength(2);
    expect(engine.thread).toBe("worker");
  });

  test("is a problem of that call alone, and nothing was written", async () => {
    const more = Array.from({ length: 45_000 }, (_, i) => [`Account ${i}`, i]);
    const book = over(engineOver(), opened(workbookOf([sheetOf("S", [...SHEET, ...more])])));
    const preview = await previewed(book);
    const outcome = await book.tiering.preview(SELECTED, { onRows: () => started[0]?.fail("gone") });
    expect(stopped(outcome)).toEqual({ code: "unexpected", written: "nothing" });
    expect(outcome).toMatchObject({ problem: { detail: "the engine's worker broke: gone" } });
    expect((await previewed(book)).run).toMatchObject({ tier: preview.run.tier, stats: preview.run.stats });
  });
});

describe("where no worker can be started, the engine runs on the thread that asks", () => {
  const refusing = () => {
    throw new TypeError("no workers here");
  };
  const broken = () => {
    const worker = new ChannelWorker({ isDeaf: true });
    setTimeout(() => worker.fail("it could not be loaded"), 5);
    return worker;
  };
  test.each([
    ["they are refused", refusing],
    ["it cannot be loaded", broken],
  ])("because %s", async (_, start) => {
    const engine = engineOver(start);
    const [{ result }, other] = await Promise.all([ran(engine), ran(engine)]);
    expect(result).toEqual((await ran(inProcess())).result);
    expect(other.result).toEqual(result);
    expect(engine.thread).toBe("own");
    const before = started.length;
    await ran(engine);
    expect(started).toHaveLength(before);
  });

  test("because there is none at all, as in this Node", async () => {
    expect("Worker" in globalThis).toBe(false);
    const engine = inWorker();
    await ran(engine);
    expect(engine.thread).toBe("own");
  });

  test("and what the engine itself refuses is no reason to leave the worker", async () => {
    const engine = engineOver();
    await expect(readingOf(engine, [["nothing"]], LADDER)).rejects.toThrow("no-rows");
    await ran(engine);
    expect(engine.thread).toBe("worker");
  });
});

describe("the add-in with its engine in a worker", () => {
  test.each(["table", "range"] as const)("writes what it writes without (%s)", async (kind) => {
    const [near, far] = [opened(accounts(kind)), over(engineOver(), opened(accounts(kind)))];
    const [expected, tiered] = [await applied(near), await applied(far)];
    expect(beside(far, "Tier")).toEqual(beside(near, "Tier"));
    expect(tiered.run).toEqual(expected.run);
    near.user.type("B2", 1);
    far.user.type("B2", 1);
    must(await near.tiering.refresh(expected.record.id, AS_OF));
    must(await far.tiering.refresh(tiered.record.id, AS_OF));
    expect(beside(far, "Tier")).toEqual(beside(near, "Tier"));
    must(await far.tiering.undo());
  });

  test("tries other rules without the workbook, also after a worker broke", async () => {
    const book = over(engineOver());
    const preview = await previewed(book);
    const rules = { preset: SELECTED.preset, asOf: "2026-03-01" };
    const revised = must(await book.tiering.revise(preview, rules));
    expect(revised.run.work.reused).toBeGreaterThan(0);
    started[0]?.fail("gone");
    const again = must(await book.tiering.revise(preview, rules));
    expect(again.run).toMatchObject({ tier: revised.run.tier, asOf: revised.run.asOf });
    expect(again.run.work.reused).toBe(0);
  });
});

function over(engine: Engine, book: Opened = opened(accounts("range"))): Opened {
  return { ...book, tiering: createTiering(book.Excel, { engine }) };
}

function later<T>(value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(resolve, 500, value));
}
