import { checkSheetWritable } from "../../rules/protection";
import { refuse } from "../../rules/refusal";
import type { ConditionalFormatSnapshot } from "../../snapshot";
import { truth, wholeNumber } from "../arguments";
import type { Session } from "../session";
import { nullObject, wireClass, type WireObject, type WireClass } from "../wireClass";
import {
  cellValueRuleClass,
  colorScaleClass,
  customRuleClass,
  dataBarClass,
  iconSetClass,
  textRuleClass,
} from "./conditionalFormatKinds";
import { rangeAreasClass } from "./rangeAreas";
import { rangeOn } from "./rangeRef";

/** A rule of a sheet, known by its id. */
export interface RuleRef {
  sheet: string;
  id: string;
}

export const conditionalFormatClass: WireClass<RuleRef> = wireClass({
  name: "ConditionalFormat",
  identity: (ref, session) => ({ Id: ruleState(ref, session).id }),
  properties: {
    Id: { get: (ref, session) => ruleState(ref, session).id },
    Type: { get: (ref, session) => typeOf(ruleState(ref, session)) },
    StopIfTrue: {
      get: (ref, session) => ruleState(ref, session).stopIfTrue,
      set: (ref, value, session) => changeRule(ref, { stopIfTrue: truth(value) }, session),
    },
    Priority: {
      get: (ref, session) => session.workbook.conditionalFormats(ref.sheet).findIndex(({ id }) => id === ref.id),
      set: setPriority,
    },
  },
  children: {
    ...kind("CellValue", (ref) => cellValueRuleClass(ref)),
    ...kind("DataBar", (ref) => dataBarClass(ref)),
    ...kind("IconSet", (ref) => iconSetClass(ref)),
    ...kind("Custom", (ref) => customRuleClass(ref)),
    ...kind("ColorScale", (ref) => colorScaleClass(ref)),
    ...kind("TextComparison", (ref) => textRuleClass(ref), "ContainsText"),
  },
  methods: {
    GetRange(ref, _args, session) {
      const [area, ...others] = ruleState(ref, session).areas;
      if (!area || others.length > 0) return refuse("ItemNotFound", "The rule has several areas.");
      return rangeOn(ref.sheet, area);
    },
    GetRangeOrNullObject(ref, _args, session) {
      const [area, ...others] = ruleState(ref, session).areas;
      return area && others.length === 0 ? rangeOn(ref.sheet, area) : nullObject;
    },
    GetRanges: (ref, _args, session) => rangeAreasClass({ sheet: ref.sheet, areas: ruleState(ref, session).areas }),
    Delete(ref, _args, session) {
      const { workbook } = session;
      checkSheetWritable(workbook, ref.sheet);
      const gone = ruleState(ref, session);
      workbook.setConditionalFormats(
        ref.sheet,
        workbook.conditionalFormats(ref.sheet).filter((rule) => rule !== gone),
      );
    },
  },
});

/** The rule, or `ItemNotFound` when it was deleted in the meantime. */
export function ruleState({ sheet, id }: RuleRef, { workbook }: Session): ConditionalFormatSnapshot {
  const rule = workbook.conditionalFormats(sheet).find((other) => other.id === id);
  return rule ?? refuse("ItemNotFound", "The conditional format does not exist.");
}

export function changeRule(ref: RuleRef, change: Partial<ConditionalFormatSnapshot>, session: Session): void {
  checkSheetWritable(session.workbook, ref.sheet);
  const before = ruleState(ref, session);
  const rules = session.workbook.conditionalFormats(ref.sheet);
  session.workbook.setConditionalFormats(
    ref.sheet,
    rules.map((rule) => (rule === before ? { ...before, ...change } : rule)),
  );
}

/** `Excel.ConditionalFormatType`; kinds that only a file can bring are told by the file's own `type`, or `Custom`. */
export function typeOf({ rule }: ConditionalFormatSnapshot): string {
  if (rule.type !== "Other") return rule.type;
  const source = rule.source;
  const hasType = typeof source === "object" && source !== null && "type" in source && typeof source.type === "string";
  return hasType ? String(source.type) : "Custom";
}

/** `cellValue` and `cellValueOrNullObject`: the rule's own part, refused or null when the rule is of another kind. */
function kind(
  name: string,
  make: (ref: RuleRef) => WireObject,
  type = name,
): Record<string, (ref: RuleRef, session: Session) => WireObject> {
  const isOfKind = (ref: RuleRef, session: Session): boolean => typeOf(ruleState(ref, session)) === type;
  return {
    [name]: (ref, session) =>
      isOfKind(ref, session) ? make(ref) : refuse("ItemNotFound", `The rule is not a ${type} rule.`),
    [`${name}OrNullObject`]: (ref, session) => (isOfKind(ref, session) ? make(ref) : nullObject),
  };
}

/** Beyond the ends means the end; negative counts from the back. */
function setPriority(ref: RuleRef, value: unknown, session: Session): void {
  const { workbook } = session;
  checkSheetWritable(workbook, ref.sheet);
  const moved = ruleState(ref, session);
  const others = workbook.conditionalFormats(ref.sheet).filter((rule) => rule !== moved);
  const asked = wholeNumber(value);
  const place = Math.max(0, Math.min(asked < 0 ? others.length + 1 + asked : asked, others.length));
  workbook.setConditionalFormats(ref.sheet, others.toSpliced(place, 0, moved));
}
