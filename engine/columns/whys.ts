import type { Why } from "../why";
import { blank, withFigures, type Figure } from "../whyFigures";

/**
 * Many explanations, taken apart into what is said (few different ones) and the figures of each account: small to send to
 * another thread, whatever the number of accounts. `whyAt` puts one together again.
 */
export interface Whys {
  readonly size: number;
  /** Each different one once, with 0 and "" in place of figures. */
  readonly shapes: readonly Why[];
  /** Position in `shapes`, by explanation. */
  readonly shapeOf: Int32Array;
  /** Where the figures of each explanation begin; one more at the end. */
  readonly starts: Int32Array;
  /** Numbers as they are, texts as positions in `words`. */
  readonly figures: Float64Array;
  readonly words: readonly string[];
}

/** One of them, complete. */
export function whyAt({ shapes, shapeOf, starts, figures, words }: Whys, index: number): Why | null {
  const shape = shapes[shapeOf[index] ?? -1];
  if (!shape) return null;
  let at = starts[index] ?? 0;
  return withFigures(shape, (figure) => {
    const own = figures[at++] ?? 0;
    return typeof figure === "number" ? own : (words[own] ?? "");
  });
}

/** Collects explanations. */
export class WhyPacker {
  readonly #shapes: Why[] = [];
  readonly #shapeOf: number[] = [];
  readonly #starts: number[] = [0];
  readonly #figures: number[] = [];
  readonly #words: string[] = [];
  readonly #wordAt = new Map<string, number>();
  readonly #known = new Map<string, number>();

  /** The position of a shape, made when it is met first; `key` tells equal ones. */
  shape(key: string, make: () => Why): number {
    let shape = this.#known.get(key);
    if (shape === undefined) this.#known.set(key, (shape = this.#shapes.push(blanked(make())) - 1));
    return shape;
  }

  /** The next figure of the explanation that is under way. */
  figure(figure: Figure): void {
    this.#figures.push(typeof figure === "number" ? figure : this.#word(figure));
  }

  /** Ends the explanation that is under way; answers its position. */
  end(shape: number): number {
    this.#starts.push(this.#figures.length);
    return this.#shapeOf.push(shape) - 1;
  }

  /** A whole explanation at once. */
  add(why: Why): number {
    const shape = this.shape(JSON.stringify(blanked(why)), () => why);
    withFigures(why, (figure) => (this.figure(figure), figure));
    return this.end(shape);
  }

  packed(): Whys {
    return {
      size: this.#shapeOf.length,
      shapes: this.#shapes,
      shapeOf: Int32Array.from(this.#shapeOf),
      starts: Int32Array.from(this.#starts),
      figures: Float64Array.from(this.#figures),
      words: this.#words,
    };
  }

  #word(text: string): number {
    let at = this.#wordAt.get(text);
    if (at === undefined) this.#wordAt.set(text, (at = this.#words.push(text) - 1));
    return at;
  }
}

function blanked(why: Why): Why {
  return withFigures(why, blank);
}
