import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { automaticRefresh, type AutomaticState, type Disarm } from "../../../addin/excel/automatic";
import { standingOf } from "../../../addin/excel/standing";
import { createTiering, type Tiering } from "../../../addin/excel/tiering";
import { connect, reconnect } from "../../../addin/playground/host/client";
import { MemoryWorkbook } from "../../../addin/playground/host/memory/memoryWorkbook";
import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";
import { User } from "../../../addin/playground/host/user";
import { seeded } from "../../../addin/taskpane/sample/random";
import { ManualClock } from "./manualClock";
import { carryOut, hasHeader, nextEdit } from "./soakEdits";
import {
  applied,
  DAY,
  expectTiersBesideAccounts,
  KINDS,
  must,
  PRESET,
  SELECTED,
  session,
  tableOver,
  type Kind,
} from "./workbooks";

/**
 * A long day: thousands of edits while automatic refresh is on. Every hundred the tiers are what a session that knows
 * nothing of the day would write, and nothing has grown: rules, names, settings, handlers, kept ranges, heap.
 */
const EDITS = Number(process.env["SOAK_EDITS"] ?? 2_000);
const SEED = Number(process.env["SOAK_SEED"] ?? 20_261_122);
const EVERY = 100;

test.each(KINDS)(
  `${EDITS / KINDS.length} edits of a %s, followed by automatic refresh`,
  async (kind) => {
    const day = await longDay(kind);
    const random = seeded(SEED + KINDS.indexOf(kind));
    let first: Kept | null = null;
    const heaps: number[] = [];
    for (let number = 0; number < EDITS / KINDS.length;) {
      for (let left = random.between(1, 6); left > 0; left--) {
        const by = random.chance(0.15) ? "co-author" : "user";
        carryOut(day.workbook, nextEdit(random, day.rows()), { by, at: random.between(0, 30), number });
        if (++number % EVERY === 0) break;
      }
      await day.quiet();
      if (number % EVERY > 0) continue;
      await day.endHundred(number);
      const kept = day.kept();
      first ??= kept;
      expect(kept).toEqual(first);
      expect(day.flight).toMatchObject({ mostRuns: 1, mostRequests: 1 });
      heaps.push(heapAfterCollection());
    }
    const report = { ...day.counts, requests: day.host.traffic.requests, growth: growthOf(heaps) };
    console.info(`soak of a ${kind}: ${JSON.stringify({ ...report, ...first })}`);
    expect(report.growth).toBeLessThan(1.2);
    if (EDITS >= 2_000) expect(day.counts.stops).toBeGreaterThan(0);
    await day.disarm();
    expect(day.kept()).toMatchObject({ handlers: 0, tracked: 0 });
  },
  60_000 + EDITS * 20,
);

type Kept = Awaited<ReturnType<typeof longDay>> extends { kept(): infer K } ? K : never;

async function longDay(kind: Kind) {
  const cells = [
    ["Account", "Revenue", "Note"],
    ...Array.from({ length: 40 }, (_, i) => [`Account ${i}`, 1000 - 7 * i, `note ${i}`]),
  ];
  const sheet = sheetOf("Accounts", cells);
  const workbook = MemoryWorkbook.from(
    workbookOf([kind === "table" ? { ...sheet, tables: [tableOver(sheet.values)] } : sheet]),
  );
  const user = new User(workbook);
  user.select("A2");
  const handlers = { count: 0 };
  const { Excel, host } = connect(workbook, {
    onMember(member) {
      if (/\._Register\w*Event/.test(member)) handlers.count++;
      if (/\._Unregister\w*Event/.test(member)) handlers.count--;
    },
  });
  const flight = { runs: 0, mostRuns: 0, requests: 0, mostRequests: 0 };
  const receive = host.receive.bind(host);
  host.receive = (text) => {
    flight.mostRequests = Math.max(flight.mostRequests, ++flight.requests);
    receive(text);
  };
  host.faults.onRequest(() => void flight.requests--);
  let ids = 0;
  const tiering = createTiering(Excel, { newId: () => `run${String(++ids).padStart(8, "0")}`, now: () => new Date(0) });
  const { record } = await applied({ tiering });

  const counts = { refreshes: 0, stops: 0, stale: 0 };
  const counted: Pick<Tiering, "find" | "watch" | "refresh"> = {
    ...tiering,
    async refresh(...asked) {
      counts.refreshes++;
      flight.mostRuns = Math.max(flight.mostRuns, ++flight.runs);
      const outcome = await tiering.refresh(...asked);
      flight.runs--;
      return outcome;
    },
  };
  const clock = new ManualClock();
  const state: { now: AutomaticState | null } = { now: null };
  const arm = async (): Promise<Disarm> =>
    must(
      await automaticRefresh(counted, record.id, { today: () => DAY, onState: (now) => void (state.now = now), clock }),
    );
  let disarm = await arm();
  const other = connect(MemoryWorkbook.from(workbookOf([sheetOf("S")])));

  /** Until nothing is due any more; what stopped automatic refresh is taken back, and it is switched on again. */
  async function quiet(): Promise<void> {
    for (let looks = 0; looks < 50; looks++) {
      await host.settled();
      if (clock.waiting > 0) await clock.pass(500, 500);
      else if (flight.runs === 0 && state.now?.kind !== "running") break;
    }
    if (state.now?.kind === "stale") counts.stale++;
    if (hasHeader(workbook, "Turnover")) {
      carryOut(workbook, "stop", { by: "user", at: 0, number: 0 });
      await host.settled();
      if (state.now?.kind === "stopped") {
        expect(state.now.problem).toMatchObject({ code: "fields-unmapped", written: "nothing" });
        counts.stops++;
        disarm = await arm();
        state.now = null;
      }
      return quiet();
    }
    expect(state.now?.kind).not.toBe("stopped");
  }

  /** Headers as they were at first, an edit by the user after those of co-authors, and the tiers looked at. */
  async function endHundred(number: number): Promise<void> {
    if (hasHeader(workbook, "Class")) carryOut(workbook, "our header", { by: "user", at: 0, number });
    if (hasHeader(workbook, "Remark")) carryOut(workbook, "their header", { by: "user", at: 0, number });
    user.type("Accounts!B2", number);
    await quiet();
    expect(state.now).toMatchObject({ kind: "current" });
    expectTiersBesideAccounts({ workbook });
    const copy = reconnect(other, MemoryWorkbook.from(workbook.snapshot()));
    const fresh = must(
      await session(copy.Excel).preview({ ...SELECTED, preset: PRESET, where: { by: "record", id: record.id } }),
    );
    expect(standingOf(fresh)).toMatchObject({ kind: "current" });
    expect(fresh.plan.columns.map(({ changed }) => changed.length)).toEqual([0, 0]);
  }

  return {
    ...{ workbook, host, flight, counts, quiet, endHundred },
    disarm: () => disarm(),
    rows: () => workbook.usedArea(workbook.activeSheet(), true)?.rows ?? 0,
    /** Everything that must not grow. */
    kept() {
      const { sheets, names, settings } = workbook.snapshot();
      const { "tiering.journal": journal, ...others } = settings;
      return {
        rules: sheets[0]?.conditionalFormats.length,
        names: names.length,
        sheets: sheets.length,
        settings: JSON.stringify(others).length,
        journal: String(journal).length < 20_000,
        handlers: handlers.count,
        tracked: host.keptReferences,
        timers: clock.waiting,
      };
    },
  };
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void; // there with the flag

function heapAfterCollection(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

/** The middle of the last third over the middle of the first, without the hundred in which everything is compiled. */
function growthOf(heaps: readonly number[]): number {
  const warm = heaps.slice(Math.min(5, Math.floor(heaps.length / 3)));
  const third = Math.max(1, Math.floor(warm.length / 3));
  return median(warm.slice(-third)) / median(warm.slice(0, third));
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
