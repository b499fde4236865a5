import { ownCells } from "./cells";
import type { ColumnMark, Rule, RuleColour } from "./record";
import type { Source } from "./source";

/**
 * Conditional formats of our columns: one per label with a colour, so that an edited cell changes its colour by itself,
 * or bars as long as the numbers are large.
 * Only rules whose ids we keep are ever touched. What a rule says is remembered and not read back: a colour that the
 * analyst has changed stays, and Excel has failed to read rules of columns with several (OfficeDev/office-js#6827).
 */

export interface RuledColumn {
  readonly mark: ColumnMark;
  /** Rules that stood there before. */
  readonly rules: readonly Rule[];
  /** What there should be, the highest class first. */
  readonly colours: readonly RuleColour[];
}

/** The rules of each column after a change, and the ids of those that are new. */
export interface RulesApplied {
  readonly rules: readonly (readonly Rule[])[];
  readonly added: readonly string[];
}

/** Which of our rules are still there, and whether they cover exactly the cells of their column. */
export type StandingRules = readonly (readonly {
  readonly rule: Rule;
  readonly isThere: boolean;
  readonly covers: boolean;
}[])[];

/** Keeps the rules that say what they should where they should, removes our others, adds what is missing. */
export async function applyRules(
  context: Excel.RequestContext,
  source: Source,
  columns: readonly RuledColumn[],
): Promise<RulesApplied> {
  const standing = await standingRules(context, source, columns);
  const change = changeRules(context, source, columns, standing);
  if (change.isNeeded) await context.sync();
  return change.answer();
}

async function standingRules(
  context: Excel.RequestContext,
  source: Source,
  columns: readonly RuledColumn[],
): Promise<StandingRules> {
  const asked = columns.map((column) => {
    const cells = ownCells(context, source, column.mark, 0, source.rows);
    cells.load("address");
    return column.rules.map((rule) => {
      const format = cells.conditionalFormats.getItemOrNullObject(rule.id);
      const where = format.getRangeOrNullObject().untrack();
      format.load("type");
      where.load("address");
      return { rule, cells, format, where };
    });
  });
  if (asked.some((rules) => rules.length > 0)) await context.sync();
  return asked.map((rules) =>
    rules.map(({ rule, cells, format, where }) => ({
      rule,
      isThere: !format.isNullObject,
      covers: !format.isNullObject && !where.isNullObject && where.address === cells.address,
    })),
  );
}

function changeRules(
  context: Excel.RequestContext,
  source: Source,
  columns: readonly RuledColumn[],
  standing: StandingRules,
): { isNeeded: boolean; answer: () => RulesApplied } {
  let isNeeded = false;
  const after = columns.map((column, i) => {
    const cells = ownCells(context, source, column.mark, 0, source.rows);
    const wanted = new Map(column.colours.map((colour) => [named(colour), colour.fill]));
    const kept = new Map<string, Rule>();
    for (const { rule, isThere, covers } of standing[i] ?? []) {
      if (!isThere) continue;
      const name = named(rule);
      if (covers && wanted.get(name) === rule.fill && !kept.has(name)) kept.set(name, rule);
      else cells.conditionalFormats.getItem(rule.id).delete();
      isNeeded ||= !kept.has(name);
    }
    // A new rule comes to stand on top: the lowest class first, so that the highest ends up first in Excel's list.
    const missing = [...column.colours].reverse().filter((colour) => !kept.has(named(colour)));
    const added = new Map(missing.map((colour) => [named(colour), addRule(cells, colour)] as const));
    added.forEach((format) => format.load("id"));
    isNeeded ||= added.size > 0;
    return { column, kept, added };
  });
  return {
    isNeeded,
    answer: () => ({
      rules: after.map(({ column, kept, added }) =>
        column.colours.flatMap((colour): Rule[] => {
          const { label, fill, isBar } = colour;
          const rule = kept.get(named(colour));
          const format = added.get(named(colour));
          return rule ? [rule] : format ? [{ id: format.id, label, fill, ...(isBar && { isBar }) }] : [];
        }),
      ),
      added: after.flatMap(({ added }) => [...added.values()].map(({ id }) => id)),
    }),
  };
}

/**
 * Queues the removal of rules that a broken-off `applyRules` has added without our learning their ids: those on exactly
 * the cells of a column of ours that say what one of ours would, or nothing yet. All others are looked at and left alone.
 */
export async function removeStrayRules(
  context: Excel.RequestContext,
  source: Source,
  columns: readonly RuledColumn[],
): Promise<void> {
  const formatsOf = ({ mark }: RuledColumn) => ownCells(context, source, mark, 0, source.rows).conditionalFormats;
  const asked = columns.map((column) => {
    const cells = ownCells(context, source, column.mark, 0, source.rows);
    const formats = formatsOf(column);
    cells.load("address");
    formats.load("items/id, items/type");
    return { column, cells, formats };
  });
  await context.sync();
  const unknown = asked.flatMap(({ column, cells, formats }) =>
    formats.items
      .filter(({ id, type }) => type in OURS && !column.rules.some((rule) => rule.id === id))
      .map(({ id, type }) => {
        const format = formatsOf(column).getItem(id);
        const where = format.getRangeOrNullObject().untrack();
        where.load("address");
        return { id, column, cells, where, isOurs: OURS[type as keyof typeof OURS](format, column.colours) };
      }),
  );
  if (unknown.length > 0) await context.sync();
  for (const { id, column, cells, where, isOurs } of unknown) {
    if (!where.isNullObject && where.address === cells.address && isOurs()) formatsOf(column).getItem(id).delete();
  }
}

type Says = (format: Excel.ConditionalFormat, colours: readonly RuleColour[]) => () => boolean;

/** Asks what a rule says; the answer, after the next sync, is whether one of ours would say it, or it says nothing yet. */
const OURS: Readonly<Record<"CellValue" | "DataBar", Says>> = {
  CellValue({ cellValue }, colours) {
    cellValue.load("rule");
    return () =>
      ["", ...colours.flatMap((each) => (each.isBar ? [] : quoted(each.label)))].includes(cellValue.rule.formula1);
  },
  DataBar({ dataBar: { positiveFormat } }, colours) {
    positiveFormat.load("fillColor");
    return () =>
      colours.some(({ isBar, fill }) => isBar && ["", fill].includes(positiveFormat.fillColor.toUpperCase()));
  },
};

/** Asks which of some rules are still there; the answer, after the next sync, queues their removal. */
export function askRules(context: Excel.RequestContext, sheetId: string, ids: readonly string[]): () => void {
  const onSheet = () => context.workbook.worksheets.getItem(sheetId).getRange().untrack().conditionalFormats;
  const rules = ids.map((id) => ({ id, format: onSheet().getItemOrNullObject(id) }));
  rules.forEach(({ format }) => format.load("type"));
  return () => {
    for (const { id, format } of rules) if (!format.isNullObject) onSheet().getItem(id).delete();
  };
}

/** What tells the rules of a column apart. */
function named({ label, isBar }: RuleColour): string {
  return isBar ? "bar" : `label ${label}`;
}

function addRule(range: Excel.Range, { label, fill, isBar }: RuleColour): Excel.ConditionalFormat {
  if (isBar) {
    const format = range.conditionalFormats.add("DataBar");
    format.dataBar.positiveFormat.fillColor = fill;
    return format;
  }
  const format = range.conditionalFormats.add("CellValue");
  format.cellValue.rule = { formula1: quoted(label), operator: "EqualTo" }; // first, so that even half a rule shows whose it is
  format.cellValue.format.fill.color = fill;
  format.cellValue.format.font.color = textColourOn(fill);
  return format;
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
