import { FUTURE_FUNCTIONS } from "./futureFunctions";

/** A formula as the formula bar shows it, without `=`, from how a file stores it. */
export function formulaFromFile(text: string): string {
  return text.includes("_xl") ? replaceOutsideText(text, /_xlfn\.|_xlws\.|_xlpm\.|_xludf\./gi, () => "") : text;
}

/**
 * The inverse: newer functions get their prefix, the parameters of LET and LAMBDA theirs, and `[@Column]` is written out,
 * since Excel refuses a file that has the short form. `table` is the table that the formula's cell lies in.
 */
export function formulaForFile(formula: string, table?: string): string {
  const parameters = parametersOf(formula);
  let text = replaceOutsideText(formula, CALL, (name) => (FUTURE_FUNCTIONS.get(name.toUpperCase()) ?? "") + name);
  if (parameters.size > 0) {
    text = replaceOutsideText(text, WORD, (word) => (parameters.has(word.toUpperCase()) ? `_xlpm.${word}` : word));
  }
  return text.includes("@") ? longReferences(text, table) : text;
}

const CALL = /(?<![\w.])[A-Za-z][\w.]*(?=\()/g;
const WORD = /(?<![\w.!$@\\])[A-Za-z_\\][\w.\\]*(?![\w.!])/g;

/** Splits off text in quotes, quoted sheet names and what stands in square brackets. */
const KEPT = /("(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[(?:[^[\]]|\[[^[\]]*\])*\])*\])/;

function replaceOutsideText(formula: string, pattern: RegExp, replacement: (found: string) => string): string {
  return formula
    .split(KEPT)
    .map((part, i) => (i % 2 ? part : part.replace(pattern, replacement)))
    .join("");
}

/** Names that LET and LAMBDA introduce, in capitals. */
function parametersOf(formula: string): Set<string> {
  const names = new Set<string>();
  const code = formula
    .split(KEPT)
    .map((part, i) => (i % 2 ? " ".repeat(part.length) : part))
    .join("");
  for (const match of code.matchAll(/(?<![\w.])(LET|LAMBDA)\(/gi)) {
    const parts = splitArguments(formula, code, match.index + match[0].length);
    const isLet = match[1]?.toUpperCase() === "LET";
    for (let i = 0; i < parts.length - 1; i += isLet ? 2 : 1) {
      const name = parts[i]?.trim().replace(/^\[(.*)\]$/, "$1");
      if (name && /^[A-Za-z_\\][\w.\\]*$/.test(name)) names.add(name.toUpperCase());
    }
  }
  return names;
}

/** The arguments of the call whose `(` ends at `start`; `code` is the formula with its texts blanked out. */
function splitArguments(formula: string, code: string, start: number): string[] {
  const parts: string[] = [];
  let depth = 1;
  let from = start;
  for (let at = start; at < code.length && depth > 0; at++) {
    const sign = code[at];
    if (sign === "(" || sign === "{") depth++;
    if (sign === ")" || sign === "}") depth--;
    if (depth === 0 || (depth === 1 && sign === ",")) {
      parts.push(formula.slice(from, at));
      from = at + 1;
    }
  }
  return parts;
}

/** `T[@Col]`, `T[@[Col]:[Other]]` and `[@Col]` as `T[[#This Row],[Col]]`. */
function longReferences(formula: string, table: string | undefined): string {
  return formula.replace(
    /("(?:[^"]|"")*")|([\w.\\]*)\[@(?:\s*(\[(?:[^[\]']|'.)*\](?::\[(?:[^[\]']|'.)*\])?)\s*|((?:[^[\]']|'.)*))\]/g,
    (_whole, quoted?: string, name?: string, bracketed?: string, bare?: string) => {
      if (quoted) return quoted;
      const column = bracketed ?? (bare ? `[${bare}]` : "");
      return `${name || (table ?? "")}[[#This Row]${column ? `,${column}` : ""}]`;
    },
  );
}
