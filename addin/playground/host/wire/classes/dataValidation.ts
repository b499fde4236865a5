import { cellAt, cellCount, intersect } from "../../rules/area";
import { checkSheetWritable } from "../../rules/protection";
import { refuse } from "../../rules/refusal";
import { isValid } from "../../rules/validation";
import type { Area, Validation } from "../../snapshot";
import { oneOf, record, truth } from "../arguments";
import type { KeptCells } from "../keptReferences";
import type { Session } from "../session";
import { nullObject, wireClass, type Property, type WireClass } from "../wireClass";
import { rangeAreasClass } from "./rangeAreas";
import { cellsOf } from "./rangeRef";
import { shortText, validationRule, wireRule } from "./validationRule";

const NO_PROMPT: Validation["prompt"] = { showPrompt: true, title: "", message: "" };
const NO_ALERT: Validation["errorAlert"] = { showAlert: true, style: "Stop", title: "", message: "" };

/** What may be typed into a range. A property on which its cells differ is null. */
export const dataValidationClass: WireClass<KeptCells> = wireClass({
  name: "DataValidation",
  properties: {
    Type: { get: typeOf },
    Rule: {
      get(range, session) {
        const shared = common(range, session);
        return shared === null ? null : wireRule(shared?.rule ?? { type: "None" });
      },
      set(range, value, session) {
        const rule = validationRule(value, session);
        change(range, (before) => ({ ...before, rule }), session);
      },
    },
    IgnoreBlanks: part("ignoreBlanks", truth, true),
    Prompt: part(
      "prompt",
      (value) => {
        const { showPrompt, title, message } = record(value);
        return {
          showPrompt: truth(showPrompt, true),
          title: shortText(title, 32),
          message: shortText(message, 255),
        };
      },
      NO_PROMPT,
    ),
    ErrorAlert: part(
      "errorAlert",
      (value) => {
        const { showAlert, style, title, message } = record(value);
        return {
          showAlert: truth(showAlert, true),
          style: oneOf(style, ["Stop", "Warning", "Information"], "Stop"),
          title: shortText(title, 32),
          message: shortText(message, 255),
        };
      },
      NO_ALERT,
    ),
    Valid: {
      get(range, session) {
        const invalid = invalidCells(range, session).length;
        return invalid === 0 ? true : invalid === cellCount(cellsOf(range)) ? false : null;
      },
    },
  },
  methods: {
    /** Where the range shares cells with a validated one only those lose it. */
    Clear(range, _args, { workbook }) {
      checkSheetWritable(workbook, range.sheet);
      workbook.setValidation(range.sheet, cellsOf(range), null);
    },
    GetInvalidCells(range, _args, session) {
      const areas = invalidCells(range, session);
      return areas.length > 0
        ? rangeAreasClass({ sheet: range.sheet, areas })
        : refuse("ItemNotFound", "All cells are valid.");
    },
    GetInvalidCellsOrNullObject(range, _args, session) {
      const areas = invalidCells(range, session);
      return areas.length > 0 ? rangeAreasClass({ sheet: range.sheet, areas }) : nullObject;
    },
  },
});

/** The validation of all cells, undefined when none has one, null when they differ. */
function common(range: KeptCells, { workbook }: Session): Validation | undefined | null {
  const area = cellsOf(range);
  const pieces = workbook.validationsWithin(range.sheet, area);
  const [first, ...others] = pieces;
  if (!first) return undefined;
  const covered = pieces.reduce((sum, piece) => sum + cellCount(piece.area), 0);
  const isShared = others.every(({ value }) => JSON.stringify(value) === JSON.stringify(first.value));
  return isShared && covered === cellCount(area) ? first.value : null;
}

/** `MixedCriteria`: only some cells have one. `Inconsistent`: different ones. */
function typeOf(range: KeptCells, session: Session): string {
  const shared = common(range, session);
  if (shared !== null) return shared?.rule.type ?? "None";
  const pieces = session.workbook.validationsWithin(range.sheet, cellsOf(range));
  const covered = pieces.reduce((sum, { area }) => sum + cellCount(area), 0);
  return covered < cellCount(cellsOf(range)) ? "MixedCriteria" : "Inconsistent";
}

/** All cells of the range get the same validation, starting from what they share. */
function change(range: KeptCells, changed: (before: Validation) => Validation, session: Session): void {
  checkSheetWritable(session.workbook, range.sheet);
  const none: Validation = { rule: { type: "None" }, ignoreBlanks: true, prompt: NO_PROMPT, errorAlert: NO_ALERT };
  session.workbook.setValidation(range.sheet, cellsOf(range), changed(common(range, session) ?? none));
}

function part<Key extends "ignoreBlanks" | "prompt" | "errorAlert">(
  key: Key,
  read: (value: unknown) => Validation[Key],
  fallback: Validation[Key],
): Property<KeptCells> {
  return {
    get(range, session) {
      const shared = common(range, session);
      return shared === null ? null : (shared?.[key] ?? fallback);
    },
    set: (range, value, session) => change(range, (before) => ({ ...before, [key]: read(value) }), session),
  };
}

/** Cell by cell; the blank cells around the used range are not looked at. */
function invalidCells(range: KeptCells, { workbook }: Session): Area[] {
  const used = workbook.usedArea(range.sheet, true);
  const looked = used && intersect(used, cellsOf(range));
  if (!looked) return [];
  return workbook
    .validationsWithin(range.sheet, looked)
    .flatMap(({ area, value }) =>
      workbook
        .readValues(range.sheet, area)
        .flatMap((row, down) =>
          row.flatMap((cell, right) =>
            isValid(workbook, range.sheet, cell, value) ? [] : [cellAt(area.row + down, area.column + right)],
          ),
        ),
    );
}
