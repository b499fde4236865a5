import { expect, test } from "vitest";
import { CellKind, emptyKind } from "../../../engine/table/cell";

test.each(["", " ", "\u00a0", "\t\n ", "\u3000"])("%j is blank", (text) => {
  expect(emptyKind(text)).toBe(CellKind.blank);
});

test.each(["n/a", "N/A", "NA", "na ", "null", "NULL", "None", "-", " - ", "(blank)", "(Blank)", "Select", "\u00a0n/a"])(
  "%j means that nothing is there",
  (text) => {
    expect(emptyKind(text)).toBe(CellKind.missingWord);
  },
);

test.each([
  ...["#N/A", "#n/a", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", "#FIELD!"],
  ...[
    "#BLOCKED!",
    "#CONNECT!",
    "#BUSY!",
    "#GETTING_DATA",
    "#UNKNOWN!",
    "#EXTERNAL!",
    "#PYTHON!",
    "#TIMEOUT!",
    " #N/A ",
  ],
])("%j is an error", (text) => {
  expect(emptyKind(text)).toBe(CellKind.error);
});

test.each(["0", "Nan", "Nancy", "Nullarbor", "Nonesuch", "Selecta", "NA Group", "--", "#1", "#N/A Corp", "n.a."])(
  "%j is a name like any other",
  (text) => {
    expect(emptyKind(text)).toBeNull();
  },
);
