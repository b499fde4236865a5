import { MAX_ROWS, MAX_TEXT_BYTES } from "./limits";
import { FileProblem } from "./result";
import { attributes, plainXml } from "./xml";

/** A row of a sheet part: its number from zero, its attributes, and the text between its tags. */
export interface ScannedRow {
  row: number;
  attributes: Map<string, string>;
  body: string;
}

/**
 * Reads a sheet part as it is unpacked, so that the whole text of a large sheet is never in memory: hands each row to
 * `onRow` and gives back what stands before and after the cells.
 */
export async function scanSheet(
  pieces: AsyncIterable<string>,
  onRow: (row: ScannedRow) => void,
): Promise<{ head: string; tail: string }> {
  let head: string | undefined;
  let inRows = false;
  let rest = "";
  let next = 0;
  let enough = 0;

  for await (const piece of pieces) {
    rest += piece;
    if (rest.length > MAX_TEXT_BYTES) throw new FileProblem("tooLarge", { what: "bytes", limit: MAX_TEXT_BYTES });
    if (rest.length < enough) continue;
    look();
    // What is not whole yet is looked at again when there is twice as much, else a long row takes quadratic time.
    enough = 2 * rest.length;
  }
  look();
  if (head === undefined || inRows) throw new FileProblem("damaged");
  return { head, tail: plainXml(rest) };

  function look(): void {
    if (head === undefined) {
      const open = /<(?:\w+:)?sheetData(?:\s[^>]*?)?(\/)?>/.exec(rest);
      if (!open) return;
      head = plainXml(rest.slice(0, open.index));
      rest = rest.slice(open.index + open[0].length);
      inRows = open[1] !== "/";
    }
    if (inRows) takeRows();
  }

  function takeRows(): void {
    ROW.lastIndex = 0;
    let done = 0;
    for (let match = ROW.exec(rest); match; match = ROW.exec(rest)) {
      if (match[1] === undefined) {
        done = ROW.lastIndex;
        inRows = false;
        break;
      }
      let body = "";
      if (match[2] !== "/") {
        const start = ROW.lastIndex;
        ROW_END.lastIndex = start;
        const end = ROW_END.exec(rest);
        if (!end) break;
        body = plainXml(rest.slice(start, end.index));
        ROW.lastIndex = ROW_END.lastIndex;
      }
      done = ROW.lastIndex;
      const found = attributes(match[1]);
      const number = Number(found.get("r") ?? next + 1);
      if (!(number >= 1 && number <= MAX_ROWS)) throw new FileProblem("damaged");
      next = number;
      onRow({ row: number - 1, attributes: found, body });
    }
    // Between rows there is nothing but white space.
    const open = rest.indexOf("<", done);
    rest = open < 0 ? "" : rest.slice(open);
  }
}

/** A row's open tag (1: attributes, 2: `/` when it has no cells), or the end of all rows (1 is not set). */
const ROW = /<(?:\w+:)?row(?=[\s/>])([^>]*?)(\/)?>|<\/(?:\w+:)?sheetData\s*>/g;
const ROW_END = /<\/(?:\w+:)?row\s*>/g;
