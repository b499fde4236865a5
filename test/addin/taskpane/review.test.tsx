// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import type { KeptAttention } from "../../../addin/excel/sheets/history/attention";
import type { Preview, Tiering } from "../../../addin/excel/tiering";
import { shortLabels } from "../../../addin/taskpane/review/shortLabels";
import {
  parsePreset,
  readTable,
  recordReview,
  run,
  type CellValue,
  type Preset,
  type RecordedReview,
} from "../../../engine/index";
import { answerTo, Asked } from "../../../engine/questions";
import { openPane } from "./fakePane";
import { DAY, ok, previewOf, refused } from "./fakePreview";

const LAST = "2025-10-31";
const HEADERS: CellValue[] = ["Account", "Revenue"];
/** Tier 1 from 200 on, Tier 2 from 100 on. */
const VALUES = presetOf(["Tier 1", "Tier 2", "Tier 3"], 100);
const BEFORE: CellValue[][] = [["Acme", 300], ["Bolt", 250], ["Cyan", 150], ["Dune", 40], ["Echo", 120]]; // prettier-ignore
const NOW: CellValue[][] = [["Acme", 110], ["Bolt", 260], ["Cyan", ""], ["Dune", 230], ["Fern", 205]]; // prettier-ignore

/** Tiers by steps of the revenue, the best one first, with what is told of moves. */
function presetOf(labels: readonly string[], step: number): Preset {
  const last = labels.length - 1;
  const rungs = labels.map((label, i) => ({
    ...{ id: `t${i + 1}`, label },
    ...(i < last && { when: { measure: "value", ">=": (last - i) * step } }),
  }));
  const from = rungs.map(({ id }) => id);
  const parsed = parsePreset({
    ...{ format: 1, id: "values", name: "Values" },
    fields: {
      account: { type: "text", headers: ["Account"] },
      income: { type: "number", headers: ["Revenue"] },
    },
    measures: [{ id: "value", type: "field", of: "income" }],
    tiers: { rungs },
    review: {
      alerts: [
        { id: "slipped", from, severity: "high", dueDays: 5 },
        { id: "rose", from, severity: "medium", dueDays: 10 },
      ],
    },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.preset;
}

interface Reviewed {
  /** Rows of the review before; none where absent. */
  readonly before?: CellValue[][];
  readonly preset?: Preset;
  /** What stands in the sheet; the tiers of the run where absent, and null for none. */
  readonly tiers?: string[] | null;
}

/** A preview that the engine answers questions about. */
function reviewed(rows = NOW, { before, preset = VALUES, tiers }: Reviewed = {}): Preview {
  const tiered = (cells: CellValue[][], asOf: string, history: readonly RecordedReview[]) => {
    const read = readTable([HEADERS, ...cells], preset);
    if (!read.ok) throw new Error(read.issues[0]?.code);
    return run(read.table, preset, { asOf, history });
  };
  const history = before ? recordReview([], tiered(before, LAST, [])) : [];
  const now = tiered(rows, DAY, history);
  const asked = new Asked(now, history);
  const own = [...now.tier.codes].map((code) => now.tier.labels[code] ?? "");
  const preview = previewOf([HEADERS, ...rows], preset, tiers === null ? {} : { tiers: tiers ?? own });
  type Question = Parameters<typeof answerTo> extends [Asked, ...infer Rest] ? Rest : never;
  const ask = (...[question, ...options]: Question) =>
    Promise.resolve({ ok: true, value: structuredClone(answerTo(asked, question, ...options)) });
  return { ...preview, reading: { ask } as never, sheets: { ...preview.sheets, history } };
}

async function openReview(preview = reviewed(NOW, { before: BEFORE }), fake: Partial<Tiering> = {}) {
  const attention = () => ok({ notes: [], issues: [] });
  const dossiers = vi.fn(() => ok(null));
  const pane = openPane({ attention, dossiers, ...fake }, preview);
  await pane.user.click(await screen.findByRole("tab", { name: "Review" }));
  await screen.findByRole("button", { name: "Record review" });
  return { ...pane, dossiers };
}

const button = (name: string | RegExp) => screen.findByRole("button", { name });
const itemsOf = async (name: string | RegExp) =>
  within(await screen.findByRole("list", { name }))
    .getAllByRole("listitem")
    .map(({ textContent }) => textContent);

/** Rows of a table, without its head. */
async function rowsOf(name: string | RegExp) {
  const rows = within(await screen.findByRole("table", { name })).getAllByRole("row");
  return rows.slice(1).map((row) => [...row.children].map(({ textContent }) => textContent));
}

describe("Record review", () => {
  test.each([
    { standing: "nothing", tiers: null, says: "Apply the tiers first: a review records what stands in the sheet." },
    {
      standing: "other tiers",
      tiers: ["Tier 1", "Tier 1", "Tier 3", "Tier 1", "Tier 1"],
      says: "Refresh the tiers first: a review records what stands in the sheet.",
    },
  ])("says why it cannot be used where the sheet holds $standing", async ({ tiers, says }) => {
    const recordReview = vi.fn(() => refused("review-not-applied"));
    const { user } = await openReview(reviewed(NOW, { tiers }), { recordReview });
    const record = await button("Record review");
    expect(record.getAttribute("aria-disabled")).toBe("true");
    expect((await screen.findByText(says)).id).toBe(record.getAttribute("aria-describedby"));
    await user.click(record);
    expect(recordReview).not.toHaveBeenCalled();
  });

  test("records what stands in the sheet, and says what that brought", async () => {
    const preview = reviewed(NOW, { before: BEFORE });
    const recording = { day: DAY, accounts: 4, raised: 2, issues: [], rows: { added: 4, updated: 0, removed: 0 } };
    const recordReview = vi.fn(() => ok(recording));
    const { user } = await openReview(preview, { recordReview });
    expect(screen.getByText("Last review Oct 31, 2025, next due Jan 31, 2026.")).toBeTruthy();
    await user.click(await button("Record review"));
    await screen.findByText(/^Recorded the review of Jan 31, 2026 in Tier History: 4 new or changed accounts/);
    expect(recordReview).toHaveBeenCalledWith(preview, expect.anything());
  });
});

describe("the movement", () => {
  test("counts every account once; a count names its accounts, best first, and they are found in the sheet", async () => {
    const { user, tiering } = await openReview();
    await screen.findByText("1 up · 2 down · 1 new · 1 left · 1 same. 100% of the list changed.");
    expect(await rowsOf("Movement since Oct 31, 2025")).toEqual([
      ["T1", "1", "1", "0", "0"],
      ["T2", "0", "0", "1", "1"],
      ["T3", "1", "0", "0", "0"],
      ["New", "1", "0", "0", ""],
    ]);
    await user.click(await button("1 account from Tier 1 to Tier 2"));
    expect(await itemsOf("1 account from Tier 1 to Tier 2")).toEqual(["Acme by its own change, value 110"]);
    await user.click(within(screen.getByRole("list", { name: /from Tier 1 to/ })).getByRole("button"));
    expect(tiering.select).toHaveBeenCalledWith(expect.anything(), 0, 0);
    await user.click(await button("1 account from Tier 2 to none"));
    expect(await itemsOf("1 account from Tier 2 to none")).toEqual(["echo value 120"]);
    expect(within(screen.getByRole("list", { name: /to none/ })).queryByRole("button")).toBeNull();
    await user.click(await button("1 account from Tier 2 to none"));
    expect(screen.queryByRole("list", { name: /to none/ })).toBeNull();
  });

  test("is a list where the table would be wider than the pane", async () => {
    const labels = Array.from({ length: 9 }, (_, i) => `Group ${"ABCDEFGHI"[i]} of the accounts`);
    const preset = presetOf(labels, 50);
    const { user } = await openReview(reviewed(NOW, { before: BEFORE, preset }));
    const moves = await screen.findByRole("list", { name: "Movement since Oct 31, 2025" });
    const names = within(moves).getAllByRole("button").map(({ textContent }) => textContent); // prettier-ignore
    expect(names).toContain("1 account from Group C of the accounts to Group G of the accounts");
    await user.click(within(moves).getByRole("button", { name: /^1 account from Group C/ }));
    expect(await itemsOf(/^1 account from Group C/)).toEqual(["Acme by its own change, value 110"]);
  });

  test("a first review has none", async () => {
    await openReview(reviewed());
    await screen.findByText(/^Everybody is new in a first review/);
    expect(screen.getByText(/^No review is recorded yet/)).toBeTruthy();
    expect(await rowsOf("Revenue per tier")).toEqual([
      ["Tier 13 accounts", "695"],
      ["Tier 21 account", "110"],
      ["Tier 31 account", "0"],
      ["All tiers5 accounts", "805"],
    ]);
  });

  test("no list names more than fifty, and says how many more there are", async () => {
    const many = Array.from({ length: 120 }, (_, i): CellValue[] => [`Account ${i}`, 10]);
    const grown = many.map(([account], i): CellValue[] => [account ?? "", 500 - i]);
    const { user } = await openReview(reviewed(grown, { before: many }));
    const name = "120 accounts from Tier 3 to Tier 1";
    await user.click(await button(name));
    const items = await itemsOf(name);
    expect(items).toHaveLength(51);
    expect([items[0], items[50]]).toEqual(["Account 0 by its own change, value 500", "and 70 more"]);
    expect(await itemsOf("Attention list")).toHaveLength(10);
    await user.click(await button("Show 40 more"));
    await vi.waitFor(async () => expect(await itemsOf("Attention list")).toHaveLength(51));
    await user.click(await button("Rising: 120"));
    expect(await itemsOf("Rising")).toHaveLength(51);
    await user.click(await button("Initial, previous and highest tier"));
    expect(await rowsOf("Initial, previous and highest tier")).toHaveLength(50);
  });
});

const SLIPPED: KeptAttention = {
  ...{ account: "Acme", code: "slipped", flag: null, raised: DAY, due: "2026-02-05", owner: "Kim" },
  ...{ status: "open", reason: null, resolved: null, preset: "values", note: null },
};

describe("the attention list", () => {
  test("who slipped comes first; what is not recorded cannot be noted yet", async () => {
    await openReview();
    expect(await itemsOf("Attention list")).toEqual([
      "Acme Slipped: Tier 1 → Tier 2no owner · due Feb 5, 2026",
      expect.stringMatching(/^echo Left: Tier 2 → no tier/),
      expect.stringMatching(/^Cyan Slipped: Tier 2 → Tier 3/),
      expect.stringMatching(/^Dune Rose: Tier 3 → Tier 1.*due Feb 10, 2026/),
    ]);
    expect(screen.getByText("Record the review to note a reason.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^Note on/ })).toBeNull();
  });

  test("status, reason and note of a recorded item are written, with the day on which it came to rest", async () => {
    const saveAttention = vi.fn(() => ok({ added: 0, updated: 1, removed: 0 }));
    const of = { notes: [SLIPPED, { ...SLIPPED, preset: "another", status: "done" as const }], issues: [] };
    const { user } = await openReview(reviewed(NOW, { before: BEFORE }), { attention: () => ok(of), saveAttention });
    expect((await itemsOf("Attention list"))[0]).toBe("Acme Slipped: Tier 1 → Tier 2Kim · due Feb 5, 2026OpenNote");
    await user.click(await button("Note on Acme: Slipped"));
    await user.selectOptions(await screen.findByRole("combobox", { name: "Status" }), "Done");
    await user.selectOptions(screen.getByRole("combobox", { name: "Reason" }), "Price");
    await user.type(screen.getByRole("textbox", { name: "Note" }), " called ");
    await user.click(await button("Save note"));
    await screen.findByText("The note on Acme is in Tier History.");
    const noted = { status: "done", reason: "price", resolved: DAY, note: "called" };
    expect(saveAttention).toHaveBeenCalledWith([{ item: SLIPPED, ...noted }]);
  });

  test("what is late says so in words, and what is told no more is not forgotten", async () => {
    const late = { ...SLIPPED, account: "Bolt", raised: LAST, due: "2026-01-29", note: "on holiday" };
    await openReview(undefined, { attention: () => ok({ notes: [late], issues: [] }) });
    await screen.findByRole("heading", { name: "Attention list: 5 open, 1 overdue" });
    expect((await itemsOf("Attention list")).at(-1)).toBe(
      "Bolt Slipped, not so any moreKim · due Jan 29, 2026, 2 days overdueOpenon holidayNote",
    );
  });

  test("all that is told no more is closed by one click, and what is still so is not", async () => {
    const saveAttention = vi.fn(() => ok({ added: 0, updated: 2, removed: 0 }));
    const gone = ["Bolt", "Gone"].map((account) => ({ ...SLIPPED, account, raised: LAST, note: "on holiday" }));
    const closed = { ...SLIPPED, account: "Hand", raised: LAST, status: "dismissed" as const, resolved: LAST };
    const notes = [SLIPPED, ...gone, closed];
    const { user } = await openReview(undefined, { attention: () => ok({ notes, issues: [] }), saveAttention });
    await user.click(await button("Close 2 that are not so any more"));
    await screen.findByText("2 items are closed in Tier History.");
    expect(saveAttention).toHaveBeenCalledWith(
      gone.map(
        (item) => expect.objectContaining({ item, status: "done", resolved: DAY, note: "on holiday" }) as unknown,
      ),
    );
  });

  test("where the notes cannot be read the rest is there all the same", async () => {
    await openReview(undefined, { attention: () => refused("own-header-gone", { table: "TierAttention", sheet: "Tier History", header: "Status" }) }); // prettier-ignore
    await screen.findByText(/^The table TierAttention on Tier History has no column "Status" any more/);
    expect(screen.queryByRole("list", { name: "Attention list" })).toBeNull();
    expect(await rowsOf(/^Movement/)).toHaveLength(4);
  });
});

test("lists with their counts, drawn when they are opened; the empty ones together", async () => {
  const { user, dossiers } = await openReview();
  expect(screen.queryByRole("list", { name: "Without a usable value" })).toBeNull();
  await user.click(await button("Without a usable value: 1"));
  expect(await itemsOf("Without a usable value")).toEqual(["Cyan no value, in Tier 3"]);
  await user.click(await button("Within 5% of dropping from Tier 1: 1"));
  expect(await itemsOf("Within 5% of dropping from Tier 1")).toEqual(["Fern Tier 1, 2.5% from Tier 2, value 205"]);
  expect(screen.getByText(/^Nothing in: /).textContent).toBe(
    "Nothing in: Within 5% of dropping from other tiers; Within 5% of rising; New Starts to watch.",
  );
  expect(dossiers).not.toHaveBeenCalled(); // the rules ask for none
});

test("the path of everybody who is or was in another tier, and the value of each tier then and now", async () => {
  const { user } = await openReview();
  await user.click(await button("Initial, previous and highest tier"));
  expect(await rowsOf("Initial, previous and highest tier")).toEqual([
    ["Dune", "Tier 3", "Tier 3", "Tier 1", "Tier 1"],
    ["Acme", "Tier 1", "Tier 1", "Tier 2", "Tier 1"],
    ["Cyan", "Tier 2", "Tier 2", "Tier 3", "Tier 2"],
    ["echo", "Tier 2", "Tier 2", "–", "Tier 2"],
  ]);
  // Acme and Bolt had 550, Bolt, Dune and Fern have 695.
  expect((await rowsOf(/^Revenue per tier now/))[0]).toEqual(["Tier 13 accounts, was 2", "695", "550", "+26.4%"]);
});

test("without accounts it leads back to where they are chosen", async () => {
  const { user } = await openReview(undefined, { find: () => refused("selection-not-cells") });
  await screen.findByText("A review looks at tiered accounts, and none are chosen yet.");
  await user.click(await button("Go to Tier"));
  expect(screen.getByRole("tab", { name: "Tier" }).getAttribute("aria-selected")).toBe("true");
});

test.each([
  { labels: ["Tier 1", "Tier 2", "Tier 10"], short: ["T1", "T2", "T10"] },
  { labels: ["Strategic", "Growth", "Standard"], short: ["Str", "Gro", "Sta"] },
  { labels: ["High", "Higher", "A"], short: ["1", "2", "3"] },
  { labels: ["Platinum 😀", "B2B", "😀😀😀😀"], short: ["Pla", "B2B", "😀😀😀"] },
])("$labels are $short in a narrow table", ({ labels, short }) => {
  expect(shortLabels(labels)).toEqual(short);
});
