import { presetDocument } from "../../../../engine/index";
import { accepted, documentWith } from "../../samples";
import { everyPartWith, words, type Family } from "./family";

const MOST = 20_000;

function count(json: unknown): number {
  if (typeof json !== "object" || json === null) return 1;
  return Object.values(json).reduce((sum: number, child) => sum + count(child), 1);
}

/** A preset with nothing left out that has so many nodes; most of them are words that flags ask for. */
function withNodes(nodes: number): unknown {
  const flags = words(20).map((id) => ({ id, label: id, when: { measure: "region", is: ["w"] } }));
  const document = presetDocument(accepted(documentWith({ flags })));
  let left = nodes - count(document);
  for (const { when } of document.flags as unknown as typeof flags) {
    const added = Math.min(left, 999);
    when.is.push(...words(added));
    left -= added;
  }
  return document;
}

/** Conditions that have 12,000 nodes as they are written, and 21,000 with all that they leave out. */
const terse = () => {
  const conditions = words(50).map(() => ({ measure: "value", top: { share: 0.3 } }));
  const flags = words(30).map((id) => ({ id, label: id, when: { any: [{ any: conditions }, { any: conditions }] } }));
  return documentWith({ flags });
};

/** One list in ten others, each of them in ten more: 100,000 lists that take up next to nothing. */
const shared = (depth: number): unknown => {
  const list = depth === 0 ? [] : shared(depth - 1);
  return Array.from({ length: 10 }, () => list);
};

// prettier-ignore
export const nodes: Family = {
  name: "nodes",
  refused: [
    ["20,001", () => withNodes(MOST + 1), "too-many-nodes"],
    ["20,001, as text", () => JSON.stringify(withNodes(MOST + 1)), "too-many-nodes"],
    ["100,000 numbers", () => JSON.stringify(Array.from({ length: 100_000 }, () => 0)), "too-many-nodes"],
    ["20,000 keys", () => Object.fromEntries(words(MOST).map((key) => [key, 0])), "too-many-nodes"],
    ["20,000 measures", () => everyPartWith("measures", words(MOST)), "too-many-nodes"],
    ["20,000 rates", () => everyPartWith("currency.rates", Object.fromEntries(words(MOST).map((key) => [key, 1]))), "too-many-nodes"],
    ["20,000 fields", () => everyPartWith("fields", Object.fromEntries(words(MOST).map((key) => [key, {}]))), "too-many-nodes"],
    ["20,000 empty lists", () => everyPartWith("flags", Array.from({ length: MOST }, () => [])), "too-many-nodes"],
    ["one list again and again", () => documentWith({ description: shared(4) }), "too-many-nodes"],
    ["more than it seems, with all that it leaves out", terse, "too-many-nodes"],
    ["more than it seems, as text", () => JSON.stringify(terse()), "too-many-nodes"],
  ],
  accepted: [
    ["20,000", () => withNodes(MOST)],
    ["20,000, as text", () => JSON.stringify(withNodes(MOST))],
    ["one list twice", () => ((list) => everyPartWith("currency.of", list))(["revenue", "previous"])],
  ],
};
