import { formatAddress, parseAddress } from "../../rules/address";
import { checkName } from "../../rules/naming";
import { checkWorkbookWritable } from "../../rules/protection";
import { refuse } from "../../rules/refusal";
import { valueType } from "../../rules/valueType";
import type { NameSnapshot } from "../../snapshot";
import { text, truth } from "../arguments";
import type { Session } from "../session";
import { nullObject, wireClass, type WireObject, type WireClass } from "../wireClass";
import { addressed, cellsOf, rangeOn } from "./rangeRef";
import { rangeClass } from "./range";
import { sheetState } from "./sheetState";
import { worksheetClass } from "./worksheet";

/** Where a name lives: a sheet's id, or null for the workbook. */
interface Scope {
  sheet: string | null;
}

interface NameRef extends Scope {
  name: string;
}

export const namedItemCollectionClass: WireClass<Scope> = wireClass({
  name: "NamedItemCollection",
  items: (scope, session) => inScope(scope, session).map(({ name }) => namedItemClass({ ...scope, name })),
  item: (scope, key, session) =>
    found(scope, key, session) ?? refuse("ItemNotFound", `There is no name ${String(key)}.`),
  methods: {
    GetItemOrNullObject: (scope, [key], session) => found(scope, key, session) ?? nullObject,
    GetCount: (scope, _args, session) => inScope(scope, session).length,
    Add(scope, [name, reference, comment], session) {
      const { workbook } = session;
      checkWorkbookWritable(workbook);
      const tables = scope.sheet === null ? workbook.tables().map((table) => table.name) : [];
      checkName(text(name), [...inScope(scope, session).map((other) => other.name), ...tables]);
      const added: NameSnapshot = {
        name: text(name),
        formula: formulaFor(reference, session),
        isVisible: true,
        comment: typeof comment === "string" ? comment : "",
        ...(scope.sheet !== null && { sheet: sheetState(scope.sheet, session).name }),
      };
      workbook.setNames([...workbook.names(), added]);
      return namedItemClass({ ...scope, name: added.name });
    },
  },
});

export const namedItemClass: WireClass<NameRef> = wireClass({
  name: "NamedItem",
  identity: (ref, session) => ({ _Id: stateOf(ref, session).name }),
  properties: {
    Name: { get: (ref, session) => stateOf(ref, session).name },
    Type: { get: (ref, session) => typeOf(stateOf(ref, session).formula) },
    Value: { get: (ref, session) => valueOf(stateOf(ref, session).formula) },
    Scope: { get: (ref) => (ref.sheet === null ? "Workbook" : "Worksheet") },
    Comment: {
      get: (ref, session) => stateOf(ref, session).comment,
      set: (ref, value, session) => change(ref, { comment: text(value) }, session),
    },
    Visible: {
      get: (ref, session) => stateOf(ref, session).isVisible,
      set: (ref, value, session) => change(ref, { isVisible: truth(value) }, session),
    },
    Formula: {
      get: (ref, session) => stateOf(ref, session).formula,
      set: (ref, value, session) => change(ref, { formula: formulaFor(value, session) }, session),
    },
  },
  children: {
    Worksheet: (ref) =>
      ref.sheet === null ? refuse("InvalidOperation", "The name belongs to the workbook.") : worksheetClass(ref.sheet),
    WorksheetOrNullObject: (ref) => (ref.sheet === null ? nullObject : worksheetClass(ref.sheet)),
  },
  methods: {
    GetRange: (ref, _args, session) =>
      rangeOf(ref, session) ?? refuse("InvalidReference", `${ref.name} does not refer to cells.`),
    GetRangeOrNullObject: (ref, _args, session) => rangeOf(ref, session) ?? nullObject,
    Delete(ref, _args, session) {
      checkWorkbookWritable(session.workbook);
      const gone = stateOf(ref, session);
      session.workbook.setNames(session.workbook.names().filter((other) => other !== gone));
    },
  },
});

function inScope({ sheet }: Scope, session: Session): NameSnapshot[] {
  const name = sheet === null ? undefined : sheetState(sheet, session).name;
  return session.workbook.names().filter((other) => other.sheet === name);
}

function found(scope: Scope, key: unknown, session: Session): WireObject | null {
  const wanted = text(key).toLowerCase();
  const name = inScope(scope, session).find((other) => other.name.toLowerCase() === wanted)?.name;
  return name === undefined ? null : namedItemClass({ ...scope, name });
}

function stateOf(ref: NameRef, session: Session): NameSnapshot {
  const state = inScope(ref, session).find(({ name }) => name === ref.name);
  return state ?? refuse("ItemNotFound", `There is no name ${ref.name}.`);
}

function change(ref: NameRef, changed: Partial<NameSnapshot>, session: Session): void {
  checkWorkbookWritable(session.workbook);
  const before = stateOf(ref, session);
  const names = session.workbook.names();
  session.workbook.setNames(names.map((other) => (other === before ? { ...before, ...changed } : other)));
}

/** A range becomes an absolute reference; a text is a formula, with or without its `=`. */
function formulaFor(reference: unknown, session: Session): string {
  const range = rangeClass.refOf(reference);
  if (range) return `=${formatAddress(sheetState(range.sheet, session).name, cellsOf(range), true)}`;
  const formula = text(reference);
  return formula.startsWith("=") ? formula : `=${formula}`;
}

function rangeOf(ref: NameRef, session: Session): WireObject | null {
  const { formula } = stateOf(ref, session);
  if (!parseAddress(formula.slice(1))) return null;
  const { sheet, area } = addressed(formula, ref.sheet ?? session.workbook.activeSheet(), session);
  return rangeOn(sheet, area);
}

function typeOf(formula: string): string {
  if (parseAddress(formula.slice(1))) return "Range";
  const value = valueOf(formula);
  return valueType(value) === "Double" && Number.isInteger(value) ? "Integer" : valueType(value);
}

/** Only constants are worked out; another formula gives its own text. */
function valueOf(formula: string): string | number | boolean {
  const body = formula.slice(1);
  if (/#REF!/.test(body)) return "#REF!";
  const quoted = /^"((?:[^"]|"")*)"$/.exec(body);
  if (quoted) return (quoted[1] ?? "").replaceAll('""', '"');
  if (/^(TRUE|FALSE)$/i.test(body)) return body.toUpperCase() === "TRUE";
  return body !== "" && Number.isFinite(Number(body)) ? Number(body) : body;
}
