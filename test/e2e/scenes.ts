import { sheetOf, workbookOf } from "../../addin/playground/host/simpleSnapshot";
import { sampleWorkbook } from "../../addin/playground/sample/workbook";
import type { OpenPane } from "./openPane";

/** A screen of the pane, and how one gets there. */
export interface Scene {
  readonly name: string;
  /** Only looked at by tests, with no picture in the docs. */
  readonly isPlain?: boolean;
  readonly workbook: ReturnType<typeof sampleWorkbook>;
  prepare(pane: OpenPane): Promise<void>;
}

const button = ({ page }: OpenPane, name: string | RegExp) => page.getByRole("button", { name });

async function choose(pane: OpenPane, preset: string): Promise<void> {
  await pane.page.getByRole("combobox", { name: "Preset" }).click();
  await pane.page.getByRole("option", { name: preset }).click();
}

export const SCENES: readonly Scene[] = [
  {
    name: "first-run",
    workbook: workbookOf([sheetOf("Sheet1")]),
    prepare: (pane) => button(pane, "How it works").click(),
  },
  {
    name: "preview",
    workbook: sampleWorkbook(1),
    prepare: (pane) => button(pane, "Apply tiers").waitFor(),
  },
  {
    name: "data-check",
    workbook: sampleWorkbook(1),
    prepare: (pane) => button(pane, /need a look/).click(),
  },
  {
    name: "applied",
    workbook: sampleWorkbook(1),
    async prepare(pane) {
      await button(pane, "Apply tiers").click();
      await pane.page.getByText("Up to date").waitFor();
    },
  },
  {
    name: "stale",
    workbook: sampleWorkbook(1),
    async prepare(pane) {
      await button(pane, "Apply tiers").click();
      await pane.page.getByText("Up to date").waitFor();
      await pane.user("type", "Accounts!H3", 900_000);
      await pane.user("type", "Accounts!H9", 0);
      await button(pane, "Refresh tiers").waitFor();
      await button(pane, /^Changes/).click();
    },
  },
  {
    name: "obstacle",
    workbook: workbookOf([
      sheetOf("Accounts", [
        ["Account", "Revenue", "Tier"],
        ["Acme", 300, "Gold"],
        ["Bolt", 200, "Silver"],
      ]),
    ]),
    prepare: (pane) => pane.page.getByText(/^It cannot be written yet/).waitFor(),
  },
  {
    name: "problem",
    workbook: sampleWorkbook(1),
    async prepare(pane) {
      await button(pane, "Apply tiers").waitFor();
      await pane.settled();
      await pane.user("protect", "Accounts");
      await button(pane, "Apply tiers").click();
      await pane.page.getByText("Details").click();
    },
  },
  {
    name: "dialog",
    workbook: sampleWorkbook(1),
    async prepare(pane) {
      await button(pane, "Preset actions").click();
      await pane.page.getByRole("menuitem", { name: "Import" }).click();
      await pane.page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "columns",
    workbook: sampleWorkbook(1),
    async prepare(pane) {
      await button(pane, /^Revenue/).click();
      await pane.page.getByRole("menuitemcheckbox", { name: "Services" }).waitFor();
    },
  },
  {
    name: "plan",
    workbook: sampleWorkbook(1),
    async prepare(pane) {
      await choose(pane, "Client value with review");
      await pane.page.getByRole("tab", { name: "Plan" }).click();
      await button(pane, "What each tier is promised").click();
      await button(pane, "Loudest accounts").click();
      await button(pane, "How the tiers are made up").click();
      await pane.page.getByRole("cell", { name: /^Ben Castel/ }).waitFor();
    },
  },
  {
    name: "why",
    workbook: sampleWorkbook(1),
    async prepare(pane) {
      await choose(pane, "ABM tiers by ICP score");
      await pane.user("select", "Accounts!A3");
      await button(pane, "Why this tier").click();
      await pane.user("select", "Accounts!A7");
      await button(pane, "Step by step").click();
      await button(pane, "Override…").waitFor();
    },
  },
  {
    name: "override",
    workbook: sampleWorkbook(1),
    async prepare(pane) {
      await pane.user("select", "Accounts!A3");
      await button(pane, "Why this tier").click();
      await pane.user("select", "Accounts!A7");
      await button(pane, "Override…").click();
      await pane.page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "review",
    workbook: sampleWorkbook(1),
    async prepare(pane) {
      await choose(pane, "Client value with review");
      await button(pane, "Apply tiers").click();
      await pane.page.getByText("Up to date").waitFor();
      await pane.page.getByRole("tab", { name: "Review" }).click();
      await button(pane, "Record review").click();
      await pane.page.getByText(/^Recorded the review/).waitFor();
      await button(pane, "Dismiss").click();
    },
  },
  ...(["Tiers", "Score", "Gates", "Flags"] as const).map((section) => ({
    name: `rules-${section.toLowerCase()}`,
    isPlain: section === "Gates" || section === "Flags",
    workbook: sampleWorkbook(1),
    async prepare(pane: OpenPane) {
      await choose(pane, "ABM tiers by ICP score");
      await button(pane, "Edit rules").click();
      await button(pane, section).click();
      await pane.page.getByRole("group").getByRole("button", { expanded: false }).first().click(); // the first card
    },
  })),
  {
    name: "rules-fields",
    isPlain: true,
    workbook: sampleWorkbook(1),
    async prepare(pane) {
      await button(pane, "Edit rules").click();
      await button(pane, "Columns read").click();
      await pane.page.getByRole("group").getByRole("button", { expanded: false }).first().click();
    },
  },
  {
    name: "second-review",
    workbook: sampleWorkbook(1),
    async prepare(pane) {
      const { page } = pane;
      const said = (text: string | RegExp) => page.getByText(text).first();
      const goTo = async (day: string) => {
        await page.clock.setFixedTime(new Date(`${day}T12:00:00`));
        await page.evaluate(() => window.dispatchEvent(new Event("focus")));
      };
      await said("Not tiered yet").waitFor();
      await goTo("2026-01-31");
      await button(pane, "Apply tiers").click();
      await said("Up to date").waitFor();
      await page.getByRole("tab", { name: "Review" }).click();
      await button(pane, "Record review").click();
      await said(/^Recorded the review/).waitFor();
      const [{ values = [] } = {}] = sampleWorkbook(2).sheets;
      await pane.user("paste", "Accounts!A1", values.map((row) => values[0]?.map((_, column) => row[column] ?? "") ?? [])); // prettier-ignore
      await goTo("2026-04-30");
      await button(pane, "Refresh tiers").click();
      await said(/^Refreshed/).waitFor();
      await button(pane, "Dismiss").click();
      await page
        .getByRole("table", { name: /^Movement/ })
        .getByRole("button")
        .nth(1)
        .click();
      await page.getByRole("list", { name: /from Tier 1 to Tier 2$/ }).waitFor();
    },
  },
  {
    name: "unmapped",
    workbook: workbookOf([
      sheetOf("Kunden", [
        ["Name", "Umsatz", "Ort"],
        ["Acme", 300, "Bonn"],
        ["Bolt", 200, "Ulm"],
      ]),
    ]),
    prepare: (pane) => pane.page.getByText("choose a column").first().waitFor(),
  },
  {
    name: "edited-rules",
    isPlain: true,
    workbook: sampleWorkbook(1),
    async prepare(pane) {
      const cut = pane.page.getByRole("slider").first();
      await cut.press("PageUp");
      await button(pane, /^Compared with the saved rules/).click();
      await pane.page.getByRole("list", { name: "Accounts that the changed rules move" }).waitFor();
    },
  },
  {
    name: "damaged-preset",
    isPlain: true,
    workbook: { ...sampleWorkbook(1), settings: { [`tiering.preset.${"w".repeat(60)}`]: "no preset" } },
    async prepare(pane) {
      await button(pane, "Preset actions").click();
      await pane.page.getByRole("menuitem", { name: "w…" }).click();
      await pane.page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "long-names",
    isPlain: true,
    workbook: workbookOf([
      sheetOf("A sheet with a name of thirty-1", [
        ["Account ".repeat(40).trim(), `Revenue ${"W".repeat(2_000)}`],
        ["W".repeat(300), 300],
        ["\u05d0\u05d1\u05d2 Ltd", 200],
      ]),
    ]),
    async prepare(pane) {
      await button(pane, "Preset actions").click();
      await pane.page.getByRole("menuitem", { name: "Save as" }).click();
      await pane.page.getByRole("textbox", { name: "Name" }).fill("W".repeat(64));
      await button(pane, "Save as").click();
      await pane.page.getByText(/^Saved/).waitFor();
      await button(pane, "Apply tiers").click();
      await pane.page.getByText("Up to date").waitFor();
    },
  },
];
