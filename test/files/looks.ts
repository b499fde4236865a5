import * as fc from "fast-check";
import type { ChartAxisSnapshot, ChartSnapshot, SheetSnapshot, Validation } from "../../addin/playground/host/snapshot";

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, "0").toUpperCase()}`);
const text = fc.oneof(
  fc.constantFrom("", "&amp;", "<a> \"b\" 'c'", "a\nb\tc", "_x0041_", "Übersicht 😀"),
  fc.string({ maxLength: 12 }),
);

/** What a sheet's window and pages look like. */
export const sheetLook: fc.Arbitrary<
  Pick<SheetSnapshot, "tabColor" | "showsGridlines" | "frozenRows" | "frozenColumns" | "page" | "rowHeights">
> = fc.record({
  tabColor: fc.oneof(fc.constant(""), colour),
  showsGridlines: fc.boolean(),
  frozenRows: fc.nat(3),
  frozenColumns: fc.nat(2),
  page: fc.record({
    orientation: fc.constantFrom("Portrait" as const, "Landscape" as const),
    zoom: fc.oneof(
      fc.integer({ min: 10, max: 400 }).map((scale) => ({ scale })),
      fc.constantFrom<{ horizontalFitToPages?: number; verticalFitToPages?: number }>(
        { horizontalFitToPages: 1 },
        { verticalFitToPages: 2 },
        { horizontalFitToPages: 1, verticalFitToPages: 3 },
      ),
    ),
  }),
  rowHeights: fc
    .dictionary(
      fc.nat(12).map(String),
      fc.integer({ min: 4, max: 400 }).map((quarters) => quarters / 4),
      { maxKeys: 3 },
    )
    .map((heights) => Object.fromEntries(Object.entries(heights).map(([row, height]) => [Number(row), height]))),
});

/** What may be typed into some cells. */
export const validations: fc.Arbitrary<Validation> = fc.record({
  rule: fc.oneof(
    fc.constant({ type: "None" as const }),
    fc.record({
      type: fc.constant("List" as const),
      source: fc.constantFrom("Pin,Floor,Ceiling", 'a"b,c & d', "=$A$1:$A$3", "='It''s'!$A$1:$A$9"),
      inCellDropDown: fc.boolean(),
    }),
    fc.constant({ type: "Custom" as const, formula: '=A1<>"x"' }),
    fc.record({
      type: fc.constantFrom("WholeNumber", "Decimal", "Date", "Time", "TextLength"),
      operator: fc.constantFrom("EqualTo", "GreaterThanOrEqualTo", "LessThan", "NotEqualTo"),
      formula1: fc.constantFrom("=1", "=MIN(A1,B1)", "=46053"),
    }),
    fc.constant({ type: "Decimal", operator: "NotBetween", formula1: "=1", formula2: "=2.5" } as const),
  ),
  ignoreBlanks: fc.boolean(),
  prompt: fc.record({ showPrompt: fc.boolean(), title: text, message: text }),
  errorAlert: fc.record({
    showAlert: fc.boolean(),
    style: fc.constantFrom("Stop", "Warning", "Information"),
    title: text,
    message: text,
  }),
});

/** The text of a title that is not shown is in no file. */
const title = fc.oneof(
  fc.constant({ text: "", isVisible: false }),
  text.map((shown) => ({ text: shown, isVisible: true })),
);

const axis: fc.Arbitrary<ChartAxisSnapshot> = fc.record({
  title,
  isVisible: fc.boolean(),
  isReversed: fc.boolean(),
  hasGridlines: fc.boolean(),
  numberFormat: fc.constantFrom("General", "#,##0", '0.0"x"'),
});

const chart: fc.Arbitrary<Omit<ChartSnapshot, "id">> = fc
  .record({
    name: text,
    type: fc.constantFrom(
      ...(["ColumnClustered", "ColumnStacked", "ColumnStacked100", "BarClustered", "BarStacked"] as const),
      ...(["BarStacked100", "Line", "LineMarkers", "Pie", "Doughnut"] as const),
    ),
    top: fc.nat(600),
    left: fc.nat(900),
    width: fc.integer({ min: 10, max: 700 }),
    height: fc.integer({ min: 10, max: 700 }),
    title,
    legend: fc.oneof(
      fc.constant({ isVisible: false, position: "Bottom" as const }),
      fc.constantFrom("Top", "Bottom", "Left", "Right", "Corner").map((position) => ({ isVisible: true, position })),
    ),
    categoryAxis: axis,
    valueAxis: axis,
    series: fc.array(
      fc
        .record({
          name: fc.oneof(
            fc.constant("='It''s'!$B$1"),
            text.filter((name) => !name.startsWith("=")),
          ),
          values: fc.constantFrom("", "=Sheet1!$B$2:$B$9", "=#REF!"),
          categories: fc.constantFrom("", "=Sheet1!$A$2:$A$9"),
          fill: fc.oneof(fc.constant(null), colour),
          hasDataLabels: fc.boolean(),
        })
        .map(({ fill, ...others }) => ({ ...others, ...(fill !== null && { fill }) })),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map((one) => (one.type === "Pie" || one.type === "Doughnut" ? { ...one, ...NO_AXES } : one));

const NO_TITLE = { text: "", isVisible: false };
const USUAL = { title: NO_TITLE, isVisible: true, isReversed: false, hasGridlines: false, numberFormat: "General" };
/** A round chart has none, so a file does not say how they are. */
const NO_AXES = { categoryAxis: USUAL, valueAxis: { ...USUAL, hasGridlines: true } };

export const charts: fc.Arbitrary<ChartSnapshot[]> = fc
  .array(fc.tuple(chart, fc.uuid()), { maxLength: 2 })
  .map((drawn) => drawn.map(([one, id]) => ({ id: `{${id}}`, ...one })));
