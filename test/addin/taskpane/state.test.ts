import { expect, test } from "vitest";
import { changed, firstState, type PaneEvent, type PaneState } from "../../../addin/taskpane/app/state";
import { presetDocument } from "../../../engine/index";
import { builtIn, CELLS, DAY, listed, previewOf, sourceOf } from "./fakePreview";

const preset = builtIn("revenue-share");
const history = { canUndo: false, isUnfinished: false };
const found = { source: sourceOf(), record: null };
const choices = { mapping: new Map(), dateOrder: null };
const opening: PaneEvent[] = [
  { type: "opened", presets: listed, history },
  { type: "found", found, preset, choices },
  { type: "previewed", preview: previewOf(CELLS, preset, { tiers: ["", "", "", ""] }), isEdited: false },
];
const after = (...events: PaneEvent[]): PaneState => [...opening, ...events].reduce(changed, firstState(DAY));
const edits = { rows: new Set([2, 3]), isReshaped: false };

test("what was read is fresh until something is chosen, edited or written", () => {
  expect(after().isFresh).toBe(true);
  const events: PaneEvent[] = [
    { type: "chosen", preset: builtIn("high-medium-low") },
    { type: "chosen", choices: { mapping: new Map([["income", ["B"]]]), dateOrder: null } },
    { type: "day", asOf: "2026-02-01", isChosen: true },
    { type: "edited", edits },
    { type: "written" },
    { type: "found", found, preset, choices },
  ];
  for (const event of events) expect(after(event).isFresh, event.type).toBe(false);
  for (const type of ["rested", "presets", "history", "said"] as const) {
    const event = { type, presets: listed, history, message: null } as PaneEvent;
    expect(after(event).isFresh, type).toBe(true);
  }
});

test("edits add up until the tiers are right again", () => {
  const more = { rows: new Set([3, 9]), isReshaped: true };
  expect(after({ type: "edited", edits }, { type: "edited", edits: more }).edits).toEqual({
    rows: new Set([2, 3, 9]),
    isReshaped: true,
  });
  const stale = previewOf(CELLS, preset, { tiers: ["", "", "", ""], record: { inputs: "other" } });
  const current = previewOf(CELLS, preset, { tiers: ["Tier 1", "Tier 2", "Tier 2", "Tier 3"] });
  const read = (preview: typeof stale, isEdited = false) =>
    after({ type: "edited", edits }, { type: "previewed", preview, isEdited }).edits.rows.size;
  expect([read(stale), read(current), read(current, true)]).toEqual([2, 0, 2]);
  expect(after({ type: "edited", edits }, { type: "written" }).edits.rows.size).toBe(0);
});

test("the preview of other accounts goes with them, that of the same ones stays to be looked at", () => {
  const grown = { ...found, source: { ...found.source, rows: 9 } };
  const other = { ...found, source: { ...found.source, sheet: { id: "{2}", name: "Other" } } };
  const at = (there: typeof found) => after({ type: "found", found: there, preset, choices }).preview;
  expect(at(grown)).not.toBeNull();
  expect(at(other)).toBeNull();
});

test("automatic refresh goes on where its accounts were moved in the sheet, and is off for other ones", () => {
  const { before: record } = previewOf(CELLS, preset, { tiers: ["", "", "", ""] }).plan;
  const on = [
    { type: "found", found: { ...found, record }, preset, choices },
    { type: "automatic", automatic: "current" },
  ] as const;
  const at = (there: object) =>
    after(...on, { type: "found", found: { ...found, record, ...there }, preset, choices }).automatic;
  expect(at({ source: { ...found.source, headerRow: 3 } })).toBe("current");
  expect(at({ record: null })).toBeNull();
});

test("whoever writes settles what a co-author has edited, and that automatic refresh has stopped", () => {
  const written = (automatic: "stale" | "stopped" | "current") =>
    after({ type: "automatic", automatic }, { type: "written" }).automatic;
  expect([written("stale"), written("stopped"), written("current")]).toEqual(["current", null, "current"]);
});

test("edited rules stay where other accounts are shown, with nothing to compare them with", () => {
  const draft = { document: presetDocument(preset), issues: [] };
  const drafted = after({ type: "drafted", draft, preset });
  expect(drafted.draft?.before).not.toBeNull();
  const other = { ...found, source: { ...found.source, sheet: { id: "{2}", name: "Other" } } };
  expect(changed(drafted, { type: "found", found: other, preset, choices }).draft).toEqual({
    ...draft,
    saved: preset,
    before: null,
  });
});
