import { BUILT_IN, explain, readTable, run } from "../../engine/index";

const preset = BUILT_IN.get("revenue-share")!; // always there: it is the first of the built-in ones
const cells = [
  ["Account", "Revenue", "Customer since", "Expected revenue"],
  ["Acme", 300, "2019-04-01", ""],
  ["Bolt", "$200.00", "2020-01-15", ""], // a number in text is read, and reported
  ["Cyan", 150, "2021-06-30", ""],
  ["Dune", 40, "2025-11-03", 320], // a New Start counts by what it is expected to bring
];
const accounts = readTable(cells, preset);
if (!accounts.ok) throw new Error(accounts.issues[0]?.code);
const tiering = run(accounts.table, preset, { asOf: "2026-01-31" });
export const tiers = cells.slice(1).map(([name], row) => `${name}: ${tiering.tier.labels[tiering.tier.codes[row]!]}`);
export const why = explain(tiering, 4); // row 4, the header is row 0: Dune, whose 320 are at least the 300 of Key accounts
