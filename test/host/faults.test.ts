import { describe, expect, test } from "vitest";
import { sheetOf, workbookOf } from "../../addin/playground/host/simpleSnapshot";
import { errorCode } from "./conformance/documented";
import { type Opened, opened } from "./opened";

const blank = (): Opened => opened(workbookOf([sheetOf("S", [["", ""]])]));

/** Writes A1, syncs, then writes B1 and syncs. */
async function writeTwice({ Excel }: Opened): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("S");
    sheet.getRange("A1").values = [[1]];
    await context.sync();
    sheet.getRange("B1").values = [[2]];
    await context.sync();
  });
}

describe("faults", () => {
  test.each([
    { request: 1, when: "before", left: ["", ""] },
    { request: 1, when: "after", left: [1, ""] },
    { request: 2, when: "before", left: [1, ""] },
    { request: 2, when: "after", left: [1, 2] },
  ] as const)("a $request. request failing $when it is done leaves $left", async ({ request, when, left }) => {
    const book = blank();
    book.host.faults.inject({ request, when, code: "GeneralException" });
    expect(await errorCode(writeTwice(book))).toBe("GeneralException");
    expect(book.cells(0, 0, 1, 2)).toEqual([left]);
  });

  test("each action of a request can fail, before or after it is applied", async () => {
    const outcomes = new Set<string>();
    for (let action = 0; action < 12; action++) {
      for (const when of ["before", "after"] as const) {
        const book = blank();
        book.host.faults.inject({ request: 1, action, when, code: "Timeout" });
        const code = await errorCode(writeTwice(book));
        outcomes.add(`${code} ${JSON.stringify(book.cells(0, 0, 1, 2))}`);
      }
    }
    expect([...outcomes].sort()).toEqual(['Timeout [["",""]]', 'Timeout [[1,""]]', "no error [[1,2]]"]);
  });

  test("an action is also found by the member it uses", async () => {
    const book = blank();
    book.host.faults.inject({ request: 1, action: "Values", when: "after", code: "ServiceNotAvailable" });
    expect(await errorCode(writeTwice(book))).toBe("ServiceNotAvailable");
    expect(book.cells(0, 0, 1, 2)).toEqual([[1, ""]]);
  });

  test.each([
    { when: "before", left: ["", ""] },
    { when: "after", left: [1, ""] },
  ] as const)("a reply lost $when the work leaves $left, and sync never settles", async ({ when, left }) => {
    const book = blank();
    book.host.faults.inject({ request: 1, when, replyLost: true });
    let isSettled = false;
    void writeTwice(book).then(
      () => (isSettled = true),
      () => (isSettled = true),
    );
    await book.host.settled();
    expect([isSettled, book.cells(0, 0, 1, 2)]).toEqual([false, [left]]);
  });

  test("a user can edit between two requests and between two actions", async () => {
    const book = blank();
    const { host, user, Excel } = book;
    host.faults.at({ request: 2, when: "before" }, () => user.type("A1", "mine"));
    host.faults.at({ request: 2, action: "Values", when: "after" }, () => user.type("B1", "mine too"));
    await writeTwice(book);
    expect(book.cells(0, 0, 1, 2)).toEqual([["mine", "mine too"]]);
    await Excel.run((context) => context.sync());
  });

  test("counts requests, actions and bytes", async () => {
    const book = blank();
    await writeTwice(book);
    await book.host.settled();
    const { requests, actions, bytesIn, bytesOut, largestIn } = book.host.traffic;
    expect(requests).toBe(3); // the third lets the ranges go
    expect(actions).toBeGreaterThan(8);
    expect([bytesIn > 500, bytesOut > 100, largestIn < bytesIn]).toEqual([true, true, true]);
  });

  test("only-visible writes put the values into the rows that a filter left", async () => {
    const rows = [["k"], ["a"], ["b"], ["a"]];
    const book = opened(workbookOf([sheetOf("S", rows)]), { filteredWrites: "visible-only" });
    book.user.filter("S!A1:A4", 0, (value) => value === "a");
    await book.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("S").getRange("B2:B4").values = [[1], [2], [3]];
      await context.sync();
    });
    expect(book.cells(1, 1, 3, 1)).toEqual([[1], [""], [2]]);
  });

  test("writing over what an array fills leaves #SPILL! in its anchor", async () => {
    const book = opened(workbookOf([sheetOf("S")]));
    book.user.spill("S!A1", "=SEQUENCE(3)", [[1], [2], [3]]);
    await book.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("S").getRange("A1:A3");
      range.getCell(1, 0).values = [["x"]];
      range.load("values,formulas");
      await context.sync();
      expect(range.values).toEqual([["#SPILL!"], ["x"], [""]]);
      expect(range.formulas[0]).toEqual(["=SEQUENCE(3)"]);
    });
  });
});
