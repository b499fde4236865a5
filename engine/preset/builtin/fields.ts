import type { PresetDocument } from "../schema";

/** Fields that several built-in presets read, with the headers their columns mostly have, in CRM exports among others. */

export type Field = PresetDocument["fields"][string];

export const account: Field = {
  type: "text",
  label: "Account",
  headers: ["Account", "Account name", "Customer", "Customer name", "Company", "Company name", "Client", "=Name"],
  required: true,
};

export const REVENUE_HEADERS = [
  "Revenue",
  "Total revenue",
  "Annual revenue",
  "Sales",
  "Turnover",
  "Income",
  "ARR",
  "MRR",
];

/** What an account brought in: several columns add up. */
export const income: Field = {
  type: "number",
  label: "Revenue",
  headers: [...REVENUE_HEADERS],
  required: true,
  many: true,
  combine: "sum",
};

export const previous: Field = {
  type: "number",
  label: "Revenue last year",
  headers: [
    "Revenue last year",
    "Last year revenue",
    "Revenue LY",
    "LY revenue",
    "Revenue PY",
    "Previous revenue",
    "Prior revenue",
    "Previous year revenue",
    "Prior year revenue",
    "Revenue previous year",
    "Revenue prior year",
    "Sales last year",
    "Last year sales",
    "Sales LY",
    "Previous sales",
    "Prior year sales",
  ],
  combine: "sum",
};

export const expected: Field = {
  type: "number",
  label: "Expected revenue",
  headers: ["Expected revenue", "Expected value", "Potential value", "Forecast revenue"],
};

export const firstPurchase: Field = {
  type: "date",
  label: "First purchase",
  headers: ["First purchase", "First order", "First purchase date", "Customer since", "Client since"],
};

export const growthPotential: Field = {
  type: "number",
  label: "Growth potential (0 to 5)",
  headers: ["Growth potential", "Growth potential score", "Potential score", "=Potential"],
};

/** What is on offer and not yet decided, in money: it decides nothing, and the plan sets it beside what is aimed at. */
export const pipeline: Field = {
  type: "number",
  label: "Pipeline",
  headers: [
    "=Pipeline",
    "Open pipeline",
    "Pipeline value",
    "Pipeline amount",
    "Pipeline revenue",
    "Open revenue",
    "Open opportunity value",
    "Open opportunity amount",
    "Open deal value",
    "Open deal amount",
  ],
  combine: "sum",
};
