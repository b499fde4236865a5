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
    isPlain: true,
    workbook: sampleWorkbook(1),
    async prepare(pane) {
      await pane.page.getByRole("combobox", { name: "Preset" }).click();
      await pane.page.getByRole("option", { name: "Client value with review" }).click();
      await pane.page.getByRole("tab", { name: "Plan" }).click();
      await button(pane, "What each tier is promised").click();
      await button(pane, "Loudest accounts").click();
      await button(pane, "How the tiers are made up").click();
      await pane.page.getByRole("cell", { name: /^Ben Castel/ }).waitFor();
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
