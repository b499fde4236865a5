import { readFileSync, writeFileSync } from "node:fs";
import { jobCells } from "../job/cells";
import type { Contender } from "../job/job";

const MB = 1024;
/** Makes the kernel forget the most memory that the process had so far (proc(5)). */
const FORGET_PEAK = "5";

/** Megabytes that a contender takes at most above its input, in its first run. Linux only. */
export async function peakOf(contender: Contender, rows: number): Promise<number> {
  await contender.run(jobCells(1000)); // what its code takes is not counted
  const cells = jobCells(rows);
  globalThis.gc?.();
  globalThis.gc?.();
  writeFileSync("/proc/self/clear_refs", FORGET_PEAK);
  const before = kilobytes("VmRSS");
  await contender.run(cells);
  return (kilobytes("VmHWM") - before) / MB;
}

function kilobytes(line: string): number {
  const status = readFileSync("/proc/self/status", "utf8");
  return Number(new RegExp(`^${line}:\\s+(\\d+) kB`, "m").exec(status)?.[1]);
}
