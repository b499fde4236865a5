import { documentWith } from "../../samples";
import { EVERY_PART_TEXT, padded, withCondition, words, type Family } from "./family";

const MOST = 256 * 1024;
const small = JSON.stringify(documentWith());
const described = (sign: string) => JSON.stringify(documentWith({ description: sign.repeat(500) }));

/** A preset of many words of 250 signs each. */
const wordy = (sign: string, count: number) => {
  const list = (prefix: string) => ({
    measure: "region",
    is: words(count, prefix).map((word) => word + sign.repeat(250)),
  });
  return withCondition({ any: [list("a"), list("b")] });
};

/** A preset whose text has some 210 KB, and some 310 KB once everything that it leaves out is filled in. */
const terse = () => {
  const measure = "x".repeat(60);
  const conditions = words(44).map(() => ({ measure, top: { share: 0.3 } }));
  const flags = words(50).map((id) => ({ id, label: id, when: { any: conditions } }));
  const fields = { ...(documentWith()["fields"] as object), [measure]: { type: "number", headers: [] } };
  return documentWith({ fields, flags });
};

// prettier-ignore
export const size: Family = {
  name: "size",
  refused: [
    ["a byte over 256 KB", () => padded(small, MOST + 1), "too-large"],
    ["a byte over, with a full preset", () => padded(EVERY_PART_TEXT, MOST + 1), "too-large"],
    ["a byte over, with signs of two bytes", () => padded(described("é"), MOST + 1), "too-large"],
    ["a byte over, with signs of three bytes", () => padded(described("€"), MOST + 1), "too-large"],
    ["a byte over, with signs of four bytes", () => padded(described("😀"), MOST + 1), "too-large"],
    ["a byte over, by a byte order mark", () => "\uFEFF" + padded(small, MOST - 2), "too-large"],
    ["90,000 signs of three bytes", () => JSON.stringify(documentWith({ description: "€".repeat(90_000) })), "too-large"],
    ["132,000 signs of two bytes", () => JSON.stringify(documentWith({ description: "é".repeat(132_000) })), "too-large"],
    ["66,000 signs of four bytes", () => JSON.stringify(documentWith({ description: "😀".repeat(66_000) })), "too-large"],
    ["spaces alone", () => " ".repeat(MOST + 1), "too-large"],
    ["no JSON, and too long", () => "x".repeat(MOST + 1), "too-large"],
    ["twenty million signs", () => "[".repeat(20_000_000), "too-large"],
    ["an object of more than 256 KB", () => wordy("x", 550), "too-large"],
    ["an object of more than 256 KB in bytes", () => wordy("€", 200), "too-large"],
    ["a text that is larger with all that it leaves out", () => JSON.stringify(terse()), "too-large"],
  ],
  accepted: [
    ["256 KB", () => padded(small, MOST)],
    ["256 KB of a full preset", () => padded(EVERY_PART_TEXT, MOST)],
    ["256 KB with signs of two bytes", () => padded(described("é"), MOST)],
    ["256 KB with signs of three bytes", () => padded(described("€"), MOST)],
    ["256 KB with signs of four bytes", () => padded(described("😀"), MOST)],
    ["256 KB with a byte order mark", () => "\uFEFF" + padded(small, MOST - 3)],
    ["300 long words", () => wordy("€", 150)],
    ["a description of 2,000 signs of three bytes", () => documentWith({ description: "€".repeat(2000) })],
  ],
};
