import type { KeptCells } from "../keptReferences";
import { wireClass, type WireClass } from "../wireClass";
import { conditionalFormatCollectionClass } from "./conditionalFormatCollection";
import { dataValidationClass } from "./dataValidation";
import { rangeEdits } from "./rangeEdits";
import { rangeFormatClass } from "./rangeFormat";
import { rangeMoves } from "./rangeMoves";
import { rangeProperties } from "./rangeProperties";
import { cellsOf } from "./rangeRef";
import { rangeSortClass } from "./rangeSort";
import { worksheetClass } from "./worksheet";

export const rangeClass: WireClass<KeptCells> = wireClass({
  name: "Range",
  identity: (range): Record<string, unknown> =>
    range.reference === undefined ? {} : { _ReferenceId: range.reference },
  properties: rangeProperties,
  children: {
    ConditionalFormats: (range) => conditionalFormatCollectionClass({ sheet: range.sheet, areas: [cellsOf(range)] }),
    DataValidation: (range) => dataValidationClass(range),
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
