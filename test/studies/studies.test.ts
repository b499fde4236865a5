import { describe, expect, test } from "vitest";
import { abm, fits } from "./abm";
import { clientValue } from "./clientValue";
import { fiveSegments, revenueShare, supermarkets } from "./fiveSegments";
import { areThere, rowsOf, tiering } from "./tables";

const docs = (name: string) => new URL(`../../docs/studies/${name}.md`, import.meta.url).pathname;

/** Pages whose every number comes from a run; `npx vitest run test/studies -u` writes them again. */
describe.skipIf(!areThere)("worked studies on real tables (skipped where ../shared/data is absent)", () => {
  test("five segments: 60 supermarkets", async () => {
    await expect(await fiveSegments()).toMatchFileSnapshot(docs("five-segments"));
  });
  test("ABM: 85 accounts of a hardware seller", async () => {
    await expect(await abm()).toMatchFileSnapshot(docs("abm"));
  });
  test("client value: three reviews of a software company", async () => {
    await expect(await clientValue()).toMatchFileSnapshot(docs("client-value"));
  });

  test("five segments: counted in whole euros, from the top", () => {
    const cells = supermarkets(true).slice(1);
    const ranked = cells
      .map(([name, turnover]) => ({ name: String(name), euros: Math.round(Number(turnover || 0) * 1000) }))
      .filter(({ euros }) => euros > 0)
      .sort((a, b) => b.euros - a.euros);
    const total = ranked.reduce((sum, { euros }) => sum + euros, 0);
    let before = 0;
    const expected = new Map(
      ranked.map(({ name, euros }) => {
        const label = before * 10 < total * 3 ? "Key" : before * 10 < total * 8 ? "Enterprise" : "Commercial";
        before += euros;
        return [name, label];
      }),
    );
    const { segment } = tiering(supermarkets(true), revenueShare(), { asOf: "2026-01-31" });
    cells.forEach(([name], row) => {
      expect([name, segment?.labels[segment.codes[row] ?? -1]]).toEqual([
        name,
        expected.get(String(name)) ?? "Commercial",
      ]);
    });
  });

  test("ABM: every score by hand", () => {
    const accounts = rowsOf("maven_crm/derived_accounts.csv");
    const { run, scoreOf } = fits();
    accounts.forEach(({ account = "" }, row) => {
      expect([account, run.score?.[row]]).toEqual([account, expect.closeTo(scoreOf(account), 3)]);
    });
  });
});
