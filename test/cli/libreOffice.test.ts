import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { JsonReport } from "../../addin/playground/cli/report";
import { BUILT_IN } from "../../engine/index";
import { column, counted, countsOf, edited, firstSheet, folder, json, SAMPLE, SAMPLE_Q2, snapshotOf } from "./running";

const isHere = spawnSync("soffice", ["--version"]).status === 0;
const hasPdf = spawnSync("pdftoppm", ["-v"]).status === 0;

describe.skipIf(!isHere)(`in LibreOffice${isHere ? "" : " (skipped: soffice is not installed)"}`, () => {
  const here = folder();

  function converted(file: string, to: string): string {
    const profile = `-env:UserInstallation=file://${here.path}/profile`;
    execFileSync("soffice", [profile, "--headless", "--convert-to", to, "--outdir", here.path, file], {
      stdio: "ignore",
    });
    return join(here.path, `${basename(file, ".xlsx")}.${to.split(":")[0]}`);
  }

  describe.each([
    { name: "q1", input: SAMPLE, asOf: "2026-01-31" },
    { name: "q2", input: SAMPLE_Q2, asOf: "2026-04-30" },
  ])("the sample of $name", ({ name, input, asOf }) => {
    const out = here.file(`${name}.xlsx`);
    let report: JsonReport;
    beforeAll(async () => {
      report = await json(input, "--as-of", asOf, "--out", out);
    });

    test("opens with its segments and tiers", async () => {
      const sheet = firstSheet(await snapshotOf(converted(out, "csv")));
      expect(sheet.values[0]?.slice(-2)).toEqual(["Segment", "Tier"]);
      expect(counted(column(sheet, "Segment"))).toEqual(countsOf(report.segments));
      expect(counted(column(sheet, "Tier"))).toEqual(countsOf(report.tiers));
    });
  });

  test.skipIf(!hasPdf)("prints every class in its colour (skipped without pdftoppm)", async () => {
    const [tiered, narrow] = [here.file("colours.xlsx"), here.file("narrow.xlsx")];
    await json(SAMPLE, "--as-of", "2026-01-31", "--out", tiered);
    // All columns but the account and ours are hidden, so that one page shows them.
    await edited(tiered, narrow, (sheet) => (sheet.hiddenColumns = Array.from({ length: 23 }, (_, i) => i + 1)));
    const pages = here.file("page");
    execFileSync("pdftoppm", ["-r", "40", "-f", "1", "-l", "2", converted(narrow, "pdf"), pages]);
    const seen = new Map<string, number>();
    for (const page of readdirSync(here.path).filter((each) => /^page.*\.ppm$/.test(each))) {
      for (const [colour, pixels] of coloursOf(readFileSync(join(here.path, page)))) {
        seen.set(colour, (seen.get(colour) ?? 0) + pixels);
      }
    }
    const preset = BUILT_IN.get("revenue-share");
    const colours = [...(preset?.segments?.rungs ?? []), ...(preset?.tiers.rungs ?? [])].map(({ colour }) => colour);
    expect(new Set(colours).size).toBe(5); // the tiers have the colours of the segments
    for (const colour of colours) expect(seen.get(colour ?? "") ?? 0, colour).toBeGreaterThan(100);
  });
});

/** Pixels of each colour of a binary PPM: `P6`, width, height and 255 as text, then three bytes for each pixel. */
function coloursOf(ppm: Buffer): Map<string, number> {
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString("latin1"));
  if (!header) throw new Error("not a PPM");
  const counts = new Map<string, number>();
  for (let at = header[0].length; at + 2 < ppm.length; at += 3) {
    const colour = `#${ppm.subarray(at, at + 3).toString("hex").toUpperCase()}`; // prettier-ignore
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return counts;
}
