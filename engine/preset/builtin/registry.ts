import { parsePreset } from "../gate";
import type { Preset } from "../schema";
import { abcXyz } from "./abcXyz";
import { abmScore } from "./abmScore";
import { clientValue } from "./clientValue";
import { highMediumLow } from "./highMediumLow";
import { revenueShare } from "./revenueShare";
import { rfm } from "./rfm";
import { strategicGrowthStandard } from "./strategicGrowthStandard";
import { topAccounts } from "./topAccounts";

const documents = [
  revenueShare,
  abmScore,
  clientValue,
  strategicGrowthStandard,
  highMediumLow,
  rfm,
  abcXyz,
  topAccounts,
];

/** The presets that come with the add-in, the one a new user starts with first. Their ids are reserved. */
export const BUILT_IN: ReadonlyMap<string, Preset> = new Map(
  documents.map((document) => {
    const parsed = parsePreset(document);
    if (!parsed.ok) throw new Error(`built-in ${document.id}: ${JSON.stringify(parsed.issues)}`);
    return [parsed.preset.id, parsed.preset];
  }),
);
