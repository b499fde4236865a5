import fc from "fast-check";
import { expect, test } from "vitest";
import { readTable, run } from "../../../engine/index";
import type { Outcome } from "../../../addin/excel/problem";
import { standingOf } from "../../../addin/excel/standing";
import { connect, reconnect, type Connection } from "../../../addin/playground/host/client";
import { MemoryWorkbook } from "../../../addin/playground/host/memory/memoryWorkbook";
import { sheetOf } from "../../../addin/playground/host/simpleSnapshot";
import type { WorkbookSnapshot } from "../../../addin/playground/host/snapshot";
import { User } from "../../../addin/playground/host/user";
import { act, perform, type Act } from "./userActs";
import { accounts, DAY, KINDS, must, PRESET, SELECTED, session, type Kind } from "./workbooks";

/**
 * People edit while the add-in works: before any of its requests somebody sorts, inserts, deletes, renames, filters,
 * protects. When all has settled, no cell of somebody else has changed but by their own hand, and every tier stands
 * beside its account, or the add-in says that it does not.
 */
const RUNS = Number(process.env["INTERLEAVINGS"] ?? 2000);
const SEED = Number(process.env["INTERLEAVINGS_SEED"] ?? 20_261_122);

/** A run that was broken off is repaired, whatever is asked for. */
type Operation = "apply" | "refresh" | "undo";

interface Step {
  readonly operation: Operation;
  /** What happens before the n-th request of the operation. */
  readonly acts: readonly { readonly request: number; readonly act: Act }[];
}

interface Sequence {
  readonly kind: Kind;
  readonly isTiered: boolean;
  readonly steps: readonly Step[];
}

const step: fc.Arbitrary<Step> = fc.record({
  operation: fc.constantFrom<Operation>("apply", "refresh", "undo"),
  acts: fc.array(fc.record({ request: fc.integer({ min: 1, max: 18 }), act }), { minLength: 1, maxLength: 3 }),
});

const sequence: fc.Arbitrary<Sequence> = fc.record({
  kind: fc.constantFrom(...KINDS),
  isTiered: fc.boolean(),
  steps: fc.array(step, { minLength: 1, maxLength: 3 }),
});

test(
  `${RUNS} sequences of edits at every await`,
  async () => {
    const starts = await startsOf();
    const counts = { acts: 0, done: 0, refused: 0, repairs: 0 };
    await fc.assert(
      fc.asyncProperty(sequence, async (each) => {
        const start = starts[each.kind][each.isTiered ? "tiered" : "untiered"];
        await play(MemoryWorkbook.from(start), each, counts);
      }),
      { numRuns: RUNS, seed: SEED },
    );
    console.info(`${RUNS} sequences: ${JSON.stringify(counts)}`);
    expect(counts.acts).toBeGreaterThan(RUNS);
    expect(counts.done).toBeGreaterThan(RUNS / 2);
  },
  60_000 + RUNS * 300, // a busy machine takes its time
);

const connection: Connection = connect(MemoryWorkbook.from(accounts("range")));

async function startsOf() {
  const start = async (kind: Kind) => {
    const untiered = withOther(accounts(kind));
    const workbook = MemoryWorkbook.from(untiered);
    const { Excel, host } = reconnect(connection, workbook);
    const tiering = session(Excel);
    must(await tiering.apply(must(await tiering.preview(SELECTED))));
    new User(workbook).type("B6", 900);
    await host.settled();
    return { untiered, tiered: workbook.snapshot() };
  };
  return { table: await start("table"), range: await start("range") };
}

function withOther(snapshot: WorkbookSnapshot): WorkbookSnapshot {
  return { ...snapshot, sheets: [...snapshot.sheets, sheetOf("Other", [["Mine", 1]])] };
}

interface Counts {
  acts: number;
  done: number;
  refused: number;
  repairs: number;
}

/** Codes that no edit of a user should ever lead to. */
const BUGS = new Set<string>(["unexpected", "GeneralException", "InvalidArgument", "ApiNotFound", "NotImplemented"]);

async function play(workbook: MemoryWorkbook, { steps }: Sequence, counts: Counts): Promise<void> {
  const { Excel, host } = reconnect(connection, workbook);
  const tiering = session(Excel);
  let number = 0;
  let others = foreign(workbook);
  for (const { operation, acts } of steps) {
    const first = host.faults.requests;
    const stop = host.faults.onRequest(({ number: request }) => {
      const due = acts.filter((each) => each.request === request - first);
      if (due.length === 0) return;
      expect(foreign(workbook)).toEqual(others);
      for (const each of due) if (perform(workbook, each.act, ++number)) counts.acts++;
      others = foreign(workbook);
    });
    const outcome = await carryOut();
    stop();
    expect(foreign(workbook)).toEqual(others);
    if (!outcome.ok) expect(BUGS).not.toContain(outcome.problem.code);
    if (outcome.ok) counts.done++;
    else counts.refused++;
    const { isUnfinished, canUndo } = must(await tiering.history());
    if (!outcome.ok && !isUnfinished) {
      // An undo that was stopped half-way keeps its notes, and goes on when it is asked for again.
      const goesOn = canUndo && operation === "undo";
      if (!goesOn) expect(["nothing", "restored"]).toContain(outcome.problem.written);
    }
    if (isUnfinished) continue; // the pane says Repair
    await expectTiersOrStale();

    /** What was asked for, or the nearest that there is something to do for. */
    async function carryOut(): Promise<Outcome<unknown>> {
      const [record] = must(await tiering.sources());
      const { canUndo, isUnfinished } = must(await tiering.history());
      if (isUnfinished) return tiering.repair();
      if (operation === "undo" && canUndo) return tiering.undo();
      if (operation === "refresh" && record) return tiering.refresh(record.id, DAY);
      const where = record ? ({ by: "record", id: record.id } as const) : SELECTED.where;
      const preview = await tiering.preview({ ...SELECTED, where });
      return preview.ok ? tiering.apply(preview.value) : preview;
    }
  }
  await mend();

  /** Nothing is in the way any more: what was broken off is put back, and the tiers come right or a reason is told. */
  async function mend(): Promise<void> {
    const user = new User(workbook);
    for (const { name } of workbook.sheets()) {
      user.unprotect(name);
      user.clearFilter(name);
    }
    others = foreign(workbook);
    if (must(await tiering.history()).isUnfinished) {
      counts.repairs++;
      const repaired = await tiering.repair();
      expect(foreign(workbook)).toEqual(others);
      if (!repaired.ok) return expect(BUGS).not.toContain(repaired.problem.code);
      expect(must(await tiering.history()).isUnfinished).toBe(false);
    }
    const [record] = must(await tiering.sources());
    if (!record) return;
    const refreshed = await tiering.refresh(record.id, DAY);
    expect(foreign(workbook)).toEqual(others);
    if (!refreshed.ok) return expect(BUGS).not.toContain(refreshed.problem.code);
    expectTiers(workbook);
  }

  /** What a preview of each source says of its tiers is so. */
  async function expectTiersOrStale(): Promise<void> {
    for (const { id } of must(await tiering.sources())) {
      const preview = await tiering.preview({ ...SELECTED, where: { by: "record", id } });
      if (!preview.ok) {
        expect(BUGS).not.toContain(preview.problem.code);
        continue;
      }
      if (standingOf(preview.value).kind === "current") expectTiers(workbook);
    }
  }
}

const OURS = new Set<unknown>(["Segment", "Tier", "Class", "Unrated"]);
for (const ladder of [PRESET.segments, PRESET.tiers]) ladder?.rungs.forEach(({ label }) => OURS.add(label));

/** All that is not ours: the other cells of each row in their order, formulas, and how the sheets are set up. */
function foreign(workbook: MemoryWorkbook): unknown {
  return workbook.snapshot().sheets.map((sheet) => ({
    rows: sheet.values
      .map((row) => row.filter((cell) => cell !== "" && !OURS.has(cell)))
      .filter((row) => row.length > 0),
    ...{ name: sheet.name, isProtected: sheet.isProtected, formulas: sheet.formulas, filter: sheet.filter },
    ...{ hiddenRows: sheet.hiddenRows, hiddenColumns: sheet.hiddenColumns, merges: sheet.merges },
    tables: sheet.tables.map(({ name, row, rows, column }) => ({ name, row, rows, column })),
  }));
}

/** Expects beside every account the tier that the engine gives it for the cells as they are. */
function expectTiers(workbook: MemoryWorkbook): void {
  for (const { values } of workbook.snapshot().sheets) {
    const top = values.findIndex((row) => row.includes("Account"));
    if (top < 0) continue;
    const [headers = [], ...rows] = values.slice(top);
    const at = (is: (text: string) => boolean) => headers.findIndex((header) => is(String(header)));
    const [account, revenue] = [at((text) => text === "Account"), at((text) => text.startsWith("Revenue"))];
    // A new column that was renamed before anything stood in it is the user's own: ours is another one then.
    const tier = headers.includes("Tier") ? headers.indexOf("Tier") : headers.indexOf("Class");
    if (tier < 0) continue;
    const cells = rows.map((row) => [row[account] ?? "", row[revenue] ?? ""]);
    const table = readTable([["Account", "Revenue"], ...cells], PRESET);
    if (!table.ok) throw new Error("The sheet is no table.");
    const result = run(table.table, PRESET, { asOf: DAY });
    const wanted = cells.map(([name], row) => [name, result.tier.labels[result.tier.codes[row] ?? 0]]);
    expect(rows.map((row) => [row[account] ?? "", row[tier] ?? ""])).toEqual(wanted);
  }
}
