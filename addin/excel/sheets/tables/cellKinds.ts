import * as z from "zod";
import { dateInText, fold, isoOf, isSerial, serialOfIso, textOf, type CellValue } from "../../../../engine/index";
import type { Expected, OurColumn } from "./ourTable";

/** What the cells of our sheets can mean: text, days, numbers and words. Spaces alone are blank. */

/** Text, exactly as it stands; it must be there. */
export function text(header: string, width: number): OurColumn<string> {
  return column(header, width, "text", { decode: (cell) => (isBlank(cell) ? undefined : textOf(cell)), encode: same });
}

/** Text, exactly as it stands; null where blank. */
export function maybeText(header: string, width: number, expects: Expected = "text"): OurColumn<string | null> {
  return column(header, width, expects, orBlank({ decode: textOf, encode: same }));
}

/** Days as ISO text; from dates, ISO text and text that has only one reading as a day. */
export function day(header: string): OurColumn<string> {
  return { ...column(header, DAY_WIDTH, "day", { decode: dayIn, encode: serialOfIso }), isDay: true };
}

export function maybeDay(header: string): OurColumn<string | null> {
  return { ...column(header, DAY_WIDTH, "day", orBlank({ decode: dayIn, encode: serialOfIso })), isDay: true };
}

export function maybeNumber(header: string, width: number): OurColumn<number | null> {
  const decode = (cell: CellValue) => (typeof cell === "number" ? cell : undefined);
  return column(header, width, "number", orBlank({ decode, encode: (value: number) => value }));
}

/** One of some words, in any spelling; `words` gives what stands in the cell for each. */
export function word<Word extends string>(
  header: string,
  width: number,
  expects: Expected,
  words: Readonly<Record<Word, string>>,
): OurColumn<Word> {
  return column(header, width, expects, wordsOf(words));
}

export function maybeWord<Word extends string>(
  header: string,
  width: number,
  expects: Expected,
  words: Readonly<Record<Word, string>>,
): OurColumn<Word | null> {
  return column(header, width, expects, orBlank(wordsOf(words)));
}

const DAY_WIDTH = 72;

/** Between a cell and what it means; undefined where the cell cannot mean that. */
interface Meaning<Value> {
  decode(cell: CellValue): Value | undefined;
  encode(value: Value): CellValue;
}

function column<Value>(
  header: string,
  width: number,
  expects: Expected,
  { decode, encode }: Meaning<Value>,
): OurColumn<Value> {
  const cell = z.codec(z.custom<CellValue>(), z.custom<Value>(), {
    decode(value, context) {
      const read = decode(value);
      if (read !== undefined) return read;
      context.issues.push({ code: "custom", input: value });
      return z.NEVER;
    },
    encode,
  });
  return { header, cell, write: encode, expects, width, isDay: false };
}

function orBlank<Value>({ decode, encode }: Meaning<Value>): Meaning<Value | null> {
  return {
    decode: (cell) => (isBlank(cell) ? null : decode(cell)),
    encode: (value) => (value === null ? "" : encode(value)),
  };
}

function wordsOf<Word extends string>(words: Readonly<Record<Word, string>>): Meaning<Word> {
  const all = Object.keys(words) as Word[]; // the keys of words
  const byText = new Map(all.flatMap((each) => [[fold(each), each] as const, [fold(words[each]), each] as const]));
  return { decode: (cell) => byText.get(fold(textOf(cell))), encode: (each) => words[each] };
}

function isBlank(cell: CellValue): boolean {
  return typeof cell === "string" && cell.trim() === "";
}

function dayIn(cell: CellValue): string | undefined {
  const serial = typeof cell === "number" && isSerial(cell) ? cell : dateInText(textOf(cell), null);
  return typeof serial === "number" && !Number.isNaN(serial) ? isoOf(serial) : undefined;
}

const same = (value: string) => value;
