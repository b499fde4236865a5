import type { CellValue, Engine, Preset, RunResult } from "../../../../engine/index";
import { LIST_HEADERS } from "../../../strings/lists";
import { readColumns } from "../../read";
import { MOST_PLANS, plannedAgain, type Preview } from "../../runs";
import { inputsOf } from "../readSheets";

/** Words that stand beside the accounts, by row below the header: their owner, and what else the preset reads. */
export interface WordsBeside {
  readonly header: string;
  readonly isOwner: boolean;
  readonly cells: readonly CellValue[];
}

/** A run with the columns of a list, whatever the preset writes, and the sheet as it was read for it. */
export interface ListedRun {
  readonly run: RunResult;
  readonly preview: Preview;
  readonly words: readonly WordsBeside[];
}

/**
 * Tiers the accounts of a preview once more with the columns that lists need, and reads the words beside them. Where
 * rows have moved since, or the engine has let go of the cells, everything is read again.
 */
export async function listedRun(context: Excel.RequestContext, engine: Engine, first: Preview): Promise<ListedRun> {
  for (let preview = first, looks = 1; ; looks++) {
    const { preset, asOf } = preview.request;
    const run = await preview.reading.run(listing(preset), inputsOf(preset, asOf, preview.sheets));
    const words = run.ok ? await wordsBeside(context, preview) : null;
    if (run.ok && words) return { run: run.value, preview, words };
    if (looks === MOST_PLANS) throw new Error("rows kept moving while a list was made");
    preview = await plannedAgain(context, engine, preview);
  }
}

function listing(preset: Preset): Preset {
  return { ...preset, columns: ["segment", "tier", "score", "rank", "why"] };
}

/** Null where other accounts stand there by now. */
async function wordsBeside(
  context: Excel.RequestContext,
  { request: { preset }, source, plan: { accounts } }: Preview,
): Promise<WordsBeside[] | null> {
  const columns = wordColumns(preset, source.headers, accounts.mapping);
  const cells = columns.map(() => new Array<CellValue>(source.rows).fill(""));
  let isSame = true;
  const positions = [accounts.keyPosition, ...columns.map(({ position }) => position)];
  await readColumns(context, source, positions, {}, (block, from) => {
    const keys = block.column(accounts.keyPosition);
    for (let at = 0; at < block.size; at++) {
      isSame &&= accounts.isAccount(from + at, keys.rows[at]?.[keys.index] ?? "");
    }
    columns.forEach(({ position }, i) => {
      const { rows, index } = block.column(position);
      rows.forEach((row, at) => {
        const own = cells[i];
        if (own) own[from + at] = row[index] ?? "";
      });
    });
  });
  return isSame ? columns.map(({ header, isOwner }, i) => ({ header, isOwner, cells: cells[i] ?? [] })) : null;
}

const OWNER = /^(?:account )?(?:owner|manager)$/i;

/** Text columns that the preset reads, and one that is headed as an owner, first. */
function wordColumns(
  { fields }: Preset,
  headers: readonly string[],
  mapping: ReadonlyMap<string, readonly string[]>,
): { header: string; isOwner: boolean; position: number }[] {
  const positionsOf = (id: string) => (mapping.get(id) ?? []).map((header) => headers.indexOf(header));
  const read = [...fields].flatMap(([id, { type }]) => (type === "text" && id !== "account" ? positionsOf(id) : []));
  const owner = positionsOf("owner")[0] ?? headers.findIndex((header) => OWNER.test(header.trim()));
  const positions = [...new Set([owner, ...read])].filter((position) => position >= 0);
  return positions.map((position) => {
    const isOwner = position === owner;
    return { header: isOwner ? LIST_HEADERS.owner : (headers[position] ?? ""), isOwner, position };
  });
}
