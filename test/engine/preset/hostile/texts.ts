import { gzipSync } from "node:zlib";
import { documentWith } from "../../samples";
import {
  everyPart,
  everyPartText,
  EVERY_PART_TEXT,
  labelled,
  type Accepted,
  type Family,
  type Refused,
} from "./family";

const minified = JSON.stringify(everyPart());
const NOT_JSON = "not-json";
const STEP = 61; // a prime, so that the text ends in ever another place of its parts

/** Wherever a download or a copy may end. */
// prettier-ignore
export const truncated: Family = {
  name: "truncated",
  refused: [
    ...Array.from({ length: Math.ceil(minified.length / STEP) }, (_, i): Refused => [`${i * STEP} signs`, () => minified.slice(0, i * STEP), NOT_JSON]),
    ["all but the last sign", () => minified.slice(0, -1), NOT_JSON],
    ["all but the first sign", () => minified.slice(1), NOT_JSON],
    ["the second half", () => minified.slice(minified.length / 2), NOT_JSON],
    ["twice", () => minified + minified, NOT_JSON],
    ["one sign more", () => `${minified}}`, NOT_JSON],
  ],
  accepted: [
    ["all of it", () => minified],
    ["all of it, in lines", () => EVERY_PART_TEXT],
    ["the lines without the last break", () => EVERY_PART_TEXT.trimEnd()],
  ],
};

const utf16 = Buffer.from(`\uFEFF${minified}`, "utf16le");
const bigEndian = Buffer.from(utf16).swap16();
const utf32 = Buffer.from(Uint32Array.from(minified, (sign) => sign.codePointAt(0) ?? 0).buffer);
const utf8 = Buffer.from(`\uFEFF${minified}`);

/** The right bytes, read wrongly. */
// prettier-ignore
export const encodings: Family = {
  name: "encodings",
  refused: [
    ["UTF-16 as UTF-8", () => utf16.toString("utf8"), NOT_JSON],
    ["UTF-16 as Latin-1", () => utf16.toString("latin1"), NOT_JSON],
    ["UTF-16 without a mark as UTF-8", () => utf16.subarray(2).toString("utf8"), NOT_JSON],
    ["UTF-16 without a mark as Latin-1", () => utf16.subarray(2).toString("latin1"), NOT_JSON],
    ["UTF-16, the other way round, as UTF-8", () => bigEndian.toString("utf8"), NOT_JSON],
    ["UTF-16, the other way round, as UTF-16", () => bigEndian.toString("utf16le"), NOT_JSON],
    ["UTF-32 as UTF-8", () => utf32.toString("utf8"), NOT_JSON],
    ["UTF-8 as UTF-16", () => utf8.toString("utf16le"), NOT_JSON],
    ["UTF-8 with a mark as Latin-1", () => utf8.toString("latin1"), NOT_JSON],
    ["UTF-8 as Latin-1, where a label becomes unreadable", () => Buffer.from(JSON.stringify(labelled("Große"))).toString("latin1"), "bad-text tiers.rungs.0.label"],
    ["Base64", () => utf8.toString("base64"), NOT_JSON],
    ["a packed file", () => gzipSync(utf8).toString("latin1"), NOT_JSON],
    ["signs of an address", () => encodeURIComponent(minified), NOT_JSON],
    ["signs of HTML", () => minified.replaceAll('"', "&quot;"), NOT_JSON],
    ["a text in a text", () => JSON.stringify(minified), "wrong-type"],
    ["bytes", () => utf8, "wrong-type"],
    ["two marks", () => `\uFEFF\uFEFF${minified}`, NOT_JSON],
    ["a mark at the end", () => `${minified}\uFEFF`, NOT_JSON],
    ["a mark after the first bracket", () => minified.replace("{", "{\uFEFF"), NOT_JSON],
    ["a mark in a key", () => everyPartText('"name":"Every', '"\uFEFFname":"Every'), "missing name"],
    ["a mark in a name", () => everyPartText('"name":"Every', '"name":"Ev\uFEFFery'), "bad-text name"],
    ["a mark after a space", () => ` \uFEFF${minified}`, NOT_JSON],
    ["the other mark", () => `\uFFFE${minified}`, NOT_JSON],
    ["a mark alone", () => "\uFEFF", NOT_JSON],
    ["a zero in front", () => `\u0000${minified}`, NOT_JSON],
    ["a zero at the end", () => `${minified}\u0000`, NOT_JSON],
    ["a no-break space in front", () => `\u00a0${minified}`, NOT_JSON],
    ["a space of no width in front", () => `\u200b${minified}`, NOT_JSON],
    ["quotes as books print them", () => minified.replaceAll('"', "”"), NOT_JSON],
    ["signs of full width", () => minified.replaceAll(":", "："), NOT_JSON],
  ],
  accepted: [
    ["a mark in front", () => `\uFEFF${minified}`],
    ["a mark in front of lines", () => `\uFEFF${EVERY_PART_TEXT}`],
    ["a mark and spaces", () => `\uFEFF \r\n\t${minified}\r\n`],
    ["UTF-16 read as UTF-16", () => utf16.toString("utf16le")],
    ["UTF-8 read as UTF-8", () => utf8.toString("utf8")],
    ["UTF-8 as Latin-1, in a description", () => Buffer.from(JSON.stringify(documentWith({ description: "Größe" }))).toString("latin1")],
  ],
};

const small = JSON.stringify(documentWith());
/** A small preset with its version spelled so. */
const version = (spelling: string) => small.replace('"id"', `"version":${spelling},"id"`);
/** A small preset with a description spelled so, its quotes included. */
const described = (spelling: string) => small.replace('"id"', () => `"description":${spelling},"id"`);

// prettier-ignore
const VERSIONS = ["01", "+1", ".5", "1.", "0x1", "1_000", "1,5", "1n", "1e", "--1", "NaN", "Infinity", "-Infinity", "undefined", "None", "True", "NULL", "new Date()", "1/1", "=1"];
// prettier-ignore
const TEXTS = ["'x'", "`x`", '"\n"', '"\t"', '"\u0001"', '"\\x41"', '"\\u12"', '"\\u{41}"', '"\\"', '"a" "b"', '"a"+"b"', "“x”", "x", "/x/", '"x', 'x"', "(1)"];

/** What looks like JSON, and what others take for it. */
// prettier-ignore
export const spellings: Family = {
  name: "spellings",
  refused: [
    ...VERSIONS.map((spelling): Refused => [`the number ${spelling}`, () => version(spelling), NOT_JSON]),
    ...TEXTS.map((spelling): Refused => [`the text ${JSON.stringify(spelling)}`, () => described(spelling), NOT_JSON]),
    ["nothing", () => "", NOT_JSON],
    ["spaces", () => " \n\t", NOT_JSON],
    ["a comma at the end of the preset", () => small.replace(/}$/, ",}"), NOT_JSON],
    ["a comma at the end of a list", () => everyPartText('["segment","tier"]', '["segment","tier",]'), NOT_JSON],
    ["two commas", () => everyPartText('["segment","tier"]', '["segment",,"tier"]'), NOT_JSON],
    ["no comma", () => everyPartText('["segment","tier"]', '["segment" "tier"]'), NOT_JSON],
    ["no colon", () => everyPartText('"format":1', '"format" 1'), NOT_JSON],
    ["an equals sign", () => everyPartText('"format":1', '"format"=1'), NOT_JSON],
    ["a key without quotes", () => everyPartText('"format":1', "format:1"), NOT_JSON],
    ["a key that is a number", () => everyPartText('"format":1', "1:1"), NOT_JSON],
    ["the wrong bracket", () => everyPartText('["segment","tier"]', '["segment","tier"}'), NOT_JSON],
    ["a comment to the end of a line", () => `${small} // ours`, NOT_JSON],
    ["a comment in between", () => small.replace("{", "{ /* ours */ "), NOT_JSON],
    ["a comment as in a script", () => `# ours\n${small}`, NOT_JSON],
    ["a module", () => `export default ${small};`, NOT_JSON],
    ["a call", () => `callback(${small})`, NOT_JSON],
    ["a program", () => "(() => { globalThis.polluted = true })()", NOT_JSON],
    ["a fence of Markdown", () => `\`\`\`json\n${small}\n\`\`\``, NOT_JSON],
    ["a guard of others", () => `)]}',\n${small}`, NOT_JSON],
    ["one object per line", () => `${small}\n${small}`, NOT_JSON],
    ["YAML", () => "format: 1\nid: sample", NOT_JSON],
    ["XML", () => '<?xml version="1.0"?><preset/>', NOT_JSON],
    ["a page", () => "<!doctype html><title>Sign in</title>", NOT_JSON],
    ["a table", () => "Account,Revenue\nA,1", NOT_JSON],
    ["a conflict", () => `<<<<<<< HEAD\n${small}\n=======\n${small}\n>>>>>>> theirs`, NOT_JSON],
    ["null", () => "null", "wrong-type"],
    ["true", () => "true", "wrong-type"],
    ["a number", () => "5", "wrong-type"],
    ["a word", () => '"preset"', "wrong-type"],
    ["a list", () => "[]", "wrong-type"],
    ["a preset in a list", () => `[${small}]`, "wrong-type"],
    ["an object", () => "{}", "missing format"],
    ["a preset in an object", () => `{"preset":${small}}`, "missing format"],
  ],
  accepted: [
    ...["1e0", "1.0", "1E+3", "1000000000"].map((spelling): Accepted => [`the number ${spelling}`, () => version(spelling)]),
    ...['"\\u0041"', '"\\/\\b\\f\\n\\r\\t"', '"\\\\"', '"//"', '"/* */"', '""'].map((spelling): Accepted => [`the text ${JSON.stringify(spelling)}`, () => described(spelling)]),
    ["a line separator in a text", () => described('"\u2028"')],
    ["a delete sign in a text", () => described('"\u007f"')],
    ["keys in another order", () => JSON.stringify(Object.fromEntries(Object.entries(everyPart()).reverse()))],
    ["a key with an escape", () => everyPartText('"format"', '"\\u0066ormat"')],
    ["a line per sign", () => small.replace(/([{}[\]:,])/g, "\n$1\r\n")],
  ],
};
