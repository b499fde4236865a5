import { describe, expect, test } from "vitest";
import { connect } from "../../../../addin/playground/host/client";
import { sheetOf } from "../../../../addin/playground/host/simpleSnapshot";
import type { CellValue, WorkbookSnapshot } from "../../../../addin/playground/host/snapshot";
import type { Preset } from "../../../../engine/index";
import {
  accounts,
  end,
  must,
  opened,
  PRESET,
  previewed,
  session,
  sheetNamed,
  stopped,
  withoutJournal,
  type Opened,
} from "../workbooks";

const NAME = "Account dossiers";
const TIMED: Preset = {
  ...PRESET,
  review: {
    ...(PRESET.review ?? { cadence: "quarterly", alerts: [] }),
    dossierDays: { t1: 92, t2: 366 },
  } as Preset["review"],
};

const written = async (book: Opened) => must(await book.tiering.writeDossiers(await previewed(book, TIMED)));

/** A column of the sheet by account. */
function column(book: Pick<Opened, "workbook">, header: string): Record<string, CellValue> {
  const [headers = [], ...rows] = sheetNamed(book, NAME).values;
  const at = headers.indexOf(header);
  return Object.fromEntries(rows.filter(([account]) => account).map((row) => [row[0] ?? "", row[at] ?? ""]));
}

describe("Account dossiers", () => {
  test("has a row for each account of the upper tiers, and goes again with undo", async () => {
    const book = opened(accounts("table"));
    const before = end(book.workbook.snapshot());
    expect(await written(book)).toMatchObject({ added: 5, updated: 0, coverage: { known: 0, toFind: 0 }, issues: [] });
    expect(column(book, "Tier")).toEqual({
      Acme: "Tier 1",
      Bolt: "Tier 2",
      Cyan: "Tier 2",
      Dune: "Tier 2",
      Echo: "Tier 2",
    });
    expect(column(book, "Refresh due")["Acme"]).toBe(46053); // the day of the run: there is none yet
    must(await book.tiering.undo());
    expect(end(book.workbook.snapshot())).toEqual(before);
  });

  test("keeps what the analyst wrote, and brings ours up to date by account", async () => {
    const book = opened(accounts("table"));
    await written(book);
    book.user.type(`${NAME}!F2`, "Ann, Bob");
    book.user.type(`${NAME}!G2`, 3);
    book.user.type(`${NAME}!M2`, "2026-01-01");
    book.user.type(`${NAME}!I3`, "our words");
    book.user.type("Accounts!B4", 900); // Cyan
    const { coverage, ...rest } = await written(book);
    expect(coverage).toEqual({ known: 2, toFind: 3 });
    expect(rest).toMatchObject({ added: 0, issues: [] });
    expect(column(book, "Tier")).toMatchObject({ Cyan: "Tier 1", Acme: "Tier 2" });
    expect(column(book, "Known contacts")["Acme"]).toBe("Ann, Bob");
    expect(column(book, "Initiatives")["Bolt"]).toBe("our words");
    expect(column(book, "Refresh due")["Acme"]).toBe(46023 + 366); // now in Tier 2
  });

  test("adds rows for those that come up and removes none", async () => {
    const book = opened(accounts("table"));
    await written(book);
    book.user.type("Accounts!B11", 2000); // Jade, the least
    const before = book.workbook.snapshot();
    expect(await written(book)).toMatchObject({ added: 1 });
    expect(Object.keys(column(book, "Tier"))).toHaveLength(6);
    expect(column(book, "Tier")["Jade"]).toBe("Tier 1");
    must(await book.tiering.undo());
    expect(endWithoutJournal(book.workbook.snapshot())).toEqual(endWithoutJournal(before));
  });

  test("a row that cannot be understood is told and left alone", async () => {
    const book = opened(accounts("table"));
    await written(book);
    book.user.type(`${NAME}!M2`, "soon");
    book.user.type("Accounts!B2", 1);
    const { issues } = await written(book);
    expect(issues).toMatchObject([{ address: "M2", header: "Refreshed", found: "soon" }]);
    expect(column(book, "Tier")["Acme"]).toBe("Tier 1");
  });

  test("never touches a sheet of that name that is not ours", async () => {
    const snapshot = accounts("range");
    snapshot.sheets.push(sheetOf(NAME, [["mine"]]));
    const book = opened(snapshot);
    const outcome = await book.tiering.writeDossiers(await previewed(book, TIMED));
    expect(stopped(outcome)).toEqual({ code: "own-sheet-taken", written: "nothing" });
    expect(book.workbook.snapshot()).toEqual(snapshot);
  });

  test.each(["before", "after"] as const)(
    "a fault %s any request leaves it as it was, or done, or repaired",
    async (when) => {
      const first = opened(accounts("table"));
      await written(first);
      first.user.type("Accounts!B11", 2000);
      const start = first.workbook.snapshot();
      const preview = await previewed(opened(start), TIMED);
      const good = opened(start);
      must(await good.tiering.writeDossiers(preview));
      const ends = [end(start), end(good.workbook.snapshot())].map((each) => JSON.stringify(each));
      for (const times of [1, 100]) {
        for (let request = 1; request <= good.host.traffic.requests; request++) {
          const book = opened(start);
          for (let i = 0; i < times; i++)
            book.host.faults.inject({ request: request + i, when, code: "GeneralException" });
          const outcome = await book.tiering.writeDossiers(preview);
          book.host.faults.clear();
          const isPending = "tiering.pending" in book.workbook.settings();
          if (isPending) must(await session(connect(book.workbook).Excel).repair());
          const found = JSON.stringify(end(book.workbook.snapshot()));
          expect([request, times, isPending || !outcome.ok ? ends.includes(found) : found === ends[1]]).toEqual([
            request,
            times,
            true,
          ]);
        }
      }
    },
  );
});

const endWithoutJournal = (snapshot: WorkbookSnapshot) => end(withoutJournal(snapshot));
