import type { Reason } from "../conditions/registry";

/**
 * The measures that an answer rests on: of `any` those that hold, or all where none does. That something is blank or
 * unreadable is about the data, and rests on none.
 */
export function measuresOf(reason: Reason): string[] {
  switch (reason.kind) {
    case "all":
      return reason.parts.flatMap(measuresOf);
    case "any": {
      const held = reason.parts.filter((part) => part.holds);
      return (held.length > 0 ? held : reason.parts).flatMap(measuresOf);
    }
    case "not":
      return measuresOf(reason.part);
    case "blank":
    case "unreadable":
      return [];
    default:
      return [reason.measure];
  }
}
