import { MOST_DEPTH, type Path } from "./scan";

/**
 * Where an object of a JSON text has a key a second time, at most `most` places. `JSON.parse` keeps the last one and
 * says nothing: of two `rungs` that somebody pasted together, half would be gone.
 *
 * The text must be valid JSON. Keys are compared as they read, so that `"a"` and `"\u0061"` are one.
 */
export function repeatedKeys(text: string, most: number): Path[] {
  const found: Path[] = [];
  const open: Inside[] = [];
  for (let i = 0; i < text.length && found.length < most; i++) {
    const inside = open.at(-1);
    switch (text[i]) {
      case "{":
        open.push({ keys: new Set(), step: null });
        break;
      case "[":
        open.push({ keys: null, step: 0 });
        break;
      case "}":
      case "]":
        open.pop();
        break;
      case ",":
        if (inside) inside.step = typeof inside.step === "number" ? inside.step + 1 : null;
        break;
      case '"': {
        const end = closingQuote(text, i);
        if (inside?.keys && inside.step === null) {
          const key = JSON.parse(text.slice(i, end + 1)) as string;
          inside.step = key;
          // What lies deeper than a preset may was dropped with a key that is found itself.
          if (inside.keys.has(key) && open.length <= MOST_DEPTH) found.push(open.map(({ step }) => step ?? ""));
          inside.keys.add(key);
        }
        i = end;
      }
    }
  }
  return found;
}

/** An object or a list around the place that is being read. */
interface Inside {
  /** The keys so far; null in a list. */
  readonly keys: Set<string> | null;
  /** The key or the position of what is being read; null where a key comes next. */
  step: string | number | null;
}

function closingQuote(text: string, opening: number): number {
  let i = opening + 1;
  while (text[i] !== '"') i += text[i] === "\\" ? 2 : 1;
  return i;
}
