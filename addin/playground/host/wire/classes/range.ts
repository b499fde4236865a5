import type { KeptCells } from "../kept-references";
import { wireClass, type WireClass } from "../wire-class";
import { conditionalFormatCollectionClass } from "./conditional-format-collection";
import { rangeEdits } from "./range-edits";
import { rangeFormatClass } from "./range-format";
import { rangeMoves } from "./range-moves";
import { rangeProperties } from "./range-properties";
import { cellsOf } from "./range-ref";
import { rangeSortClass } from "./range-sort";
import { worksheetClass } from "./worksheet";

export const rangeClass: WireClass<KeptCells> = wireClass({
  name: "Range",
  identity: (range): Record<string, unknown> =>
    range.reference === undefined ? {} : { _ReferenceId: range.reference },
  properties: rangeProperties,
  children: {
    ConditionalFormats: (range) => conditionalFormatCollectionClass({ sheet: range.sheet, areas: [cellsOf(range)] }),
    Format: (range) => rangeFormatClass(range),
    Sort: (range) => rangeSortClass(range),
    Worksheet: (range) => worksheetClass(range.sheet),
  },
  methods: {
    ...rangeMoves,
    ...rangeEdits,
    _KeepReference(range, _args, session) {
      session.references.keep(rangeClass(range), range);
    },
  },
});
