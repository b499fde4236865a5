import type { PresetDocument } from "../schema";
import { FIRST, SECOND, THIRD } from "./colours";
import { account, pipeline, previous, REVENUE_HEADERS } from "./fields";
import { dataAge, dossierDays, freshnessDays, staleData, updated } from "./freshness";
import { noOwner, owner, owners } from "./owner";
import { marketingPlays } from "./plays";

/** Ours: a company's own ideal customers belong here. Parts of words do: "Financial" finds "Financial services". */
const IDEAL = ["Software", "Technology", "Internet", "Financial", "Finance", "Banking", "Insurance"];
const ADJACENT = [
  ...["Telecom", "Communications", "Media", "Marketing", "Advertising", "Entertainment", "Electronics", "Engineering"],
  ...["Manufacturing", "Machinery", "Automotive", "Chemicals", "Construction", "Energy", "Utilities", "Oil"],
  ...["Health", "Medical", "Pharma", "Biotech", "Consulting", "Professional", "Services", "Employment", "Estate"],
  ...["Retail", "Wholesale", "Consumer", "Apparel", "Food", "Hospitality", "Transport", "Logistics", "Shipping"],
];

const isIdeal = { measure: "industry", contains: IDEAL };

/**
 * Target accounts in three tiers with seats, by a score of how well they fit. From the source text on account tiering: the
 * gate by the ideal customer profile, size, revenue, growth and engagement as what counts, 10 to 20 accounts in Tier 1 and
 * 100 to 500 in Tier 2, all others in Tier 3, the plays, and the MQA. Ours, to be edited: the industries, the weights, the
 * bands, the cuts at 80 and 50, the 60 % of data there must be, the buffer of 10 %.
 *
 * The industry is needed, since nobody can be told to be an ideal customer without it; where the cell is blank the account
 * has insufficient data. Each other part of the score may be missing: the others share its weight, down to 60 % of all.
 * An account is an MQA when it is among the most engaged fifth, until a threshold is set or the cut is held; and, as far
 * as that is known, by two people or more and in the last 90 days (both ours).
 */
export const abmScore: PresetDocument = {
  format: 1,
  id: "abm-score",
  version: 1,
  name: "ABM tiers by ICP score",
  description:
    "Fit, size, revenue, growth and engagement make a score of 100. Tier 1 starts at 80 and has 20 seats, Tier 2 at 50 and has 500; who finds no seat goes one tier down. " +
    "The seats (10 to 20, 100 to 500) and the plays are a published article's; industries, weights and cuts are conventions to be edited.",
  fields: {
    account,
    industry: {
      type: "text",
      label: "Industry",
      headers: ["Industry", "Sector", "Vertical", "Primary industry", "Industry group"],
      required: true,
    },
    revenue: { type: "number", label: "Annual revenue", headers: [...REVENUE_HEADERS], many: true, combine: "sum" },
    employees: {
      type: "number",
      label: "Employees",
      headers: [
        "Employees",
        "Number of employees",
        "No. of employees",
        "# employees",
        "Employee count",
        "Headcount",
        "Staff",
      ],
      combine: "max",
    },
    previous,
    engagement: {
      type: "number",
      label: "Engagement",
      headers: ["Engagement", "Engagement score", "Engagement points", "Engagement minutes", "Account engagement"],
      combine: "sum",
    },
    people: {
      type: "number",
      label: "Engaged people",
      headers: ["Engaged people", "People engaged", "Engaged contacts", "Contacts engaged", "Active contacts"],
      combine: "sum",
    },
    lastActivity: {
      type: "date",
      label: "Last activity",
      headers: ["Last activity", "Last activity date", "Last engagement", "Last engagement date"],
    },
    exclude: {
      type: "boolean",
      label: "Exclude",
      headers: ["Exclude", "Excluded", "Do not target", "Do not contact", "Suppress", "Suppressed"],
    },
    owner,
    pipeline,
    updated,
  },
  measures: [
    { id: "value", type: "field", of: "revenue" },
    {
      id: "fitPoints",
      type: "points",
      add: [
        { when: isIdeal, add: 100 },
        { when: { all: [{ measure: "industry", contains: ADJACENT }, { not: isIdeal }] }, add: 50 },
      ],
    },
    {
      id: "sizePoints",
      type: "bands",
      of: "employees",
      bands: [
        { from: 1000, points: 100 },
        { from: 200, points: 70 },
        { from: 50, points: 40 },
        { from: 0, points: 0 },
      ],
    },
    { id: "revenuePoints", type: "scale", of: "revenue", method: "percentRank", to: 100 },
    { id: "growth", type: "change", current: "revenue", previous: "previous" },
    {
      id: "growthPoints",
      type: "bands",
      of: "growth",
      bands: [
        { from: 0.3, points: 100 },
        { from: 0.1, points: 60 },
        { from: 0, points: 30 },
        { from: -1, points: 0 },
      ],
    },
    { id: "engagementPoints", type: "scale", of: "engagement", method: "percentRank", to: 100 },
    {
      id: "score",
      type: "weighted",
      missing: "renormalise",
      minCompleteness: 0.6,
      parts: [
        { of: "fitPoints", weight: 25 },
        { of: "sizePoints", weight: 20 },
        { of: "revenuePoints", weight: 20 },
        { of: "growthPoints", weight: 15 },
        { of: "engagementPoints", weight: 20 },
      ],
    },
    { id: "sinceActivity", type: "daysSince", of: "lastActivity" },
    owners,
    dataAge,
  ],
  gates: [
    { id: "excluded", when: { not: { measure: "exclude", is: ["yes"] } }, else: { exclude: "Excluded" } },
    {
      id: "data",
      when: {
        all: [
          { measure: "score.completeness", ">=": 0.6 },
          { measure: "industry", blank: false },
        ],
      },
      else: { exclude: "Insufficient data" },
    },
    { id: "icp", when: { measure: "fitPoints", ">": 0 }, else: { exclude: "Not ICP" } },
  ],
  segments: {
    rungs: [
      { id: "ideal", label: "ICP", colour: FIRST, when: { measure: "fitPoints", ">=": 100 } },
      { id: "adjacent", label: "Adjacent", colour: SECOND },
    ],
  },
  tiers: {
    tieBreak: ["engagement"],
    rungs: [
      {
        id: "t1",
        label: "Tier 1",
        name: "1:1",
        priority: "High",
        colour: FIRST,
        when: { measure: "score", ">=": 80 },
        capacity: { min: 10, max: 20, rankBy: "score", incumbentBuffer: 0.1 },
        play: marketingPlays.high,
      },
      {
        id: "t2",
        label: "Tier 2",
        name: "1:few",
        priority: "Medium",
        colour: SECOND,
        when: { measure: "score", ">=": 50 },
        capacity: { min: 100, max: 500, rankBy: "score", incumbentBuffer: 0.1 },
        play: marketingPlays.medium,
      },
      { id: "t3", label: "Tier 3", name: "Programmatic", priority: "Low", colour: THIRD, play: marketingPlays.low },
    ],
  },
  flags: [
    {
      id: "mqa",
      label: "MQA",
      when: {
        all: [
          { measure: "engagement", ">": 0 },
          { measure: "engagement", top: { percent: 0.2, ties: "with" } },
          { not: { measure: "people", "<": 2 } },
          { not: { measure: "sinceActivity", ">": 90 } },
        ],
      },
    },
    noOwner("t1"),
    staleData("t1", "t2"),
  ],
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
  columns: ["segment", "tier"],
};
