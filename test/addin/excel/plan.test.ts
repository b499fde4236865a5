import { describe, expect, test } from "vitest";
import { isNewApproval, presetHash } from "../../../addin/excel/plan";
import type { ResultColumn } from "../../../engine/index";
import type { SourceRecord } from "../../../addin/excel/record";
import { placedAt, planOf, scores, SOURCE, tiersOf, words } from "./planned";
import { DAY, PRESET } from "./workbooks";

const TIERS = ["Tier 1", "Tier 2", "Tier 3", "Unrated", ""];
const tier = words("tier", TIERS, [0, 1, 2, 0, 4]);
const segment = words("segment", ["Key", "Commercial", ""], [0, 1, 1, 0, 2]);
const columns = [segment, tier];
const rowsOf = (rows: Int32Array | undefined) => [...(rows ?? [])];

describe("where columns stand", () => {
  test("new ones right of the accounts, in the order of the preset, in every row: all of them must be free", () => {
    const plan = planOf({ columns });
    expect(plan.columns.map(({ kind, header, column, placed }) => [kind, header, column, placed])).toEqual([
      ["segment", "Segment", 3, null],
      ["tier", "Tier", 4, null],
    ]);
    for (const { changed } of plan.columns) expect(rowsOf(changed)).toEqual([0, 1, 2, 3, 4]);
    expect(plan.columns.map(({ labels }) => labels)).toEqual([segment.values, TIERS]);
    expect(plan.obstacle).toBeNull();
    expect(plan.left).toEqual([]);
  });

  test("ours where they are, under the header that the analyst gave them; new ones pass by what is ours", () => {
    const renamed = placedAt("tier", 3, { header: "Class" });
    const score = placedAt("score", 5);
    const plan = planOf({ columns: [segment, tier], placed: [renamed, score] });
    expect(plan.columns.map(({ header, column, placed }) => [header, column, placed])).toEqual([
      ["Segment", 4, null],
      ["Class", 3, renamed],
    ]);
    expect([...plan.placed.keys()]).toEqual(["tier", "score"]);
    expect(plan.left).toEqual(["score"]);
    const both = planOf({ columns: [tier, scores([1])], placed: [placedAt("segment", 4)] });
    expect(both.columns.map(({ column }) => column)).toEqual([3, 5]);
  });

  test("each has its format and colours", () => {
    const [score, tiers] = planOf({ columns: [scores([1, 2, 3, 4, null]), tier] }).columns;
    expect(score).toMatchObject({ isOpen: true, format: "0.0", colours: [{ isBar: true }] });
    expect(score?.labels).toEqual([1, 2, 3, 4, "No score"]);
    expect(tiers).toMatchObject({ isOpen: false, format: null });
    expect(tiers?.colours.map(({ label }) => label)).toEqual(["Tier 1", "Tier 2", "Tier 3"]);
  });
});

test("days are counted as the workbook does: from 1904 on 1,462 fewer", () => {
  const nextReview: ResultColumn = { kind: "nextReview", values: [46_053], codes: new Int32Array(5), isOpen: true };
  const daysIn = (date1904: boolean) => planOf({ columns: [nextReview], date1904 }).columns[0]?.labels;
  expect([daysIn(false), daysIn(true)]).toEqual([[46_053], [44_591]]);
});

describe("which cells change", () => {
  const placed = [placedAt("tier", 3)];

  test("only those that hold anything else", () => {
    const old = { tier: ["Tier 1", "tier 2", "Tier 3", "", "Tier 2"] };
    expect(rowsOf(planOf({ columns: [tier], placed, old }).columns[0]?.changed)).toEqual([1, 3, 4]);
  });

  test("none where all is as it will be, also where two classes are called the same", () => {
    const twice = words("tier", ["A", "B", "A"], [0, 1, 2, 0, 1]);
    const old = { tier: ["A", "B", "A", "A", "B"] };
    expect(rowsOf(planOf({ columns: [twice], placed, old }).columns[0]?.changed)).toEqual([]);
    const edited = { tier: ["A", "A", "B", "A", "B"] };
    expect(rowsOf(planOf({ columns: [twice], placed, old: edited }).columns[0]?.changed)).toEqual([1, 2]);
  });

  test("a number is not the text of it", () => {
    const score = { columns: [scores([1, 2, 3, 4, 5])], placed: [placedAt("score", 3)] };
    expect(rowsOf(planOf({ ...score, old: { score: [1, "2", 3, 4, 5] } }).columns[0]?.changed)).toEqual([1]);
  });

  test("all of a new column, whatever a column of that kind held before", () => {
    expect(rowsOf(planOf({ columns: [tier], old: { tier: TIERS } }).columns[0]?.changed)).toEqual([0, 1, 2, 3, 4]);
  });
});

describe("what stands in the way", () => {
  const named = (...headers: string[]) => ({ ...SOURCE, columns: headers.length, headers });
  const taken = (header: string, address: string) => ({
    code: "column-name-taken",
    params: { header, address, sheet: "Accounts" },
  });

  test("a foreign column with our header, in whatever letters; it is not written to", () => {
    const source = named("Account", "TIER", "Revenue");
    const plan = planOf({ columns, source });
    expect(plan.obstacle).toEqual(taken("Tier", "C2"));
    expect(plan.columns.map(({ column }) => column)).toEqual([4, 5]);
    expect(planOf({ columns, source, placed: [placedAt("score", 7)] }).obstacle).toEqual(taken("Tier", "C2"));
    expect(planOf({ columns: [segment], source }).obstacle).toBeNull();
    expect(planOf({ columns, source: named("Segment", "Account") }).obstacle).toEqual(taken("Segment", "B2"));
  });

  test("a column of ours that the analyst has given our header", () => {
    const placed = [placedAt("segment", 4, { header: "tier" })];
    expect(planOf({ columns, placed }).obstacle).toEqual(taken("Tier", "E2"));
  });

  test("not a column of ours that is found again", () => {
    const placed = [placedAt("segment", 3), placedAt("tier", 4)];
    expect(planOf({ columns, placed, source: named("Account", "Revenue", "Segment", "Tier") }).obstacle).toBeNull();
  });

  test("the end of the sheet: XFD is the last column", () => {
    const ending = (firstColumn: number) => ({ ...SOURCE, firstColumn });
    expect(planOf({ columns, source: ending(16_380) }).obstacle).toBeNull();
    expect(planOf({ columns, source: ending(16_381) }).obstacle).toEqual({
      code: "sheet-full",
      params: { sheet: "Accounts" },
    });
  });
});

describe("what is told of the moves", () => {
  const moves = (outside: readonly string[], codes: readonly number[], old?: readonly string[]) =>
    planOf({
      columns: [tier],
      run: { ...tiersOf(outside, codes), included: Uint8Array.of(1, 1, 1, 1, 0) },
      ...(old && { old: { tier: old }, placed: [placedAt("tier", 3)] }),
    }).moves;

  test("everybody is new where nothing stood; a row that is no account counts for nothing", () => {
    expect(moves([""], [0, 1, 2, 0, 3])).toEqual({ up: 0, down: 0, same: 0, new: 4 });
  });

  test("up towards the first tier, down from it, and the same", () => {
    const old = ["Tier 2", "Tier 1", "Tier 3", "Tier 3", "Tier 1"];
    expect(moves([""], [0, 2, 2, 1, 0], old)).toEqual({ up: 2, down: 1, same: 1, new: 0 });
  });

  test("who was outside of the tiers and still is has not moved; who comes in is new, who goes out is down", () => {
    const old = ["Review", "mine", "Tier 3", "Unrated", ""];
    expect(moves(["Unrated", "Review", ""], [3, 4, 4, 4, 5], old)).toEqual({ up: 0, down: 1, same: 2, new: 1 });
    expect(moves(["Unrated", ""], [0, 1, 2, 3, 4], ["Unrated", "Unrated", "Unrated", "mine", ""])).toEqual({
      ...{ up: 0, down: 0, same: 0, new: 4 },
    });
  });

  test("a blank cell is no word of ours", () => {
    expect(moves(["Unrated", ""], [3, 3, 3, 3, 4], ["", "", "", "", ""])).toMatchObject({ same: 0, new: 4 });
  });
});

test("what must still hold right before the write, and what the record will say", () => {
  const plan = planOf({ columns, isDayFixed: true, dateOrder: "dmy" });
  expect(plan.expected).toEqual({ keys: "of keys", keyPosition: 0, targets: "of targets" });
  expect(plan.after).toEqual({
    format: 1,
    preset: { id: PRESET.id, version: PRESET.version, hash: presetHash(PRESET) },
    mapping: [
      ["account", ["Account"]],
      ["income", ["Revenue"]],
    ],
    ...{ asOf: DAY, isDayFixed: true, dateOrder: "dmy", inputs: "of inputs" },
  });
});

test("a preset is the same under another name, description or version, and another one with any other rule", () => {
  const same = { ...PRESET, name: "Mine", description: "", version: 7 };
  expect(presetHash(same)).toBe(presetHash(PRESET));
  expect(presetHash({ ...PRESET, currency: { ...PRESET.currency, symbol: "¤" } } as typeof PRESET)).not.toBe(
    presetHash(PRESET),
  );
});

describe("what has to be approved again", () => {
  const placed = [placedAt("segment", 3), placedAt("tier", 4)];
  const first = planOf({ columns });
  const record: SourceRecord = { ...first.after, id: "run0", mark: { name: "n", extent: "region" }, columns: [] };
  const asks = (before: Partial<SourceRecord>, more: Partial<Parameters<typeof planOf>[0]> = {}) =>
    isNewApproval(planOf({ columns, placed, before: { ...record, ...before }, ...more }));

  test("a first run, and a new column", () => {
    expect(isNewApproval(first)).toBe(true);
    expect(asks({}, { placed: placed.slice(1) })).toBe(true);
    expect(asks({})).toBe(false);
  });

  test("another preset, but not another version of the same", () => {
    expect(asks({ preset: { ...record.preset, hash: "other" } })).toBe(true);
    expect(asks({ preset: { ...record.preset, version: 9, id: "copy" } })).toBe(false);
  });

  test("another mapping, but not its order nor a field without a column", () => {
    expect(asks({ mapping: [["account", ["Account"]]] })).toBe(true);
    expect(asks({ mapping: [...record.mapping.slice(0, 1), ["income", ["Profit"]]] })).toBe(true);
    expect(asks({ mapping: [["owner", []], ...record.mapping.toReversed()] })).toBe(false);
  });

  test("another order of dates", () => {
    expect(asks({ dateOrder: "mdy" })).toBe(true);
  });

  test("a day that is fixed, or no longer is, or another one; not the day of a run that follows the calendar", () => {
    expect(asks({ asOf: "2025-01-01" })).toBe(false);
    expect(asks({ isDayFixed: true })).toBe(true);
    expect(asks({ isDayFixed: true }, { isDayFixed: true })).toBe(false);
    expect(asks({ isDayFixed: true, asOf: "2025-01-01" }, { isDayFixed: true })).toBe(true);
    expect(asks({ isDayFixed: false }, { isDayFixed: true })).toBe(true);
  });
});
