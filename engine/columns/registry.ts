import type { Asked } from "../questions";
import type { Preset } from "../preset/schema";
import { segmentColumn, tierColumn } from "./classes";
import type { ResultColumn } from "./column";
import { highestColumn, initialColumn, previousColumn } from "./earlierTiers";
import { flagColumns } from "./flags";
import { movementColumn } from "./movement";
import { nextReviewColumn } from "./nextReview";
import { playColumn } from "./play";
import { rankColumn } from "./rank";
import { reasonColumn } from "./reason";
import { scoreColumn } from "./score";
import { whyColumn } from "./why";

type Name = NonNullable<Preset["columns"]>[number];

/** What a preset may ask for, by name: none, one or (flags) several columns. */
const COLUMNS: Readonly<Record<Name, (asked: Asked) => ResultColumn[]>> = {
  segment: ({ run }) => segmentColumn(run),
  tier: ({ run }) => tierColumn(run),
  score: ({ run }) => scoreColumn(run),
  movement: movementColumn,
  why: ({ run }) => whyColumn(run),
  reason: ({ run }) => reasonColumn(run),
  rank: ({ run }) => rankColumn(run),
  initial: initialColumn,
  previous: previousColumn,
  highest: highestColumn,
  nextReview: nextReviewColumn,
  play: ({ run }) => playColumn(run),
  flags: ({ run }) => flagColumns(run),
};

/** What a preset without `columns` writes. */
const UNASKED: readonly Name[] = ["segment", "tier"];

/** The columns that the preset asks for, in its order; what it has nothing for is left out. */
export function columnsOf(asked: Asked): ResultColumn[] {
  return (asked.run.preset.columns ?? UNASKED).flatMap((name) => COLUMNS[name](asked));
}
