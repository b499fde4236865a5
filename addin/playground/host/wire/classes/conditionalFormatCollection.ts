import { intersect } from "../../rules/area";
import { checkSheetWritable } from "../../rules/protection";
import { refuse } from "../../rules/refusal";
import type { Area, ConditionalFormatSnapshot } from "../../snapshot";
import { oneOf, text, wholeNumber } from "../arguments";
import type { Session } from "../session";
import { nullObject, wireClass, type WireObject, type WireClass } from "../wireClass";
import { conditionalFormatClass } from "./conditionalFormat";

/** The rules that touch some cells of a sheet. */
interface Scope {
  sheet: string;
  areas: readonly Area[];
}

/** Colours and icons of a rule that has just been added, as Excel's own defaults. */
const NEW_RULES = {
  CellValue: { type: "CellValue", operator: "Invalid", formula1: "" },
  DataBar: { type: "DataBar", color: "#638EC6" },
  IconSet: { type: "IconSet", style: "ThreeTrafficLights1" },
  Custom: { type: "Other", source: { type: "Custom", formula: "" } },
  ContainsText: { type: "Other", source: { type: "ContainsText", operator: "Contains", text: "" } },
  ColorScale: { type: "Other", source: { type: "ColorScale" } },
} as const satisfies Record<string, ConditionalFormatSnapshot["rule"]>;

const ADDABLE = ["CellValue", "DataBar", "IconSet", "Custom", "ContainsText", "ColorScale"] as const;

export const conditionalFormatCollectionClass: WireClass<Scope> = wireClass({
  name: "ConditionalFormatCollection",
  items: (scope, session) => within(scope, session).map(({ id }) => conditionalFormatClass({ sheet: scope.sheet, id })),
  item: (scope, key, session) => found(scope, key, session) ?? missing(),
  methods: {
    /** On top of all other rules. */
    Add(scope, [type], session) {
      const { workbook } = session;
      checkSheetWritable(workbook, scope.sheet);
      const rules = workbook.conditionalFormats(scope.sheet);
      const added: ConditionalFormatSnapshot = {
        id: freeId(session),
        areas: scope.areas.map((area) => ({ ...area })),
        stopIfTrue: false,
        rule: NEW_RULES[oneOf(type, ADDABLE)],
      };
      workbook.setConditionalFormats(scope.sheet, [added, ...rules]);
      return conditionalFormatClass({ sheet: scope.sheet, id: added.id });
    },
    GetItemOrNullObject: (scope, [id], session) => found(scope, id, session) ?? nullObject,
    GetItemAt(scope, [index], session) {
      const rule = within(scope, session)[wholeNumber(index)];
      return rule ? conditionalFormatClass({ sheet: scope.sheet, id: rule.id }) : missing();
    },
    GetCount: (scope, _args, session) => within(scope, session).length,
    ClearAll(scope, _args, { workbook }) {
      checkSheetWritable(workbook, scope.sheet);
      const rules = workbook.conditionalFormats(scope.sheet);
      workbook.setConditionalFormats(
        scope.sheet,
        rules.filter((rule) => !touches(rule, scope)),
      );
    },
  },
});

function within(scope: Scope, { workbook }: Session): ConditionalFormatSnapshot[] {
  return workbook.conditionalFormats(scope.sheet).filter((rule) => touches(rule, scope));
}

function touches(rule: ConditionalFormatSnapshot, scope: Scope): boolean {
  return rule.areas.some((area) => scope.areas.some((other) => intersect(area, other)));
}

function found(scope: Scope, id: unknown, session: Session): WireObject | null {
  const wanted = text(id);
  const isThere = within(scope, session).some((rule) => rule.id === wanted);
  return isThere ? conditionalFormatClass({ sheet: scope.sheet, id: wanted }) : null;
}

function freeId(session: Session): string {
  const { workbook } = session;
  const taken = new Set(workbook.sheets().flatMap(({ id }) => workbook.conditionalFormats(id).map((rule) => rule.id)));
  do session.rulesAdded++;
  while (taken.has(ruleId(session.rulesAdded)));
  return ruleId(session.rulesAdded);
}

const ruleId = (number: number): string => `{00000000-000C-F000-0000-${String(number).padStart(12, "0")}}`;

const missing = (): never => refuse("ItemNotFound", "There is no such conditional format.");
