import { sheetOf } from "../../../../addin/playground/host/simpleSnapshot";
import type { CellValue, WorkbookSnapshot } from "../../../../addin/playground/host/snapshot";
import type { Preset } from "../../../../engine/index";
import { presetDocument, parsePreset } from "../../../../engine/index";
import { accounts, CELLS, PRESET, tableOver, type Kind } from "../workbooks";

/** Accounts in a workbook that is in use: whatever is not ours must be there in the end as it was. */
export function amongNeighbours(kind: Kind, cells: CellValue[][] = CELLS): WorkbookSnapshot {
  const notes: CellValue[][] = [
    ["Topic", "Sum"],
    ["Revenue", 1000],
    ["Other", 7],
  ];
  const workbook = accounts(kind, {
    values: cells,
    ...(kind === "table" && { tables: [tableOver(cells)] }),
    columnWidths: { 1: 90, 3: 40 },
    rowHeights: { 0: 30 },
    numberFormats: [{ row: 1, column: 1, rows: 10, columns: 1, format: "#,##0" }],
    styles: [{ row: 1, column: 0, rows: 3, columns: 1, fill: "#FFFF00", bold: true }],
    conditionalFormats: [
      {
        id: "{00000000-0001-0000-0000-000000000001}",
        areas: [{ row: 1, column: 1, rows: 10, columns: 1 }],
        stopIfTrue: false,
        rule: { type: "CellValue", operator: "GreaterThan", formula1: "=100", fill: "#00FF00" },
      },
    ],
    validations: [
      {
        ...{ row: 1, column: 1, rows: 10, columns: 1, ignoreBlanks: true },
        rule: { type: "WholeNumber", operator: "GreaterThan", formula1: "=0" },
        prompt: { showPrompt: false, title: "", message: "" },
        errorAlert: { showAlert: true, style: "Stop", title: "", message: "" },
      },
    ],
  });
  const table = tableOver(notes, { id: "{T7}", name: "Notes" });
  const formulas = [{ row: 1, column: 1, formula: "=SUM(Accounts!$B$2:$B$11)" }];
  return {
    ...workbook,
    sheets: [...workbook.sheets, sheetOf("Notes", notes, { tables: [table], formulas, frozenRows: 1 })],
    names: [{ name: "Revenues", formula: "=Accounts!$B$2:$B$11", isVisible: true, comment: "mine" }],
    settings: { "another.addin": "its own" },
  };
}

/** The same rules with other words for the tiers, another colour and one column less: everything of ours changes. */
export const RENAMED: Preset = {
  ...PRESET,
  tiers: {
    ...PRESET.tiers,
    rungs: PRESET.tiers.rungs.map((rung, i) => ({ ...rung, label: `Class ${"ABC".charAt(i)}` })),
  },
};

/** Only the colours are others: no cell changes. */
export const RECOLOURED: Preset = {
  ...PRESET,
  tiers: { ...PRESET.tiers, rungs: PRESET.tiers.rungs.map((rung) => ({ ...rung, colour: "#C00000" })) },
};

/** One tier less. */
export const SHORTER: Preset = {
  ...PRESET,
  tiers: { ...PRESET.tiers, rungs: PRESET.tiers.rungs.filter((_, i) => i !== 1) },
};

/** Every column there is, with words, numbers, days, bars and arrows. */
export const EVERY_COLUMN: Preset = presetOf({
  ...presetDocument(PRESET),
  id: "every-column",
  measures: [...PRESET.measures, { id: "score", type: "scale", of: "income", method: "minMax" }],
  flags: [{ id: "large", label: "Large", when: { measure: "income", ">=": 100 } }],
  review: { cadence: "quarterly" },
  columns: [
    ...["segment", "tier", "score", "movement", "why", "reason", "rank", "initial", "previous", "highest"],
    ...["nextReview", "play", "flags"],
  ],
});

/** The upper tiers have dossiers, which are renewed. */
export const TIMED: Preset = {
  ...PRESET,
  review: { ...(PRESET.review ?? { cadence: "quarterly", alerts: [] }), dossierDays: { t1: 92, t2: 366 } },
} as Preset;

function presetOf(document: unknown): Preset {
  const parsed = parsePreset(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.preset;
}
