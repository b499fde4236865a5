import type { PlannedColumn, WritePlan } from "./plan";
import { rangeOf } from "./read";

/**
 * Conditional formats of our columns: one per label with a colour, so that an edited cell changes its colour by itself.
 * Only rules whose ids we keep are ever touched; the user's are neither listed nor removed.
 */

/** Ids of the rules that stand after a write, per column, and those among them that are new. */
export interface RulesApplied {
  readonly byColumn: ReadonlyMap<PlannedColumn, readonly string[]>;
  readonly added: readonly string[];
}

/** Keeps the rules that already say what they should where they should, removes our others, adds what is missing. */
export async function applyRules(context: Excel.RequestContext, plan: WritePlan): Promise<RulesApplied> {
  const { source, columns } = plan;
  const states = columns.map((column) => {
    const range = rangeOf(context, source, 0, source.rows, column.column - source.firstColumn, 1);
    const existing = (column.placed?.rules ?? []).map((id) => {
      const rule = range.conditionalFormats.getItemOrNullObject(id);
      const where = rule.getRangeOrNullObject();
      const look = rule.cellValueOrNullObject;
      rule.load("type");
      where.load("address");
      look.load("rule, format/fill/color");
      return { id, rule, where, look };
    });
    range.load("address");
    return { column, range, existing };
  });
  await context.sync();

  const fresh: { column: PlannedColumn; format: Excel.ConditionalFormat }[] = [];
  const kept = new Map<PlannedColumn, string[]>();
  for (const { column, range, existing } of states) {
    const standing = new Map<string, string>();
    for (const { id, rule, where, look } of existing) {
      if (rule.isNullObject) continue;
      const covers = !where.isNullObject && where.address === range.address;
      const colour = column.colours.find(({ label }) => covers && !look.isNullObject && saysSo(look, label));
      if (colour && look.format.fill.color.toUpperCase() === colour.fill.toUpperCase()) standing.set(colour.label, id);
      else rule.delete();
    }
    kept.set(column, [...standing.values()]);
    // A new rule comes to stand on top: the lowest class first, so that the highest ends up first in Excel's list.
    for (const { label, fill } of [...column.colours].reverse()) {
      if (!standing.has(label)) fresh.push({ column, format: addRule(range, label, fill) });
    }
  }
  fresh.forEach(({ format }) => format.load("id"));
  await context.sync();
  const added = fresh.map(({ format }) => format.id);
  const byColumn = new Map(
    columns.map((column) => {
      const own = fresh.filter((each) => each.column === column).map(({ format }) => format.id);
      return [column, [...(kept.get(column) ?? []), ...own]];
    }),
  );
  return { byColumn, added };
}

/** Queues the removal of rules of ours, wherever on the sheet they stand; those that are gone are passed over. */
export async function removeRules(
  context: Excel.RequestContext,
  sheetId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const { conditionalFormats } = context.workbook.worksheets.getItem(sheetId).getRange();
  const rules = ids.map((id) => conditionalFormats.getItemOrNullObject(id));
  rules.forEach((rule) => rule.load("type"));
  await context.sync();
  rules.forEach((rule) => {
    if (!rule.isNullObject) rule.delete();
  });
}

function addRule(range: Excel.Range, label: string, fill: string): Excel.ConditionalFormat {
  const format = range.conditionalFormats.add("CellValue");
  format.cellValue.format.fill.color = fill;
  format.cellValue.format.font.color = textColourOn(fill);
  format.cellValue.rule = { formula1: quoted(label), operator: "EqualTo" };
  return format;
}

function saysSo({ rule }: Excel.CellValueConditionalFormat, label: string): boolean {
  return rule.operator === "EqualTo" && rule.formula1 === quoted(label);
}

/** A label as a formula's text constant. */
function quoted(label: string): string {
  return `="${label.replaceAll('"', '""')}"`;
}

/** Black or white, whichever stands out more: at least 4.5:1 on every colour. (WCAG 2.2, contrast ratio.) */
export function textColourOn(fill: string): "#000000" | "#FFFFFF" {
  const luminance = relativeLuminance(fill);
  const onBlack = (luminance + 0.05) / 0.05;
  const onWhite = 1.05 / (luminance + 0.05);
  return onBlack >= onWhite ? "#000000" : "#FFFFFF";
}

function relativeLuminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
