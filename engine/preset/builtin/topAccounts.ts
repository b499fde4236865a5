import type { PresetDocument } from "../schema";
import { FIRST, SECOND, THIRD } from "./colours";
import { account, pipeline, REVENUE_HEADERS } from "./fields";
import { dataAge, dossierDays, freshnessDays, staleData, updated } from "./freshness";
import { noOwner, owner, owners } from "./owner";
import { marketingPlays } from "./plays";

/** Seats per owner; from 5 to 25 in Tier 1 and from 25 to 60 in Tier 2 are usual. */
const [TIER_1, TIER_2] = [5, 25];
const BUFFER = 0.1;

/** Nobody takes a seat that it has done nothing for. */
const hasValue = { measure: "value", ">": 0 };

/**
 * As many accounts per owner as an owner can look after: the first 5 by one number in Tier 1, the next 25 in Tier 2, all
 * others in Tier 3. From the source text on account tiering: that resources decide how many accounts a tier takes, and the
 * plays. Ours, to be edited: 5, 25, and the buffer of 10 %.
 *
 * Seats, not ranks: everybody with a value seeks one, best first and strictly, equal values by account; who was in the
 * tier at the last review keeps the seat up to one rank below it; an override into a tier takes a seat, one out of it
 * leaves a seat to the next. Zero, negative and missing values seek none. Another text column does as well, a region for
 * one; without any, and for accounts with a blank one, there is one list of seats.
 */
export const topAccounts: PresetDocument = {
  format: 1,
  id: "top-accounts",
  version: 1,
  name: "Top accounts per owner",
  description:
    "The best 5 accounts of each owner are Tier 1, the next 25 Tier 2, the rest Tier 3; choose a region instead of the owner to split by that. " +
    "An account keeps its seat while it is within 10 % of it. The seats are conventions to be edited.",
  fields: {
    account,
    metric: {
      type: "number",
      label: "Number",
      headers: [...REVENUE_HEADERS, "Score"],
      required: true,
      many: true,
      combine: "sum",
    },
    owner: { ...owner, label: "Owner (or region)" },
    pipeline,
    updated,
  },
  measures: [{ id: "value", type: "field", of: "metric" }, owners, dataAge],
  tiers: {
    rungs: [
      {
        id: "t1",
        label: "Tier 1",
        priority: "High",
        colour: FIRST,
        when: hasValue,
        capacity: { max: TIER_1, per: "owner", rankBy: "value", incumbentBuffer: BUFFER },
        play: marketingPlays.high,
      },
      {
        id: "t2",
        label: "Tier 2",
        priority: "Medium",
        colour: SECOND,
        when: { all: [hasValue] }, // whom Tier 1 has turned away: everybody who has a value begins there
        capacity: { max: TIER_2, per: "owner", rankBy: "value", incumbentBuffer: BUFFER },
        play: marketingPlays.medium,
      },
      { id: "t3", label: "Tier 3", priority: "Low", colour: THIRD, play: marketingPlays.low },
    ],
  },
  flags: [noOwner("t1", "t2"), staleData("t1", "t2")],
  review: {
    cadence: "quarterly",
    listChurn: 0.2,
    nearEdge: 0.05,
    alerts: [
      { id: "slipped", from: ["t1"], severity: "high", dueDays: 5 },
      { id: "rose", from: ["t2", "t3"], severity: "medium", dueDays: 10 },
    ],
    freshnessDays: freshnessDays("t1", "t2"),
    dossierDays: dossierDays("t1", "t2"),
  },
  columns: ["tier"],
};
