import type { PresetDocument } from "../schema";
import { FIRST, FOURTH, SECOND, THIRD_OF_FOUR } from "./colours";
import { account, REVENUE_HEADERS, type Field } from "./fields";
import { freshnessDays, updated } from "./freshness";
import { customerPlays } from "./plays";

const MONTHS = [
  ["Jan", "January"],
  ["Feb", "February"],
  ["Mar", "March"],
  ["Apr", "April"],
  ["May"],
  ["Jun", "June"],
  ["Jul", "July"],
  ["Aug", "August"],
  ["Sep", "Sept", "September"],
  ["Oct", "October"],
  ["Nov", "November"],
  ["Dec", "December"],
];

/** One field per month: `many` would add them up, and what is asked is how they differ. */
const months: Record<string, Field> = Object.fromEntries(
  MONTHS.map((names, i): [string, Field] => {
    const number = i + 1;
    const numbered = [`Month ${number}`, `M${number}`, `Period ${number}`];
    const padded = number < 10 ? [`Month 0${number}`, `M0${number}`] : [];
    const headers = [...names, ...numbered, ...padded];
    return [`m${number}`, { type: "number", label: `Month ${number}`, headers, combine: "sum" }];
  }),
);
const monthIds = Object.keys(months);

const within = (share: number) => ({ measure: "value", top: { share } });
const steady = { measure: "variation", "<=": 0.25 };
const changing = { measure: "variation", "<=": 0.5 };
const erratic = { measure: "variation", ">": 0.5 };
const [A, B] = [within(0.8), within(0.95)];

/**
 * Nine cells: how much an account brings in (A, B, C) and how steadily over the months (X, Y, Z), the method of stock
 * control turned to customers. Its cuts are conventions, to be edited: A to 80 % of the total, B to 95 %; X to a
 * coefficient of variation of 25 %, Y to 50 %; and so is the tier of each cell. From the source text on account tiering:
 * the plays of the tiers.
 *
 * The value is the sum of the months, or a column with the total where no month is there. Blank months are left out; with
 * fewer than three, steadiness is unknown ("n/a") and the account stands one tier under the steadiest of its letter. Months
 * must stand in columns of their own; which month is which, or of which year, does not matter.
 */
export const abcXyz: PresetDocument = {
  format: 1,
  id: "abc-xyz",
  version: 1,
  name: "ABC-XYZ: value and steadiness",
  description:
    "A, B, C by share of the total (80, 95, 100 %), X, Y, Z by how much the months vary (to 25 %, to 50 %, more); nine cells make four tiers. Reads up to twelve monthly columns; with fewer than three the steadiness is n/a. " +
    "All cuts are conventions to be edited.",
  fields: {
    account,
    total: {
      type: "number",
      label: "Total",
      headers: [...REVENUE_HEADERS, "=Total", "Grand total", "Year total", "Annual total"],
      many: true,
      combine: "sum",
    },
    ...months,
    updated,
  },
  measures: [
    { id: "monthly", type: "sum", of: monthIds },
    { id: "value", type: "firstOf", of: ["monthly", "total"] },
    { id: "variation", type: "variation", of: monthIds },
  ],
  segments: {
    rungs: [
      { id: "AX", label: "AX", colour: FIRST, when: { all: [A, steady] } },
      { id: "AY", label: "AY", colour: FIRST, when: { all: [A, changing] } },
      { id: "AZ", label: "AZ", colour: SECOND, when: { all: [A, erratic] } },
      { id: "A-unknown", label: "A n/a", colour: SECOND, when: A },
      { id: "BX", label: "BX", colour: SECOND, when: { all: [B, steady] } },
      { id: "BY", label: "BY", colour: THIRD_OF_FOUR, when: { all: [B, changing] } },
      { id: "BZ", label: "BZ", colour: THIRD_OF_FOUR, when: { all: [B, erratic] } },
      { id: "B-unknown", label: "B n/a", colour: THIRD_OF_FOUR, when: B },
      { id: "CX", label: "CX", colour: THIRD_OF_FOUR, when: steady },
      { id: "CY", label: "CY", colour: FOURTH, when: changing },
      { id: "CZ", label: "CZ", colour: FOURTH, when: erratic },
      { id: "C-unknown", label: "C n/a", colour: FOURTH },
    ],
  },
  tiers: {
    rungs: [
      {
        id: "t1",
        label: "Tier 1",
        priority: "High",
        colour: FIRST,
        when: { measure: "segment", is: ["AX", "AY"] },
        play: customerPlays.strategic,
      },
      {
        id: "t2",
        label: "Tier 2",
        priority: "Medium",
        colour: SECOND,
        when: { measure: "segment", is: ["AZ", "BX", "A-unknown"] },
        play: customerPlays.growth,
      },
      {
        id: "t3",
        label: "Tier 3",
        priority: "Low",
        colour: THIRD_OF_FOUR,
        when: { measure: "segment", is: ["BY", "BZ", "CX", "B-unknown"] },
        play: customerPlays.standard,
      },
      { id: "t4", label: "Tier 4", priority: "Low", colour: FOURTH, play: customerPlays.standard },
    ],
  },
  flags: [
    {
      id: "steadinessUnknown",
      label: "Steadiness unknown",
      when: {
        all: [
          { measure: "value", ">": 0 },
          { measure: "variation", blank: true },
        ],
      },
    },
    { id: "noValue", label: "No value", when: { not: { measure: "value", ">": 0 } } },
  ],
  review: {
    cadence: "quarterly",
    listChurn: 0.2,
    nearEdge: 0.05,
    alerts: [{ id: "slipped", from: ["t1"], severity: "high", dueDays: 5 }],
    freshnessDays: freshnessDays("t1", "t2"),
  },
  columns: ["segment", "tier"],
};
