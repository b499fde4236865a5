import type { SampleAccount } from "./accounts";

const MONEY = "#,##0";
const DATE = "yyyy-mm-dd";

/** The columns of the sample, as they stand. `width` is in pixels. */
export const COLUMNS: readonly { name: keyof SampleAccount; width: number; format?: string }[] = [
  { name: "Account", width: 180 },
  { name: "Industry", width: 110 },
  { name: "Country", width: 110 },
  { name: "Region", width: 80 },
  { name: "Owner", width: 100 },
  { name: "Parent", width: 160 },
  { name: "Employees", width: 92, format: MONEY },
  { name: "Revenue", width: 96, format: MONEY },
  { name: "Services", width: 96, format: MONEY },
  { name: "Revenue last year", width: 96, format: MONEY },
  { name: "Expected revenue", width: 96, format: MONEY },
  { name: "First purchase", width: 116, format: DATE },
  { name: "Last purchase", width: 114, format: DATE },
  { name: "Orders", width: 76 },
  { name: "Contract months", width: 128 },
  { name: "Engagement", width: 104 },
  { name: "Engaged people", width: 120 },
  { name: "Growth potential", width: 126 },
  { name: "SEO", width: 60 },
  { name: "Logo strength", width: 112 },
  { name: "Co-marketing", width: 110 },
  { name: "Usage %", width: 84, format: "0%" },
  { name: "Tickets", width: 76 },
  { name: "Exclude", width: 80 },
];
