import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findHeader, readTable, type CellValue, type TableOptions } from "../../../engine/index";
import { cellsOfRows, accountRows } from "../properties/randomTables";
import { accepted, documentWith, issueCodes, tableOf, type Cells } from "../samples";

const preset = accepted(
  documentWith({
    fields: {
      account: { type: "text", headers: ["Account", "Account name", "Customer", "=Name"], required: true },
      income: { type: "number", headers: ["Revenue", "Sales"], required: true, many: true },
      region: { type: "text", headers: ["Region"] },
      since: { type: "date", headers: ["Customer since"] },
    },
  }),
);
const found = (rows: Cells, options: TableOptions = {}) => findHeader(rows, preset.fields, options);
const place = (rows: Cells, options?: TableOptions) => {
  const { row, rows: count } = found(rows, options);
  return [row, count];
};

const HEADER = ["Account", "Region", "Revenue"];
const DATA: CellValue[][] = [
  ["Acme", "West", 500],
  ["Bolt", "East", 300],
  ["Cord", "West", 200],
];

describe("the first row stays the header", () => {
  test.each<[string, Cells]>([
    ["of an ordinary table", [HEADER, ...DATA]],
    ["with one row below it", [HEADER, ["Acme", "West", 500]]],
    ["with nothing below it", [HEADER]],
    ["where a column has no header", [["Account", "", "Revenue"], ...DATA]],
    ["where no header is that of a field", [["Firma", "Gebiet", "Umsatz"], ...DATA]],
    ["where only one is", [["Account", "Gebiet", "Umsatz"], ...DATA]],
    [
      "where it has names twice",
      [
        ["Account", "Revenue", "Revenue"],
        ["Acme", 1, 2],
        ["Bolt", 3, 4],
      ],
    ],
    ["where it is blank and nothing matches", [["", "", ""], ...DATA]],
    ["where there is none", DATA],
    [
      "where there are months",
      [
        ["Account", "Revenue", 45_292, 45_323],
        ["Acme", 1, 2, 3],
        ["Bolt", 3, 4, 5],
      ],
    ],
    ["above a row without numbers", [HEADER, ["Acme", "West", ""], ...DATA]],
    ["above a row of words", [HEADER, ["Acme", "West", "unknown"], ...DATA]],
    ["above a row of words under a blank header", [["Account", "", "Revenue"], ["Acme", "West", "unknown"], ...DATA]],
    ["above a row without an account", [HEADER, ["", "West", "unknown"], ...DATA]],
    ["above a row of units", [HEADER, ["", "", "EUR"], ...DATA]],
    ["where a blank row follows", [HEADER, ["", "", ""], ...DATA]],
    ["where rows name fields", [["Firma", "Typ", "Bereich", "Umsatz"], ["Acme", "Customer", "Sales", 5], ["Bolt", "Account", "Revenue", 6]]], // prettier-ignore
    ["of a list of fields", [["Field", "Meaning", "Type"], ["Account", "Customer", "Text"], ["Sales", "Revenue", "Number"]]], // prettier-ignore
    ["where it is repeated further down", [HEADER, ...DATA, HEADER, ...DATA]],
  ])("%s", (_, rows) => {
    const { row, rows: count, headers } = found(rows);
    expect([row, count, headers]).toEqual([0, 1, rows[0]?.map(String)]);
  });

  test("of any table whose rows have amounts, whatever its headers are called", () => {
    const word = fc.constantFrom("Acme", "Customer", "West", "Sales", "Account manager", "Revenue", "", "n/a", "2025");
    const text = fc.constantFrom(
      "Firma",
      "Account",
      "Umsatz",
      "Revenue",
      "Region",
      "Notes",
      "2025",
      "Customer since",
      "Score",
    );
    const table = fc.integer({ min: 1, max: 4 }).chain((texts) =>
      fc.record({
        header: fc.array(text, { minLength: texts + 2, maxLength: texts + 2 }),
        rows: fc.array(
          fc.tuple(
            fc.array(word, { minLength: texts, maxLength: texts }),
            fc.integer({ min: -50, max: 900 }),
            fc.constantFrom<CellValue>("", 7, 0.5, 2_025),
          ),
          { minLength: 1, maxLength: 60 },
        ),
      }),
    );
    fc.assert(
      fc.property(table, ({ header, rows }) => {
        expect(place([header, ...rows.map(([words, ...amounts]) => [...words, ...amounts])])).toEqual([0, 1]);
      }),
      { numRuns: 1_000 },
    );
  });

  test("of nothing at all", () => {
    expect(found([])).toEqual({ row: 0, rows: 1, headers: [] });
  });

  test("and a table without any match is refused as before", () => {
    const read = readTable([["Bericht"], [], ["Firma", "Gebiet", "Umsatz"], ...DATA], preset);
    expect(read.ok).toBe(false);
    if (!read.ok)
      expect(read.issues).toMatchObject([{ code: "header-missing", rows: [0] }, { code: "header-missing" }]);
  });
});

describe("titles above the header", () => {
  test.each<[string, Cells, number]>([
    ["a title", [["Q1 report"], HEADER, ...DATA], 1],
    ["one that names a field", [["Account list"], HEADER, ...DATA], 1],
    ["one that names all of them", [["Customer revenue by region"], [], HEADER, ...DATA], 2],
    ["a title in the middle", [["", "Revenue by account", ""], HEADER, ...DATA], 1],
    ["two that name fields", [["Account list", "", "Revenue 2025", "", ""], [...HEADER, "Owner", "Notes"], ...DATA.map((row) => [...row, "x", "y"])], 1], // prettier-ignore
    ["dates and numbers", [["Printed", 46_053], ["Records", "3"], [46_053.5], [], HEADER, ...DATA], 4],
    ["a date and a number side by side", [["2026-01-31", 41_208, ""], HEADER, ...DATA], 1],
    ["what was asked for", [["Region", "All", ""], ["Period", "2025", ""], [], HEADER, ...DATA], 3],
    ["what was asked for, in a table of two columns", [["Report", "Revenue by account"], ["As of", "31 January"], [], ["Account", "Revenue"], ["Acme", 5], ["Bolt", 6]], 3], // prettier-ignore
    ["blank rows alone", [[], ["", ""], HEADER, ...DATA], 2],
    ["a summary of another table", [["Region", "Customers", "Sales"], ["West", 2, 700], ["East", 1, 300], [], ["Account", "Region", "Revenue", "Customer since"], ...DATA.map((row) => [...row, 45_000])], 4], // prettier-ignore
    ["a count", [["Transaction Details Report"], [], ["", "3 accounts found"], [], HEADER, ...DATA], 4],
    ["a header that repeats names", [["Q1 report"], ["Account", "Revenue", "Revenue"], ["Acme", 1, 2], ["Bolt", 3, 4]], 1], // prettier-ignore
    ["a header with months", [["Q1 report"], ["Account", "Revenue", 45_292, 45_323], ["Acme", 1, 2, 3], ["Bolt", 3, 4, 5]], 1], // prettier-ignore
  ])("%s", (_, rows, row) => {
    expect(place(rows)).toEqual([row, 1]);
  });

  test("a header in row 5, column B, with spacer columns", () => {
    const rows: Cells = [
      ["Transaction Details Report"],
      [],
      ["", "", "41208 Records Found "],
      [],
      ["", "Account", "", "Region", "", "Revenue", ""],
      ["", "Acme", "", "West", "", 500, ""],
      ["", "Bolt", "", "East", "", 300, ""],
    ];
    const table = tableOf(rows, preset);
    expect(table).toMatchObject({ header: { row: 4, rows: 1 }, firstRow: 5, size: 2 });
    expect(table.fields.get("income")).toMatchObject({ values: Float64Array.of(500, 300) });
    expect(table.issues).toMatchObject([{ code: "header-found", severity: "info", rows: [4], params: { row: 4, rows: 1 } }]); // prettier-ignore
  });

  test("issues name input rows, of the header and of cells", () => {
    const rows: Cells = [["Q1 report"], [], HEADER, ["Acme", "West", "$5"], ["", "East", 3], ["Cord", "East", 1]];
    const chosen = new Map([["region", ["Account"]]]);
    const told = tableOf(rows, preset, { chosen }).issues.map(({ code, rows }) => [code, ...rows]);
    expect(told).toEqual([
      ["header-found", 2],
      ["header-shared", 2],
      ["number-as-text", 3],
      ["account-blank", 4],
    ]);
  });

  test("one row that matches only one field is found, and says what is missing", () => {
    const read = readTable([["Bericht"], [], ["Account", "Gebiet", "Umsatz"], ...DATA], preset);
    expect(read.ok ? [] : read.issues).toMatchObject([{ code: "header-missing", rows: [2], params: { field: "income" } }]); // prettier-ignore
  });

  test("headers that were chosen are looked for in place of a field's own", () => {
    const rows: Cells = [["Account list", "", "Revenue"], [], ["Firma", "Gebiet", "💰"], ...DATA];
    const chosen = new Map([
      ["account", ["Firma"]],
      ["income", ["💰"]],
    ]);
    expect(place(rows, { chosen })).toEqual([2, 1]);
    expect(tableOf(rows, preset, { chosen }).fields.get("income")).toMatchObject({ values: Float64Array.of(500, 300, 200) }); // prettier-ignore
  });

  test("a place that is known is taken as it is", () => {
    const rows: Cells = [HEADER, ["Firma", "Gebiet", "Umsatz"], ...DATA];
    const table = tableOf(rows, preset, { header: { row: 0, rows: 1 } });
    expect(table).toMatchObject({ firstRow: 1, size: 4 });
    const chosen = new Map([
      ["account", ["Firma"]],
      ["income", ["Umsatz"]],
    ]);
    expect(tableOf(rows, preset, { header: { row: 1, rows: 1 }, chosen })).toMatchObject({ firstRow: 2, size: 3 });
  });

  test("a header below row 50 is not looked for", () => {
    const titles: CellValue[][] = Array.from({ length: 50 }, () => ["Notes"]);
    expect(place([...titles, HEADER, ...DATA].slice(0, 50))).toEqual([0, 1]);
  });
});

describe("a header of two rows", () => {
  const amounts = (count: number): CellValue[][] => [
    ["Acme", ...Array.from({ length: count }, (_, i) => 500 + i)],
    ["Bolt", ...Array.from({ length: count }, (_, i) => 300 + i)],
  ];

  test.each<[string, Cells, number, string[]]>([
    [
      "groups that are merged cells",
      [["Account", "Revenue", "", "Costs", ""], ["", 2024, 2025, 2024, 2025], ...amounts(4)],
      0,
      ["Account", "Revenue 2024", "Revenue 2025", "Costs 2024", "Costs 2025"],
    ],
    [
      "groups that repeat their name",
      [["Account", "Revenue", "Revenue"], ["", "2024", "2025"], ...amounts(2)],
      0,
      ["Account", "Revenue 2024", "Revenue 2025"],
    ],
    [
      "a group row that names no account",
      [["", "Revenue", ""], ["Account", "2024", "2025"], ...amounts(2)],
      0,
      ["Account", "Revenue 2024", "Revenue 2025"],
    ],
    [
      "groups of names and of years",
      [
        ["Customer", "", "Revenue", ""],
        ["Name", "Region", 2024, 2025],
        ["Acme", "West", 5, 6],
        ["Bolt", "East", 7, 8],
      ],
      0,
      ["Customer Name", "Customer Region", "Revenue 2024", "Revenue 2025"],
    ],
    [
      "years over the names of fields",
      [["", 2024, "", 2025, ""], ["Account", "Revenue", "Cost", "Revenue", "Cost"], ...amounts(4)],
      0,
      ["Account", "2024 Revenue", "2024 Cost", "2025 Revenue", "2025 Cost"],
    ],
    [
      "texts that go on in the next row",
      [
        ["Account", "Customer", "Annual"],
        ["", "since", "sales"],
        ["Acme", 45_000, 500],
        ["Bolt", 46_000, 300],
      ],
      0,
      ["Account", "Customer since", "Annual sales"],
    ],
    [
      "below titles, with a spacer inside of a group",
      [["Q1 report"], [], ["", "Account", "Revenue", "", ""], ["", "", "2024", "", "2025"], ["", "Acme", 500, "", 501], ["", "Bolt", 300, "", 301]], // prettier-ignore
      2,
      ["", "Account", "Revenue 2024", "", "Revenue 2025"],
    ],
  ])("%s", (_, rows, row, headers) => {
    expect(found(rows)).toEqual({ row, rows: 2, headers });
  });

  test("a header with data right below is no group for its neighbour", () => {
    const rows: Cells = [["Account", "", ""], ["", "Revenue", "Costs"], ...amounts(2)];
    expect(found(rows).headers).toEqual(["Account", "Revenue", "Costs"]);
  });

  test("a group row that tells nothing apart is a title", () => {
    const rows: Cells = [["Customer", "", "Financials", ""], ["Name", "Region", "Revenue", "Costs"], ["Acme", "West", 5, 6], ["Bolt", "East", 7, 8]]; // prettier-ignore
    expect(found(rows)).toMatchObject({ row: 1, rows: 1 });
  });

  test("two years of revenue are asked about, or both taken as they were chosen", () => {
    const rows: Cells = [["Account", "Revenue", ""], ["", "2024", "2025"], ...amounts(2)];
    const read = readTable(rows, preset);
    expect(read.ok ? [] : read.issues).toMatchObject([
      { code: "header-ambiguous", params: { candidates: ["Revenue 2024", "Revenue 2025"] } },
    ]);
    const chosen = new Map([["income", ["Revenue 2024", "Revenue 2025"]]]);
    const table = tableOf(rows, preset, { chosen });
    expect(table).toMatchObject({ header: { row: 0, rows: 2 }, firstRow: 2, size: 2 });
    expect(table.fields.get("income")).toMatchObject({ values: Float64Array.of(1001, 601) });
    expect(issueCodes(table)).toEqual(["header-found"]);
  });
});

describe("titles and spacers", () => {
  const sample = accepted(documentWith());
  const title: fc.Arbitrary<CellValue[]> = fc.oneof(
    fc.constant<CellValue[]>([]),
    fc.constantFrom<CellValue>("Account list", "value by region", "41208 Records Found ", 46_053, "2026-01-31", "n/a").map((cell) => [cell]), // prettier-ignore
    fc.constantFrom<CellValue>(46_053, 12, true).map((cell) => ["Printed", cell]),
    fc.constantFrom<CellValue>("account list", "region: west").map((cell) => ["", "", cell]),
  );

  test("before a table change none of its columns", () => {
    fc.assert(
      fc.property(
        accountRows,
        fc.array(title, { maxLength: 5 }),
        fc.nat(3),
        fc.nat(7),
        (rows, titles, left, inside) => {
          const cells = cellsOfRows(rows);
          const spaced = cells.map((row) => [
            ...new Array<CellValue>(left).fill(""),
            ...row.flatMap((cell, column) => ((inside >> column) & 1 ? [cell, ""] : [cell])),
          ]);
          const plain = tableOf(cells, sample);
          const report = tableOf([...titles, ...spaced], sample);
          expect(report.header).toEqual({ row: titles.length, rows: 1 });
          expect(report.firstRow).toBe(titles.length + 1);
          expect([...report.fields]).toEqual([...plain.fields]);
          expect([...report.accounts.codes]).toEqual([...plain.accounts.codes]);
          expect([...report.rowKinds]).toEqual([...plain.rowKinds]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
