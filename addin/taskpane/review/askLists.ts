import type { Answer, LowUse, Preset } from "../../../engine/index";
import type { Outcome } from "../../excel/problem";
import type { Preview, Tiering } from "../../excel/tiering";
import { MOST } from "../app/AccountList";
import type { ToldLists } from "./lists";

/** Asks the engine for the first accounts of every list that the rules and the columns can tell. */
export async function askLists(
  tiering: Pick<Tiering, "dossiers">,
  { reading, run: { preset }, plan }: Preview,
): Promise<Answer<ToldLists> | Outcome<ToldLists>> {
  const [top, ...others] = preset.tiers.rungs.map(({ id }) => id);
  const shown = MOST;
  const by = lowUseOf(preset, plan.accounts.mapping);
  const read = asksForDossiers(preset) ? await tiering.dossiers() : NOT_ASKED;
  if (!read.ok) return read;
  const dossiers = read.value;
  return together({
    rising: reading.ask("rising", { shown }),
    nearTop: reading.ask("nearDrops", { tiers: top === undefined ? [] : [top], shown }),
    nearDrops: reading.ask("nearDrops", { tiers: others, shown }),
    nearMisses: reading.ask("nearMisses", { shown }),
    newStarts: reading.ask("newStarts", { shown }),
    converted: reading.ask("convertedFirst", { shown }),
    lowUse: by ? reading.ask("lowUse", { by, shown }) : NOT_ASKED,
    withoutValue: reading.ask("withoutValueFirst", { shown }),
    dossiers: dossiers ? reading.ask("dossiersFirst", { dossiers, shown }) : NOT_ASKED,
    stale: reading.ask("freshness", { shown }),
  });
}

const NOT_ASKED = { ok: true, value: null } as const;

/** All answers as one, or the first that is none. */
async function together<T extends object>(asked: {
  readonly [Name in keyof T]: Answer<T[Name]> | Promise<Answer<T[Name]>>;
}): Promise<Answer<T>> {
  const names = Object.keys(asked) as (keyof T)[];
  const answers = await Promise.all(names.map((name) => asked[name]));
  const none = answers.find(({ ok }) => !ok);
  if (none && !none.ok) return none;
  return { ok: true, value: Object.fromEntries(names.map((name, i) => [name, valueOf(answers[i])])) as T };
}

function valueOf<T>(answer: Answer<T> | undefined): T | null {
  return answer?.ok ? answer.value : null;
}

const USE = /usage|utili[sz]ation|adoption/i;

/** The flag of the rules that tells low use; null where there is none, or no column is read that it goes by. */
function lowUseOf({ flags, fields }: Preset, mapping: ReadonlyMap<string, readonly string[]>): LowUse | null {
  const flag = flags.find(({ id, label }) => USE.test(id) || USE.test(label));
  if (!flag) return null;
  const read = [...fields.keys()].filter((field) => names(flag.when, field));
  return read.some((field) => (mapping.get(field)?.length ?? 0) > 0) ? { flag: flag.id } : null;
}

/** Whether a part of a preset names the field somewhere. */
function names(part: unknown, field: string): boolean {
  if (part === field) return true;
  return typeof part === "object" && part !== null && Object.values(part).some((inner) => names(inner, field));
}

function asksForDossiers({ review }: Preset): boolean {
  return Object.keys(review?.dossierDays ?? {}).length > 0;
}
