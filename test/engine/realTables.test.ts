import { existsSync, readFileSync } from "node:fs";
import { parseCsv } from "hucre/csv";
import { describe, expect, test } from "vitest";
import type { CellValue, Run } from "../../engine/index";
import { issueCodes, membersOf, tiered } from "./samples";

const shared = new URL("../../../shared/data/", import.meta.url);

/** The account and the value column of a table, numbers as numbers: two columns are all that a share needs. */
function columnsOf(file: string, account: string, value: string): CellValue[][] {
  if (!existsSync(shared)) return [["account", "value"]]; // what is skipped is collected all the same
  const [header = [], ...rows] = parseCsv(readFileSync(new URL(file, shared), "utf8").trim());
  const [from, to] = [header.indexOf(account), header.indexOf(value)];
  const cells = rows.map((row): CellValue[] => [String(row[from] ?? ""), row[to] === "" ? "" : Number(row[to])]);
  return [["account", "value"], ...cells];
}

function byShare(cells: CellValue[][], cuts: readonly [number, number], crossing: string): Run {
  const [a, b] = cuts.map((share) => ({ measure: "value", top: { share, crossing } }));
  return tiered(cells, { A: a, B: b }, { last: "C" });
}
const sizes = ({ stats }: Run) => stats.tiers.map(({ count }) => count);

/** Class sizes by exact arithmetic: whole hundredths, and cuts as whole per cents. */
function exactSizes(cells: CellValue[][], cuts: readonly [bigint, bigint], crossing: "up" | "down"): number[] {
  const hundredths = cells.slice(1).map(([, value]) => BigInt(Math.round(Number(value) * 100)));
  const ranked = hundredths.sort((x, y) => (x < y ? 1 : x > y ? -1 : 0));
  const total = ranked.reduce((sum, each) => sum + each, 0n);
  const inside = cuts.map((cut) => {
    let sum = 0n;
    return ranked.filter((each) => {
      const before = sum;
      sum += each;
      return crossing === "up" ? before * 100n < cut * total : sum * 100n <= cut * total;
    }).length;
  });
  const [a = 0, b = 0] = inside;
  return [a, b - a, ranked.length - b];
}

describe.skipIf(!existsSync(shared))("tables that nobody here wrote (skipped where ../shared/data is absent)", () => {
  describe.each([
    ["revenue", "maven_crm/accounts.csv", "revenue", { down: [26, 21, 38], up: [27, 21, 37] }],
    ["won value", "maven_crm/derived_accounts.csv", "won_value", { down: [47, 23, 15], up: [48, 23, 14] }],
  ] as const)("85 accounts of a hardware seller by %s", (_, file, column, published) => {
    const cells = columnsOf(file, "account", column);
    test.each(["up", "down"] as const)("crossing %s", (crossing) => {
      expect(sizes(byShare(cells, [0.7, 0.9], crossing))).toEqual(published[crossing]);
      expect(exactSizes(cells, [70n, 90n], crossing)).toEqual(published[crossing]);
      expect(sizes(byShare(cells, [0.3, 0.8], crossing))).toEqual(exactSizes(cells, [30n, 80n], crossing));
    });
  });

  test("equal won values of the same accounts stay in one class away from a cut", () => {
    const cells = columnsOf("maven_crm/derived_accounts.csv", "account", "won_value");
    const result = byShare(cells, [0.3, 0.8], "up");
    expect(result.stats.tiers.reduce((sum, tier) => sum + tier.sum, 0)).toBe(10_005_534);
    const members = membersOf(result);
    expect(members.A).toEqual(expect.arrayContaining(["Kan-code", "Konex", "Condax"]));
    const tied = [...Object.values(members)].filter(
      (names) => names.includes("Mathtouch") || names.includes("Singletechno"),
    );
    expect(tied).toHaveLength(1);
  });

  describe("60 supermarkets, one of which reported euros where the others reported thousands", () => {
    const cells = columnsOf("retailers_nl/retailers.csv", "rownames", "turnover");
    test("crossing up, it stands alone in the top class, which holds 82 %", () => {
      const result = byShare(cells, [0.3, 0.8], "up");
      expect(membersOf(result)).toMatchObject({ A: ["14"], B: [] });
      expect(result.stats.tiers[0]?.share).toBeCloseTo(931_397 / 1_135_651, 12);
      expect(issueCodes(result)).toEqual(["value-missing", "share-overshoot", "class-empty", "account-spans-cuts"]);
    });
    test("crossing down, the top class is empty", () => {
      const result = byShare(cells, [0.7, 0.9], "down");
      expect(sizes(result)).toEqual([0, 3, 57]); // four of the 57 have no turnover
      expect(issueCodes(result)).toEqual(["value-missing", "class-empty", "share-overshoot"]);
    });
  });

  test("seven beauty products, by the classes of the package's own test", () => {
    const result = byShare(
      columnsOf("abc_classification_oracle/sales.txt", "product", "total_sold"),
      [0.7, 0.9],
      "down",
    );
    const expected = parseCsv(readFileSync(new URL("abc_classification_oracle/true_abc_sales.txt", shared), "utf8"));
    for (const [product, , label] of expected.slice(1)) expect(membersOf(result)[String(label)]).toContain(product);
    expect(result.stats.tiers.map(({ sum }) => sum)).toEqual([69_000, 16_000, 15_000]);
  });

  test("five goods, by the classes of another package's test", () => {
    const file = JSON.parse(readFileSync(new URL("go_abc_oracle/vectors.json", shared), "utf8")) as {
      abc_80_95: { items: string[]; values: number[]; group: string[] };
    };
    const { items, values, group } = file.abc_80_95;
    const result = byShare(
      [["account", "value"], ...items.map((item, i) => [item, values[i] ?? ""])],
      [0.8, 0.95],
      "down",
    );
    items.forEach((item, i) => expect(membersOf(result)[group[i] ?? ""]).toContain(item));
  });
});
