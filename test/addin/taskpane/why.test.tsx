// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { NO_SHEETS, type SheetsRead } from "../../../addin/excel/sheets/readSheets";
import type { Preview, Tiering } from "../../../addin/excel/tiering";
import type { OnRow } from "../../../addin/excel/watchSelection";
import { bindFields, inProcess, readTable, recordReview, run, type CellValue } from "../../../engine/index";
import { openPane } from "./fakePane";
import { builtIn, CELLS, DAY, ok, previewOf } from "./fakePreview";

const PRESET = builtIn("revenue-share");
const button = (name: string | RegExp) => screen.findByRole("button", { name });

/** A preview that the engine answers for, with what the sheets of ours hold. */
async function explained(cells: CellValue[][] = CELLS, sheets: Partial<SheetsRead> = {}): Promise<Preview> {
  const all = { ...NO_SHEETS, ...sheets };
  const headers = (cells[0] ?? []).map(String);
  const binding = bindFields(headers, PRESET.fields);
  const reading = await inProcess().open({ binding, preset: PRESET, rows: cells.length - 1 });
  await reading.add({ size: cells.length - 1, column: (index) => ({ rows: cells.slice(1), index }) });
  const overrides = all.overrides.map(({ tier, ...rest }) => ({ ...rest, ...(tier && { tier: TIERS[tier] }) }));
  const answer = await reading.run(PRESET, { asOf: DAY, overrides, history: all.history });
  if (!answer.ok) throw new Error(answer.why);
  return { ...previewOf(cells), run: answer.value, reading, sheets: all };
}

const TIERS: Record<string, string> = { "Tier 1": "t1", "Tier 2": "t2", "Tier 3": "t3" };

/** The card, opened. What is selected in the sheet is told by `select`, as a row below the header. */
async function openCard(preview: Preview, fake: Partial<Tiering> = {}) {
  let tell: OnRow = () => undefined;
  const stop = vi.fn(() => Promise.resolve());
  const watchSelection = vi.fn<Tiering["watchSelection"]>((_, onRow) => ((tell = onRow), ok(stop)));
  const pane = openPane({ watchSelection, ...fake }, preview);
  const card = { name: "Why this tier" };
  await pane.user.click(await screen.findByRole("button", card, { timeout: 20_000 })); // it is loaded for the first test
  await screen.findByRole("combobox", { name: "Find account" });
  return { ...pane, stop, watchSelection, select: (row: number | null) => tell(row) };
}

const account = (name: string) => screen.findByRole("region", { name });

test("shows the account that is selected: its tier, one sentence, and how far the next tiers are", async () => {
  const { select, watchSelection, stop, user } = await openCard(await explained());
  expect(screen.getByText("Select a row of the accounts in the sheet, or find an account by name.")).toBeTruthy();
  expect(watchSelection).toHaveBeenCalledOnce();

  select(1); // Bolt: of 690 it has 200, behind Acme's 300, which are 43.5 %
  const bolt = within(await account("Bolt"));
  expect(bolt.getByText("Tier 2 · Enterprise")).toBeTruthy();
  expect(bolt.getByText(/^Tier 2: .*200 is in the top 80 % of the sum/)).toBeTruthy();
  expect(
    await bolt.findByText(/^100 more \w+ would lift it to Tier 1: it has 200, the edge is at 300\.$/),
  ).toBeTruthy();
  expect(bolt.getByText(/^160 less \w+ would drop it to Tier 3: it has 200, the edge is at 40\.$/)).toBeTruthy();
  expect(await bolt.findByText("Your level of service follows from the size of your account.")).toBeTruthy();

  select(0);
  const acme = within(await account("Acme"));
  expect(await acme.findByText("It is in the first tier.")).toBeTruthy();
  expect(screen.queryByRole("region", { name: "Bolt" })).toBeNull();

  select(null);
  await screen.findByText(/^Select a row/);
  await user.click(await button("Why this tier"));
  await waitFor(() => expect(stop).toHaveBeenCalledOnce());
});

test("every rung says how it came out, with its numbers", async () => {
  const { select, user } = await openCard(await explained());
  select(1);
  await account("Bolt");
  await user.click(await button("Step by step"));
  const segments = within(screen.getByRole("region", { name: "Segments" }));
  const steps = segments.getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(steps.filter((text) => text.startsWith("Key"))).toEqual([
    expect.stringMatching(
      /^Key: No.*200 is not in the top 30 % of the sum \(rank 2 of 4, the first 1 in; 43\.5 % of the sum before it, 72\.5 % with it; the last one inside has 300\)$/,
    ),
  ]);
  expect(steps.some((text) => text.startsWith("Enterprise: Yes"))).toBe(true);
  const tiers = within(screen.getByRole("region", { name: "Tiers" })).getAllByRole("listitem");
  expect(tiers.map(({ textContent }) => textContent).filter((text) => /^Tier/.test(text))).toEqual([
    expect.stringMatching(/^Tier 1: No/),
    expect.stringMatching(/^Tier 2: Yes/),
  ]);
});

test("a row that is no account says so", async () => {
  const cells: CellValue[][] = [...CELLS, ["Total", 690], ["", 5]];
  const { select } = await openCard(await explained(cells));
  select(4);
  expect(await screen.findByText("The row is a total: it is left out.")).toBeTruthy();
  select(5);
  expect(await screen.findByText("The row names no account, so it has no tier.")).toBeTruthy();
});

test("finds an account by a part of its name, by keyboard, and selects it in the sheet", async () => {
  const { user, tiering } = await openCard(await explained());
  const find = screen.getByRole("combobox", { name: "Find account" });
  await user.type(find, "Nobody");
  expect(await screen.findByRole("option", { name: "No account of that name" })).toBeTruthy();
  await user.clear(find);
  await user.type(find, "cy");
  expect((await screen.findAllByRole("option")).map(({ textContent }) => textContent)).toEqual(["Cyan"]);
  await user.keyboard("{ArrowDown}{Enter}");
  await account("Cyan");
  expect(tiering.select).toHaveBeenCalledWith(expect.anything(), 2, 0);
});

test("a search names twenty accounts at most, those that begin with it first", async () => {
  const many = Array.from({ length: 60 }, (_, i): CellValue[] => [`Old mill ${i + 1}`, 10 + i]);
  const { user } = await openCard(await explained([...CELLS, ...many, ["Mill & Co", 5]]));
  await user.type(screen.getByRole("combobox", { name: "Find account" }), "mill");
  const options = (await screen.findAllByRole("option")).map(({ textContent }) => textContent);
  expect(options).toHaveLength(20);
  expect(options.slice(0, 3)).toEqual(["Mill & Co", "Old mill 1", "Old mill 2"]);
});

/** Bolt was the largest in July and is behind Acme since. */
function reviews() {
  const quarter = (asOf: string, cells: CellValue[][]) => {
    const read = readTable(cells, PRESET);
    if (!read.ok) throw new Error(read.issues[0]?.code);
    return run(read.table, PRESET, { asOf });
  };
  const july = [["Account", "Revenue"], ["Acme", 100], ["Bolt", 300], ["Cyan", 150], ["Dune", 40]]; // prettier-ignore
  return recordReview(recordReview([], quarter("2025-07-31", july)), quarter("2025-10-31", CELLS));
}

test("the path of an account over its reviews, with every day in place of the picture", async () => {
  const { select } = await openCard(await explained(CELLS, { history: reviews() }));
  select(1);
  const bolt = within(await account("Bolt"));
  expect(await bolt.findByText("Tier 1 → Tier 2 → Tier 2")).toBeTruthy();
  expect(bolt.getByText("Initial Tier 1 · previous Tier 2 · highest Tier 1")).toBeTruthy();
  const picture = bolt.getByRole("img");
  expect(picture.getAttribute("aria-label")).toBe("Jul 31, 2025: Tier 1; Oct 31, 2025: Tier 2; Jan 31, 2026: Tier 2");
});

test("without a review there is a sentence in place of the path", async () => {
  const { select } = await openCard(await explained());
  select(1);
  expect(await screen.findByText(/^No review is recorded yet/)).toBeTruthy();
});

test("an override needs a reason, and is saved with who decided it and until when", async () => {
  const saveOverride = vi.fn(() => ok({} as never));
  const { select, user } = await openCard(await explained(), { saveOverride });
  select(3);
  await account("Dune");
  await user.click(await button("Override…"));
  const dialog = within(await screen.findByRole("dialog", { name: "Override: Dune" }));
  await user.click(dialog.getByRole("button", { name: "Save override" }));
  expect(dialog.getByText("Say why, for whoever asks later.")).toBeTruthy();
  expect(document.activeElement).toBe(dialog.getByRole("textbox", { name: /^Reason/ }));
  expect(saveOverride).not.toHaveBeenCalled();

  await user.click(dialog.getByRole("radio", { name: "At least" }));
  await user.click(dialog.getByRole("combobox", { name: "Tier" }));
  await user.click(await screen.findByRole("option", { name: "Tier 2" }));
  await user.type(dialog.getByRole("textbox", { name: /^Reason/ }), "Strategic partner");
  await user.type(dialog.getByRole("textbox", { name: "Decided by" }), "Dana");
  const until = dialog.getByLabelText("Until");
  await user.type(until, "2026-01-30");
  await user.click(dialog.getByRole("button", { name: "Save override" }));
  expect(dialog.getByText("That day is over: the override would not act.")).toBeTruthy();
  await user.clear(until);
  await user.type(until, "2026-03-31");
  await user.click(dialog.getByRole("button", { name: "Save override" }));
  expect(saveOverride).toHaveBeenCalledWith({
    ...{ account: "Dune", kind: "floor", tier: "Tier 2", reason: "Strategic partner", by: "Dana" },
    ...{ until: "2026-03-31", preset: "revenue-share" },
  });
  expect(await screen.findByText(/^The override of Dune is in Tier Overrides\. Apply or refresh/)).toBeTruthy();
  await waitFor(async () => expect(document.activeElement).toBe(await button("Override…")));

  await user.click(await button("Override…"));
  const next = within(await screen.findByRole("dialog"));
  expect(next.getByRole("textbox", { name: "Decided by" })).toHaveProperty("value", "Dana");
  await user.click(next.getByRole("radio", { name: "Leave out" }));
  expect(next.queryByRole("combobox", { name: "Tier" })).toBeNull();
  await user.type(next.getByRole("textbox", { name: /^Reason/ }), "Duplicate");
  await user.click(next.getByRole("radio", { name: "Every preset" }));
  await user.click(next.getByRole("button", { name: "Save override" }));
  expect(saveOverride).toHaveBeenLastCalledWith({
    ...{ account: "Dune", kind: "exclude", reason: "Duplicate", by: "Dana", preset: null },
  });
});

const OVERRIDES = [
  { account: "Gone Ltd", kind: "exclude", preset: null },
  { account: "Dune", kind: "exact", tier: "Tier 1", reason: "Pilot", by: "Dana", until: "2026-03-31", preset: "revenue-share" }, // prettier-ignore
  { account: "Cyan", kind: "floor", tier: "Tier 1", until: "2025-12-31", preset: null },
] as const;

test("lists who is pinned, by whom and until when, and the rows that are left out", async () => {
  const issue = {
    ...{ sheet: "Tier Overrides", address: "B5", header: "Kind", expects: "override-kind" as const, found: "Maybe" },
  };
  const endOverride = vi.fn(() => ok({} as never));
  const { user, select, tiering } = await openCard(await explained(CELLS, { overrides: OVERRIDES, issues: [issue] }), {
    endOverride,
  });
  await user.click(await button("Overrides (3)"));
  const list = within(await screen.findByRole("list", { name: "Overrides in this workbook" }));
  const sentences = list.getAllByRole("listitem").map(({ textContent }) => textContent.replace(/End override$/, ""));
  expect(sentences).toEqual([
    "Cyan: At least Tier 1 until Dec 31, 2025, for every preset. It has run out.",
    `Dune: Pinned to Tier 1 until Mar 31, 2026 by Dana, for ${PRESET.name}: Pilot.`,
    "Gone Ltd: Left out, for every preset. These accounts have none of that name.",
  ]);
  expect(screen.getByText(/^Kind in B5 of Tier Overrides says "Maybe" and should hold/)).toBeTruthy();
  await user.click(list.getByRole("button", { name: "Dune" }));
  expect(tiering.select).toHaveBeenCalledWith(expect.anything(), 3, 0);

  select(3);
  const dune = within(await account("Dune"));
  expect(dune.getByText("Tier 1 · Commercial")).toBeTruthy();
  await user.click(dune.getByRole("button", { name: "End override" }));
  expect(endOverride).toHaveBeenCalledWith("Dune", "exact", "revenue-share");
  expect(await screen.findByText(/^The override of Dune was taken out of Tier Overrides/)).toBeTruthy();
});
