import { expect, test } from "vitest";
import fc from "fast-check";
import { csvText } from "../../../../addin/excel/sheets/lists/csv";
import { parsedCsv } from "../csvFields";
import { accounts, must, opened, previewed, PRESET } from "../workbooks";

test("the accounts of a tier are a sheet of their own, best first", async () => {
  const book = opened(accounts("table"));
  const before = book.workbook.snapshot().sheets[0];
  const preview = await previewed(book);
  expect(must(await book.tiering.listTier(preview, "t2"))).toEqual({ accounts: 4 });
  must(await book.tiering.listTier(preview, "t2"));
  const [first, list, another] = book.workbook.snapshot().sheets;
  expect(first).toEqual(before);
  expect([list?.name, another?.name]).toEqual(["Tier 2 list", "Tier 2 list 2"]);
  expect(list?.values[0]).toEqual(["Rank", "Account", "Segment", "Value", "Why"]);
  expect(list?.values.slice(1).map((row) => row.slice(0, 4))).toEqual([
    [1, "Bolt", "Enterprise", 200],
    [2, "Cyan", "Enterprise", 150],
    [3, "Dune", "Enterprise", 120],
    [4, "Echo", "Enterprise", 80],
  ]);
  expect(list?.values[1]?.[4]).toMatch(/^Tier 2: /);
});

test("the list follows rows that have moved since the preview", async () => {
  const book = opened(accounts("range"));
  const preview = await previewed(book);
  book.user.insert("Accounts!2:2");
  book.user.type("Accounts!A2", "Zero");
  book.user.type("Accounts!B2", 1000);
  const csv = must(await book.tiering.tierCsv(preview, "t1"));
  expect(csv).toMatch(/^\uFEFFRank,Account,Segment,Value,Why\r\n1,Zero,Key,1000,/);
});

test("names that would be formulas stay names", async () => {
  const book = opened(accounts("range"));
  book.user.type("Accounts!A2", "'=HYPERLINK(1)");
  const preview = await previewed(book);
  expect(must(await book.tiering.tierCsv(preview, "t1"))).toContain(",'=HYPERLINK(1),");
  must(await book.tiering.listTier(preview, "t1"));
  const list = book.workbook.snapshot().sheets[1];
  expect([list?.formulas, list?.values[1]?.[1]]).toEqual([[], "=HYPERLINK(1)"]);
  expect(PRESET.tiers.rungs).toHaveLength(3);
});

test("CSV text is read back as it was, but for the apostrophe before what would be a formula", () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom("=1", "+a", "a,b", 'x"y', "l\r\nm", " =1"),
    fc.double({ noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
      const text = csvText(rows);
      expect(text.startsWith("\uFEFF") && text.endsWith("\r\n")).toBe(true);
      const read = parsedCsv(text.slice(1));
      expect(read).toHaveLength(rows.length);
      read.forEach((row, i) =>
        row.forEach((field, j) => {
          const value = rows[i]?.[j] ?? "";
          if (typeof value === "number") expect(field).toBe(String(value).toUpperCase());
          else expect([value, `'${value}`]).toContain(field);
          if (typeof value === "string") expect(field).not.toMatch(/^[=+\-@\t\r]/);
        }),
      );
    }),
  );
});
