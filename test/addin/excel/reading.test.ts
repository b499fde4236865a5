import { describe, expect, test } from "vitest";
import type { Outcome } from "../../../addin/excel/problem";
import type { Tiering } from "../../../addin/excel/tiering";
import { DE_DE } from "../../../addin/playground/host/rules/culture";
import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";
import {
  accounts,
  applied,
  beside,
  CELLS,
  must,
  opened,
  previewed,
  PRESET,
  ROWS,
  SELECTED,
  stopped,
  DAY,
} from "./workbooks";

describe("numbers and dates are read as the workbook means them", () => {
  const texts = [
    ["Account", "Revenue"],
    ["Acme", "1.000,50"],
    ["Bolt", "2,5"],
    ["Cyan", "900"],
  ];
  test.each([
    { culture: "de-DE", value: [1000.5, 2.5, 900] },
    { culture: "en-US", value: [NaN, NaN, 900] },
  ])("numbers as text in $culture", async ({ culture, value }) => {
    const book = opened(workbookOf([sheetOf("S", texts)]), culture === "de-DE" ? { culture: DE_DE } : {});
    const { run } = await previewed(book);
    expect([...run.value]).toEqual(value);
    expect(run.issues.map(({ code }) => code)).toContain("number-as-text");
  });

  test.each([
    { date1904: false, serial: 45_992 },
    { date1904: true, serial: 45_992 - 1462 },
  ])("dates of a workbook with date1904 $date1904", async ({ date1904, serial }) => {
    const cells = [
      ["Account", "Revenue", "First purchase"],
      ["Acme", 300, serial],
      ["Bolt", 200, serial - 4000],
    ];
    const book = opened(workbookOf([sheetOf("S", cells)], { date1904 })); // 1 December 2025, and eleven years before
    await applied(book);
    expect(beside(book, "Segment")).toEqual({ Acme: "New Start", Bolt: "Key" });
  });
});

describe("no more is read than is needed", () => {
  test("only the columns that the preset maps, beyond the first fifty rows", async () => {
    const rows = 2000;
    const wide = (columns: number) => [
      ["Account", ...Array.from({ length: columns }, (_, i) => `Note ${i}`), "Revenue"],
      ...Array.from({ length: rows }, (_, i) => [`A${i}`, ...Array<string>(columns).fill("x".repeat(20)), i]),
    ];
    const bytes = async (columns: number) => {
      const book = opened(workbookOf([sheetOf("S", wide(columns))]));
      await previewed(book);
      return book.host.traffic.bytesOut;
    };
    const [narrow, broad] = [await bytes(1), await bytes(20)];
    // Nineteen more columns cost nineteen times fifty cells, for the header and for the sample, and not two thousand.
    expect(broad - narrow).toBeLessThan(19 * 110 * 30);
  });

  test("requests grow by one for each further block, and by nothing else", async () => {
    const counts = async (rows: number) => {
      const cells = [...CELLS, ...Array.from({ length: rows }, (_, i) => [`Account ${i}`, i])];
      const book = opened(workbookOf([sheetOf("S", cells)]));
      const preview = await previewed(book);
      const { requests } = book.host.traffic;
      must(await book.tiering.apply(preview));
      return [requests, book.host.traffic.requests - requests];
    };
    expect(await counts(0)).toEqual([4, 6]);
    expect(await counts(10_000)).toEqual([4, 6]);
    expect(await counts(12_000)).toEqual([5, 8]); // two blocks are written, and the first one is read once more
  });

  test.each([
    { kind: "range", apply: 6, refresh: 9, undo: 15 },
    { kind: "table", apply: 7, refresh: 9, undo: 9 },
  ] as const)("a first run on a $kind takes $apply requests, its undo $undo, a refresh $refresh", async (wanted) => {
    const book = opened(accounts(wanted.kind));
    const requests = async (act: (tiering: Tiering) => Promise<Outcome<unknown>>) => {
      const before = book.host.traffic.requests;
      must(await act(book.tiering));
      return book.host.traffic.requests - before;
    };
    const preview = await previewed(book);
    expect(await requests((tiering) => tiering.apply(preview))).toBe(wanted.apply);
    expect(await requests((tiering) => tiering.undo())).toBe(wanted.undo);
    const { record } = await applied(book);
    expect(await requests((tiering) => tiering.refresh(record.id, DAY))).toBe(wanted.refresh);
  });

  test("what we have written is never read as input, whatever it is headed", async () => {
    const book = opened(workbookOf([sheetOf("S", CELLS)]));
    const { record } = await applied(book);
    book.user.type("D1", "Sales"); // our tiers, under a header that the preset knows
    const preview = must(
      await book.tiering.preview({ ...SELECTED, where: { by: "record", id: record.id }, mapping: new Map() }),
    );
    expect(preview.run.issues.map(({ code }) => code)).not.toContain("header-ambiguous");
    expect(preview.plan.moves).toEqual({ up: 0, down: 0, same: 10, new: 0 });
    expect([...preview.run.value]).toEqual(ROWS.map(([, revenue]) => revenue));
    expect(must(await book.tiering.stale(record.id, DAY)).isStale).toBe(false);
  });
});

test("progress rises to all rows, once for reading and once for writing", async () => {
  const rows = Array.from({ length: 45_000 }, (_, i) => [`A${i}`, i]);
  const book = opened(workbookOf([sheetOf("S", [["Account", "Revenue"], ...rows])]));
  const seen: [number, number][] = [];
  const progress = { onRows: (done: number, of: number) => void seen.push([done, of]) };
  const steps = [10_500, 21_000, 31_500, 42_000, 45_000].map((done) => [done, 45_000]);
  const preview = must(await book.tiering.preview(SELECTED, progress));
  expect(seen.splice(0)).toEqual(steps);
  must(await book.tiering.apply(preview, progress));
  expect(seen.map(([done]) => done)).toEqual(seen.map(([done]) => done).sort((a, b) => a - b));
  expect(seen.at(-1)).toEqual([45_000, 45_000]);
});

describe("fields without a column", () => {
  const cells = [
    ["Firm", "Umsatz", "Turnover A", "Turnover B"],
    ["Acme", 1, 2, 3],
  ];
  test("are named with where their headers were looked for, and can be chosen", async () => {
    const book = opened(workbookOf([sheetOf("S", cells)]));
    const outcome = await book.tiering.preview(SELECTED);
    expect(stopped(outcome)).toEqual({ code: "fields-unmapped", written: "nothing" });
    expect(outcome).toMatchObject({
      problem: {
        params: {
          missing: ["Account"],
          unclear: ["Revenue"],
          fields: ["account", "income"],
          candidates: ["Turnover A", "Turnover B"],
          sheet: "S",
          address: "A1:D2",
          headerRow: 1,
        },
      },
    });
    const mapping = new Map([
      ["account", ["Firm"]],
      ["income", ["Umsatz"]],
    ]);
    const chosen = must(await book.tiering.preview({ ...SELECTED, mapping }));
    expect([...chosen.run.value]).toEqual([1]);
  });

  test("make the tiers stale when a header that was read is renamed", async () => {
    const book = opened(workbookOf([sheetOf("S", CELLS)]));
    const { record } = await applied(book, PRESET);
    book.user.type("B1", "Income 2025");
    expect(must(await book.tiering.stale(record.id, DAY)).reasons).toEqual(["columns"]);
    expect(stopped(await book.tiering.refresh(record.id, DAY)).code).toBe("fields-unmapped");
  });
});
