import { documentWith } from "../../samples";
import { everyPartWith, labelled, type Accepted, type Family, type Refused } from "./family";

/** Where words stand that come into cells or beside them. */
const PLACES = [
  ...["name", "fields.region.label", "currency.base", "gates.0.else.exclude"],
  ...["segments.rungs.0.label", "segments.rungs.0.name", "tiers.rungs.0.label", "tiers.rungs.0.name"],
  ...["tiers.rungs.0.priority", "tiers.rungs.0.play.roles.0", "bumps.rules.0.reason", "flags.0.label"],
];
const code = (text: string) =>
  [...text].map((sign) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`).join(" ");
const LABEL = "bad-text tiers.rungs.0.label";

/** What makes a formula of a text, in a sheet or in a file that a sheet opens; and what a label has no use for at its start. */
// prettier-ignore
const STARTS = [
  ...["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠SUM(A1)", "﹦1", "﹢1", "﹣1", "﹫x", "−1", "‐1", "–1", "—1"],
  ...["'=1", '"=1"', "`x", "’x", "\t=1", "\r=1", "\n=1", "\u0000=1", "\u000b=1", " =1", "\u00a0=1", "\u3000=1", "\u200b=1"],
  ...["\uFEFF=1", "\u202e=1", "\u2028=1", "\u061c=1", "|x", "!A1", "#REF!", "$A$1", "%x", "&x", "*x", "/x", ";x", ",x", ".x"],
  ...[")x", "]x", "}x", ">x", "?x", "\\x", "^x", "_x", "~x", ":x", "😀", "•x", "→x", "\u0301x", "\u3164", "\uffa0x"],
];

// prettier-ignore
const RIGHT = [
  ...["A=1", "1+1", "A-1", "a@b", "x'y", 'x"y', "1", "007", "1E5", "1-2", "(none)", "[A]", "{x}", "<1M", "(=1)", "TRUE", "a😀"],
  ...["Ä", "ß", "מפתח", "مفتاح", "重点", "キー", "１", "Ａ", "²", "Ⅳ", "½"],
];

// prettier-ignore
export const leadingSigns: Family = {
  name: "leading signs",
  refused: [
    ...STARTS.map((label): Refused => [`${code(label)} begins a label`, () => labelled(label), LABEL]),
    ...PLACES.map((path): Refused => [`a formula as ${path}`, () => everyPartWith(path, '=HYPERLINK("x")'), `bad-text ${path}`]),
    ...PLACES.map((path): Refused => [`a full-width formula as ${path}`, () => everyPartWith(path, "＝1"), `bad-text ${path}`]),
    ...PLACES.map((path): Refused => [`nothing as ${path}`, () => everyPartWith(path, ""), `bad-text ${path}`]),
    ...PLACES.map((path): Refused => [`65 letters as ${path}`, () => everyPartWith(path, "x".repeat(65)), `too-many ${path}`]),
    ["a formula as a currency", () => everyPartWith("currency.rates.=1", 1), "bad-text currency.rates.=1"],
    ["a formula as a field", () => everyPartWith("fields.=1", { type: "text", headers: [] }), "bad-text fields.=1"],
    ["a formula as the id of a preset", () => everyPartWith("id", "=1"), "bad-text id"],
    ["a formula as a colour", () => everyPartWith("tiers.rungs.0.colour", "=1"), "bad-text tiers.rungs.0.colour"],
    ["a label in HTML is a label, a colour in it is none", () => everyPartWith("tiers.rungs.0.colour", "#0F6CB<"), "bad-text tiers.rungs.0.colour"],
  ],
  accepted: [
    ...RIGHT.map((label): Accepted => [`the label ${label}`, () => labelled(label)]),
    ...PLACES.map((path): Accepted => [`64 letters as ${path}`, () => everyPartWith(path, "x".repeat(64))]),
    ["a formula as a word to look for", () => everyPartWith("measures.9.add.0.when.is", ["=1+1"])],
    ["a formula as a header", () => everyPartWith("fields.region.headers", ["=1+1", "+x"])],
    ["a formula as a description", () => documentWith({ description: "=1+1" })],
    ["a formula as a plan", () => everyPartWith("tiers.rungs.0.play.plan", "=1+1")],
  ],
};

/** Signs that are not seen, that turn a line around, or that no file can hold. */
// prettier-ignore
const HIDDEN = [
  ...["\u0000", "\u0001", "\u0007", "\u0008", "\t", "\n", "\u000b", "\u000c", "\r", "\u001b", "\u001f", "\u007f", "\u0085", "\u009f"],
  ...["\u00ad", "\u061c", "\u200b", "\u200e", "\u200f", "\u2028", "\u2029", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e"],
  ...["\u2060", "\u2061", "\u2064", "\u2066", "\u2067", "\u2068", "\u2069", "\u206a", "\u206f", "\ufeff", "\ufff9", "\ufffb"],
  ...["\ufffe", "\uffff", "\ud800", "\udbff", "\udc00", "\udfff", "\udc00\ud800"],
];
const unit = (text: string) =>
  [...Array(text.length).keys()]
    .map((i) => `U+${text.charCodeAt(i).toString(16).toUpperCase().padStart(4, "0")}`)
    .join(" ");
const NOTES = [
  "description",
  "tiers.rungs.0.play.plan",
  "tiers.rungs.0.play.entitlements.0",
  "fields.region.headers.0",
  "measures.9.add.0.when.is.0",
];

// prettier-ignore
export const hiddenSigns: Family = {
  name: "hidden signs",
  refused: [
    ...HIDDEN.map((sign): Refused => [`${unit(sign)} in a label`, () => labelled(`A${sign}B`), LABEL]),
    ...HIDDEN.map((sign): Refused => [`${unit(sign)} at the end of a label, as text`, () => JSON.stringify(labelled(`A${sign}`)), LABEL]),
    ...PLACES.map((path): Refused => [`a direction sign in ${path}`, () => everyPartWith(path, "A\u202eB"), `bad-text ${path}`]),
    ...PLACES.map((path): Refused => [`an isolate in ${path}`, () => everyPartWith(path, "A\u2066B"), `bad-text ${path}`]),
    ...PLACES.map((path): Refused => [`a zero in ${path}`, () => everyPartWith(path, "A\u0000"), `bad-text ${path}`]),
    ...NOTES.map((path): Refused => [`a zero in ${path}`, () => everyPartWith(path, "A\u0000B"), `bad-text ${path}`]),
    ...NOTES.map((path): Refused => [`half a pair in ${path}`, () => everyPartWith(path, "A\ud83d"), `bad-text ${path}`]),
    ...NOTES.map((path): Refused => [`U+FFFF in ${path}`, () => everyPartWith(path, "A\uffff"), `bad-text ${path}`]),
    ["a direction sign in a currency", () => everyPartWith("currency.rates.E\u202eUR", 1), "bad-text currency.rates.E\ufffdUR"],
    ["a direction sign in a key", () => everyPartWith("na\u202eme", "x"), "unknown-key"],
    ["an escape sequence in a key", () => documentWith({ "\u001b[2J": 1 }), "unknown-key"],
    ["a key of 5,000 letters", () => documentWith({ ["x".repeat(5000)]: 1 }), "unknown-key"],
    ["a field of 5,000 letters", () => everyPartWith(`fields.${"x".repeat(5000)}`, { type: "text", headers: [] }), `bad-text fields.${"x".repeat(100)}…`],
    ["a kind of measure with an escape sequence", () => everyPartWith("measures.3.type", "\u001b[2J"), "unknown-measure measures.3.type"],
  ],
  accepted: [
    ["the joiner of an emoji", () => labelled("Dev 👩\u200d💻")],
    ["the joiner of a family", () => labelled("A 👨‍👩‍👧‍👦")],
    ["a flag", () => labelled("A 🇩🇪")],
    ["a heart and its variation", () => labelled("A ❤\ufe0f")],
    ["the non-joiner of Persian", () => labelled("می\u200cخواهم")],
    ["an accent of its own", () => labelled("A\u0308")],
    ["a no-break space", () => labelled("A\u00a0B")],
    ["a narrow no-break space", () => labelled("10\u202f000")],
    ["a letter outside of the first plane", () => labelled("𝔎ey")],
    ["a pair that is written as two escapes", () => JSON.stringify(labelled("A?")).replace("?", "\\ud83d\\ude00")],
    ["Hebrew and English", () => labelled("מפתח Key")],
    ["lines in a description", () => documentWith({ description: "One.\r\n\tTwo." })],
    ["direction signs in a description", () => documentWith({ description: "\u2067מפתח\u2069" })],
    ["a replacement sign", () => documentWith({ description: "\ufffd" })],
    ["an emoji in a header", () => everyPartWith("fields.region.headers", ["🌍"])],
  ],
};
