import { DAYS_TO_1904, whyAt, type CellValue, type Preset, type ResultColumn, type Whys } from "../../engine/index";
import { eachOf, type Sliced } from "../slices";
import { customerSentence, flagWord, moveWord, nothingIn } from "../strings/columns";
import { namesOf } from "../strings/names";
import { plain } from "../strings/plain";
import { whySentence } from "../strings/why";

/** What a column of the engine puts into the cells: every distinct content once, and which of them each row has. */
export interface ColumnCells {
  readonly labels: readonly CellValue[];
  readonly codes: Int16Array | Int32Array;
}

export interface CellOptions {
  readonly preset: Preset;
  /** The workbook counts days from 1904 on. */
  readonly date1904: boolean;
}

/** The contents of a column. Only beside a row that is no account there is nothing; elsewhere a word says so. */
export function* columnCells(column: ResultColumn, options: CellOptions): Sliced<ColumnCells> {
  const { kind, codes } = column;
  if (kind === "segment" || kind === "tier") return { labels: column.values, codes };
  const contents = kind === "why" ? yield* sentences(column.values, options) : contentsOf(column, options);
  const codeOf = new Map<CellValue, number>();
  const labels: CellValue[] = [];
  const codeAt = (content: CellValue) => {
    let code = codeOf.get(content);
    if (code === undefined) codeOf.set(content, (code = labels.push(content) - 1));
    return code;
  };
  const places = new Int32Array(contents.length);
  yield* eachOf(contents.keys(), (at) => (places[at] = codeAt(contents[at] ?? nothingIn(kind))));
  const own = new Int32Array(codes.length);
  let blank = -1;
  for (let row = 0; row < own.length; row++) {
    const code = codes[row] ?? -1;
    own[row] = code < 0 ? (blank < 0 ? (blank = codeAt("")) : blank) : (places[code] ?? 0);
  }
  return { labels, codes: own };
}

type Contents = readonly (CellValue | null)[];

/** Contents by the column's own codes; null where there is nothing to say. */
function contentsOf(column: Exclude<ResultColumn, { kind: "why" }>, { date1904 }: CellOptions): Contents {
  switch (column.kind) {
    case "nextReview":
      return column.values.map((serial) => serial && serial - (date1904 ? DAYS_TO_1904 : 0));
    case "movement":
      return column.values.map((move) => move && moveWord(move));
    case "reason":
      return column.values.map((codes) => codes && customerSentence(codes));
    case "play":
      return column.values.map((treatment) => (treatment && plain(treatment, MOST_TREATMENT)) || null);
    case "score":
    case "rank":
    case "segment":
    case "tier":
    case "initial":
    case "previous":
    case "highest":
      return column.values;
    default:
      return column.values.map((has) => (has === null ? null : flagWord(has)));
  }
}

/** Accounts with the same figures have the same sentence, which is made once. */
function* sentences(whys: Whys, { preset }: CellOptions): Sliced<Contents> {
  const names = namesOf(preset);
  const known = new Map<string, string>();
  const contents: (string | null)[] = [];
  const sentenceAt = (at: number) => {
    const { shapeOf, starts, figures } = whys;
    const key = `${shapeOf[at]} ${figures.subarray(starts[at], starts[at + 1]).join()}`;
    const made = known.get(key);
    if (made !== undefined) return made;
    const why = whyAt(whys, at);
    const sentence = why && whySentence(why, names);
    if (sentence !== null) known.set(key, sentence);
    return sentence;
  };
  const all = Array.from({ length: whys.size }, (_, at) => at);
  yield* eachOf(all, (at) => contents.push(sentenceAt(at)), SENTENCES);
  return contents;
}

/** Some take 50 µs each. */
const SENTENCES = 100;
const MOST_TREATMENT = 250;
