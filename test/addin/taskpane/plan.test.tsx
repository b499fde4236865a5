// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import type { Tiering } from "../../../addin/excel/tiering";
import { whyNoDossiers, whyNotWrite } from "../../../addin/taskpane/plan/whyNot";
import { firstState, type PaneState } from "../../../addin/taskpane/app/state";
import { bindFields, parsePreset, readTable, run, type CellValue, type Preset } from "../../../engine/index";
import { answerTo, Asked } from "../../../engine/questions";
import { openPane } from "./fakePane";
import { builtIn, CELLS, DAY, ok, previewOf, refused } from "./fakePreview";

const ACCOUNTS: CellValue[][] = [
  ["Account", "Revenue", "Owner", "Tickets", "Pipeline", "Industry", "Licences"],
  ["Acme", 300, "Ann", 1, 400, "Software", "yes"],
  ["Bolt", 200, "", 1, 100, "software", ""],
  ["Cyan", 150, "", 0, "", "Retail", "yes"],
  ["Dune", 40, "Bob", 9, "", "", ""],
];

const text = (header: string) => ({ type: "text", label: header, headers: [header] });
const number = (header: string) => ({ type: "number", label: header, headers: [header] });

/** Two tiers: accounts from 200 on, with seats, hours and targets; and the others, of which nothing is said. */
const TWO = presetOf({
  format: 1,
  id: "two",
  name: "Two tiers",
  fields: {
    account: text("Account"),
    revenue: number("Revenue"),
    owner: text("Owner"),
    tickets: number("Tickets"),
    pipeline: number("Pipeline"),
    industry: text("Industry"),
    licences: text("Licences"),
  },
  measures: [
    { id: "value", type: "field", of: "revenue" },
    { id: "products", type: "filled", of: ["licences"] },
  ],
  tiers: {
    rungs: [
      {
        id: "t1",
        label: "Tier 1",
        when: { measure: "value", ">=": 200 },
        capacity: { min: 3, max: 5, rankBy: "value" },
        play: { treatment: "By hand", roles: ["Sales", "SDR"], slaHours: 4, hoursPerAccountMonth: 10, hoursAvailableMonth: 15, entitlements: ["Dossier", "Chat"] }, // prettier-ignore
        targets: { revenue: 700, pipelineCoverage: 2 },
      },
      { id: "t2", label: "Tier 2" },
    ],
  },
});

function presetOf(document: unknown): Preset {
  const parsed = parsePreset(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.preset;
}

/** A preview whose questions the engine answers. */
function askable(cells = ACCOUNTS, preset = TWO) {
  const table = readTable(cells, preset);
  if (!table.ok) throw new Error(table.issues[0]?.code);
  const asked = new Asked(run(table.table, preset, { asOf: DAY }), []);
  const ask = (...[question, ...options]: Parameters<typeof answerTo> extends [Asked, ...infer Rest] ? Rest : never) =>
    Promise.resolve({ ok: true, value: structuredClone(answerTo(asked, question, ...options)) });
  const preview = previewOf(cells, preset);
  const headers = (cells[0] ?? []).map(String);
  const { columns } = bindFields(headers, preset.fields);
  const mapping = new Map([...columns].map(([id, at]) => [id, at.map((column) => headers[column] ?? "")]));
  const accounts = { ...preview.plan.accounts, mapping };
  return { ...preview, plan: { ...preview.plan, accounts }, reading: { ask } as never };
}

async function openPlan(fake: Partial<Tiering> = {}, preview = askable()) {
  const pane = openPane(fake, preview);
  await pane.user.click(await screen.findByRole("tab", { name: "Plan" }));
  return { ...pane, preview };
}

const button = (name: string | RegExp) => screen.findByRole("button", { name });
const group = async (name: string) => within(await screen.findByRole("group", { name }));

/** What is said of each term inside of a part of the pane. */
function termsIn(part: HTMLElement): Record<string, string> {
  const terms = within(part).getAllByRole("term");
  return Object.fromEntries(terms.map((term) => [term.textContent, term.nextElementSibling?.textContent ?? ""]));
}

function rowsOf(name: string): (string | null)[][] {
  const rows = within(screen.getByRole("table", { name })).getAllByRole("row");
  return rows.map((row) => [...row.children].map(({ textContent }) => textContent));
}

test("says of each tier what it costs and brings against what is aimed at, and what the rules leave open", async () => {
  const { tiering } = await openPlan();
  expect(termsIn(await screen.findByRole("group", { name: "Tier 1" }))).toEqual({
    Accounts: "2",
    Seats: "2 of 3–5 seats: 1 below the minimum",
    Value: "500",
    "Hours a month": "20 needed, 15 available: 5 short",
    Effort: "100% of the hours for 72.5% of the value", // 500 of 690
    "Expected revenue": "700 aimed at: the value is 200 short of it",
    Pipeline: "500 of 1,400 needed: 900 short of it, 0.71 times what is expected",
  });
  expect(termsIn(screen.getByRole("group", { name: "Tier 2" }))).toEqual({
    Accounts: "2",
    Value: "190",
    Pipeline: "0, 0 times what is expected",
  });
  (await group("Tier 2")).getByText(
    /^Not set: hours of an account, hours available, a revenue target, and a pipeline target\./,
  );
  expect((await group("Tier 1")).queryByText(/^Not set/)).toBeNull();
  expect(tiering.preview).toHaveBeenCalledOnce();
});

test("what is set for no tier is said once, with a way to the rules", async () => {
  const { user } = await openPlan({}, askable(CELLS, builtIn("revenue-share")));
  await screen.findByText(/^Not set for any tier: hours available, a revenue target, and a pipeline target\./);
  expect(screen.queryByText(/^Not set:/)).toBeNull();
  await user.click(await button("Edit rules of All tiers"));
  expect(screen.queryByRole("tab", { name: "Plan" })).toBeNull();
});

test("adds the tiers up, tells whether there are the hours, and shows the shares of each", async () => {
  await openPlan();
  const total = await screen.findByRole("region", { name: "All tiers" });
  within(total).getByText(
    "4 accounts take 20 hours a month; 15 are available: 5 short. Not counted: Tier 2, whose play does not say the hours.",
  );
  expect(termsIn(total)).toMatchObject({
    Value: "690",
    "Expected revenue": "890, 700 aimed at: the value is 200 short of it",
    Pipeline: "500 of 1,400 needed: 900 short of it, 0.56 times what is expected",
  });
  expect(rowsOf("Shares")).toEqual([
    ["Shares", "Accounts", "Value", "Hours"],
    ["Tier 1", "50%", "72.5%", "100%"],
    ["Tier 2", "50%", "27.5%", "–"],
  ]);
});

test("what each tier is promised, and a tier that is promised nothing", async () => {
  const { user } = await openPlan();
  await user.click(await button("What each tier is promised"));
  expect(termsIn(screen.getByRole("region", { name: "Tier 1" }))).toEqual({
    Treatment: "By hand",
    Roles: "Sales and SDR",
    "Answer within": "4 hours",
    "Hours for one account": "10 a month",
    "Hours available": "15 a month",
    Entitlements: "DossierChat",
  });
  within(screen.getByRole("region", { name: "Tier 2" })).getByText("No play is set.");
  expect(screen.queryByRole("button", { name: "What each segment is promised" })).toBeNull();
});

test("the plays of segments, where the preset has them", async () => {
  const { user } = await openPlan({}, askable(CELLS, builtIn("revenue-share")));
  await user.click(await button("What each segment is promised"));
  expect(termsIn(screen.getByRole("region", { name: "Key" }))["Entitlements"]).toMatch(/Priority access/);
  await user.click(await button("How the tiers are made up"));
  await screen.findByRole("cell", { name: "Enterprise · 2" }); // by its label, not its id
});

test("names the loudest, accounts without an owner, and products not bought, each with a way to its row", async () => {
  const { user, tiering } = await openPlan();
  await user.click(await button("Loudest accounts"));
  await screen.findByText("1 account is among the first fifth by Tickets and in the second half by value.");
  const loud = within(screen.getByRole("list", { name: "Loudest accounts" }));
  expect(loud.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    "Dune Tier 2 · Tickets 9 (no. 1) · value 40 (no. 4)",
  ]);
  await user.click(loud.getByRole("button", { name: "Dune" }));
  expect(tiering.select).toHaveBeenCalledWith(expect.anything(), 3, 0);

  await user.click(await button("Coverage gaps"));
  await screen.findByText("No owner: 2 accounts (1 in Tier 1 and 1 in Tier 2).");
  await screen.findByText("No play is set for Tier 2.");
  const named = within(await screen.findByRole("list", { name: "Coverage gaps" })).getAllByRole("listitem");
  expect(named.map(({ textContent }) => textContent)).toEqual(["Bolt Tier 1", "Cyan Tier 2"]);
  await screen.findByText("Of 2 accounts in the upper tiers 1 lacks a product: Licences 1.");
  const without = within(screen.getByRole("list", { name: "Accounts without a product" })).getAllByRole("listitem");
  expect(without.map(({ textContent }) => textContent)).toEqual(["Bolt Tier 1 · without Licences"]);
});

test("how the tiers are made up by a field that is chosen, and how unevenly the value is spread", async () => {
  const { user } = await openPlan();
  await user.click(await button("How the tiers are made up"));
  await screen.findByRole("cell", { name: "Software · 2" });
  expect(rowsOf("How the tiers are made up")).toEqual([
    ["Industry", "Tier 1", "Tier 2"],
    ["Software · 2", "2", "0"],
    ["Retail · 1", "0", "1"],
    ["Blank · 1", "0", "1"],
  ]);
  await user.selectOptions(screen.getByRole("combobox", { name: "Accounts by" }), "Owner");
  await screen.findByRole("cell", { name: "Ann · 1" });

  await user.click(await button("Concentration of value"));
  await screen.findByText("43.5% of the value"); // 300 of 690
  screen.getByText("brought by 3 of 4 accounts"); // 552 lie between 500 and 650
});

test("writes the summary, hands over lists, and says what came of it", async () => {
  const written = { sheet: "Tier Summary", isNew: true, rows: 3, charts: 2 };
  const fake = {
    writeSummary: vi.fn(() => ok(written)),
    listTier: vi.fn(() => ok({ accounts: 2 })),
    tierCsv: vi.fn(() => ok("Rank,Account\r\n1,Acme")),
  };
  const { user, services, preview } = await openPlan(fake);
  await user.click(await button("Write summary sheet"));
  await screen.findByText("Added the sheet Tier Summary: 3 rows and 2 charts.");
  expect(fake.writeSummary).toHaveBeenCalledWith(preview);
  await user.click(await button("List Tier 1"));
  await user.click(await screen.findByRole("menuitem", { name: "On a new sheet" }));
  await screen.findByText(/^Added a sheet with the 2 accounts of Tier 1/);
  expect(fake.listTier).toHaveBeenCalledWith(preview, "t1");
  await user.click(await button("List Tier 2"));
  await user.click(await screen.findByRole("menuitem", { name: "As CSV file" }));
  await screen.findByText("Handed over Tier 2.csv, the accounts of Tier 2, to be saved.");
  expect(services.download).toHaveBeenCalledWith("Tier 2.csv", "Rank,Account\r\n1,Acme");
});

test("a button that cannot be used says why, and does nothing", async () => {
  const writeSummary = vi.fn();
  const history = () => ok({ canUndo: false, isUnfinished: true });
  const { user } = await openPlan({ writeSummary, history });
  const why = (of: HTMLElement) => document.getElementById(of.getAttribute("aria-describedby") ?? "")?.textContent;
  const summary = await button("Write summary sheet");
  expect(why(summary)).toBe("An earlier run was broken off. Repair it first.");
  expect(why(await button("Write dossiers"))).toBe("No tier of this preset asks for dossiers.");
  expect(why(await button("List Tier 1"))).toBe("An earlier run was broken off. Repair it first.");
  await user.click(summary);
  await user.click(await button("List Tier 1"));
  expect(writeSummary).not.toHaveBeenCalled();
  expect(screen.queryByRole("menuitem")).toBeNull();
});

test("without accounts it says where they are chosen", async () => {
  const { user } = await openPlan({ find: () => refused("sheet-empty", { sheet: "Sheet1" }) });
  expect(screen.queryByRole("button", { name: "Write summary sheet" })).toBeNull();
  await user.click(await button("Go to Tier"));
  await screen.findByText(/^Sorts the accounts of a sheet/);
});

describe("why nothing is written", () => {
  const preview = askable();
  const ready: PaneState = {
    ...firstState(DAY),
    found: { source: preview.source, record: null },
    preview,
    isFresh: true,
  };
  const busy = { done: 0, of: 0 };
  test.each<[string | null, Partial<PaneState>]>([
    [null, {}],
    ["The accounts are being read.", { work: { kind: "reading", ...busy } }],
    ["Another step is under way.", { work: { kind: "writing", ...busy } }],
    ["There is nothing to write yet: no accounts are chosen.", { found: null, preview: null }],
    ["The plan is not of what is chosen.", { isFresh: false }],
    ["The sheet was edited since it was read.", { isFresh: false, edits: { ...ready.edits, rows: new Set([2]) } }],
  ])("%s", (sentence, state) => {
    expect(whyNotWrite({ ...ready, ...state })).toBe(sentence);
  });

  test("dossiers need a tier that asks for them and has accounts", () => {
    const asking = (days: Record<string, number>, cells?: CellValue[][]) =>
      whyNoDossiers({ ...ready, preview: askable(cells, { ...TWO, review: { ...REVIEW, dossierDays: days } }) });
    expect(asking({ t1: 92 })).toBeNull();
    expect(asking({})).toBe("No tier of this preset asks for dossiers.");
    const small = ACCOUNTS.filter(([account]) => account !== "Acme" && account !== "Bolt");
    expect(asking({ t1: 92 }, small)).toBe("The tiers that ask for dossiers have no accounts.");
  });
});

const REVIEW: NonNullable<Preset["review"]> = {
  cadence: "quarterly",
  alerts: [],
  freshnessDays: {},
  dossierDays: {},
  cadences: {},
};
