import type { PresetDocument } from "../schema";
import { FIRST, SECOND, THIRD } from "./colours";
import { account, REVENUE_HEADERS } from "./fields";
import { freshnessDays, updated } from "./freshness";
import { customerPlays } from "./plays";

type Range = readonly [from: number, to: number];

/** Scores within these ranges, both ends included: of recency, of frequency and of the amount. */
function scored(recency: Range, frequency: Range, amount: Range) {
  const within = (measure: string, [from, to]: Range) => ({ measure, between: [from, to + 1] });
  return { all: [within("r", recency), within("f", frequency), within("m", amount)] };
}

/**
 * Customers by when they last bought, how often, and for how much: a score of 1 to 5 each, by quintiles, and eleven
 * segments by the scores. From the source text on account tiering: that purchase frequency counts, and the plays of the
 * tiers. The segments and their ranges are those that the R package rfm tests, except for their order: there New, Promising
 * and Can't Lose stand below wider rules, where nobody could reach them. Here narrow rules come first. Ours, to be edited:
 * that order, the tier of each segment, what is done in each.
 *
 * Rows of one customer are one customer, so that both a list of orders and a list of customers will do. How often: the
 * number of orders, where a column has it; else how many different order numbers there are; else the number of rows. When:
 * the last date; where there is none, a column of days since. A customer of whom one of the three is missing is in Others.
 * Orders that came to nothing (lost deals) are to be left out of the table.
 */
export const rfm: PresetDocument = {
  format: 1,
  id: "rfm",
  version: 1,
  name: "RFM segments",
  description:
    "Recency, frequency and amount of purchases, each scored 1 to 5 by quintiles, make eleven segments from Champions to Lost. Works on a list of orders and on a list of customers. " +
    "The score ranges are those of the R package rfm, in an order in which each can be reached; the tier of each segment is a convention to be edited.",
  fields: {
    account,
    amount: {
      type: "number",
      label: "Amount",
      headers: [
        ...REVENUE_HEADERS,
        "Amount",
        "Order amount",
        "Order value",
        "Order total",
        "Line total",
        "Total spend",
        "Spend",
        "Monetary",
        "Won value",
        "Close value",
      ],
      required: true,
      many: true,
      combine: "sum",
    },
    lastPurchase: {
      type: "date",
      label: "Last purchase or order date",
      headers: [
        "Last purchase",
        "Last purchase date",
        "Last order",
        "Last order date",
        "Order date",
        "Purchase date",
        "Invoice date",
        "Transaction date",
        "Close date",
        "Recent deal close date",
        "Last won",
        "Last visit",
        "Most recent visit",
        "=Date",
      ],
      combine: "max",
    },
    daysSince: {
      type: "number",
      label: "Days since last purchase",
      headers: ["Days since last purchase", "Days since last order", "Recency", "Recency days"],
      combine: "min",
    },
    orders: {
      type: "number",
      label: "Number of orders",
      headers: [
        "Orders",
        "Number of orders",
        "No. of orders",
        "Order count",
        "Purchases",
        "Number of purchases",
        "Frequency",
        "Won deals",
        "Number of deals",
        "Number of associated deals",
        "Transaction count",
      ],
      combine: "sum",
    },
    orderNumber: {
      type: "text",
      label: "Order number",
      headers: [
        "Order number",
        "Order no.",
        "Order ID",
        "Invoice number",
        "Invoice no.",
        "Invoice ID",
        "Transaction ID",
        "Opportunity ID",
      ],
    },
    updated,
  },
  rollUp: { by: "account" },
  measures: [
    { id: "value", type: "field", of: "amount" },
    { id: "daysPassed", type: "daysSince", of: "lastPurchase" },
    { id: "recency", type: "firstOf", of: ["daysPassed", "daysSince"] },
    { id: "rows", type: "count" },
    { id: "orderNumbers", type: "count", distinct: "orderNumber" },
    { id: "frequency", type: "firstOf", of: ["orders", "orderNumbers", "rows"] },
    { id: "r", type: "quantileScore", of: "recency", direction: "lower" },
    { id: "f", type: "quantileScore", of: "frequency" },
    { id: "m", type: "quantileScore", of: "amount" },
  ],
  segments: {
    rungs: [
      {
        id: "champions",
        label: "Champions",
        colour: FIRST,
        when: scored([4, 5], [4, 5], [4, 5]),
        play: { treatment: "Rewarded, asked for references, first to see what is new" },
      },
      {
        id: "loyal",
        label: "Loyal",
        colour: FIRST,
        when: scored([2, 5], [3, 5], [3, 5]),
        play: { treatment: "Higher-value products offered, asked for reviews" },
      },
      {
        id: "new",
        label: "New",
        colour: THIRD,
        when: scored([4, 5], [1, 1], [1, 1]),
        play: { treatment: "Onboarding, early success, first touchpoints" },
      },
      {
        id: "promising",
        label: "Promising",
        colour: THIRD,
        when: scored([3, 4], [1, 1], [1, 1]),
        play: { treatment: "Made aware of the range, offers to try" },
      },
      {
        id: "potentialLoyalist",
        label: "Potential Loyalist",
        colour: SECOND,
        when: scored([3, 5], [1, 3], [1, 3]),
        play: { treatment: "Loyalty programme, cross-selling" },
      },
      {
        id: "needAttention",
        label: "Need Attention",
        colour: SECOND,
        when: scored([2, 3], [2, 3], [2, 3]),
        play: { treatment: "Offers for a limited time, on what they bought" },
      },
      {
        id: "aboutToSleep",
        label: "About To Sleep",
        colour: THIRD,
        when: scored([2, 3], [1, 2], [1, 2]),
        play: { treatment: "Reminders of popular products, useful content" },
      },
      {
        id: "cantLose",
        label: "Can't Lose",
        colour: FIRST,
        when: scored([1, 1], [4, 5], [4, 5]),
        play: { treatment: "Called in person, reasons asked for, won back" },
      },
      {
        id: "atRisk",
        label: "At Risk",
        colour: SECOND,
        when: scored([1, 2], [2, 5], [2, 5]),
        play: { treatment: "Personal messages, renewals offered" },
      },
      {
        id: "lost",
        label: "Lost",
        colour: THIRD,
        when: scored([1, 2], [1, 2], [1, 2]),
        play: { treatment: "One campaign to revive interest, then left" },
      },
      { id: "others", label: "Others", colour: THIRD },
    ],
  },
  tiers: {
    rungs: [
      {
        id: "t1",
        label: "Tier 1",
        priority: "High",
        colour: FIRST,
        when: { measure: "segment", is: ["champions", "loyal", "cantLose"] },
        play: customerPlays.strategic,
      },
      {
        id: "t2",
        label: "Tier 2",
        priority: "Medium",
        colour: SECOND,
        when: { measure: "segment", is: ["potentialLoyalist", "atRisk", "needAttention"] },
        play: customerPlays.growth,
      },
      { id: "t3", label: "Tier 3", priority: "Low", colour: THIRD, play: customerPlays.standard },
    ],
  },
  flags: [
    {
      id: "incomplete",
      label: "Score missing",
      when: {
        any: [
          { measure: "r", blank: true },
          { measure: "f", blank: true },
          { measure: "m", blank: true },
        ],
      },
    },
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
