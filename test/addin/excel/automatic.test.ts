import { describe, expect, test } from "vitest";
import { automaticRefresh, type AutomaticState } from "../../../addin/excel/automatic";
import type { Tiering } from "../../../addin/excel/tiering";
import { User } from "../../../addin/playground/host/user";
import { ManualClock } from "./manualClock";
import {
  accounts,
  applied,
  builtIn,
  DAY,
  expectTiersBesideAccounts,
  KINDS,
  must,
  opened,
  stopped,
  type Kind,
} from "./workbooks";

/** A tiered workbook whose refreshes are counted, with automatic refresh switched on. */
async function armed(kind: Kind = "table") {
  const book = opened(accounts(kind));
  const { record } = await applied(book);
  const clock = new ManualClock();
  const states: AutomaticState[] = [];
  const runs = { count: 0, atOnce: 0, most: 0 };
  const counted: Pick<Tiering, "find" | "watch" | "refresh"> = {
    ...book.tiering,
    async refresh(...asked) {
      runs.count++;
      runs.most = Math.max(runs.most, ++runs.atOnce);
      const outcome = await book.tiering.refresh(...asked);
      runs.atOnce--;
      return outcome;
    },
  };
  const options = { today: () => DAY, onState: (state: AutomaticState) => states.push(state), clock };
  const disarm = must(await automaticRefresh(counted, record.id, options));
  expect(runs.count).toBe(1);
  runs.count = 0;
  /** Lets events come in, time pass, and runs finish. */
  const pass = async (ms: number) => {
    await book.host.settled();
    await clock.pass(ms);
    await book.host.settled();
  };
  return { book, record, clock, states, runs, disarm, pass, last: () => states.at(-1)?.kind };
}

describe("automatic refresh", () => {
  test.each(KINDS)("follows the user's edits once they have settled (%s)", async (kind) => {
    const { book, states, runs, pass } = await armed(kind);
    for (let i = 2; i < 9; i++) {
      book.user.type(`Accounts!B${i}`, 1000 - i * 100);
      await pass(300);
    }
    expect(runs.count).toBe(0);
    await pass(400);
    await pass(0);
    expect(runs).toMatchObject({ count: 1, most: 1 });
    expectTiersBesideAccounts(book);
    expect(states.at(-1)).toMatchObject({ kind: "current", last: { plan: { moves: { new: 0 } } } });
    await pass(10_000); // our own writes are no edits
    expect(runs.count).toBe(1);
  });

  test.each(KINDS)("edits during a run lead to exactly one more (%s)", async (kind) => {
    const { book, runs, pass } = await armed(kind);
    book.user.type("Accounts!B6", 900);
    for (let request = 2; request < 9; request++) {
      book.host.faults.at({ request, when: "before" }, () => book.user.type("Accounts!B7", 500 + request));
    }
    await pass(400);
    await pass(0);
    expect(runs.count).toBe(1);
    await pass(5_000);
    expect(runs).toMatchObject({ count: 2, most: 1 });
    expectTiersBesideAccounts(book);
  });

  test.each(KINDS)("sees rows that come below, also several at once (%s)", async (kind) => {
    const { book, runs, pass, last } = await armed(kind);
    for (const row of [12, 13, 14]) {
      book.user.type(`Accounts!A${row}`, `New ${row}`);
      book.user.type(`Accounts!B${row}`, row * 100);
      await pass(1_000);
      await pass(1_000);
    }
    expect(last()).toBe("current");
    expect(runs.most).toBe(1);
    expectTiersBesideAccounts(book);
  });

  test("a co-author's edit only marks the tiers stale, until the user edits", async () => {
    const { book, runs, pass, last } = await armed();
    new User(book.workbook, "co-author").type("Accounts!B6", 900);
    await pass(10_000);
    expect([runs.count, last()]).toEqual([0, "stale"]);
    book.user.type("Accounts!B7", 70);
    await pass(400);
    await pass(0);
    expect([runs.count, last()]).toEqual([1, "current"]);
    expectTiersBesideAccounts(book);
  });

  test("an edit that nothing was read of is nobody's business", async () => {
    const { book, runs, pass, last } = await armed("range");
    book.user.type("Accounts!H3", "note");
    await pass(10_000);
    expect([runs.count, last()]).toEqual([0, "current"]);
  });

  test("stops itself where a person is needed, and says why", async () => {
    const { book, states, runs, pass } = await armed();
    book.user.filter("Accounts!A1:D11", 1, (value) => Number(value) > 50);
    book.user.type("Accounts!B6", 900);
    await pass(400);
    await pass(0);
    expect(states.at(-1)).toMatchObject({ kind: "stopped", problem: { code: "filter-active", written: "nothing" } });
    book.user.clearFilter();
    book.user.type("Accounts!B6", 901);
    await pass(10_000);
    expect(runs.count).toBe(1);
  });

  test("what passes is tried again, three times", async () => {
    const { book, states, runs, pass } = await armed();
    book.host.faults.inject({ request: 1, times: Infinity, when: "before", code: "ServiceNotAvailable" });
    book.user.type("Accounts!B6", 900);
    for (let i = 0; i < 10; i++) await pass(5_000);
    expect(runs.count).toBe(4);
    expect(states.at(-1)).toMatchObject({ kind: "stopped", problem: { code: "ServiceNotAvailable" } });
  });

  test("ends when it is switched off, and nothing is listened to any more", async () => {
    const { book, runs, pass, disarm, clock } = await armed();
    book.user.type("Accounts!B6", 900);
    await book.host.settled();
    await disarm();
    const { events } = book.host.traffic;
    book.user.type("Accounts!B6", 901);
    await pass(10_000);
    expect([runs.count, clock.waiting, book.host.traffic.events]).toEqual([0, 0, events]);
  });

  test("is refused where a refresh is, and not switched on by anything in the workbook", async () => {
    const book = opened(accounts("table"));
    const { record } = await applied(book);
    must(await book.tiering.presets.save({ ...builtIn("revenue-share"), description: "Edited" }));
    book.user.deleteTableColumn("Accounts", "Tier");
    const refused = await automaticRefresh(book.tiering, record.id, { today: () => DAY, onState: () => undefined });
    expect(stopped(refused)).toEqual({ code: "owned-column-gone", written: "nothing" });
    const { requests } = book.host.traffic;
    book.user.type("Accounts!B6", 900);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(book.host.traffic.requests).toBe(requests);
  });
});
