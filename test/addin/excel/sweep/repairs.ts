import type { Act, Prepared } from "./acts";
import { play } from "./play";
import type { Fault } from "../../../../addin/playground/host/faults";

/**
 * Repairs of something that was broken off by the end of its session: amid its largest request after it was noted down,
 * and as late as possible.
 */
export function repairsOf(act: Act): Act[] {
  return (["amid", "late"] as const).map((when) => ({
    name: `repair of "${act.name}" that broke off ${when}`,
    does: "repair",
    kinds: act.kinds,
    async prepare(kind) {
      const broken = await act.prepare(kind);
      const start = await brokenOff(broken, when);
      return { start, wanted: broken.start, act: (tiering) => tiering.repair() };
    },
  }));
}

async function brokenOff(prepared: Prepared, when: "amid" | "late") {
  const { traffic } = await play(prepared);
  const faults = traffic.flatMap((actions, i): (Fault & { actions: number })[] => [
    { request: i + 1, when: "after", session: "gone", actions: 0 },
    { request: i + 1, when: "before", action: actions >> 1, session: "gone", actions },
  ]);
  const order = when === "amid" ? faults.sort((a, b) => b.actions - a.actions) : faults.reverse();
  for (const { actions: _, ...fault } of order) {
    const { scene } = await play(prepared, { faults: [fault as Fault] });
    if ("tiering.pending" in scene.workbook.settings()) return scene.workbook.snapshot();
  }
  throw new Error("It leaves no note, wherever it breaks off.");
}
