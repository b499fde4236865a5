import { proxy, transfer } from "comlink";
import {
  inProcess,
  type Answer,
  type Classes,
  type OptionsOf,
  type Preset,
  type Question,
  type ResultColumn,
  type RunInputs,
  type RunResult,
  type ToRead,
  type Whys,
} from "../../engine/index";
import { unpack, type PackedBlock } from "./packed";

/** What the worker answers to: an engine of its own, with blocks and results in the form in which they travel. */
export function exposed() {
  const engine = inProcess();
  return {
    async open(source: ToRead) {
      const reading = await engine.open(source);
      return proxy({
        add: (block: PackedBlock) => reading.add(unpack(block)),
        async run(preset: Preset, inputs: RunInputs): Promise<Answer<SentResult>> {
          const answer = await reading.run(preset, inputs);
          return answer.ok ? sent(answer.value) : answer;
        },
        explain: (inputRow: number) => reading.explain(inputRow),
        // Which answer belongs to which question is for the asking side to know: a proxy has no types for that.
        ask: (question: Question, options: readonly unknown[]): Promise<Answer<unknown>> =>
          reading.ask(question, ...(options as OptionsOf<typeof question>)),
        letGo: () => reading.letGo(),
      });
    },
  };
}
export type Exposed = ReturnType<typeof exposed>;

/** The preset stays: who asked has it. */
export type SentResult = Omit<RunResult, "preset">;

/** Hands copies over, since the engine goes on with its own columns. */
function sent({ preset: _, ...result }: RunResult): Answer<SentResult> {
  const buffers: ArrayBufferLike[] = [];
  const copy = <T extends Float64Array | Int32Array | Int16Array | Uint8Array>(column: T): T => {
    const copied = column.slice() as T; // of the same kind
    buffers.push(copied.buffer);
    return copied;
  };
  const transferred = ({ shapeOf, starts, figures, ...others }: Whys): Whys => ({
    ...others,
    ...{ shapeOf: copy(shapeOf), starts: copy(starts), figures: copy(figures) },
  });
  const copyClasses = ({ codes, labels }: Classes): Classes => ({ codes: copy(codes), labels });
  const value: SentResult = {
    ...result,
    segment: result.segment && copyClasses(result.segment),
    tier: copyClasses(result.tier),
    computedTier: copyClasses(result.computedTier),
    value: copy(result.value),
    score: result.score && copy(result.score),
    columns: result.columns.map((column): ResultColumn =>
      column.kind === "why"
        ? { ...column, codes: copy(column.codes), values: transferred(column.values) }
        : { ...column, codes: copy(column.codes) },
    ),
    flags: result.flags.map((flag) => ({ ...flag, mask: copy(flag.mask) })),
    included: copy(result.included),
    accountCodes: copy(result.accountCodes),
  };
  return transfer({ ok: true, value }, buffers as ArrayBuffer[]); // nothing here is shared memory
}
