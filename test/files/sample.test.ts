import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readWorkbook } from "../../addin/playground/files/readWorkbook";
import { FIRST_QUARTER, SECOND_QUARTER, firstQuarter } from "../../addin/taskpane/sample/accounts";
import type { SampleAccount } from "../../addin/taskpane/sample/accounts";
import { secondQuarter } from "../../addin/playground/sample/nextQuarter";
import { sampleWorkbook } from "../../addin/playground/sample/workbook";

test.each([1, 2] as const)("the file of quarter %d is what the script makes", async (quarter) => {
  const result = await readWorkbook(readFileSync(`docs/sample/accounts-2026-q${quarter}.xlsx`));
  expect(result).toEqual({ ok: true, lost: [], warnings: [], workbook: sampleWorkbook(quarter) });
});

const before = firstQuarter();
const after = secondQuarter();
const revenue = (account: SampleAccount | undefined) => Number(account?.Revenue || 0) + Number(account?.Services || 0);
const started = (account: SampleAccount) => Number(account["First purchase"] || NaN);

describe("the first quarter", () => {
  test("has 500 accounts, each once, among them 40 prospects and 35 new starts", () => {
    expect(new Set(before.map(({ Account }) => Account)).size).toBe(500);
    const prospects = before.filter((account) => account["First purchase"] === "");
    expect(prospects).toHaveLength(40);
    expect(prospects.every((account) => Number(account["Expected revenue"]) > 0 && account.Revenue === "")).toBe(true);
    expect(before.filter((account) => FIRST_QUARTER - started(account) < 365)).toHaveLength(35);
  });

  test("is skewed: 30 % of the accounts hold more than 70 % of the revenue", () => {
    const sizes = before
      .map(revenue)
      .filter(Number.isFinite)
      .sort((a, b) => b - a);
    const sum = (list: number[]) => list.reduce((total, size) => total + size, 0);
    expect(sum(sizes.slice(0, 150)) / sum(sizes)).toBeGreaterThan(0.7);
  });

  test("has numbers in text, negatives and ties to be found", () => {
    const cells = before.flatMap((account) => [account.Revenue, account.Services, account["Revenue last year"]]);
    expect(cells.filter((cell) => typeof cell === "string" && cell !== "")).toEqual(
      expect.arrayContaining(["$12,400", "n/a"]),
    );
    expect(cells.filter((cell) => typeof cell === "number" && cell < 0)).toHaveLength(2);
    const sizes = before.map(revenue).filter((size) => size > 0);
    expect(sizes.length - new Set(sizes).size).toBeGreaterThanOrEqual(3);
  });
});

describe("the second quarter", () => {
  test("has the same accounts in the same order, and six new ones", () => {
    expect(after.slice(0, 500).map(({ Account }) => Account)).toEqual(before.map(({ Account }) => Account));
    expect(new Set(after.map(({ Account }) => Account)).size).toBe(506);
    expect(
      after.slice(500).every((account) => started(account) > FIRST_QUARTER && started(account) <= SECOND_QUARTER),
    ).toBe(true);
  });

  test("has customers who left, prospects who bought, one who fell and one who rose", () => {
    const pairs = before.map((account, i) => ({
      was: revenue(account),
      is: revenue(after[i]),
      account,
      now: after[i],
    }));
    expect(pairs.filter(({ was, is }) => was !== 0 && is === 0)).toHaveLength(12);
    expect(
      pairs.filter(({ account, now }) => account["First purchase"] === "" && now?.["First purchase"] !== ""),
    ).toHaveLength(8);
    const top = pairs
      .filter(({ was }) => was > 0)
      .sort((a, b) => b.was - a.was)
      .slice(0, 5);
    expect(top.some(({ was, is }) => is > 0 && is < was * 0.45)).toBe(true);
    expect(pairs.some(({ was, is }) => was > 5_000 && is > was * 4)).toBe(true);
  });
});
