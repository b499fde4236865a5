import { describe, expect, test } from "vitest";
import { sheetOf, workbookOf } from "../../addin/playground/host/simpleSnapshot";
import { accounts } from "./conformance/accounts";
import { errorCode } from "./conformance/documented";
import { opened } from "./opened";

/** The parts of a client's error that tell where it happened. */
async function failure(
  work: Promise<unknown>,
): Promise<{ code: string; message: string; errorLocation?: string; statement?: string }> {
  try {
    await work;
  } catch (error) {
    const { code, message, debugInfo } = error as OfficeExtension.Error; // the client's own
    return { code, message, errorLocation: debugInfo.errorLocation, statement: debugInfo.statement };
  }
  throw new Error("The work did not fail.");
}

describe("a batch", () => {
  test("is not atomic: what came before the failing action stays applied, what came after is not done", async () => {
    const { Excel, cells } = opened(accounts());
    const error = await failure(
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Accounts");
        sheet.getRange("A1").values = [["before"]];
        sheet.getRange("A2").values = [["wrong", "shape"]];
        sheet.getRange("A3").values = [["after"]];
        await context.sync();
      }),
    );
    expect(error).toMatchObject({
      code: "InvalidArgument",
      errorLocation: "Range.values",
      statement: "range1.values = ...;",
    });
    expect(cells(0, 0, 3, 1)).toEqual([["before"], [""], [""]]);
  });

  test("gives the results of the actions before the failing one", async () => {
    const { Excel } = opened(accounts());
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Accounts");
      const range = sheet.getRange("B3").load("values");
      sheet.getRange("nonsense");
      expect(await errorCode(context.sync())).toBe("InvalidArgument");
      expect(range.values).toEqual([["Acme"]]);
    });
  });

  test("names a member that the host lacks", async () => {
    const { Excel } = opened(accounts());
    const load = (start: (workbook: Excel.Workbook) => void): Promise<unknown> =>
      Excel.run(async (context) => {
        start(context.workbook);
        await context.sync();
      });
    expect(await failure(load((workbook) => workbook.worksheets.getFirst().shapes.load("items")))).toMatchObject({
      code: "ApiNotFound",
      message: "This host does not have Worksheet.shapes.",
      errorLocation: "Worksheet.shapes",
    });
    expect(await failure(load((workbook) => workbook.worksheets.getFirst().copy()))).toMatchObject({
      code: "ApiNotFound",
      errorLocation: "Worksheet.copy",
    });
    expect(await failure(load((workbook) => workbook.worksheets.getFirst().load("standardWidth")))).toMatchObject({
      code: "ApiNotFound",
      message: "This host does not have Worksheet.standardWidth.",
    });
    expect(await failure(load((workbook) => (workbook.worksheets.getFirst().standardWidth = 70)))).toMatchObject({
      code: "ApiNotFound",
      errorLocation: "Worksheet.standardWidth",
    });
  });

  test("loads nested paths, items of items, and pages of items", async () => {
    const { Excel } = opened(workbookOf(["A", "B", "C", "D"].map((name) => sheetOf(name, [["k"], [1]]))));
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.getItem("B").tables.add("A1:A2", true);
      worksheets.load({ select: "name", top: 2, skip: 1 });
      const deep = context.workbook.worksheets.load(
        "items/name,items/tables/items/name,items/tables/items/columns/items/name",
      );
      await context.sync();
      expect(deep.items[1]?.tables.items[0]?.columns.items[0]?.name).toBe("k");
      const range = worksheets
        .getItem("B")
        .getRange("A1")
        .load({ values: true, format: { fill: { color: true } }, worksheet: { name: true } });
      const paged = context.workbook.worksheets;
      paged.load({ select: "name", top: 2, skip: 1 });
      await context.sync();
      expect([range.values, range.format.fill.color, range.worksheet.name]).toEqual([[["k"]], "#FFFFFF", "B"]);
      expect(paged.items.map(({ name }) => name)).toEqual(["B", "C"]);
    });
  });

  test("throws PropertyNotLoaded in the client for what was not loaded", async () => {
    const { Excel } = opened(accounts());
    const work = Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1").load("address");
      await context.sync();
      return range.values;
    });
    expect(await errorCode(work)).toBe("PropertyNotLoaded");
  });

  test("objects reached through a null object are null, and changing one is refused", async () => {
    const { Excel } = opened(accounts());
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject("Nope");
      const range = sheet.getRange("A1").load("values");
      await context.sync();
      expect([sheet.isNullObject, range.isNullObject]).toEqual([true, true]);
      context.workbook.worksheets.getItemOrNullObject("Nope").name = "x";
      expect(await errorCode(context.sync())).toBe("InvalidArgument");
    });
  });
});

describe("payload limits", () => {
  const wide = (length: number): string[][] => Array.from({ length: 10 }, () => ["x".repeat(length)]);

  test("a request that is too large is refused as a whole", async () => {
    const { Excel, cells } = opened(accounts(), { maxPayload: 20_000 });
    const work = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Accounts");
      sheet.getRange("A1").values = [["first"]];
      sheet.getRange("A2:A11").values = wide(3000);
      await context.sync();
    });
    expect(await errorCode(work)).toBe("RequestPayloadSizeLimitExceeded");
    expect(cells(0, 0, 1, 1)).toEqual([[""]]);
  });

  test("a response that is too large is refused after the actions were done", async () => {
    const { Excel, cells } = opened(workbookOf([sheetOf("S", wide(3000))]), { maxPayload: 20_000 });
    const work = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("S");
      sheet.getRange("B1").values = [["done"]];
      sheet.getRange("A1:A10").load("values");
      await context.sync();
    });
    expect(await errorCode(work)).toBe("ResponsePayloadSizeLimitExceeded");
    expect(cells(0, 1, 1, 1)).toEqual([["done"]]);
  });

  test("the limit is 5 MB unless told otherwise, counted in UTF-8", async () => {
    const { Excel, host } = opened(workbookOf([sheetOf("S")]));
    const write = (letter: string): Promise<unknown> =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("S").getRange("A1:A100").values = Array.from({ length: 100 }, () => [
          letter.repeat(30_000),
        ]);
        await context.sync();
      });
    expect(await errorCode(write("x"))).toBe("no error");
    expect(await errorCode(write("é"))).toBe("RequestPayloadSizeLimitExceeded");
    expect(host.traffic.largestIn).toBeGreaterThan(5 * 1024 * 1024);
  });
});

describe("connections", () => {
  test("while a cell is being edited, requests fail, or wait when they asked for it", async () => {
    const { Excel, user, cells, workbook } = opened(accounts());
    const write = (value: number, delayForCellEdit: boolean): Promise<unknown> =>
      Excel.run({ delayForCellEdit }, async (context) => {
        context.workbook.worksheets.getItem("Accounts").getRange("A1").values = [[value]];
        await context.sync();
      });
    user.startEditing("Accounts!A2");
    expect(workbook.isDirty).toBe(false);
    expect(await errorCode(write(1, false))).toBe("InvalidOperationInCellEditMode");
    const waiting = write(2, true);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(cells(0, 0, 1, 1)).toEqual([[""]]);
    user.finishEditing("typed");
    await waiting;
    expect(cells(0, 0, 2, 1)).toEqual([[2], ["typed"]]);
    user.startEditing("Accounts!A2");
    user.finishEditing();
    expect(await errorCode(write(3, false))).toBe("no error");
    expect(cells(0, 0, 2, 1)).toEqual([[3], ["typed"]]);
  });

  test("two workbooks live side by side in one process", async () => {
    const [first, second] = [
      opened(workbookOf([sheetOf("S", [["one"]])])),
      opened(workbookOf([sheetOf("S", [["two"]])])),
    ];
    const read = ({ Excel }: typeof first): Promise<unknown> =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("S").getRange("A1").load("values");
        await context.sync();
        return range.values;
      });
    expect(await Promise.all([read(first), read(second)])).toEqual([[["one"]], [["two"]]]);
  });

  test("errors and arrays are this realm's own", async () => {
    const { Excel } = opened(accounts());
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1").load("values");
      await context.sync();
      expect(range.values).toBeInstanceOf(Array);
      context.workbook.worksheets.getItem("Nope");
      await expect(context.sync()).rejects.toBeInstanceOf(Error);
    });
    expect(Object.keys(Error.prototype)).toEqual([]);
  });

  test("what office.js's loader gives is there, and requirement sets can be chosen", async () => {
    const { Office, Excel } = opened(accounts(), {
      application: { requirementSets: { ExcelApi: "1.14" }, platform: "PC" },
    });
    expect((await Office.onReady()).host).toBe("Excel");
    const { requirements } = Office.context;
    expect(["1.9", "1.14", "1.16"].map((version) => requirements.isSetSupported("ExcelApi", version))).toEqual([
      true,
      true,
      false,
    ]);
    expect(requirements.isSetSupported("SharedRuntime", "1.1")).toBe(false);
    Office.actions.associate("refresh", ({ completed }) => completed());
    expect([...Office.actions.associated.keys()]).toEqual(["refresh"]);
    await Excel.run((context) => context.sync());
  });

  test("ranges are let go at the end of a run, and untracked ones are never kept", async () => {
    const { Excel, host } = opened(accounts());
    let during = 0;
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Accounts");
      sheet.getRange("A1").load("values");
      sheet.getRange("A2").untrack().load("values");
      await context.sync();
      during = host.keptReferences;
    });
    await host.settled();
    expect([during, host.keptReferences]).toEqual([1, 0]);
  });

  test("a range within a run follows rows that a user inserts between two syncs", async () => {
    const { Excel, host, user, cells } = opened(accounts());
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Accounts").getRange("B3").load("address");
      await context.sync();
      host.faults.at({ request: 1, when: "before" }, () => user.insert("1:2"));
      range.values = [["Apex"]];
      range.load("address");
      await context.sync();
      expect(range.address).toBe("Accounts!B5");
    });
    expect(cells(4, 1, 1, 1)).toEqual([["Apex"]]);
  });

  test("a range on a sheet that was deleted is an InvalidReference", async () => {
    const { Excel, user } = opened(accounts());
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Other").getRange("B3").load("address");
      await context.sync();
      user.deleteSheet("Other");
      range.load("values");
      expect(await errorCode(context.sync())).toBe("InvalidReference");
    });
  });

  test("the id of a deleted rule or table is not given again", async () => {
    const { Excel } = opened(accounts());
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Accounts").getRange("B2:C4");
      const ids: string[] = [];
      for (let time = 0; time < 2; time++) {
        const rule = range.conditionalFormats.add("CellValue").load("id");
        const table = context.workbook.tables.add("Accounts!B2:D6", true).load("id");
        await context.sync();
        ids.push(rule.id, table.id);
        rule.delete();
        table.convertToRange();
        await context.sync();
      }
      expect(new Set(ids).size).toBe(4);
    });
  });

  test("a range whose rows were deleted is an InvalidReference", async () => {
    const { Excel, user } = opened(accounts());
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Accounts").getRange("B3").load("address");
      await context.sync();
      user.delete("3:3");
      range.load("values");
      expect(await errorCode(context.sync())).toBe("InvalidReference");
    });
  });
});
