import type { CellStyle as FileStyle, FontStyle } from "hucre";
import type { CellStyle } from "../host/snapshot";
import type { Look } from "./cellStyles";
import { styleKey, withLook } from "./cellStyles";

/**
 * Collects the formats of a workbook while its cells are written, each once; 0 is the default.
 *
 * `base` formats are those of an original file: a cell whose look is unchanged keeps its own with all that a snapshot
 * does not know; any other gets the new look on top of it.
 */
export class StylePalette {
  readonly styles: FileStyle[] = [{}];
  private readonly numbers = new Map<string, number>();
  private readonly keys: readonly string[];

  constructor(
    private readonly base: readonly FileStyle[],
    baseLooks: readonly Look[],
    private readonly font: FontStyle,
  ) {
    this.keys = baseLooks.map(lookKey);
  }

  /** The number of the format of a cell with this look that had format `base` in the original file (0: none). */
  number(base: number, format: string, style: CellStyle): number {
    const look = { format, style };
    const key = `${base}|${lookKey(look)}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const before = this.base[base] ?? {};
    const isSame = (this.keys[base] ?? DEFAULT_KEY) === lookKey(look);
    const isPlain = isSame && Object.keys(before).length === 0;
    const number = isPlain ? 0 : this.styles.push(isSame ? before : withLook(before, look, this.font)) - 1;
    this.numbers.set(key, number);
    return number;
  }
}

function lookKey({ format, style }: Look): string {
  return `${styleKey(style)}|${format}`;
}

const DEFAULT_KEY = lookKey({ format: "General", style: {} });
