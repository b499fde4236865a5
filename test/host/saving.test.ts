import { describe, expect, test } from "vitest";
import { writeWorkbook } from "../../addin/playground/files/writeWorkbook";
import type { ModelWorkbook } from "../../addin/playground/host/model/modelWorkbook";
import { sheetOf, workbookOf } from "../../addin/playground/host/simpleSnapshot";
import type { WorkbookSnapshot } from "../../addin/playground/host/snapshot";
import { User } from "../../addin/playground/host/user";
import { copyOf } from "../../addin/playground/page/copyOf";
import { outlineOf, piecesOf } from "../../addin/playground/page/pieces";
import { WorkbookInPieces } from "../../addin/playground/page/workbookInPieces";
import { IMPLEMENTATIONS } from "./implementations";

/** More rows than are copied, or sent, at a time. */
const ROWS = 2_500;

function long(): WorkbookSnapshot {
  const rows = Array.from({ length: ROWS }, (_, row) => [`Account ${row}`, row, row * 2]);
  const formulas = rows.map((_, row) => ({ row, column: 2, formula: `=B${row + 1}*2` }));
  const looks = rows.map((_, row) => ({ row, column: 1, rows: 1, columns: 1 }));
  const sheet = sheetOf("S", rows, {
    formulas,
    numberFormats: looks.map((look, row) => ({ ...look, format: row % 2 === 0 ? "0.00" : "0%" })),
    styles: looks.map((look, row) => ({ ...look, bold: true, fill: row % 2 === 0 ? "#FF0000" : "#00FF00" })),
  });
  return workbookOf([sheet, sheetOf("T", [["only"]])]);
}

/** Does something in the first pauses of the copies of a workbook, one for each. */
function inPauses(workbook: ModelWorkbook, deeds: (() => void)[]): void {
  const begin = workbook.snapshotInSlices.bind(workbook);
  workbook.snapshotInSlices = function* () {
    const work = begin();
    for (let step = work.next(); ; step = work.next()) {
      if (step.done) return step.value;
      yield;
      deeds.shift()?.();
    }
  };
}

describe.each(IMPLEMENTATIONS)("a workbook $name", ({ open }) => {
  test("is copied as it is at one moment, whatever is done meanwhile, and counts as saved", async () => {
    const workbook = open(long());
    const user = new User(workbook);
    for (const times of [0, 1, 3]) {
      inPauses(
        workbook,
        new Array<() => void>(times).fill(() => void user.insert("S!2:3")),
      );
      const copy = await copyOf(workbook, () => true);
      expect(workbook.isDirty).toBe(false);
      expect(copy).toEqual(workbook.snapshot());
    }
    inPauses(workbook, [() => void user.select("S!B2")]);
    expect((await copyOf(workbook, () => true))?.sheets[0]?.values).toHaveLength(ROWS + 2 + 3 * 2);
    user.type("S!A1", "Changed");
    expect(workbook.isDirty).toBe(true);
  });

  test("is not copied once it is open no more", async () => {
    const workbook = open(long());
    let isOpen = true;
    inPauses(workbook, [() => (isOpen = false)]);
    expect(await copyOf(workbook, () => isOpen)).toBeNull();
  });
});

test("a workbook that is sent in pieces is written as if it had been sent as a whole", async () => {
  const workbook = long();
  const there = new WorkbookInPieces(structuredClone(outlineOf(workbook)));
  const pieces = [...piecesOf(workbook)];
  for (const piece of pieces) there.add(structuredClone(piece));
  expect(await there.write()).toEqual(await writeWorkbook(workbook));
  expect(Math.max(...pieces.map(({ items }) => items.length))).toBe(1_000);
  expect(JSON.stringify(outlineOf(workbook)).length).toBeLessThan(2_000);
});
