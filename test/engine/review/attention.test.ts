import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alerts, ATTENTION_STATUSES, attention, type Alert, type AttentionItem, type AttentionNote } from "../../../engine/index"; // prettier-ignore
import { cellsOf } from "../samples";
import { quarters, tierPreset } from "./quarters";

const [Q1, Q2, Q3] = ["2026-01-31", "2026-04-30", "2026-07-31"];
const ALERT: Alert = {
  ...{ code: "slipped", rule: "slipped", key: "acme", account: "Acme", tier: "t2", before: "t1", severity: "high" },
  ...{ raised: Q2, due: "2026-05-05", since: Q1, cause: "own", value: 5, distance: 0.1, days: null },
  ...{ segment: null, segmentBefore: null, flag: null, owner: "Kim" },
};
const NOTE: AttentionNote = {
  ...{ account: "Acme", code: "slipped", flag: null, raised: Q2, due: "2026-05-05", owner: "Kim" },
  ...{ status: "open", reason: null, resolved: null },
};
const alert = (changes: Partial<Alert>): Alert => ({ ...ALERT, ...changes });
const note = (changes: Partial<AttentionNote>): AttentionNote => ({ ...NOTE, ...changes });
const one = (told: Alert, kept: AttentionNote, asOf = told.raised) => attention([told], [kept], asOf)[0];
/** What would be kept of the items. */
const kept = (items: readonly AttentionItem[]) => items.map(({ isOverdue: _, alert: __, ...written }): AttentionNote => written); // prettier-ignore

describe("who needs attention", () => {
  test("an alert is an open item, due when it says, of the owner of the account", () => {
    expect(attention([ALERT], [], Q2)).toEqual([{ ...NOTE, isOverdue: false, alert: ALERT }]);
  });

  test("an open item is not raised twice: what people wrote stays", () => {
    const written = note({ status: "in-progress", owner: "Lee", reason: "price", due: "2026-06-30" });
    const found = attention([alert({ raised: "2026-05-20", account: "ACME ", due: "2026-05-25" })], [written], "2026-05-20"); // prettier-ignore
    expect(kept(found)).toEqual([written]);
    expect(found[0]).toMatchObject({ isOverdue: false, alert: { raised: "2026-05-20" } });
  });

  test("overdue from the day after it was due, unless it is resolved", () => {
    expect(attention([], [NOTE], "2026-05-05")[0]?.isOverdue).toBe(false);
    expect(attention([], [NOTE], "2026-05-06")[0]).toMatchObject({ isOverdue: true, alert: null, status: "open" });
    expect(attention([], [note({ status: "done" })], "2026-05-06")[0]?.isOverdue).toBe(false);
    expect(() => attention([], [], "soon")).toThrow(RangeError);
  });

  test("another code or another flag is another item", () => {
    const found = attention([ALERT, alert({ code: "nearEdge" }), alert({ code: "flagged", flag: "a" }), alert({ code: "flagged", flag: "b" })], [NOTE], Q2); // prettier-ignore
    expect(found.map(({ code, flag }) => [code, flag])).toEqual([["slipped", null], ["nearEdge", null], ["flagged", "a"], ["flagged", "b"]]); // prettier-ignore
  });
});

describe("an item that was resolved", () => {
  const done = note({ status: "done", reason: "price", resolved: "2026-05-04" });

  test("stays so while the same move is told again", () => {
    expect(one(alert({ raised: "2026-05-20" }), done)).toMatchObject({ status: "done", reason: "price" });
    expect(one(alert({ raised: "2026-05-04", since: Q2 }), done)).toMatchObject({ status: "done" });
  });

  test("is open again when it happens after the next review", () => {
    const again = alert({ raised: Q3, since: Q2, due: "2026-08-05", owner: "New" });
    expect(one(again, done)).toMatchObject({ status: "open", raised: Q3, due: "2026-08-05", owner: "Kim", reason: null, resolved: null }); // prettier-ignore
    expect(one(again, note({ status: "dismissed", owner: null }))).toMatchObject({ status: "open", owner: "New" });
  });

  test("of something that lasts, is open again when it has outlasted a review", () => {
    const lasting = { ...done, code: "nearEdge" as const };
    expect(one(alert({ code: "nearEdge", raised: Q3, since: Q2 }), lasting)).toMatchObject({ status: "done" });
    expect(one(alert({ code: "nearEdge", raised: "2026-08-01", since: Q3 }), lasting)).toMatchObject({ status: "open" }); // prettier-ignore
  });
});

test("of several notes about the same, one is the item and none is lost", () => {
  const old = note({ status: "done", raised: Q1, resolved: Q1 });
  const last = note({ status: "done", resolved: Q2 });
  const found = attention([alert({ raised: Q3, since: Q2 })], [old, last], Q3);
  expect(found.map(({ status, raised }) => [status, raised])).toEqual([["open", Q3], ["done", Q1]]); // prettier-ignore
  expect(kept(attention([alert({ raised: Q3, since: Q2 })], [last, note({ raised: Q1 })], Q3))).toEqual([note({ raised: Q1 }), last]); // prettier-ignore
});

test("the order: as urgent as the alerts, then what is told no more by its day, then the resolved", () => {
  const previous = [
    note({ account: "Resolved", status: "done", resolved: Q1 }),
    note({ account: "Later", due: "2026-06-30" }),
    note({ account: "Dismissed", status: "dismissed", resolved: Q2 }),
    note({ account: "Sooner", due: "2026-05-30" }),
    note({ account: "Second" }),
  ];
  const found = attention([alert({ account: "First" }), alert({ account: "Second" })], previous, Q2);
  expect(found.map(({ account }) => account)).toEqual(["First", "Second", "Sooner", "Later", "Dismissed", "Resolved"]);
});

test("quarter by quarter: slipped, looked at, back, slipped again", () => {
  const preset = tierPreset({ review: { alerts: [{ id: "slipped", from: ["t1"], severity: "high", dueDays: 5 }] } });
  const tables = Object.fromEntries([[Q1, "1"], [Q2, "2"], [Q3, "1"], ["2026-10-31", "3"]].map(([day, tier]) => [day, cellsOf({ A: tier ?? "" }, "region")])); // prettier-ignore
  const { runs, history } = quarters(tables, preset);
  const told = runs.map((each) => alerts(each, history));
  const second = attention(told[1] ?? [], [], Q2);
  expect(second).toMatchObject([{ account: "A", status: "open", due: "2026-05-05" }]);
  const written = kept(second).map((each): AttentionNote => ({ ...each, status: "done", reason: "service-issue", resolved: "2026-05-03" })); // prettier-ignore
  const third = attention(told[2] ?? [], written, Q3);
  expect(third).toMatchObject([{ status: "done", alert: null }]);
  expect(attention(told[3] ?? [], kept(third), "2026-10-31")).toMatchObject([{ status: "open", raised: "2026-10-31" }]);
});

describe("properties", () => {
  const code = fc.constantFrom("slipped" as const, "nearEdge" as const);
  const account = fc.constantFrom("A", "B", "C");
  const day = fc.constantFrom(Q1, "2026-03-15", Q2, "2026-05-04");
  const told = fc
    .uniqueArray(fc.record({ account, code, since: fc.constantFrom(null, Q1, Q2) }), { selector: (each) => each.account + each.code }) // prettier-ignore
    .map((all) => all.map((each) => alert({ ...each, key: each.account.toLowerCase(), raised: "2026-05-20", due: "2026-05-25" }))); // prettier-ignore
  const status = fc.constantFrom(...ATTENTION_STATUSES);
  const notes = fc.uniqueArray(fc.record({ account, code, status, raised: day, due: day, resolved: fc.option(day) }), { selector: (each) => each.account + each.code }).map((all) => all.map(note)); // prettier-ignore

  test("an item for each alert and each note; merging again, and the order of the notes, change nothing", () => {
    fc.assert(
      fc.property(told, notes, (now, before) => {
        const items = attention(now, before, "2026-05-20");
        const ids = (all: readonly { account: string | null; code: string }[]) => all.map((each) => `${each.account} ${each.code}`); // prettier-ignore
        expect(ids(items).sort()).toEqual([...new Set([...ids(now), ...ids(before)])].sort());
        expect(attention(now, kept(items), "2026-05-20")).toEqual(items);
        expect(attention(now, before.toReversed(), "2026-05-20")).toEqual(items);
        const unresolved = before.filter((each) => each.status === "open" || each.status === "in-progress");
        expect(kept(items)).toEqual(expect.arrayContaining(unresolved));
      }),
    );
  });
});
