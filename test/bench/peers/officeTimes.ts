import { jobCells } from "../job/cells";
import { objects } from "../job/objects";
import { median } from "../measure";
import { openInOffice } from "./formulas";

/** Each takes minutes at 20,000 rows: the square of what 5,000 do. */
const TABLES = [
  { rows: 5_000, rounds: 3 },
  { rows: 20_000, rounds: 1 },
];

/** LibreOffice with the formulas, less what it takes to open the same cells without. */
export async function officeTimes(): Promise<string> {
  const lines: string[] = [];
  for (const { rows, rounds } of TABLES) {
    const cells = jobCells(rows);
    const expected = await objects.run(cells);
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const bare = await openInOffice(cells, "cells");
      const { labels, milliseconds } = await openInOffice(cells, "formulas");
      if (labels?.tier.join() !== expected.tier.join() || labels.segment.join() !== expected.segment.join())
        throw new Error("the formulas find other words");
      times.push(milliseconds - bare.milliseconds);
    }
    const seconds = (median(times) / 1000).toFixed(1);
    lines.push(`| ${rows.toLocaleString("en")} | ${seconds} | ${rounds} |`);
  }
  return ["## As formulas in LibreOffice", "", "| rows | seconds | runs |", "| ---: | ---: | ---: |", ...lines].join(
    "\n",
  );
}
