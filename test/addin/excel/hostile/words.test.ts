import { expect, test } from "vitest";
import { csvText } from "../../../../addin/excel/sheets/lists/csv";
import { columnHeader } from "../../../../addin/strings/columns";
import { listName } from "../../../../addin/strings/lists";
import { accounts, applied, beside, opened, PRESET } from "../workbooks";
import { parsedCsv, withoutApostrophe } from "../csvFields";
import { HOSTILE_STRINGS, ORDINARY } from "./strings";

test("no two flags have one header, whatever they are called", () => {
  const labels = ["Score", "Score (flag)", "SCORE (flag 2)", "Rank"];
  const flags = labels.map((label, i) => ({ id: `f${i}`, label, when: { measure: "x", ">": 0 } }) as const);
  const headers = flags.map(({ id }) => columnHeader(`flag:${id}`, { flags }));
  expect(headers).toEqual(["Score (flag 3)", "Score (flag)", "SCORE (flag 2)", "Rank"]);
});

test("a play of spaces alone is no play, never a blank cell", async () => {
  const rungs = PRESET.tiers.rungs.map((rung) => ({ ...rung, play: { treatment: rung.id === "t1" ? " \n" : "Call" } }));
  const book = opened(accounts("range"));
  await applied(book, { ...PRESET, tiers: { ...PRESET.tiers, rungs }, columns: ["tier", "play"] });
  expect(beside(book, "Play")).toMatchObject({ Acme: "No play", Jade: "Call" });
});

test("the name of a list is one that a sheet can have, and holds no half of a character", () => {
  for (const text of [...HOSTILE_STRINGS, ...ORDINARY]) {
    const name = listName(text);
    expect(name.length).toBeLessThanOrEqual(31);
    expect(name).not.toMatch(/\p{Surrogate}|[\\/?*[\]:]|^'|'$/u);
  }
});

test("CSV fields give every text back, and none begins like a formula", () => {
  const texts = [...HOSTILE_STRINGS, ...ORDINARY];
  const [fields = []] = parsedCsv(csvText([texts]).slice(1));
  expect(fields.map(withoutApostrophe)).toEqual(texts);
  for (const field of fields) expect(field).not.toMatch(/^[\s\0]*[=+\-@＝＋－＠]/);
});
