import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DOSSIER_HEADERS } from "../../addin/strings/lists";
import { ALERT_WORDS, ATTENTION_HEADERS, OVERRIDE_HEADERS, OVERRIDE_KINDS, REASON_WORDS, REVIEW_HEADERS, STATUS_WORDS } from "../../addin/strings/sheets"; // prettier-ignore
import { SUMMARY_HEADERS } from "../../addin/strings/summary";

const page = readFileSync("docs/sheets.md", "utf8");

/** What the page says of each column of a table, by the column's header. */
function documented(table: string): Map<string, string> {
  const [, after = ""] = page.split(`Table \`${table}\``);
  const lines = after.split("\n");
  const from = lines.findIndex((line) => line.startsWith("| Column"));
  const to = lines.findIndex((line, at) => at > from && !line.startsWith("|"));
  const rows = lines.slice(from + 2, to).map((line) => line.split("|").map((cell) => cell.trim()));
  return new Map(rows.map(([, header = "", says = ""]) => [header, says]));
}

test.each([
  ["TierOverrides", OVERRIDE_HEADERS],
  ["TierReviews", REVIEW_HEADERS],
  ["TierAttention", ATTENTION_HEADERS],
  ["TierSummary", SUMMARY_HEADERS],
  ["AccountDossiers", DOSSIER_HEADERS],
])("%s: its columns are those of the page, in its order", (table, headers) => {
  expect([...documented(table).keys()]).toEqual(Object.values(headers));
  for (const says of documented(table).values()) expect(says).not.toBe("");
});

test("the words of kinds, codes, statuses and reasons are those of the page", () => {
  const items = documented("TierAttention");
  const kinds = documented("TierOverrides").get("Kind");
  expect(kinds?.replace(/ \([^)]*\)/g, "").split(", ")).toEqual(Object.values(OVERRIDE_KINDS));
  expect(items.get("Code")?.split(", ")).toEqual(Object.values(ALERT_WORDS));
  expect(items.get("Status")?.split(", ")).toEqual(Object.values(STATUS_WORDS));
  expect(items.get("Reason")?.split(", ")).toEqual(Object.values(REASON_WORDS));
});
