import { expect, test } from "vitest";
import { formulaForFile, formulaFromFile } from "../../addin/playground/files/formulaText";
import { moveFormula } from "../../addin/playground/files/sharedFormula";

test.each([
  ["A1+B$2*$C3", "B3+C$2*$C5"],
  ["SUM(A1:B2)", "SUM(B3:C4)"],
  ["SUM(A:B,1:2)", "SUM(B:C,3:4)"],
  ["SUM($A:B)", "SUM($A:C)"],
  ["LOG10(A1)", "LOG10(B3)"],
  ['"A1"&A1', '"A1"&B3'],
  ["'A1 B2'!A1", "'A1 B2'!B3"],
  ["Q1!A1", "Q1!B3"],
  ["T[A1]+T[[#This Row],[B2]]", "T[A1]+T[[#This Row],[B2]]"],
  ["A1_x+my.A1+TRUE", "A1_x+my.A1+TRUE"],
  ["XFD1", "#REF!"],
  ["A1048575", "#REF!"],
  ["A1:XFD1", "B3:#REF!"],
])("%s moved by two rows and a column is %s", (formula, moved) => {
  expect(moveFormula(formula, 2, 1)).toBe(moved);
});

test.each([
  ["XLOOKUP(A1,B:B,C:C)", "_xlfn.XLOOKUP(A1,B:B,C:C)"],
  ["SORT(FILTER(A:A,A:A>0))", "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A:A,A:A>0))"],
  ["PERCENTILE.INC(A:A,0.5)+SUM(A1)", "_xlfn.PERCENTILE.INC(A:A,0.5)+SUM(A1)"],
  ["\"IFS(\"&'IFS(1)'!A1", "\"IFS(\"&'IFS(1)'!A1"],
  ["LET(x,1,y,x+1,x*y)", "_xlfn.LET(_xlpm.x,1,_xlpm.y,_xlpm.x+1,_xlpm.x*_xlpm.y)"],
  ['MAP(A1:A3,LAMBDA(v,v&"v"))', '_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.v,_xlpm.v&"v"))'],
])("%s is stored as %s, and read back", (shown, stored) => {
  expect(formulaForFile(shown)).toBe(stored);
  expect(formulaFromFile(stored)).toBe(shown);
});

test.each([
  ["[@Revenue]", "T[[#This Row],[Revenue]]"],
  ["SUM(Other[@[a]:[b c]])", "SUM(Other[[#This Row],[a]:[b c]])"],
  ["Other[@]", "Other[[#This Row]]"],
  ['"[@x]"&Other[x]', '"[@x]"&Other[x]'],
])("%s is stored as %s", (shown, stored) => {
  expect(formulaForFile(shown, "T")).toBe(stored);
});
