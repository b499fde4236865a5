import { serialOf } from "../../rules/serialDate";
import { wireClass, type WireClass } from "../wireClass";

/** `workbook.functions`: only what the add-in asks. DATE tells which day the workbook counts from. */
export const functionsClass: WireClass<null> = wireClass({
  name: "Functions",
  methods: {
    Date: (_, [year, month, day], { workbook }) =>
      functionResultClass({ value: serialOf(Number(year), Number(month), Number(day), workbook.date1904) ?? "#NUM!" }),
  },
});

export const functionResultClass: WireClass<{ value: number | string }> = wireClass({
  name: "FunctionResult",
  properties: { Value: { get: ({ value }) => value }, Error: { get: () => null } },
});
