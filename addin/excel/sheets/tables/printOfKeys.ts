import type { CellValue } from "../../../../engine/index";
import { inBlocks } from "../../blocks";
import { rangeOf } from "../../cells";
import { ColumnPrint, together } from "../../fingerprint";
import type { FoundTable } from "./findTable";
import type { OurTable } from "./ourTable";

/** Fingerprint of the key columns of a table as it stands now. */
export async function printOfKeys(
  context: Excel.RequestContext,
  { key }: Pick<OurTable, "key">,
  found: FoundTable,
): Promise<string> {
  const prints = key.map((id) => ({ position: found.positions[id] ?? 0, print: new ColumnPrint() }));
  await inBlocks(found.rows, key.length, async (from, count) => {
    const ranges = prints.map(({ position }) => rangeOf(context, found, from, count, position, 1));
    ranges.forEach((range) => range.load("values"));
    await context.sync();
    prints.forEach(({ print }, i) => print.add({ rows: (ranges[i]?.values ?? []) as CellValue[][], index: 0 }));
  });
  return together(prints.map(({ print }) => print));
}
