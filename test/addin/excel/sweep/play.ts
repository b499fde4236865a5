import type { Outcome } from "../../../../addin/excel/problem";
import { createTiering, type Tiering } from "../../../../addin/excel/tiering";
import { connect, reconnect, type Connection } from "../../../../addin/playground/host/client";
import { MemoryWorkbook } from "../../../../addin/playground/host/memory/memoryWorkbook";
import { workbookOf, sheetOf } from "../../../../addin/playground/host/simpleSnapshot";
import type { WorkbookSnapshot } from "../../../../addin/playground/host/snapshot";
import { ManualClock } from "../manualClock";
import type { Prepared } from "./acts";
import type { Scenario, Traffic } from "./faults";

/** One client for all scenarios: it is joined to another workbook each time. */
let client: Connection | null = null;
let sessions = 0;

const LOST_AFTER_MS = 2_000;

/** A workbook with a pane that does not wait long. */
export interface Scene {
  readonly workbook: MemoryWorkbook;
  readonly host: Connection["host"];
  readonly clock: ManualClock;
  readonly tiering: Tiering;
}

export function sceneOf(snapshot: WorkbookSnapshot): Scene {
  client ??= connect(MemoryWorkbook.from(workbookOf([sheetOf("Empty")])));
  const workbook = MemoryWorkbook.from(snapshot);
  const connection = reconnect(client, workbook, { rulesBefore: sessions * 1_000 });
  const clock = new ManualClock();
  const own = 900_000 + sessions++;
  let ids = 0;
  const options = { newId: () => `run${own}x${++ids}`, now: () => new Date(0), clock, lostAfterMs: LOST_AFTER_MS };
  return { workbook, host: connection.host, clock, tiering: createTiering(connection.Excel, options) };
}

/** What is there when all has settled. */
export interface Played {
  readonly outcome: Outcome<unknown>;
  readonly scene: Scene;
  /** How many actions each request had, also those of restores. */
  readonly traffic: Traffic;
  /** Requests that were sent after a reply had come too late. */
  readonly lateRequests: number;
}

/** Does it, with what goes wrong; nothing goes wrong where no scenario is given. */
export async function play(
  { start, act }: Prepared,
  scenario: Pick<Scenario, "faults" | "late"> = { faults: [] },
): Promise<Played> {
  const scene = sceneOf(start);
  const { host, tiering } = scene;
  const traffic: number[] = [];
  const stop = host.faults.onRequest(({ actions }) => traffic.push(actions.length));
  for (const fault of scenario.faults) host.faults.inject(fault);
  const isHeld = scenario.faults.some((fault) => "reply" in fault && fault.reply === "held");
  const outcome = await (isHeld ? waitedFor(act(tiering), scene) : act(tiering));
  stop();
  host.faults.clear();
  const sent = host.faults.requests;
  if (scenario.late === "reply") host.faults.release();
  if (scenario.late === "Timeout") host.faults.release("Timeout");
  if (scenario.late !== undefined) await turn();
  return { outcome, scene, traffic, lateRequests: host.faults.requests - sent };
}

/** The same workbook in the pane that went on, or in one that opens the saved file. */
export function sceneAfter({ scene }: Played, repairedBy: Scenario["repairedBy"]): Scene {
  return repairedBy === "same session" ? scene : sceneOf(scene.workbook.snapshot());
}

/** Lets time pass whenever nothing more is sent. */
async function waitedFor<T>(outcome: Promise<T>, { host, clock }: Scene): Promise<T> {
  let isDone = false;
  void outcome.finally(() => (isDone = true));
  for (let sent = -1; !isDone;) {
    const isQuiet = sent === host.faults.requests;
    sent = host.faults.requests;
    await turn();
    if (isQuiet && !isDone) await clock.pass(1_000, 1_000);
  }
  return outcome;
}

function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}
