import type { CellValue } from "../../addin/playground/host/snapshot";

/** So many accounts in eight columns, the same ones each time. */
export function accounts(rows: number): CellValue[][] {
  let state = 20_260_131;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647; // Park and Miller's generator
  const header = ["Account", "Industry", "Country", "Owner", "Revenue", "Expected revenue", "First purchase", "Orders"];
  const made = Array.from({ length: rows }, (_, i) => [
    ...[`Account ${i} Ltd`, "Retail", "US", `Owner ${i % 40}`],
    ...[Math.round(Math.exp(8 + 4 * random())), Math.round(Math.exp(8 + 4 * random()))],
    ...[44_000 + Math.floor(random() * 2_050), i % 50],
  ]);
  return [header, ...made];
}
