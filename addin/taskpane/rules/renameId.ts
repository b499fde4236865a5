import type { PresetDocument } from "../../../engine/index";
import { isObject } from "../../strings/conditionKinds";
import { valueAt, withValue, type Path } from "./document";

/** A place where the id of a field or a measure stands. */
export interface Reference {
  readonly path: Path;
  readonly id: string;
}

/** Stands for every entry of a list. */
const EACH = "*";

const OF_MEASURES = ["of", "current", "previous", "history", "expected", "lifecycle", "firstPurchase", "lastPurchase"];

/** Where ids stand, by themselves or in a list. */
const IDS: readonly Path[] = [
  ...[...OF_MEASURES, "distinct"].map((key) => ["measures", EACH, key]),
  ["measures", EACH, "parts", EACH, "of"],
  ...["segments", "tiers"].flatMap((ladder) => [
    [ladder, "within"],
    [ladder, "tieBreak"],
  ]),
  ...["rankBy", "per", "owners"].map((key) => ["tiers", "rungs", EACH, "capacity", key]),
  ["rollUp", "by"],
  ["currency", "field"],
  ["currency", "of"],
];

/** Where conditions stand, with others inside of them. */
const CONDITIONS: readonly Path[] = [
  ["measures", EACH, "add", EACH, "when"],
  ["measures", EACH, "among"],
  ...["segments", "tiers"].flatMap((ladder) => [
    [ladder, "among"],
    [ladder, "rungs", EACH, "when"],
  ]),
  ["gates", EACH, "when"],
  ["bumps", "rules", EACH, "when"],
  ["flags", EACH, "when"],
];

/** Words that stand for themselves where an id may stand as well. */
export const NO_IDS: ReadonlySet<string> = new Set(["all", "segment", "tier"]);

/** Every place of a document where a field or a measure is named by its id, also as `id.side`; without where it is defined. */
export function referencesIn(document: PresetDocument): Reference[] {
  const ids = IDS.flatMap((pattern) => placesOf(document, pattern));
  const conditions = CONDITIONS.flatMap((pattern) => placesOf(document, pattern));
  return [
    ...ids.flatMap((path) => idsAt(document, path)),
    ...conditions.flatMap((path) => conditionIds(document, path)),
  ].filter(({ id }) => !NO_IDS.has(id));
}

/**
 * The document with another id of a measure, there and wherever it is named. Ids that are taken, and `NO_IDS`, are no ids to
 * change it to.
 */
export function withRenamedId(document: PresetDocument, from: string, to: string): PresetDocument {
  const renamed = referencesIn(document)
    .filter(({ id }) => id.split(".")[0] === from)
    .reduce((now, { path, id }) => withValue(now, path, to + id.slice(from.length)), document);
  return placesOf(document, ["measures", EACH, "id"])
    .filter((path) => valueAt(document, path) === from)
    .reduce((now, path) => withValue(now, path, to), renamed);
}

/** Ids of the measures that read one in the end, itself among them: none of them can be read by it. */
export function readersOf(document: PresetDocument, id: string): ReadonlySet<string> {
  const references = referencesIn(document).filter(({ path }) => path[0] === "measures");
  const readers = new Set([id]);
  for (let before = 0; before < readers.size;) {
    before = readers.size;
    for (const reference of references) {
      const reader = valueAt(document, [...reference.path.slice(0, 2), "id"]);
      if (typeof reader === "string" && readers.has(reference.id.split(".")[0] ?? "")) readers.add(reader);
    }
  }
  return readers;
}

/** The places that a pattern means in a document, whether something stands at their end or not. */
function placesOf(document: PresetDocument, pattern: Path, start: Path = []): Path[] {
  const [key, ...rest] = pattern;
  if (key === undefined) return [start];
  if (key !== EACH) return placesOf(document, rest, [...start, key]);
  const list = valueAt(document, start);
  return Array.isArray(list) ? list.flatMap((_, index) => placesOf(document, rest, [...start, index])) : [];
}

function idsAt(document: PresetDocument, path: Path): Reference[] {
  const value = valueAt(document, path);
  if (typeof value === "string") return [{ path, id: value }];
  return Array.isArray(value) ? value.flatMap((_, index) => idsAt(document, [...path, index])) : [];
}

function conditionIds(document: PresetDocument, path: Path): Reference[] {
  const condition = valueAt(document, path);
  if (!isObject(condition)) return [];
  const lists = ["all", "any"].flatMap((key) => placesOf(document, [key, EACH], path));
  const inside = [...lists, [...path, "not"], [...path, "top", "among"]];
  return [
    ...[
      [...path, "measure"],
      [...path, "top", "within"],
    ].flatMap((place) => idsAt(document, place)),
    ...inside.flatMap((place) => conditionIds(document, place)),
  ];
}
