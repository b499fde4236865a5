import type { Choosable } from "./Choice";

/** Words of the preset with what each is called, to choose from. */
export function choosables(names: Readonly<Record<string, string>>): Choosable[] {
  return Object.entries(names).map(([value, name]) => ({ value, name }));
}
