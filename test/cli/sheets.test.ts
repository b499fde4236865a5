import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folder, json, refusal, SAMPLE, snapshotOf } from "./running";

const here = folder();
const out = here.file("sheets.xlsx");
const csv = here.file("first.csv");
const isHere = spawnSync("soffice", ["--version"]).status === 0;

test("summary, dossiers, a list and a .csv are written beside the tiers", async () => {
  const asked = ["--summary", "--dossiers", "--list", "tier 1", "--list", "Tier 2", "--csv", `Tier 1=${csv}`];
  const report = await json(SAMPLE, "--as-of", "2026-01-31", "--out", out, ...asked);
  const [first, second] = report.tiers;
  expect(report.sheets).toMatchObject({
    summary: { rows: 9, charts: 2 },
    dossiers: { added: (first?.count ?? 0) + (second?.count ?? 0), updated: 0 },
    lists: [{ accounts: first?.count }, { accounts: second?.count }],
    csv: [{ tier: "Tier 1", file: csv }],
  });
  const { sheets } = await snapshotOf(out);
  expect(sheets.map(({ name }) => name)).toEqual([
    ...["Accounts", "Tier Summary", "Account dossiers", "Tier 1 list", "Tier 2 list"],
  ]);
  expect(sheets[1]?.charts.map(({ name }) => name).sort()).toEqual(["TierSummaryAccounts", "TierSummaryValue"]);
  expect(sheets[1]?.page).toEqual({ orientation: "Landscape", zoom: { horizontalFitToPages: 1 } });
  expect(readFileSync(csv, "utf8").trimEnd().split("\r\n")).toHaveLength(1 + (first?.count ?? 0));
});

test("they are written in place when the file is tiered again", async () => {
  const again = here.file("again.xlsx");
  await json(out, "--as-of", "2026-01-31", "--out", again, "--summary", "--dossiers");
  const [before, after] = [await snapshotOf(out), await snapshotOf(again)];
  expect(after.sheets.map(({ name }) => name)).toEqual(before.sheets.map(({ name }) => name));
  expect(after.sheets.slice(1).map(({ values }) => values)).toEqual(before.sheets.slice(1).map(({ values }) => values));
});

test.each([
  [["--summary"], "--summary writes a sheet: say into which file with --out OUT.xlsx."],
  [["--list", "Tier 9", "--out", here.file("x.xlsx")], "--list Tier 9: there is no such tier; there is Tier 1,"],
  [["--csv", "Tier 1"], "--csv Tier 1: write TIER=FILE.csv"],
  [["--csv", `Tier 1=${here.path}/none/x.csv`], "x.csv: the file cannot be written (ENOENT)."],
])("%j is refused", async (args, sentence) => {
  expect(await refusal(SAMPLE, ...args)).toContain(sentence);
});

test.skipIf(!isHere)("LibreOffice prints the summary on a page (skipped without soffice)", () => {
  const profile = `-env:UserInstallation=file://${here.path}/profile`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", here.path, out], {
    stdio: "ignore",
  });
  expect(existsSync(join(here.path, "sheets.pdf"))).toBe(true);
});
