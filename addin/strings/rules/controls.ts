import { count } from "../format";

/** What the controls say that several sections of "Edit rules" use. */
export const CONTROLS = {
  addEntry: "Type one and press Enter",
  colour: "Colour",
  colourHint: "As in #0F5C9E; none where it is blank.",
  colours: "Colours to choose from",
  gone: "not there any more",
} as const;

/** Colours that stay apart for everybody, the first four from dark to light. */
export const COLOUR_NAMES = {
  "#0F5C9E": "Dark blue",
  "#5B9BD5": "Blue",
  "#A3CBEE": "Light blue",
  "#DDEBF7": "Pale blue",
  "#009E73": "Green",
  "#F0E442": "Yellow",
  "#E69F00": "Orange",
  "#CC79A7": "Pink",
  "#8A8886": "Grey",
} as const;

/** "Tier 2 is now first of 3". Places are counted from 1. */
export function movedSentence(name: string, place: number, of: number): string {
  const where = place === 1 ? "first" : place === of ? "last" : `number ${count(place)}`;
  return `${name} is now ${where} of ${count(of)}`;
}

export function removedSentence(name: string): string {
  return `${name} is removed`;
}

/** "Roles: Sales, remove". */
export function removeEntry(list: string, entry: string): string {
  return `${list}: remove ${entry}`;
}

/** Something that others ask for by its id, and that is not there any more. */
export function goneName(id: string): string {
  return `${id} (${CONTROLS.gone})`;
}
