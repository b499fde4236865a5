import type { ConditionalRule } from "hucre";
import type { ConditionalFormatSnapshot } from "../host/snapshot";
import { paintForFile, paintOf } from "./cellStyles";
import { ICON_SETS, OPERATORS, iconStep } from "./conditionalNames";
import { formulaForFile, formulaFromFile } from "./formulaText";
import { areaName, parseAreas } from "./references";
import { attributes, elements, encodeXml } from "./xml";

type Rule = ConditionalFormatSnapshot["rule"];

/** A rule of any kind that we do not open up: its element and the format it points to, as the file has them. */
export interface OtherRule {
  cfRule: string;
  dxf?: string;
}

/**
 * The conditional formats of a sheet, the strongest first, without their ids.
 *
 * `tail` is the sheet part after its cells; `rules` are the rules that hucre made of it, which lack the kinds it does
 * not know; `formats` are the `<dxf>` elements of the workbook.
 */
export function readConditionalFormats(
  tail: string,
  rules: readonly ConditionalRule[],
  formats: readonly string[],
  theme: readonly string[],
): Omit<ConditionalFormatSnapshot, "id">[] {
  let known = 0;
  const found: { priority: number; format: Omit<ConditionalFormatSnapshot, "id"> }[] = [];
  for (const block of elements(tail, "conditionalFormatting")) {
    if (block.outer.startsWith("<x14:")) continue;
    const sqref = block.attributes.get("sqref") ?? "";
    for (const element of elements(block.inner, "cfRule")) {
      const type = element.attributes.get("type") ?? "";
      const rule = KNOWN.has(type) && sqref ? rules[known++] : undefined;
      found.push({
        priority: Number(element.attributes.get("priority") ?? 1),
        format: {
          areas: parseAreas(sqref),
          stopIfTrue: /^(1|true)$/.test(element.attributes.get("stopIfTrue") ?? ""),
          rule: openRule(rule, element.outer, theme) ?? { type: "Other", source: otherRule(element.outer, formats) },
        },
      });
    }
  }
  return found.sort((a, b) => a.priority - b.priority).map(({ format }) => format);
}

/** The kinds that hucre reads; the others leave no rule behind. */
const KNOWN = new Set(
  (
    "cellIs expression colorScale dataBar iconSet top10 aboveAverage duplicateValues uniqueValues containsText " +
    "notContainsText beginsWith endsWith containsBlanks notContainsBlanks"
  ).split(" "),
);

function openRule(rule: ConditionalRule | undefined, xml: string, theme: readonly string[]): Rule | null {
  if (!rule) return null;
  switch (rule.type) {
    case "cellIs": {
      const operator = OPERATORS.find(([file]) => file === rule.operator)?.[1];
      const [formula1, formula2] = [rule.formula ?? []].flat();
      if (!operator || formula1 === undefined) return null;
      return {
        type: "CellValue",
        operator,
        formula1: `=${formulaFromFile(formula1)}`,
        ...(formula2 !== undefined && { formula2: `=${formulaFromFile(formula2)}` }),
        ...paintOf(rule.style, theme),
      };
    }
    case "dataBar": {
      const color = /^(?:[0-9A-F]{2})?([0-9A-F]{6})$/i.exec(rule.dataBar?.color ?? "")?.[1];
      const isPlain = rule.dataBar?.cfvo.map(({ type }) => type).join() === "min,max" && !xml.includes("showValue");
      return color && isPlain ? { type: "DataBar", color: `#${color.toUpperCase()}` } : null;
    }
    case "iconSet": {
      const style = ICON_SETS.find(([file]) => file === rule.iconSet?.iconSet)?.[1];
      const steps = rule.iconSet?.cfvo ?? [];
      const isPlain =
        !rule.iconSet?.reverse &&
        rule.iconSet?.showValue !== false &&
        steps.every(({ type, value }, i) => type === "percent" && Number(value) === iconStep(i, steps.length));
      return style && isPlain ? { type: "IconSet", style } : null;
    }
    default:
      return null;
  }
}

/** Without its place in the order and the number of its format, which belong to the file it came from. */
function otherRule(xml: string, formats: readonly string[]): OtherRule {
  const dxf = formats[Number(/\sdxfId="(\d+)"/.exec(xml)?.[1] ?? NaN)];
  const cfRule = unprefixed(xml.replace(/<(?:\w+:)?extLst[\s>][\s\S]*<\/(?:\w+:)?extLst\s*>/, ""));
  return {
    cfRule: withAttributes(cfRule, { priority: undefined, dxfId: undefined, stopIfTrue: undefined }),
    ...(dxf !== undefined && { dxf: unprefixed(dxf) }),
  };
}

/** An element with attributes of its open tag set, or taken away where `undefined`. */
function withAttributes(element: string, changes: Record<string, string | undefined>): string {
  const open = /^<(\w+)((?:[^>"/]|"[^"]*")*)/.exec(element);
  const kept = attributes(open?.[2] ?? "");
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) kept.delete(name);
    else kept.set(name, value);
  }
  const list = [...kept].map(([name, value]) => ` ${name}="${encodeXml(value).replace(/\n/g, "&#10;")}"`).join("");
  return `<${open?.[1] ?? ""}${list}${element.slice(open?.[0].length ?? 0)}`;
}

function unprefixed(xml: string): string {
  return xml.replace(/<(\/?)\w+:(?=\w)/g, "<$1");
}

/** The rules that hucre writes. The others are put in by `otherConditionalFormats`. */
export function conditionalRulesForFile(formats: readonly ConditionalFormatSnapshot[]): ConditionalRule[] {
  return formats.flatMap(({ rule, areas, stopIfTrue }, i) => {
    const common = { priority: i + 1, range: areas.map(areaName).join(" "), ...(stopIfTrue && { stopIfTrue }) };
    switch (rule.type) {
      case "CellValue": {
        const formulas = [rule.formula1, rule.formula2].filter((formula) => formula !== undefined);
        return {
          ...common,
          type: "cellIs" as const,
          operator: OPERATORS.find(([, name]) => name === rule.operator)?.[0] ?? "equal",
          formula: formulas.map((formula) => formulaForFile(formula.replace(/^=/, ""))),
          style: paintForFile(rule),
        };
      }
      case "DataBar":
        return {
          ...common,
          type: "dataBar" as const,
          dataBar: { cfvo: [{ type: "min" as const }, { type: "max" as const }], color: `FF${rule.color.slice(1)}` },
        };
      case "IconSet": {
        const iconSet = ICON_SETS.find(([, name]) => name === rule.style)?.[0] ?? "3Arrows";
        const count = Number(iconSet[0]);
        const cfvo = Array.from({ length: count }, (_, at) => ({
          type: "percent" as const,
          value: `${iconStep(at, count)}`,
        }));
        return { ...common, type: "iconSet" as const, iconSet: { iconSet, cfvo } };
      }
      case "Other":
        return [];
    }
  });
}

/**
 * The elements of the rules that are carried through, for the sheet part; their formats are added to `formats`, the
 * workbook's `<dxf>` elements.
 */
export function otherConditionalFormats(snapshots: readonly ConditionalFormatSnapshot[], formats: string[]): string {
  return snapshots
    .map(({ rule, areas, stopIfTrue }, i) => {
      if (rule.type !== "Other" || !isOtherRule(rule.source)) return "";
      const { cfRule, dxf } = rule.source;
      const element = withAttributes(cfRule, {
        priority: `${i + 1}`,
        dxfId: dxf === undefined ? undefined : `${formats.push(dxf) - 1}`,
        stopIfTrue: stopIfTrue ? "1" : undefined,
      });
      return `<conditionalFormatting sqref="${areas.map(areaName).join(" ")}">${element}</conditionalFormatting>`;
    })
    .join("");
}

function isOtherRule(source: unknown): source is OtherRule {
  return typeof source === "object" && source !== null && "cfRule" in source && typeof source.cfRule === "string";
}
