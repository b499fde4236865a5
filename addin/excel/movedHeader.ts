import { bindFields } from "../../engine/index";
import { headerOf, type HeaderSearch } from "./headerOf";
import { Refusal } from "./problem";
import { placeNow } from "./record";
import type { Source } from "./source";

type Sought = Extract<HeaderSearch, { preset: unknown }>;

/** Where the header of a plain range stands by now, if all fields are found in another row than before; else null. */
export async function movedHeader(
  context: Excel.RequestContext,
  source: Source,
  { preset, mapping = new Map() }: Sought,
): Promise<Refusal | null> {
  if (source.table) return null;
  const place = await placeNow(context, source);
  if ("table" in place) return null;
  const { headers, ...header } = await headerOf(context, place, { preset, mapping });
  const now = place.row + header.row + header.rows - 1;
  const { issues } = bindFields(headers, preset.fields, { chosen: mapping });
  const isFound = now !== source.headerRow && !issues.some(({ severity }) => severity === "error");
  const params = { sheet: source.sheet.name, before: source.headerRow + 1, now: now + 1 };
  return isFound ? new Refusal("header-moved", params) : null;
}
