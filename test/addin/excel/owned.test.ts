import { describe, expect, test } from "vitest";
import { sheetOf, workbookOf } from "../../../addin/playground/host/simpleSnapshot";
import {
  accounts,
  applied,
  beside,
  CELLS,
  DAY,
  expectTiersBesideAccounts,
  KINDS,
  must,
  opened,
  previewed,
  sheet,
  stopped,
  values,
  type Kind,
  type Opened,
} from "./workbooks";

/** Applied, with one account's revenue changed since. */
async function tiered(kind: Kind): Promise<{ book: Opened; id: string }> {
  const book = opened(accounts(kind));
  const { record } = await applied(book);
  book.user.type("B6", 900);
  return { book, id: record.id };
}

describe("our columns are found again", () => {
  const CHANGES: { name: string; change(book: Opened, kind: Kind): void; header?: string }[] = [
    { name: "renamed", change: ({ user }) => user.type("D1", "Class"), header: "Class" },
    { name: "with columns inserted left", change: ({ user }) => user.insert("A:A") },
    {
      name: "with a column inserted between them",
      change: ({ user }, kind) =>
        kind === "table"
          ? user.insertTableColumn("Accounts", 3, "Note")
          : (user.insert("D:D"), user.type("D1", "Note")),
    },
    { name: "on a renamed sheet", change: ({ user }) => user.renameSheet("Accounts", "Kunden") },
    { name: "below inserted rows", change: ({ user }) => user.insert("1:3") },
  ];
  test.each(CHANGES.flatMap((change) => KINDS.map((kind) => ({ ...change, kind }))))(
    "$name ($kind)",
    async ({ kind, change, header = "Tier" }) => {
      const { book, id } = await tiered(kind);
      change(book, kind);
      const columns = values(book).find((row) => row.includes("Account"))?.length;
      const { plan } = must(await book.tiering.refresh(id, DAY));
      expect(plan.moves).toEqual({ up: 1, down: 2, same: 7, new: 0 });
      const rows = values(book).filter((row) => row.length > 0);
      const at = rows[0]?.indexOf(header) ?? -1;
      expect(rows.find((row) => row.includes("Echo"))?.[at]).toBe("Tier 1");
      expect(rows[0]).toHaveLength(columns ?? 0);
      expect(sheet(book).conditionalFormats).toHaveLength(8);
    },
  );
});

test("a plain range that was made a table since keeps its columns", async () => {
  const { book, id } = await tiered("range");
  book.user.makeTable("A1:D11", "Accounts");
  expect((await previewed(book)).plan).toMatchObject({ obstacle: null, moves: { up: 1, down: 2, same: 7, new: 0 } });
  must(await book.tiering.refresh(id, DAY));
  expectTiersBesideAccounts(book);
  must(await book.tiering.undo());
  expect(beside(book, "Tier")).toMatchObject({ Acme: "Tier 1", Echo: "Tier 2" });
});

describe("a column that is gone", () => {
  test.each(KINDS)("is asked about by refresh, and brought back by apply (%s)", async (kind) => {
    const { book, id } = await tiered(kind);
    if (kind === "table") book.user.deleteTableColumn("Accounts", "Tier");
    else book.user.delete("D:D");
    const before = book.workbook.snapshot();
    expect(stopped(await book.tiering.refresh(id, DAY))).toEqual({ code: "owned-column-gone", written: "nothing" });
    expect(book.workbook.snapshot()).toEqual(before);
    await applied(book);
    expectTiersBesideAccounts(book);
    expect(values(book)[0]).toEqual(["Account", "Revenue", "Segment", "Tier"]);
    must(await book.tiering.undo());
    expect(values(book)[0]).toEqual(["Account", "Revenue", "Segment"]);
    expect(beside(book, "Segment")).toMatchObject({ Acme: "Key", Echo: "Enterprise" });
  });

  test("is not mistaken for the next one, to which Excel gives its id", async () => {
    const { book, id } = await tiered("table");
    book.user.deleteTableColumn("Accounts", "Tier");
    book.user.insertTableColumn("Accounts", 3, "Notes");
    book.user.paste("D3", [["call"]]);
    const before = book.workbook.snapshot();
    expect(stopped(await book.tiering.refresh(id, DAY)).code).toBe("owned-column-gone");
    expect(book.workbook.snapshot()).toEqual(before);
    await applied(book);
    expect(beside(book, "Notes")).toMatchObject({ Bolt: "call", Acme: "" });
    expectTiersBesideAccounts(book);
  });

  test("is not mistaken for what was put in its cells", async () => {
    const { book, id } = await tiered("range");
    book.user.paste("D1", [["Notes"], ["call"], ...Array.from({ length: 9 }, () => [""])]);
    expect(stopped(await book.tiering.refresh(id, DAY)).code).toBe("owned-column-gone");
    expect(beside(book, "Notes")).toMatchObject({ Acme: "call", Bolt: "" });
  });
});

describe("what only looks like ours", () => {
  test("a sheet of copied values has foreign columns", async () => {
    const { book } = await tiered("range");
    book.user.addSheet("Copy");
    book.user.paste("Copy!A1", values(book));
    book.user.select("Copy!A2");
    const preview = await previewed(book);
    expect(preview).toMatchObject({
      source: { sheet: { name: "Copy" } },
      plan: { before: null, obstacle: { code: "column-name-taken" } },
    });
    const before = book.workbook.snapshot();
    expect(stopped(await book.tiering.apply(preview)).code).toBe("column-name-taken");
    expect(book.workbook.snapshot()).toEqual(before);
  });

  test("a foreign column with our header beside an unmarked range stays as it is", async () => {
    const cells = CELLS.map((row, i) => [...row, i === 0 ? "Segment" : `mine ${i}`]);
    const book = opened(workbookOf([sheetOf("Accounts", cells)]));
    expect((await previewed(book)).plan.obstacle).toMatchObject({
      code: "column-name-taken",
      params: { header: "Segment", address: "C1" },
    });
  });

  test("a damaged record makes its columns nobody's", async () => {
    const { book, id } = await tiered("range");
    book.workbook.putSetting(`tiering.source.${id}`, "{}");
    expect(must(await book.tiering.sources())).toEqual([]);
    expect(stopped(await book.tiering.refresh(id, DAY)).code).toBe("source-never-tiered");
    expect((await previewed(book)).plan.obstacle?.code).toBe("column-name-taken");
  });
});

describe("a sheet that was copied", () => {
  /** As Excel copies one: a table gets another id and name, names of the workbook get doubles of the sheet's own. */
  async function copied(kind: Kind) {
    const { book, id } = await tiered(kind);
    const snapshot = book.workbook.snapshot();
    const [original] = snapshot.sheets;
    if (!original) throw new Error("There is no sheet.");
    const name = "Accounts (2)";
    const tables = original.tables.map((table) => ({ ...table, id: "{T9}", name: "Accounts2" }));
    const names = snapshot.names.map((each) => ({
      ...each,
      sheet: name,
      formula: each.formula.replace("Accounts!", `'${name}'!`),
    }));
    const again = opened({
      ...snapshot,
      sheets: [original, { ...original, name, tables }],
      names: [...snapshot.names, ...names],
    });
    return { book: again, id };
  }
  const sheetNamed = ({ workbook }: Opened, name: string) =>
    workbook.snapshot().sheets.find((each) => each.name === name)?.values;

  test.each(KINDS)("has columns of nobody's, and the original keeps its own (%s)", async (kind) => {
    const { book, id } = await copied(kind);
    const copy = sheetNamed(book, "Accounts (2)");
    book.user.select("'Accounts (2)'!A5");
    const preview = await previewed(book);
    expect(preview).toMatchObject({
      source: { sheet: { name: "Accounts (2)" } },
      plan: { before: null, obstacle: { code: "column-name-taken" } },
    });
    const before = book.workbook.snapshot();
    expect(stopped(await book.tiering.apply(preview)).code).toBe("column-name-taken");
    expect(book.workbook.snapshot()).toEqual(before);
    must(await book.tiering.refresh(id, DAY));
    expect(beside(book, "Tier")).toMatchObject({ Echo: "Tier 1" });
    expect(sheetNamed(book, "Accounts (2)")).toEqual(copy);
    must(await book.tiering.undo());
    expect(sheetNamed(book, "Accounts (2)")).toEqual(copy);
  });

  test.each(KINDS)("can be tiered on its own once its copied columns are renamed (%s)", async (kind) => {
    const { book, id } = await copied(kind);
    book.user.type("'Accounts (2)'!C1", "Old segment");
    book.user.type("'Accounts (2)'!D1", "Old tier");
    book.user.select("'Accounts (2)'!A5");
    const original = sheetNamed(book, "Accounts");
    const { record } = await applied(book);
    expect(record.id).not.toBe(id);
    expect(sheetNamed(book, "Accounts (2)")?.[0]).toEqual(["Account", "Revenue", "Old segment", "Old tier", "Segment", "Tier"]); // prettier-ignore
    expect(sheetNamed(book, "Accounts")).toEqual(original);
    expect(must(await book.tiering.sources())).toHaveLength(2);
  });

  test.each(KINDS)("does not take the place of an original that was deleted (%s)", async (kind) => {
    const { book, id } = await copied(kind);
    book.user.deleteSheet("Accounts");
    const before = book.workbook.snapshot();
    expect(stopped(await book.tiering.refresh(id, DAY))).toEqual({ code: "source-gone", written: "nothing" });
    expect(book.workbook.snapshot()).toEqual(before);
  });
});

test.each(KINDS)(
  "columns of ours that were sorted with the accounts, or apart from them, come right (%s)",
  async (kind) => {
    for (const area of ["Accounts!A2:D11", "Accounts!A2:B11", "Accounts!D2:D11"]) {
      const { book, id } = await tiered(kind);
      book.user.sort(area, 0, false);
      must(await book.tiering.refresh(id, DAY));
      expectTiersBesideAccounts(book);
    }
  },
);

test.each(KINDS)("two previews that are both applied leave one set of columns (%s)", async (kind) => {
  const book = opened(accounts(kind));
  const [first, second] = [await previewed(book), await previewed(book)];
  must(await book.tiering.apply(first));
  const before = sheet(book);
  expect(must(await book.tiering.apply(second))).toMatchObject({ cells: 0, plans: 2 });
  expect(sheet(book)).toEqual(before);
  expect(must(await book.tiering.sources())).toHaveLength(1);
});

test.each(KINDS)(
  "colours that the analyst has changed or removed: changed stays, missing comes back (%s)",
  async (kind) => {
    const { book, id } = await tiered(kind);
    const [first, second, ...others] = sheet(book).conditionalFormats;
    if (!first || !second || first.rule.type !== "CellValue") throw new Error("There are no rules.");
    const mine = { ...first, rule: { ...first.rule, fill: "#123456" } };
    const users = { ...second, id: "{USER}", areas: [{ row: 0, column: 0, rows: 20, columns: 9 }] };
    book.workbook.setConditionalFormats(book.workbook.activeSheet(), [users, mine, ...others]);
    must(await book.tiering.refresh(id, DAY));
    const after = sheet(book).conditionalFormats;
    expect(after).toHaveLength(9);
    expect(after).toContainEqual(mine);
    expect(after).toContainEqual(users);
    expect(after[0]?.rule).toEqual(second.rule); // back, under a new id
    expect(after[0]?.id).not.toBe(second.id);
  },
);
