import { describe, expect, test } from "vitest";
import {
  accounts,
  applied,
  DAY,
  expectTiersBesideAccounts,
  KINDS,
  must,
  opened,
  session,
  sheet,
  values,
} from "./workbooks";

const TIERED = [
  ["Account", "Revenue", "Segment", "Tier"],
  ["Acme", 300, "Key", "Tier 1"],
  ["Bolt", 200, "Enterprise", "Tier 2"],
  ["Cyan", 150, "Enterprise", "Tier 2"],
  ["Dune", 120, "Enterprise", "Tier 2"],
  ["Echo", 80, "Enterprise", "Tier 2"],
  ["Fern", 60, "Commercial", "Tier 3"],
  ["Gale", 40, "Commercial", "Tier 3"],
  ["Hill", 30, "Commercial", "Tier 3"],
  ["Iris", 15, "Commercial", "Tier 3"],
  ["Jade", 5, "Commercial", "Tier 3"],
];

describe.each(KINDS)("the journey on a %s", (kind) => {
  test("apply writes two columns with a rule per label; undo leaves the workbook as it was", async () => {
    const book = opened(accounts(kind));
    const before = book.workbook.snapshot();
    const preview = must(
      await book.tiering.preview({ where: { by: "selection" }, preset: await preset(book), asOf: DAY }),
    );
    expect(book.workbook.snapshot()).toEqual(before);
    expect(preview.plan.moves).toEqual({ up: 0, down: 0, same: 0, new: 10 });

    const tiered = must(await book.tiering.apply(preview));
    expect(tiered).toMatchObject({ cells: 20, plans: 1, withoutColours: false });
    expect(values(book)).toEqual(TIERED);
    const rules = sheet(book).conditionalFormats;
    expect(rules.map(({ rule, areas }) => [rule, areas])).toEqual(
      [
        ["Tier 1", "#0F5C9E", "#FFFFFF", 3],
        ["Tier 2", "#5B9BD5", "#000000", 3],
        ["Tier 3", "#C7E0F4", "#000000", 3],
        ["Prospect", "#E8EAED", "#000000", 2],
        ["New Start", "#D5ECD4", "#000000", 2],
        ["Key", "#0F5C9E", "#FFFFFF", 2],
        ["Enterprise", "#5B9BD5", "#000000", 2],
        ["Commercial", "#C7E0F4", "#000000", 2],
      ].map(([label, fill, color, column]) => [
        { type: "CellValue", operator: "EqualTo", formula1: `="${label}"`, fill, color },
        [{ row: 1, column, rows: 10, columns: 1 }],
      ]),
    );
    expect(book.workbook.names().every(({ isVisible }) => !isVisible)).toBe(true);

    expect(must(await book.tiering.undo())).toEqual({ cells: kind === "table" ? 0 : 20, unmatched: [], sheet: null });
    expect(book.workbook.snapshot()).toEqual(before);
    expect(book.host.keptReferences).toBe(0);
  });

  test("an edit makes it stale; a refresh changes only what must, and undo takes only the refresh back", async () => {
    const book = opened(accounts(kind));
    const { record } = await applied(book);
    expect(must(await book.tiering.stale(record.id, DAY))).toEqual({ isStale: false, reasons: [] });
    expect(must(await book.tiering.stale(record.id, "2026-02-28")).reasons).toEqual(["day"]);
    book.user.type("B6", "900"); // Echo
    expect(must(await book.tiering.stale(record.id, DAY))).toEqual({ isStale: true, reasons: ["cells"] });

    const edited = book.workbook.snapshot();
    const written: string[] = [];
    book.workbook.onChange((change) => change.type === "edited" && written.push(JSON.stringify(change.area)));
    const refreshed = must(await book.tiering.refresh(record.id, DAY));
    expect(refreshed.plan.moves).toEqual({ up: 1, down: 2, same: 7, new: 0 });
    expect(refreshed.cells).toBe(6); // Echo, Acme and Dune, segment and tier
    expect(written).toHaveLength(2); // one write to each column, from Acme to Echo
    expectTiersBesideAccounts(book);
    expect(sheet(book).conditionalFormats).toEqual(edited.sheets[0]?.conditionalFormats);

    expect(must(await book.tiering.undo())).toEqual({ cells: 6, unmatched: [], sheet: null });
    const { "tiering.journal": _, ...settings } = edited.settings;
    expect(book.workbook.snapshot()).toEqual({ ...edited, settings });
  });

  test("a hundred refreshes leave the same rules, names and settings", async () => {
    const book = opened(accounts(kind));
    const { record } = await applied(book);
    const { conditionalFormats } = sheet(book);
    const names = book.workbook.names();
    for (let i = 0; i < 100; i++) {
      book.user.type(`B${2 + (i % 10)}`, (i * 37) % 400);
      must(await book.tiering.refresh(record.id, DAY));
    }
    expectTiersBesideAccounts(book);
    expect(sheet(book).conditionalFormats).toEqual(conditionalFormats);
    expect(book.workbook.names()).toEqual(names);
    expect(Object.keys(book.workbook.settings())).toHaveLength(2);
    expect(book.host.keptReferences).toBe(0);
  });

  test("rows that were appended are tiered, their cells coloured, and undo gives the old colours back", async () => {
    const book = opened(accounts(kind));
    const { record } = await applied(book);
    book.user.type("A12", "Kite");
    book.user.type("B12", 700);
    const look = () =>
      sheet(book)
        .conditionalFormats.map(({ rule, areas }) => JSON.stringify({ rule, areas }))
        .sort();
    const grown = look();
    must(await book.tiering.refresh(record.id, DAY));
    expectTiersBesideAccounts(book);
    expect(sheet(book).conditionalFormats.map(({ areas }) => areas[0]?.rows)).toEqual(Array(8).fill(11));

    must(await book.tiering.undo());
    expect(look()).toEqual(grown.map((rule) => rule.replace('"rows":10', '"rows":11')));
    expect(must(await session(book.Excel).stale(record.id, DAY)).reasons).toEqual(["cells"]);
    must(await book.tiering.refresh(record.id, DAY));
    expect(sheet(book).conditionalFormats).toHaveLength(8);
  });

  test("a changed preset is a new approval: refresh asks, apply writes it and drops the colours it no longer has", async () => {
    const book = opened(accounts(kind));
    const { record } = await applied(book);
    const changed = structuredClone(await preset(book));
    const renamed = {
      ...changed,
      tiers: { ...changed.tiers, rungs: changed.tiers.rungs.map((rung) => ({ ...rung, label: `${rung.label}!` })) },
    };
    must(await book.tiering.presets.save(renamed));
    expect(must(await book.tiering.stale(record.id, DAY)).reasons).toEqual(["preset"]);
    expect(await book.tiering.refresh(record.id, DAY)).toMatchObject({
      problem: { code: "preset-changed-elsewhere", written: "nothing" },
    });
    const saved = must(await book.tiering.presets.get(renamed.id));
    const again = must(
      await book.tiering.apply(
        must(await book.tiering.preview({ where: { by: "record", id: record.id }, preset: saved, asOf: DAY })),
      ),
    );
    expect(again.cells).toBe(10); // the tiers alone
    const labels = sheet(book).conditionalFormats.map(({ rule }) => ("formula1" in rule ? rule.formula1 : ""));
    expect(labels.filter((label) => label.startsWith('="Tier'))).toEqual(['="Tier 1!"', '="Tier 2!"', '="Tier 3!"']);
    expect(labels).toHaveLength(8);
  });
});

async function preset({ tiering }: { tiering: ReturnType<typeof session> }) {
  return must(await tiering.presets.get("revenue-share"));
}
