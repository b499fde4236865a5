import { describe, expect, test } from "vitest";
import type { WorkbookSnapshot } from "../../../addin/playground/host/snapshot";
import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";
import {
  accounts,
  applied,
  end,
  expectTiersBesideAccounts,
  KINDS,
  must,
  opened,
  openedBy,
  previewed,
} from "./workbooks";

describe("messages that are too large", () => {
  test.each(KINDS)("are sent in halves, wherever they are refused (%s)", async (kind) => {
    const preview = await previewed(opened(accounts(kind)));
    const good = opened(accounts(kind));
    must(await good.tiering.apply(preview));
    const [before, after] = [end(accounts(kind)), end(good.workbook.snapshot())];
    let halved = 0;
    for (let request = 1; request <= good.host.traffic.requests; request++) {
      for (const [code, when] of [
        ["RequestPayloadSizeLimitExceeded", "before"],
        ["ResponsePayloadSizeLimitExceeded", "after"],
      ] as const) {
        const book = openedBy(good, accounts(kind));
        book.host.faults.inject({ request, when, code });
        const outcome = await book.tiering.apply(preview);
        expect(outcome.ok ? after : before).toEqual(end(book.workbook.snapshot()));
        if (outcome.ok) halved++;
      }
    }
    expect(halved).toBeGreaterThanOrEqual(4); // the cells and the colours, each both ways
  });

  test.each([MOST_BYTES, 24_001, 47_111, 99_991])(
    "a host that takes %i bytes is served in small blocks",
    async (most) => {
      const book = opened(long(), { maxPayload: most });
      await applied(book);
      expectTiersBesideAccounts(book);
      must(await book.tiering.undo());
      expect(book.workbook.snapshot()).toEqual(long());
    },
  );
});

const MOST_BYTES = 30_000;

/** More accounts than go into one message of 30,000 bytes. */
function long(): WorkbookSnapshot {
  const rows = Array.from({ length: 600 }, (_, i) => [`Account ${i} ${"x".repeat(60)}`, 1000 - i]);
  return workbookOf([sheetOf("Accounts", [["Account", "Revenue"], ...rows])]);
}

test("cancelling between any two blocks leaves everything as it was", async () => {
  const ends = new Set<string>();
  const first = opened(long());
  for (let blocks = 0; !ends.has("done"); blocks++) {
    const book = openedBy(first, long(), { maxPayload: MOST_BYTES });
    const preview = await previewed(book);
    let looks = 0;
    const signal = Object.defineProperty({ aborted: false }, "aborted", { get: () => looks++ >= blocks });
    const outcome = await book.tiering.apply(preview, { signal: signal as AbortSignal });
    if (!outcome.ok) {
      expect(outcome.problem.code).toBe("cancelled");
      expect(book.workbook.snapshot()).toEqual(long());
    }
    ends.add(outcome.ok ? "done" : outcome.problem.written);
  }
  expect(ends).toEqual(new Set(["nothing", "restored", "done"]));
});
