import { called, nameOf, typeOf, type Finding } from "./parsed";
import { SEQUENCES, slots, type Slot } from "./sequences";

/** Optional parts that this add-in has no use for: where they stand is checked, what is in them is not. */
const OPAQUE = new Set(["Tokens", "ov:WebApplicationInfo", "ov:EquivalentAddins"]);

/** Elements that are not known where they stand, are missing, stand twice, or stand in the wrong order. */
export function checkStructure(root: Element): Finding[] {
  if (keyOf(root) !== "OfficeApp:TaskPaneApp") {
    return [{ rule: "app-type", message: "The root is not an OfficeApp of xsi:type TaskPaneApp (schema 1.1)." }];
  }
  const findings: Finding[] = [];
  for (const element of [root, ...root.getElementsByTagName("*")]) {
    const sequence = sequenceOf(element);
    if (sequence === undefined) continue;
    findings.push(...children(element, sequence === "" ? [] : slots(sequence)));
  }
  return findings;
}

/** What may stand in an element; undefined for parts that are not looked into, empty for those that hold no element. */
function sequenceOf(element: Element): string | undefined {
  const parent = element.parentElement;
  if (parent !== null && sequenceOf(parent) === undefined) return undefined;
  if (OPAQUE.has(nameOf(element))) return undefined;
  return SEQUENCES[keyOf(element)] ?? "";
}

function keyOf(element: Element): string {
  const type = typeOf(element);
  return type === "" ? nameOf(element) : `${nameOf(element)}:${type}`;
}

function* children(parent: Element, expected: readonly Slot[]): Iterable<Finding> {
  const counts = expected.map(() => 0);
  let reached = 0;
  for (const child of parent.children) {
    const name = nameOf(child);
    const place = expected.findIndex(({ names }) => names.includes(name));
    if (place < 0 || !isKnown(child)) {
      const type = typeOf(child) === "" ? "" : ` of type ${typeOf(child)}`;
      yield { rule: "misplaced", message: `${called(child)}${type} (${name}) has no place in ${called(parent)}.` };
    }
    if (place < 0) continue;
    if (place < reached) yield { rule: "order", message: `${called(child)} stands too late in ${called(parent)}.` };
    reached = Math.max(reached, place);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  for (const [place, { names, least, most }] of expected.entries()) {
    const count = counts[place] ?? 0;
    const name = names.join(" or ");
    if (count < least) yield { rule: "required", message: `${called(parent)} lacks ${name}.` };
    if (count > most) yield { rule: "repeated", message: `${called(parent)} has ${count} of ${name}.` };
  }
}

/** Of an element that comes in types, only those that are known. */
function isKnown(element: Element): boolean {
  const typed = Object.keys(SEQUENCES).some((key) => key.startsWith(`${nameOf(element)}:`));
  return !typed || keyOf(element) in SEQUENCES;
}
