import { describe, expect, test } from "vitest";
import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";
import type { CellValue, WorkbookSnapshot } from "../../../addin/playground/host/snapshot";
import type { Preset } from "../../../engine/index";
import {
  applied,
  beside,
  end,
  expectTiersBesideAccounts,
  KINDS,
  must,
  laterSession,
  opened,
  openedBy,
  PRESET,
  previewed,
  reopened,
  session,
  stopped,
  tableOver,
  type Kind,
  type Opened,
} from "./workbooks";

/** The same rules with other words for the tiers: every account's tier changes. */
const RENAMED: Preset = {
  ...PRESET,
  tiers: { ...PRESET.tiers, rungs: PRESET.tiers.rungs.map((rung) => ({ ...rung, label: `${rung.label} "new" 🐘` })) },
};

/** Accounts whose old tiers take up more than the settings may, and names that JSON and Excel have to take care of. */
function many(kind: Kind): WorkbookSnapshot {
  const name = (i: number) => `${["=", "'", "🐘", '"', "\\", "ä"][i % 6] ?? ""}${i} ${"🐘".repeat(1_000 + i)}`;
  const rows = Array.from({ length: 60 }, (_, i): CellValue[] => [name(i), 2_000 - i]);
  const cells: CellValue[][] = [["Account", "Revenue"], ...rows];
  return workbookOf([sheetOf("Accounts", cells, { tables: kind === "table" ? [tableOver(cells)] : [] })]);
}

/** Tiered by the one preset; what is asked for is the other one. */
async function tiered(kind: Kind, from = many(kind)) {
  const book = opened(from);
  await applied(book);
  return { start: reopened(book), preview: await previewed(opened(reopened(book)), RENAMED) };
}

const sheetNames = ({ workbook }: Pick<Opened, "workbook">) => workbook.snapshot().sheets.map(({ name }) => name);

describe.each(KINDS)("old values that are too many for the settings, on a %s", (kind) => {
  test("stand on a very hidden sheet while the run is under way, and on none after it", async () => {
    const { start, preview } = await tiered(kind);
    const book = opened(start, { maxPayload: 70_000 }); // the text takes several messages
    const seen = new Set<string>();
    book.workbook.onChange(() => {
      for (const { name, visibility } of book.workbook.sheets()) seen.add(`${name} ${visibility}`);
    });
    must(await book.tiering.apply(preview));
    expect([...seen].filter((each) => !each.startsWith("Accounts")).length).toBeGreaterThan(0);
    expect(
      [...seen].every((each) => /^Accounts Visible$|^Tier Journal run\w+ (VeryHidden|Hidden|Visible)$/.test(each)),
    ).toBe(true);
    expect(sheetNames(book)).toEqual(["Accounts"]);
    expect(JSON.stringify(book.workbook.settings()).length).toBeLessThan(30_000);
    expectTiersBesideAccounts(book, RENAMED);

    expect(stopped(await session(book.Excel).undo()).code).toBe("journal-damaged"); // no other session has them
    must(await book.tiering.undo());
    expect(beside(book, "Tier")).toEqual(beside(opened(start), "Tier"));
  });

  test("come back after a crash at any request, by account", async () => {
    const { start, preview } = await tiered(kind);
    const good = opened(start, { maxPayload: 70_000 });
    must(await good.tiering.apply(preview));
    const [before, after] = [end(start), end(good.workbook.snapshot())];
    const requests = good.host.traffic.requests;
    let repaired = 0;
    for (let request = 1; request <= requests; request++) {
      for (const when of ["before", "after"] as const) {
        const book = openedBy(good, start, { maxPayload: 70_000 });
        for (let i = 0; i < 200; i++) {
          book.host.faults.inject({
            request: request + i,
            when: i === 0 ? when : "before",
            code: "InvalidOrTimedOutSession",
          });
        }
        await book.tiering.apply(preview);
        book.host.faults.clear();
        if ("tiering.pending" in book.workbook.settings()) {
          const later = laterSession(book, { maxPayload: 70_000 });
          expect([request, must(await later.repair())]).toMatchObject([request, { isRestored: true, unmatched: [] }]);
          expect([request, when, end(book.workbook.snapshot())]).toEqual([request, when, before]);
          repaired++;
        } else {
          const isEnd = when === "after" && request === requests;
          expect([request, when, end(book.workbook.snapshot())]).toEqual([request, when, isEnd ? after : before]);
        }
      }
    }
    expect(repaired).toBeGreaterThan(20);
  });

  test("come back after a crash half-way through any request", async () => {
    const { start, preview } = await tiered(kind);
    const good = opened(start);
    must(await good.tiering.apply(preview));
    const ends = [end(start), end(good.workbook.snapshot())].map((each) => JSON.stringify(each));
    for (let request = 1; request <= good.host.traffic.requests; request++) {
      for (let action = request % 11, isReached = true; isReached; action += 11) {
        const book = openedBy(good, start);
        isReached = false;
        book.host.faults.at({ request, action, when: "before" }, () => (isReached = true));
        book.host.faults.inject({ request, action, when: "before", code: "InvalidOrTimedOutSession" });
        for (let i = 1; i < 100; i++) {
          book.host.faults.inject({ request: request + i, when: "before", code: "InvalidOrTimedOutSession" });
        }
        await book.tiering.apply(preview);
        if (!isReached) break;
        book.host.faults.clear();
        if ("tiering.pending" in book.workbook.settings()) {
          expect(must(await laterSession(book).repair()).isRestored).toBe(true);
        }
        expect([request, action, ends.includes(JSON.stringify(end(book.workbook.snapshot())))]).toEqual([
          request,
          action,
          true,
        ]);
      }
    }
  });

  test("go by account, also where rows were sorted after the crash", async () => {
    const { start, preview } = await tiered(kind);
    const book = await crashedWhileWriting(start, preview);
    book.user.sort("A2:D61", 1, true);
    must(await laterSession(book).repair());
    expect(beside(book, "Tier")).toEqual(beside(opened(start), "Tier"));
    expect(sheetNames(book)).toEqual(["Accounts"]);
  });
});

/** Broken off when the first cells were overwritten. */
async function crashedWhileWriting(start: WorkbookSnapshot, preview: Awaited<ReturnType<typeof previewed>>) {
  const book = opened(start);
  let isGone = false;
  book.workbook.onChange((change) => {
    const isOurs = change.type === "edited" && change.sheet === book.workbook.sheets()[0]?.id && change.area.rows > 1;
    if (!isOurs || isGone) return;
    isGone = true;
    for (let i = 1; i < 100; i++) {
      book.host.faults.inject({ request: i, when: "before", code: "InvalidOrTimedOutSession" });
    }
  });
  for (let request = 1; request < 40 && !isGone; request++) {
    book.host.faults.at({ request, when: "before" }, () => undefined);
  }
  expect((await book.tiering.apply(preview)).ok).toBe(false);
  expect(isGone).toBe(true);
  book.host.faults.clear();
  return book;
}

test.each(["changed", "deleted"])("a sheet that somebody has %s restores nothing, and is removed", async (how) => {
  const { start, preview } = await tiered("range");
  const book = await crashedWhileWriting(start, preview);
  const journal = sheetNames(book).at(-1) ?? "";
  if (how === "deleted") book.user.deleteSheet(journal);
  else book.user.type(`'${journal}'!A1`, "mine");
  const cells = beside(book, "Tier");

  const later = laterSession(book);
  expect(must(await later.repair())).toEqual({ cells: 0, unmatched: [], sheet: null, isRestored: false });
  expect(beside(book, "Tier")).toEqual(cells);
  expect(sheetNames(book)).toEqual(["Accounts"]);
  const [record] = must(await later.sources());
  expect(must(await later.stale(record?.id ?? "", "2026-01-31")).reasons).toContain("cells");
  expect(must(await later.history())).toEqual({ canUndo: true, isUnfinished: false });
});

test("somebody's own sheet of that name is left alone", async () => {
  const from = many("range");
  const own = sheetOf("Tier Journal", [["mine"]]);
  const { start, preview } = await tiered("range", { ...from, sheets: [...from.sheets, own] });
  const book = opened(start);
  must(await book.tiering.apply(preview));
  expect(book.workbook.snapshot().sheets[1]).toMatchObject({ name: "Tier Journal", values: [["mine"]] });
  expect(sheetNames(book)).toEqual(["Accounts", "Tier Journal"]);
});
