import { formatAddress } from "../../rules/address";
import { cellCount } from "../../rules/area";
import { invalidArgument, refuse } from "../../rules/refusal";
import { wholeNumber } from "../arguments";
import type { KeptCells } from "../keptReferences";
import { wireClass, type WireClass } from "../wireClass";
import { conditionalFormatCollectionClass } from "./conditionalFormatCollection";
import { rangeOn } from "./rangeRef";
import { sheetState } from "./sheetState";
import { worksheetClass } from "./worksheet";

/** Several areas of one sheet; only what reading a selection and rules needs. */
export const rangeAreasClass: WireClass<KeptCells> = wireClass({
  name: "RangeAreas",
  identity: (ref): Record<string, unknown> => (ref.reference === undefined ? {} : { _ReferenceId: ref.reference }),
  properties: {
    Address: {
      get(ref, session) {
        const { name } = sheetState(ref.sheet, session);
        return ref.areas.map((area) => formatAddress(name, area)).join(",");
      },
    },
    AreaCount: { get: (ref) => ref.areas.length },
    CellCount: { get: (ref) => ref.areas.reduce((sum, area) => sum + cellCount(area), 0) },
  },
  children: {
    Areas: (ref) => rangeCollectionClass(ref),
    ConditionalFormats: (ref) => conditionalFormatCollectionClass({ sheet: ref.sheet, areas: ref.areas }),
    Worksheet: (ref) => worksheetClass(ref.sheet),
  },
  methods: {
    _KeepReference(ref, _args, session) {
      session.references.keep(rangeAreasClass(ref), ref);
    },
  },
});

export const rangeCollectionClass: WireClass<KeptCells> = wireClass({
  name: "RangeCollection",
  items: (ref) => ref.areas.map((area) => rangeOn(ref.sheet, area)),
  methods: {
    GetCount: (ref) => ref.areas.length,
    GetItemAt(ref, [index]) {
      const at = wholeNumber(index);
      const area = at < 0 ? invalidArgument("The index is negative.") : ref.areas[at];
      return area ? rangeOn(ref.sheet, area) : refuse("ItemNotFound", "There is no such area.");
    },
  },
});
