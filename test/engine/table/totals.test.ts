import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bindFields, RowKind, tableBuilder, type CellValue } from "../../../engine/index";
import { accepted, documentWith, tableOf, type Cells } from "../samples";

const preset = accepted(documentWith());
const HEADER = ["account", "region", "value", "other"];
const letter = ["a", "u", "b", "T"]; // account, unnamed, blank, total

/** One sign per row below the header: account, unnamed, blank, Total. */
function kinds(rows: Cells, header: readonly string[] = HEADER): string {
  const table = tableOf([header, ...rows], preset, { header: { row: 0, rows: 1 } });
  const signs = [...table.rowKinds].map((kind) => letter[kind] ?? "?").join("");
  const codes = [...table.accounts.codes].map((code) => (code < 0 ? "-" : "+")).join("");
  expect(codes).toBe(signs.replaceAll("a", "+").replaceAll(/[ubT]/g, "-")); // only accounts have a code
  return signs;
}
/** Rows of an account and a value. */
const valued = (...rows: readonly (readonly [string, CellValue])[]) => kinds(rows, ["account", "value"]);

describe("totals", () => {
  test("at the end", () => {
    expect(valued(["Acme", 10], ["Bolt", 25], ["Total", 35])).toBe("aaT");
    expect(valued(["Acme", 10.1], ["Bolt", 25.2], ["Cord", "$0.70"], ["Total", "$36.00"])).toBe("aaaT");
    expect(valued(["Acme", 10], ["Bolt", -25], ["Total", -15])).toBe("aaT");
    expect(valued(["Acme", 10], ["Bolt", 25], ["", ""], ["Total", 35], ["", ""])).toBe("aabTb");
  });

  test("of groups and of the whole", () => {
    expect(
      kinds([
        ["Acme", "West", 10, 1],
        ["Bolt", "West", 25, 2],
        ["Subtotal", "", 35, 3],
        ["Cord", "East", 5, 4],
        ["Subtotal", "", 5, 4],
        ["Dale", "North", 7, 5],
        ["Edge", "North", 8, 6],
        ["Subtotal", "", 15, 11],
        ["Grand Total", "", 55, 18],
      ]),
    ).toBe("aaTaTaaTT");
  });

  test("in three levels, each of which may end where another does", () => {
    const group = (names: string, size: number): [string, number][] => [...names].map((name) => [name, size]);
    expect(
      valued(
        ...[
          ...group("ab", 10),
          ["Subtotal", 20] as const,
          ...group("cd", 7),
          ["Subtotal", 14] as const,
          ["Total", 34] as const,
        ],
        ...[...group("ef", 3), ["Subtotal", 6] as const, ["Total", 6] as const],
        ["Grand Total", 40],
      ),
    ).toBe("aaTaaTT" + "aaTT" + "T");
  });

  test("of small groups beside large ones", () => {
    const large = [
      ["Acme", 1e12],
      ["Bolt", 3e12],
      ["Subtotal", 4e12],
    ] as const;
    expect(valued(...large, ["Cord", 0.01], ["Dale", 0.02], ["Subtotal", 0.03], ["Edge", 5])).toBe("aaTaaTa");
    expect(valued(...large, ["Cord", 0.01], ["Dale", 0.02], ["Subtotal", 0.031], ["Edge", 5])).toBe("aaTaaaa");
  });

  test("above rows that count, which are no totals", () => {
    expect(valued(["Acme", 10], ["Bolt", 25], ["Subtotal", 35], ["", 2], ["Cord", 5], ["Subtotal", 5], ["", 1], ["Total", 40], ["", 3])).toBe("aaTuaTuTu"); // prettier-ignore
  });

  test("of rows without an account, too", () => {
    expect(valued(["Acme", 10], ["", 25], ["Subtotal", 35], ["Cord", 5], ["Total", 40], ["Dale", 1])).toBe("auTaTa");
  });

  test("with the name of a group, as Excel's Subtotal writes them", () => {
    expect(
      kinds([
        ["Acme", "West", 10, ""],
        ["Acme", "West", 25, ""],
        ["Acme Total", "", 35, ""],
        ["Bolt", "West", 5, ""],
        ["Bolt Total", "", 5, ""],
        ["Grand Total", "", 40, ""],
      ]),
    ).toBe("aaTaTT");
    expect(
      kinds([
        ["Acme", "West", 10, 1],
        ["Bolt", "West", 25, 2],
        ["", "West Total", 35, 3],
        ["Cord", "East", 5, 4],
        ["", "East Total", 5, 4],
        ["", "Grand Total", 40, 7],
      ]),
    ).toBe("aaTaTT");
    expect(kinds([["Acme", "West", 10, 1], ["Bolt", "West", 25, 2], ["Total West", "", 35, 3], ["Cord", "East", 5, 4]])).toBe("aaTa"); // prettier-ignore
  });

  test("without a name", () => {
    expect(valued(["Acme", 10], ["Bolt", 25], ["", 35])).toBe("aaT");
    expect(valued(["Acme", 10], ["Bolt", 25], ["", 35], ["", ""], ["Cord", 5], ["Dale", 4], ["", 9])).toBe("aaTbaaT");
    expect(
      kinds([
        ["Acme", "West", 10, 1],
        ["Bolt", "West", 25, ""],
        ["", "", 35, 1],
      ]),
    ).toBe("aaT");
  });

  test("without a name in the midst of accounts, where a later total leaves them out", () => {
    expect(valued(["Acme", 10], ["Bolt", 25], ["", 35], ["Cord", 5], ["Dale", 4], ["", 9])).toBe("aaTaaT");
    expect(valued(["Acme", 10], ["Bolt", 25], ["", 35], ["Cord", 5], ["Total", 40])).toBe("aaTaT");
    expect(valued(["Acme", 10], ["Bolt", 25], ["", 35], ["Cord", 5], ["", 5], ["Total", 40])).toBe("aaTaTT");
    expect(valued(["Acme", 10], ["", 10], ["Bolt", 25], ["", 25], ["", 35])).toBe("aTaTT");
  });

  test("at the top, for the whole table and for groups", () => {
    expect(valued(["Total", 35], ["Acme", 10], ["Bolt", 25])).toBe("Taa");
    expect(valued(["", 35], ["Acme", 10], ["Bolt", 25])).toBe("Taa");
    expect(valued(["Total", 40], ["Subtotal", 35], ["Acme", 10], ["Bolt", 25], ["Subtotal", 5], ["Cord", 5])).toBe("TTaaTa"); // prettier-ignore
    expect(valued(["Total", 44], ["Acme", 10], ["Bolt", 25], ["Subtotal", 35], ["Cord", 5], ["Dale", 4], ["Subtotal", 9])).toBe("TaaTaaT"); // prettier-ignore
  });

  test("at the top and at the end", () => {
    expect(valued(["Total", 35], ["Acme", 10], ["Bolt", 25], ["Total", 35])).toBe("TaaT");
  });

  test("that are not the sum, by name and place", () => {
    expect(valued(["Acme", 10], ["Bolt", 25], ["Total", 36])).toBe("aaT"); // rounded, or of more rows than these
    expect(valued(["Acme", 10], ["Bolt", 25], ["Total", ""])).toBe("aaT");
    expect(valued(["Acme", 10], ["Grand Total", 3], ["Bolt", 25])).toBe("aTa");
    expect(
      kinds([
        ["Acme", "", 10, 70],
        ["Bolt", "", 25, 80],
        ["Total", "", 35, 75],
        ["Cord", "", 1, 1],
      ]),
    ).toBe("aaTa"); // an average beside
  });

  test("in a table that was sorted with them in it", () => {
    expect(valued(["Acme", 10], ["Bolt", 25], ["Total", 55], ["Union", 20])).toBe("aaTa");
    expect(valued(["Acme", 10], ["Bolt", 25], ["Total", 54], ["Union", 20])).toBe("aaaa");
  });

  test("that nothing speaks against", () => {
    expect(valued(["Acme", 0], ["Bolt", 0], ["Total", 0])).toBe("aaT");
    expect(valued(["Acme", ""], ["Bolt", ""], ["Total", 7])).toBe("aaT");
    expect(valued(["Acme", 3], ["Bolt", 4], ["Total", 0])).toBe("aaa");
  });

  test("beside a company named Total", () => {
    expect(valued(["Acme", 10], ["Total", 131.64], ["Bolt", 25], ["Total", 166.64])).toBe("aaaT");
    expect(valued(["Acme", 10], ["Total", 131.64], ["Bolt", 25], ["", 166.64])).toBe("aaaT");
    expect(valued(["Total", 166.64], ["Acme", 10], ["Total", 131.64], ["Bolt", 25])).toBe("Taaa");
  });

  test.each([
    ...[
      "Total",
      "TOTAL:",
      " total ",
      "Totals",
      "Sum",
      "Summe",
      "Grand Total",
      "Sub-total",
      "Subtotal",
      "Total (2 accounts)",
    ],
    ...[
      "Total 2025",
      "Total FY2025",
      "Total 2024/25",
      "Total (2)",
      "Total (n=2)",
      "Gesamtergebnis",
      "Total général",
      "Totaal",
      "Ｔｏｔａｌ",
    ],
  ])("are called %j", (name) => {
    expect(valued(["Acme", 10], ["Bolt", 25], [name, 35], ["Cord", 1])).toBe("aaTa");
  });
});

describe("no totals", () => {
  test.each([
    ...[
      "TotalEnergies",
      "Total Wine & More",
      "Grand Total Foods",
      "Subtotal Systems",
      "Summer",
      "Sumitomo",
      "Totally",
      "The Total",
    ],
    ...["Total (France)", "Total S.A.", "Acme Total", "Sum Up", "Total 76", "Gesamtschule"],
  ])("a company named %s, even where its number is the sum of others", (name) => {
    expect(valued(["Acme", 3], ["Bolt", 25], [name, 28], ["Cord", 1])).toBe("aaaa");
    expect(valued(["Bolt", 3], ["Cord", 25], [name, 28])).toBe("aaa");
  });

  test("a company named Total, with an account's number", () => {
    expect(valued(["Acme", 10], ["Total", 131.64], ["Bolt", 250], ["Cord", 25])).toBe("aaaa");
    expect(valued(["Acme", 10], ["Bolt", 250], ["Total", 131.64])).toBe("aaa");
    expect(valued(["Total", 131.64], ["Acme", 10], ["Bolt", 250])).toBe("aaa");
    expect(valued(["Total", 5])).toBe("a");
    expect(valued(["Total", ""])).toBe("a");
  });

  test("a row that names nobody, and is not the sum of all it has", () => {
    expect(valued(["Acme", 10], ["Bolt", 25], ["", 30])).toBe("aau");
    expect(valued(["Acme", 10], ["Bolt", 25], ["", 35.0001])).toBe("aau");
    expect(valued(["Acme", 10], ["Bolt", 25], ["n/a", ""])).toBe("aau");
    expect(
      kinds([
        ["Acme", "", 10, 1],
        ["Bolt", "", 25, 2],
        ["", "", 35, 4],
      ]),
    ).toBe("aau");
    expect(
      kinds([
        ["Acme", "", 10, 1],
        ["Bolt", "", 25, 2],
        ["", "West", "", ""],
      ]),
    ).toBe("aau");
  });

  test("a second row that equals the first", () => {
    expect(valued(["Acme", 10], ["", 10])).toBe("au");
    expect(valued(["Acme", 10], ["", 10], ["Bolt", 5])).toBe("aua");
    expect(valued(["Acme", 10], ["", 10], ["Bolt", 5], ["Total", 25])).toBe("auaT");
    expect(valued(["", 10], ["Acme", 10])).toBe("ua");
    expect(valued(["Acme", 10], ["Bolt", 0], ["", 10])).toBe("aau");
    expect(valued(["Acme", 0], ["Bolt", 0], ["", 0])).toBe("aau");
    expect(valued(["Acme", 10], ["Bolt", 10])).toBe("aa");
  });

  test("a sum by chance in the midst of accounts", () => {
    expect(valued(["Acme", 10], ["Bolt", 20], ["", 30], ["Cord", 5])).toBe("aaua");
    expect(valued(["Acme", 10], ["Bolt", 20], ["", 30], ["Cord", 5], ["Total", 65])).toBe("aauaT");
    expect(valued(["Acme", 10], ["Bolt", 20], ["", 30], ["Cord", 5], ["", 65])).toBe("aauaT");
  });

  test("rows of which nothing was read", () => {
    expect(
      kinds([
        ["Acme", "", 1, ""],
        ["", "", "", ""],
        ["", " ", "", ""],
        ["Bolt", "", 2, ""],
      ]),
    ).toBe("abba");
  });
});

test("who is left out is told once, and not counted as unnamed or repeated", () => {
  const rows: Cells = [
    ["Acme", 10],
    ["Bolt", 25],
    ["Total", 35],
    ["", ""],
    ["", 7],
    ["Acme", 1],
    ["Cord", 2],
    ["Total", 10],
  ];
  const table = tableOf([["account", "value"], ...rows], preset);
  expect(table.accounts.keys).toEqual(["acme", "bolt", "cord"]);
  expect([...table.accounts.codes]).toEqual([0, 1, -1, -1, -1, 0, 2, -1]);
  expect(table.accounts.nameAt(2)).toBe("Total");
  expect(table.issues).toMatchObject([
    { code: "totals-left-out", severity: "info", count: 2, rows: [3, 8] },
    { code: "account-blank", severity: "warning", count: 1, rows: [5] },
    { code: "account-repeated", severity: "warning", count: 1, rows: [6] },
  ]);
});

describe("an export with subtotals", () => {
  const amount = fc.oneof(fc.integer({ min: -500, max: 5_000 }), fc.double({ min: 0.01, max: 1e9, noNaN: true }));
  const groups = fc.array(fc.array(fc.tuple(amount, amount), { minLength: 2, maxLength: 6 }), {
    minLength: 2,
    maxLength: 5,
  });
  const sum = (rows: readonly (readonly [number, number])[], at: 0 | 1) =>
    rows.reduce((total, row) => total + row[at], 0);

  test("has the accounts of the table without them, wherever they stand", () => {
    fc.assert(
      fc.property(
        groups,
        fc.constantFrom("Subtotal", ""),
        fc.constantFrom("Grand Total", "Total", ""),
        fc.boolean(),
        (all, sub, grand, isAbove) => {
          const ordered = (rows: CellValue[][], total: CellValue[]) => (isAbove ? [total, ...rows] : [...rows, total]);
          const parts = all.map((rows, g) => {
            const named = rows.map(([value, other], i): CellValue[] => [`g${g} a${i}`, "", value, other]);
            return ordered(named, [sub, "", sum(rows, 0), sum(rows, 1)]);
          });
          const whole = ordered(parts.flat(), [grand, "", sum(all.flat(), 0), sum(all.flat(), 1)]);
          const signs = kinds(whole);
          expect(signs).toBe(whole.map(([name]) => (/^g/.test(String(name)) ? "a" : "T")).join(""));
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

test("blocks and a header further down make the same table as the whole", () => {
  const cells: Cells = [
    ["Q1 report"],
    ["account", "value"],
    ["Acme", 10],
    ["Bolt", 25],
    ["", ""],
    ["", 35],
    ["Cord", 5],
    ["Total", 40],
  ];
  const rows = cells.slice(2);
  const builder = tableBuilder(bindFields(["account", "value"], preset.fields), preset, rows.length, { header: { row: 1, rows: 1 } }); // prettier-ignore
  if (!builder.ok) throw new Error("not bound");
  for (let from = 0; from < rows.length; from += 2) {
    const block = rows.slice(from, from + 2);
    builder.add(block.length, (index) => ({ rows: block, index }));
  }
  const { reading: _reading, ...table } = builder.table();
  const { reading: _other, ...whole } = tableOf(cells, preset);
  expect([...table.rowKinds]).toEqual([RowKind.account, RowKind.account, RowKind.blank, RowKind.total, RowKind.account, RowKind.total]); // prettier-ignore
  expect(JSON.stringify(table)).toBe(JSON.stringify(whole));
});
