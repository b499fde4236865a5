import { expect, test } from "vitest";
import type { PresetDocument } from "../../engine/index";
import { sheetOf, workbookOf } from "../../addin/playground/host/simpleSnapshot";
import type { CellValue, WorkbookSnapshot } from "../../addin/playground/host/snapshot";
import { must } from "../addin/excel/workbooks";
import { handsOn } from "./hands";
import { openPanes } from "./openPanes";
import { Prepared } from "./prepared";

/** What an analyst asks, each answered on the screen, of a workbook with two recorded reviews and overrides. */

const openPane = openPanes();

/** Customers stand in tiers by revenue, 20 of them in the first; prospects apart. */
const RULES: PresetDocument = {
  format: 1,
  id: "house-rules",
  name: "House rules",
  fields: {
    account: { type: "text", headers: ["Account"], required: true },
    revenue: { type: "number", label: "Revenue", headers: ["Revenue"], required: true },
    since: { type: "date", label: "Customer since", headers: ["Customer since"] },
  },
  measures: [
    { id: "lifecycle", type: "lifecycle", firstPurchase: "since", newMonths: 0 },
    { id: "value", type: "field", of: "revenue" },
  ],
  segments: {
    rungs: [
      { id: "prospect", label: "Prospect", when: { measure: "lifecycle", is: ["prospect"] } },
      { id: "customer", label: "Customer" },
    ],
  },
  tiers: {
    rungs: [
      {
        ...{ id: "t1", label: "Tier 1", priority: "High", when: { measure: "value", ">=": 1_500 } },
        capacity: { max: 20, rankBy: "value" },
        play: { treatment: "A dedicated team", slaHours: 4, hoursPerAccountMonth: 5, hoursAvailableMonth: 90 },
      },
      {
        ...{ id: "t2", label: "Tier 2", when: { measure: "value", ">": 0 } },
        play: { treatment: "An account manager", hoursPerAccountMonth: 1, hoursAvailableMonth: 40 },
      },
      {
        id: "t3",
        label: "Tier 3",
        play: { treatment: "A newsletter", hoursPerAccountMonth: 0, hoursAvailableMonth: 0 },
      },
    ],
  },
  review: { nearEdge: 0.05, alerts: [{ id: "slipped", from: ["t1"], severity: "high", dueDays: 5 }] },
};

/** Customers since 2009. */
const LONG_AGO = 40_000;
const customers = (first: number, revenues: readonly number[]): CellValue[][] =>
  revenues.map((revenue, i) => [`C${String(first + i).padStart(2, "0")}`, revenue, LONG_AGO]);

/** In rows 2 to 36. Of 24 with 1,500 or more 19 find a seat, since Small is pinned to one. */
const CELLS: CellValue[][] = [
  ["Account", "Revenue", "Customer since"],
  ...customers(
    1,
    Array.from({ length: 18 }, (_, i) => 3_000 - 50 * i),
  ), // 46,350 in all
  ...customers(19, [1_570, 1_565, 1_560, 1_555, 1_550, 1_545]),
  ...customers(25, [1_000, 990, 980, 970, 960, 950]), // 5,850 in all
  ["Small", 400, LONG_AGO],
  ["Nil", 0, LONG_AGO],
  ["Blank", "", LONG_AGO],
  ["Hopeful", "", ""],
  ["Waiting", "", ""],
];

/** In the second quarter C05 loses most of its 2,800, so that C20 has its seat; then it is back, and Hopeful buys. */
async function thirdQuarter(): Promise<WorkbookSnapshot> {
  const prepared = new Prepared(workbookOf([sheetOf("Accounts", CELLS)]));
  const pin = { account: "Small", kind: "exact", tier: "Tier 1", reason: "Board decision" } as const;
  const floor = { account: "C25", kind: "floor", tier: "Tier 2", reason: "Long contract" } as const;
  must(await prepared.tiering.saveOverride({ ...pin, by: "Dana", until: "2026-12-31", preset: RULES.id }));
  must(await prepared.tiering.saveOverride({ ...floor, by: "Kim", preset: null }));
  await prepared.tier(RULES, "2026-01-31", { isReview: true });
  prepared.user.type("Accounts!B6", 1_100);
  await prepared.tier(RULES, "2026-04-30", { isReview: true });
  prepared.user.type("Accounts!B6", 2_800);
  prepared.user.type("Accounts!B35", 450);
  prepared.user.type("Accounts!C35", 46_188); // 2026-06-15
  return prepared.snapshot();
}

test("what an analyst asks is answered", async () => {
  const browser = { locale: "en-US", reducedMotion: "reduce" } as const;
  const pane = await openPane(await thirdQuarter(), { browser });
  const { page } = pane;
  const { button, status } = handsOn(pane);
  const tab = (name: string) => page.getByRole("tab", { name }).click();
  const listed = async (name: string) => {
    const list = page.getByRole("list", { name, exact: true });
    await list.waitFor();
    return list.getByRole("listitem").allTextContents();
  };
  const cells = (name: RegExp) => page.getByRole("row", { name }).getByRole("cell").allTextContents();
  const region = (name: string) => page.getByRole("region", { name });
  await page.getByLabel("As of").fill("2026-07-31");
  await status("Not applied yet").waitFor();

  // Which are pinned, by whom, until when?
  await button("Overrides (2)").click();
  expect(await listed("Overrides in this workbook")).toEqual([
    expect.stringContaining("Small: Pinned to Tier 1 until Dec 31, 2026 by Dana, for House rules: Board decision."),
    expect.stringContaining("C25: At least Tier 2 by Kim, for every preset: Long contract."),
  ]);

  // Which accounts changed, and why? 3 of 35 are 8.6 %.
  await tab("Review");
  const since = region("Movement since Apr 30, 2026");
  await since.getByText("2 up · 1 down · 0 new · 0 left · 32 same. 8.6% of the list changed.").waitFor();
  for (const [name, account] of [
    ["1 account from Tier 2 to Tier 1", "C05 by its own change, value 2,800"],
    ["1 account from Tier 1 to Tier 2", "C20 not by its own change, value 1,565"],
    ["1 account from Tier 3 to Tier 2", "Hopeful by its own change, value 450"],
  ] as const) {
    await button(name).click();
    expect(await listed(name)).toEqual([account]);
  }

  // Which Tier 1 accounts are within 5 % of dropping? C19 is 70 of 1,500 above the cut.
  await button("Within 5% of dropping from Tier 1: 2").click();
  expect(await listed("Within 5% of dropping from Tier 1")).toEqual([
    "Small Tier 1, its numbers are those of Tier 2 already",
    expect.stringMatching(/^C19 Tier 1, 4\.7% from Tier 2.*, value 1,570$/),
  ]);

  // Which accounts have no usable revenue?
  await button("Without a usable value: 3").click();
  const without = ["Nil value 0, in Tier 3", "Blank no value, in Tier 3", "Waiting no value, in Tier 3"];
  expect(await listed("Without a usable value")).toEqual(without);

  // Which prospects became customers since the last review?
  await button("Prospects that became customers: 1").click();
  expect(await listed("Prospects that became customers")).toEqual(["Hopeful Tier 2, value 450"]);
  await page.getByText("1 of 2 prospects of Apr 30, 2026 (50%).").waitFor();

  // What did each account's path look like?
  await button("Initial, previous and highest tier").click();
  await page.getByRole("row", { name: /^C05/ }).waitFor();
  expect(await cells(/^C05/)).toEqual([
    "C05Tier 1 (Jan 31, 2026) → Tier 2 (Apr 30, 2026) → Tier 1 (Jul 31, 2026)",
    ...["Tier 1", "Tier 2", "Tier 1", "Tier 1"],
  ]);

  // How much revenue sits in each tier, now and last quarter? C05 with 2,800 for C20 with 1,565, and Hopeful's 450.
  await region("Revenue per tier now and on Apr 30, 2026").waitFor();
  expect(await cells(/^Tier 1 20 accounts, was 20/)).toEqual(["48,320", "47,085", "+2.6%"]);
  expect(await cells(/^Tier 2 12 accounts, was 11/)).toEqual(["14,075", "13,160", "+7%"]);
  expect(await cells(/^Tier 3 3 accounts, was 4/)).toEqual(["0", "0", "–"]);

  // How many hours does this tiering cost, and do we have them? 20 · 5 + 12 · 1 of 90 + 40.
  await tab("Plan");
  await region("All tiers").getByText("35 accounts take 112 hours a month; 130 are available: 18 to spare.").waitFor();
  const first = page.getByRole("group", { name: "Tier 1" });
  await first.getByText("100 needed, 90 available: 10 short").waitFor();
  await first.getByText("High", { exact: true }).waitFor();

  // What did we promise each tier?
  await button("What each tier is promised").click();
  await expect
    .poll(() => region("Tier 1").getByRole("definition").allTextContents(), { timeout: 20_000 })
    .toEqual([...["A dedicated team", "4 hours", "5 a month", "90 a month"]]);
  await region("Tier 2").getByText("An account manager").waitFor();

  // Who would change if Tier 1 went from 20 to 25?
  await tab("Tier");
  await button("Edit rules").click();
  await button("Tiers").click();
  await button("Tier 1: 20 accounts").click();
  await button("Seats").click();
  await page.getByRole("textbox", { name: "Most accounts" }).fill("25");
  await button("Compared with the saved rules: 5 accounts move").click();
  expect(await listed("Accounts that the changed rules move")).toEqual(
    ["C20", "C21", "C22", "C23", "C24"].map((account) => `${account} Tier 2 → Tier 1`),
  );
});
