import { describe, expect, test } from "vitest";
import type { ProblemCode } from "../../../addin/excel/problem";
import type { WorkbookSnapshot } from "../../../addin/playground/host/snapshot";
import {
  accounts,
  applied,
  DAY,
  expectTiersBesideAccounts,
  KINDS,
  must,
  opened,
  openedBy,
  previewed,
  stopped,
  type Kind,
  type Opened,
} from "./workbooks";

interface Obstacle {
  readonly name: string;
  readonly kinds?: readonly Kind[];
  readonly code: ProblemCode;
  /** What is in the way, before anything is applied. */
  put(book: Opened, kind: Kind): void;
  remove(book: Opened, kind: Kind): void;
}

const OBSTACLES: Obstacle[] = [
  {
    name: "cells right of the accounts",
    kinds: ["range"],
    code: "cells-right-of-range",
    put: ({ user }) => user.paste("D5", [["mine"]]),
    remove: ({ user }) => user.clear("D5"),
  },
  {
    name: "cells far right of the table",
    kinds: ["table"],
    code: "cells-right-of-table",
    put: ({ user }) => user.paste("F5", [["mine"]]),
    remove: ({ user }) => user.clear("F5"),
  },
  {
    name: "a formula that spills into where a new column will be",
    kinds: ["range"],
    code: "target-spilled",
    put: ({ user }) => user.spill("D3", "=SEQUENCE(2)", [[1], [2]]),
    remove({ user, workbook }) {
      workbook.setSpills(workbook.activeSheet(), []);
      user.clear("D3:D4");
    },
  },
  {
    name: "a merged area where a new column will be",
    kinds: ["range"],
    code: "target-merged",
    put: ({ user }) => user.merge("C4:C5"),
    remove: ({ workbook }) => workbook.setMerges(workbook.activeSheet(), []),
  },
  {
    name: "a protected sheet",
    code: "sheet-protected",
    put: ({ user }) => user.protect(),
    remove: ({ user }) => user.unprotect(),
  },
  {
    name: "a filter",
    code: "filter-active",
    put: ({ user }) => user.filter("A1:B11", 1, (value) => Number(value) > 50),
    remove: ({ user }) => user.clearFilter(),
  },
  {
    name: "hidden rows",
    code: "rows-hidden",
    put: ({ user }) => user.hide("4:5"),
    remove: ({ workbook }) => workbook.setHidden(workbook.activeSheet(), "rows", 3, 2, false),
  },
];
const CASES = OBSTACLES.flatMap((obstacle) => (obstacle.kinds ?? KINDS).map((kind) => ({ ...obstacle, kind })));

describe("what stands in the way is named, and nothing is written", () => {
  test.each(CASES)("$name ($kind)", async ({ kind, code, put, remove }) => {
    const book = opened(accounts(kind));
    put(book, kind);
    const preview = await previewed(book);
    const before = book.workbook.snapshot();
    const written = code === "target-merged" ? "restored" : "nothing"; // Excel does not tell of merged cells beforehand
    expect(stopped(await book.tiering.apply(preview))).toEqual({ code, written });
    expect(book.workbook.snapshot()).toEqual(before);
    remove(book, kind);
    must(await book.tiering.apply(preview));
    expectTiersBesideAccounts(book);
  });

  test.each(CASES.filter(({ code }) => !code.startsWith("cells-")))(
    "$name comes up during the write: it succeeds, or all is as before ($kind)",
    async ({ kind, code, put, remove }) => {
      const before = accounts(kind);
      const preview = await previewed(opened(before));
      const good = opened(before);
      must(await good.tiering.apply(preview));
      const ends = new Set<string>();
      for (let request = 1; request <= good.host.traffic.requests; request++) {
        const book = openedBy(good, before);
        book.host.faults.at({ request, when: "before" }, () => put(book, kind));
        const outcome = await book.tiering.apply(preview);
        remove(book, kind);
        if (outcome.ok) {
          // What the user spilled over our cells after the last look is theirs.
          if (code !== "target-spilled") expectTiersBesideAccounts(book);
        } else {
          if (outcome.problem.written === "partly") must(await book.tiering.repair());
          expect([request, withoutFilter(book.workbook.snapshot())]).toEqual([request, before]);
        }
        ends.add(outcome.ok ? "ok" : outcome.problem.written);
      }
      expect(ends).toContain(code === "target-merged" ? "restored" : "nothing");
    },
  );
});

/** A filter that was cleared still stands. */
function withoutFilter(snapshot: WorkbookSnapshot): WorkbookSnapshot {
  return { ...snapshot, sheets: snapshot.sheets.map((sheet) => ({ ...sheet, filter: null })) };
}

describe("obstacles of a refresh", () => {
  const PUTS: { name: string; code: ProblemCode; put(book: Opened): void }[] = [
    { name: "protected", code: "sheet-protected", put: ({ user }) => user.protect() },
    { name: "filtered", code: "filter-active", put: ({ user }) => user.filter("A1:D11", 1, (v) => Number(v) > 50) },
    { name: "rows hidden", code: "rows-hidden", put: ({ user }) => user.hide("4:4") },
    {
      name: "spilled over our column",
      code: "target-spilled",
      put: ({ user }) => user.spill("D8", "=A1:A2", [["x"], ["y"]]),
    },
    { name: "merged across our cells", code: "target-merged", put: ({ user }) => user.merge("D6:D7") },
  ];
  const cases = PUTS.flatMap((put) => KINDS.map((kind) => ({ ...put, kind })));
  test.each(cases)("$name ($kind)", async ({ kind, code, put }) => {
    const book = opened(accounts(kind));
    const { record } = await applied(book);
    book.user.type("B6", 900);
    put(book);
    const before = book.workbook.snapshot();
    const written = code === "target-merged" ? "restored" : "nothing";
    expect(stopped(await book.tiering.refresh(record.id, DAY))).toEqual({ code, written });
    expect(book.workbook.snapshot()).toEqual(before);
  });

  test.each(KINDS)("undo does not write into a filtered or protected sheet either (%s)", async (kind) => {
    const book = opened(accounts(kind));
    await applied(book);
    book.user.protect();
    const before = book.workbook.snapshot();
    expect(stopped(await book.tiering.undo())).toEqual({ code: "sheet-protected", written: "nothing" });
    book.user.unprotect();
    book.user.filter("A1:D11", 1, (value) => Number(value) > 50);
    expect(stopped(await book.tiering.undo())).toEqual({ code: "filter-active", written: "nothing" });
    book.user.clearFilter();
    must(await book.tiering.undo());
    expect(before.sheets[0]?.values[0]).toHaveLength(4);
  });
});
