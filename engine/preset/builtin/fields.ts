import type { PresetDocument } from "../schema";

/** Fields that several built-in presets read, with the headers their columns mostly have. */

type Field = PresetDocument["fields"][string];

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
