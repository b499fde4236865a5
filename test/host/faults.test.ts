import { describe, expect, test } from "vitest";
import { reconnect } from "../../addin/playground/host/client";
import { sheetOf, workbookOf } from "../../addin/playground/host/simpleSnapshot";
import { User } from "../../addin/playground/host/user";
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
  ] as const)("a reply lost $when the work leaves $left, and the connection has failed", async ({ when, left }) => {
    for (const code of ["ConnectionFailure", "Timeout"] as const) {
      const book = blank();
      book.host.faults.inject({ request: 1, when, reply: "lost", ...(code === "Timeout" && { code }) });
      expect(await errorCode(writeTwice(book))).toBe(code);
      expect(book.cells(0, 0, 1, 2)).toEqual([left]);
    }
  });

  test.each([
    { release: undefined, end: "no error", left: [1, 2] },
    { release: "Timeout", end: "Timeout", left: [1, ""] },
  ] as const)("a reply that is held comes when it is released ($release): $end", async ({ release, end, left }) => {
    const book = blank();
    book.host.faults.inject({ request: 1, when: "after", reply: "held" });
    let code = "waiting";
    void errorCode(writeTwice(book)).then((found) => (code = found));
    await book.host.settled();
    expect([code, book.cells(0, 0, 1, 2)]).toEqual(["waiting", [[1, ""]]]);
    expect(book.host.faults.release(release)).toBe(1);
    await book.host.settled();
    expect([code, book.cells(0, 0, 1, 2)]).toEqual([end, [left]]);
  });

  test("a session that is gone stays gone, applies nothing more and raises no events; a new connection works", async () => {
    const book = blank();
    let events = 0;
    await book.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("S").onChanged.add(() => Promise.resolve(void events++));
      await context.sync();
    });
    book.host.faults.inject({ request: 2, action: "Values", when: "after", session: "gone" });
    expect(await errorCode(writeTwice(book))).toBe("InvalidOrTimedOutSession");
    expect(await errorCode(writeTwice(book))).toBe("InvalidOrTimedOutSession");
    book.user.type("S!A2", "by the user");
    await book.host.settled();
    expect([events, book.cells(0, 0, 1, 2)]).toEqual([0, [[1, 2]]]);
    const again = reconnect(book, book.workbook);
    expect(await errorCode(writeTwice({ ...book, ...again }))).toBe("no error");
  });

  test.each([
    { times: 1, codes: ["Timeout", "no error", "no error", "no error"] },
    { times: 3, codes: ["Timeout", "Timeout", "Timeout", "no error"] },
    { times: Infinity, codes: ["Timeout", "Timeout", "Timeout", "Timeout"] },
  ])("a fault happens $times times, in requests one after another", async ({ times, codes }) => {
    const { host, Excel } = blank();
    host.faults.inject({ request: 1, action: "Values", when: "before", code: "Timeout", times });
    const found: string[] = [];
    await Excel.run(async (context) => {
      for (let time = 0; time < 4; time++) {
        context.workbook.worksheets.getItem("S").getRange("A1").untrack().values = [[time]];
        found.push(await errorCode(context.sync()));
      }
    });
    expect(found).toEqual(codes);
  });

  test("a test is asked at every request before it is applied", async () => {
    const book = blank();
    const seen: string[] = [];
    const stop = book.host.faults.onRequest(({ number, actions }) => {
      const writes = actions.filter(({ Name }) => Name === "Values").length;
      seen.push(`${number}: ${writes} ${JSON.stringify(book.cells(0, 0, 1, 2))}`);
      book.user.type("S!A1", `before request ${number}`);
    });
    await writeTwice(book);
    await book.host.settled();
    stop();
    expect(seen.slice(0, 2)).toEqual(['1: 1 [["",""]]', '2: 1 [[1,""]]']);
    expect(book.cells(0, 0, 1, 2)).toEqual([["before request 3", 2]]); // the third lets the ranges go
    expect(book.host.faults.requests).toBe(3);
  });

  test("a co-author edits right before a request is applied: its events say Remote, ours Local", async () => {
    const book = blank();
    const colleague = new User(book.workbook, "co-author");
    const seen: string[] = [];
    await book.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("S");
      sheet.onChanged.add(({ address, source, triggerSource }) => {
        seen.push(`${address} ${source} ${triggerSource}`);
        return Promise.resolve();
      });
      await context.sync();
      const stop = book.host.faults.onRequest(() => colleague.type("S!A2", "theirs"));
      sheet.getRange("A1").values = [[1]];
      await context.sync();
      stop();
    });
    await book.host.settled();
    expect(seen).toEqual(["A2 Remote Unknown", "A1 Local ThisLocalAddin"]);
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
