import { describe, expect, test } from "vitest";
import { fold, isLabel, parsePreset, presetDocument, type Preset } from "../../../../engine/index";
import { presetReasons } from "../../../../addin/strings/problems";
import { readWorkbook } from "../../../../addin/playground/files/readWorkbook";
import { writeWorkbook } from "../../../../addin/playground/files/writeWorkbook";
import { sheetOf, workbookOf } from "../../../../addin/playground/host/simpleSnapshot";
import type { CellValue, SheetSnapshot } from "../../../../addin/playground/host/snapshot";
import { DAY, KINDS, must, opened, PRESET, sheetNamed, tableOver, type Kind, type Opened } from "../workbooks";
import { batches } from "./batches";
import { HOSTILE_STRINGS, ORDINARY } from "./strings";

/** Hostile text as the labels of tiers, segments and flags, the names of presets, and what is matched with them. */
const ALL = [...new Set([...HOSTILE_STRINGS, ...ORDINARY])];
const RESERVED = new Set(["Unrated", "Excluded"].map(fold));
const LEGAL = ALL.filter((text) => isLabel(text) && !RESERVED.has(fold(text)));
const BATCHES = batches(12, LEGAL);

test("what no label can be is refused, and said so", () => {
  const refused = ALL.filter((text) => !LEGAL.includes(text));
  expect([LEGAL.length, refused.length].every((count) => count > 300)).toBe(true);
  for (const text of refused) {
    const parsed = parsePreset(documentOf([text, "Other"]));
    const codes = parsed.ok ? ["accepted"] : parsed.issues.map(({ code }) => code);
    for (const code of codes) expect(["bad-text", "out-of-range", "too-many", "reserved-id"]).toContain(code);
    if (!parsed.ok) expect(presetReasons(parsed.issues)).toMatch(/\S/);
  }
});

describe("hostile labels", () => {
  const kindOf = (number: number) => KINDS[number % KINDS.length] ?? "table";
  test.each(BATCHES.map((labels, number) => [number, kindOf(number), labels] as const))(
    "batch %i in a %s",
    async (_, kind, labels) => {
      const book = bookOf(kind, labels);
      const preset = await saved(book, labels);
      const ask = { where: { by: "selection" }, preset, asOf: DAY } as const;
      const { record, plan } = must(await book.tiering.apply(must(await book.tiering.preview(ask))));
      expectLabels(book, labels);
      expect(plan.columns.slice(2).map(({ header }) => header)).toEqual(flagHeaders(labels));
      const rules = rulesOf(book);
      expect(rules.map(formulaOf).sort()).toEqual([...labels, ...labels].map(quoted).sort());
      expect(must(await book.tiering.refresh(record.id, DAY)).cells).toBe(0);
      expect(rulesOf(book)).toEqual(rules);

      // A renamed column is known by its labels; an override and its list name a tier by them.
      const tierColumn = cells(book)[0]?.indexOf("Tier") ?? 0;
      book.user.type(`Accounts!${"ABCDEFGHIJKLMNOPQ"[tierColumn]}1`, "Class");
      const [best = ""] = labels;
      const last = { account: `Account ${labels.length - 1}`, kind: "exact", tier: best, preset: null } as const;
      must(await book.tiering.saveOverride(last));
      const listed = sheetNamed(book, "Tier Overrides").values.map((row) => row[9] ?? "");
      expect(listed.filter((cell) => cell !== "")).toEqual(["Tiers", ...labels]);
      expect(must(await book.tiering.refresh(record.id, DAY)).run.issues).toEqual([]);
      expect(cells(book)[labels.length]?.[tierColumn]).toBe(best);
      must(await book.tiering.endOverride(last.account, "exact"));
      must(await book.tiering.refresh(record.id, DAY));

      const preview = must(await book.tiering.preview({ ...ask, where: { by: "record", id: record.id } }));
      must(await book.tiering.recordReview(preview));
      book.user.type("Accounts!B2", 2000);
      must(await book.tiering.refresh(record.id, "2026-04-30"));
      const next = must(
        await book.tiering.preview({ ...ask, where: { by: "record", id: record.id }, asOf: "2026-04-30" }),
      );
      must(await book.tiering.recordReview(next));
      must(await book.tiering.writeSummary(next));
      const whole = sheetNamed(book, "Tier Summary").values;

      const summary = whole.slice(
        whole.findIndex(([, name]) => name === "Name"),
        whole.findIndex(([first, name]) => first === "All" && name === "All tiers"),
      );
      const under = (section: string) => summary.filter(([first]) => first === section).map((row) => row[1]);
      expect([under("Tier"), under("Segment")]).toEqual([labels, labels]);
      expect(
        whole.find(([first, now]) => first === "Before" && String(now).startsWith("Now "))?.slice(1, 1 + labels.length),
      ).toEqual(labels.map((label) => `Now ${label}`));
      expect(whole[0]?.[0]).toBe(preset.name);
      must(await book.tiering.writeDossiers(next));
      for (const at of labels.keys()) {
        expect(must(await book.tiering.listTier(next, `t${at}`))).toEqual({ accounts: 1 });
      }
      expect(must(await book.tiering.tierCsv(next, "t0"))).toContain("1,Account 0,");
      const snapshot = book.workbook.snapshot();
      for (const { formulas } of snapshot.sheets) expect(formulas).toEqual([]);
      const read = await readWorkbook(await writeWorkbook(snapshot));
      if (!read.ok) throw new Error(read.code);
      expect(read.workbook.sheets.map(({ name }) => name)).toEqual(snapshot.sheets.map(({ name }) => name));
      expect(read.workbook.sheets[0]?.conditionalFormats.map(formulaOf).sort()).toEqual(rules.map(formulaOf).sort());
      expect(read.workbook.sheets.map(({ tables }) => tables.map(({ name }) => name))).toEqual(
        snapshot.sheets.map(({ tables }) => tables.map(({ name }) => name)),
      );
    },
  );
});

test("a preset of a long name with emoji is kept beside the one that has its id", async () => {
  const book = opened(workbookOf([sheetOf("S")]));
  const name = `${"x".repeat(58)}😀😀x`;
  const file = (description: string) => JSON.stringify({ ...presetDocument(PRESET), id: "mine", name, description });
  must(await book.tiering.presets.import(file(""), "ask"));
  must(await book.tiering.presets.import(file("another"), "keep-both"));
  const own = must(await book.tiering.presets.list()).filter(({ id }) => id.startsWith("mine"));
  expect(own.map(({ state }) => state)).toEqual(["ok", "ok"]);
});

/** A tier, a segment and a flag for each label, of one account each. */
function documentOf(labels: readonly string[]) {
  const rungs = labels.map((label, i) => ({
    ...{ id: `t${i}`, label, colour: `#${(0x112233 + 0x0a0b0c * i).toString(16).toUpperCase()}` },
    ...(i < labels.length - 1 && { when: { measure: "income", ">=": 1000 - 10 * i } }),
  }));
  const base = presetDocument(PRESET);
  return {
    format: 1,
    ...{ id: "hostile", name: labels[0], description: "" },
    fields: { account: base.fields["account"], income: base.fields["income"] },
    measures: [{ id: "value", type: "sum", of: ["income"] }],
    ...{ segments: { rungs }, tiers: { rungs } },
    flags: labels
      .filter((label) => !OWN.has(fold(label)))
      .map((label, i) => ({ id: `f${i}`, label, when: { measure: "income", ">=": 1000 - 10 * i } })),
    columns: ["segment", "tier", "flags"],
  };
}

const OWN = new Set(["Segment", "Tier", "Account", "Revenue"].map(fold));

const FLAG =
  /^(?:Score|Movement|Why|Reason for the customer|Rank in tier|Initial tier|Previous tier|Highest tier|Next review|Play)$/i;

function flagHeaders(labels: readonly string[]): string[] {
  return labels.filter((label) => !OWN.has(fold(label))).map((label) => (FLAG.test(label) ? `${label} (flag)` : label));
}

async function saved(book: Opened, labels: readonly string[]): Promise<Preset> {
  const preset = must(await book.tiering.presets.import(JSON.stringify(documentOf(labels)), "ask"));
  const listed = must(await book.tiering.presets.list()).find(({ id }) => id === "hostile");
  expect(listed).toMatchObject({ state: "ok", preset: { name: labels[0] } });
  expect(must(await book.tiering.presets.saveAs(preset, labels.at(-1) ?? "")).name).toBe(labels.at(-1));
  return preset;
}

function bookOf(kind: Kind, labels: readonly string[]): Opened {
  const rows: CellValue[][] = [
    ["Account", "Revenue"],
    ...labels.map((_, i): CellValue[] => [`Account ${i}`, 1000 - 10 * i]),
  ];
  const sheet = sheetOf("Accounts", rows);
  return opened(workbookOf([kind === "table" ? { ...sheet, tables: [tableOver(rows)] } : sheet]));
}

function expectLabels(book: Opened, labels: readonly string[]): void {
  expect(
    cells(book)
      .slice(1)
      .map((row) => [row[2], row[3]]),
  ).toEqual(labels.map((label) => [label, label]));
}

function cells(book: Opened): CellValue[][] {
  return sheetNamed(book, "Accounts").values;
}

function rulesOf(book: Opened): SheetSnapshot["conditionalFormats"] {
  return sheetNamed(book, "Accounts").conditionalFormats;
}

function formulaOf(rule: SheetSnapshot["conditionalFormats"][number]): string {
  const text = JSON.stringify(rule);
  const found = /"formula1":("(?:[^"\\]|\\.)*")/.exec(text);
  return found ? (JSON.parse(found[1] ?? '""') as string) : text;
}

/** A label as the text constant of a formula. */
function quoted(label: string): string {
  return `="${label.replaceAll('"', '""')}"`;
}
