import { whyAt, type CellValue, type Preset, type ResultColumn } from "../../engine/index";
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
export function columnCells(column: ResultColumn, options: CellOptions): ColumnCells {
  const { kind, codes } = column;
  if (kind === "segment" || kind === "tier") return { labels: column.values, codes };
  const contents = contentsOf(column, options).map((content) => content ?? nothingIn(kind));
  const codeOf = new Map<CellValue, number>();
  const labels: CellValue[] = [];
  const codeAt = (content: CellValue) => {
    let code = codeOf.get(content);
    if (code === undefined) codeOf.set(content, (code = labels.push(content) - 1));
    return code;
  };
  const places = contents.map(codeAt);
  return { labels, codes: Int32Array.from(codes, (code) => places[code] ?? codeAt("")) };
}

/** Contents by the column's own codes; null where there is nothing to say. */
function contentsOf(column: ResultColumn, { preset, date1904 }: CellOptions): (CellValue | null)[] {
  switch (column.kind) {
    case "score":
    case "rank":
      return [...column.values];
    case "nextReview":
      return column.values.map((serial) => serial && serial - (date1904 ? DAYS_TO_1904 : 0));
    case "movement":
      return column.values.map((move) => move && moveWord(move));
    case "reason":
      return column.values.map((codes) => codes && customerSentence(codes));
    case "play":
      return column.values.map((treatment) => (treatment && plain(treatment, MOST_TREATMENT)) || null);
    case "why": {
      const names = namesOf(preset);
      return Array.from({ length: column.values.size }, (_, at) => {
        const why = whyAt(column.values, at);
        return why && whySentence(why, names);
      });
    }
    case "segment":
    case "tier":
    case "initial":
    case "previous":
    case "highest":
      return [...column.values];
    default:
      return column.values.map((has) => (has === null ? null : flagWord(has)));
  }
}

const DAYS_TO_1904 = 1462;
const MOST_TREATMENT = 250;
