import type { Part } from "./rulesHands";

/** What the built-in ABM preset says, as a person puts it into the sections of "Edit rules" of an empty one. */

const IDEAL = ["Software", "Technology", "Internet", "Financial", "Finance", "Banking", "Insurance"];
const ADJACENT = [
  ...["Telecom", "Communications", "Media", "Marketing", "Advertising", "Entertainment", "Electronics", "Engineering"],
  ...["Manufacturing", "Machinery", "Automotive", "Chemicals", "Construction", "Energy", "Utilities", "Oil"],
  ...["Health", "Medical", "Pharma", "Biotech", "Consulting", "Professional", "Services", "Employment", "Estate"],
  ...["Retail", "Wholesale", "Consumer", "Apparel", "Food", "Hospitality", "Transport", "Logistics", "Shipping"],
];

async function fields(section: Part): Promise<void> {
  const amount = await section.card("Value");
  await amount.fill("Name", "Annual revenue");
  await amount.fill("Headers", "Annual revenue\nRevenue");
  await amount.turn("Without its column nothing is tiered");
  const added = [
    ["Industry", "Text"],
    ["Employees", "Number"],
    ["Revenue last year", "Number"],
    ["Engagement", "Number"],
    ["Engaged people", "Number"],
    ["Last activity", "Date"],
    ["Exclude", "Yes or no"],
  ] as const;
  const form = section.form("Another column");
  for (const [header, type] of added) {
    await form.type("Header of the column", header);
    await form.choose("Read as", type);
    await form.press("Add field");
  }
  await (await section.card("Industry")).turn("Without its column nothing is tiered");
}

async function measures(section: Part): Promise<void> {
  const add = async (name: string, kind: string) => (await section.add("Add measure", kind)).fill("Name", name);
  await fitPoints(await add("Fit points", "Points for conditions"));
  const size = await add("Size points", "Points by bands of a number");
  await size.choose("Number", "Employees");
  await bands(size, { 0: 0, 50: 40, 200: 70, 1000: 100 });
  const revenue = await add("Revenue points", "Number on a common scale");
  await revenue.choose("Number", "Annual revenue");
  await revenue.choose("Placed", "by rank among the others");
  const growth = await section.add("Add measure", "Growth over an earlier number");
  await growth.choose("Number now", "Annual revenue");
  await growth.choose("Number before", "Revenue last year");
  const growing = await add("Growth points", "Points by bands of a number");
  await growing.choose("Number", "Growth");
  await bands(growing, { "-1": 0, 0: 30, 0.1: 60, 0.3: 100 });
  const engagement = await add("Engagement points", "Number on a common scale");
  await engagement.choose("Number", "Engagement");
  await engagement.fill("Best value becomes", 100);
  await add("Since activity", "Days since a date");
}

async function fitPoints(measure: Part): Promise<void> {
  const ideal = await measure.card("+1 where Value is at least 0");
  await ideal.fill("Points, or money", 100);
  await (await ideal.condition("For whom")).compare("Industry", "contains", IDEAL);
  const adjacent = await measure.add("Add points");
  await adjacent.fill("Points, or money", 50);
  const both = await adjacent.condition("For whom");
  await both.compare("Industry", "contains", ADJACENT);
  await both.choose("What must hold", "All of these");
  const other = await both.add("Add condition");
  await other.compare("Industry", "contains", IDEAL);
  await other.turn("Not: whoever this does not fit");
}

async function bands(measure: Part, points: Readonly<Record<string, number>>): Promise<void> {
  const [first, ...others] = Object.entries(points).sort(([one], [other]) => Number(one) - Number(other));
  const fill = async (band: Part, [from, worth]: readonly [string, number] = ["", 0]) => {
    await band.fill("From", from);
    await band.fill("Points", worth);
  };
  await fill(await measure.card("From 0: 1 point"), first);
  for (const other of others) await fill(await measure.add("Add band"), other);
}

async function score(section: Part): Promise<void> {
  await section.press("Add a score");
  const parts = section.group("Score");
  const first = await parts.card("Value");
  await first.choose("Number", "Fit points");
  await first.fill("Weight", 25);
  const others = { "Size points": 20, "Revenue points": 20, "Growth points": 15, "Engagement points": 20 };
  for (const [measure, weight] of Object.entries(others)) {
    await (await parts.add("Add part", measure)).fill("Weight", weight);
  }
  await parts.fill("Least part of the weights that must be there", 60);
}

async function gates(section: Part): Promise<void> {
  const add = async (name: string, label: string) => {
    const gate = await section.add("Add gate");
    await gate.fill("Name", name);
    await gate.fill("Written in place of a tier", label);
    return gate.condition("Who passes");
  };
  const excluded = await add("Excluded", "Excluded");
  await excluded.compare("Exclude", "is");
  await excluded.turn("Not: whoever this does not fit");
  const data = await add("Data", "Insufficient data");
  await data.compare("Score completeness", "is at least", 60);
  await data.choose("What must hold", "All of these");
  await (await data.add("Add condition")).compare("Industry", "is filled");
  await (await add("Ideal customer", "Not ICP")).compare("Fit points", "is over", 0);
}

async function segments(section: Part): Promise<void> {
  await section.turn("Use segments");
  const ideal = await section.card("Segment 1");
  await ideal.fill("Label", "ICP");
  await (await ideal.condition("Who stands here")).compare("Fit points", "is at least", 100);
  await (await section.card("Segment 2")).fill("Label", "Adjacent");
}

async function tiers(section: Part): Promise<void> {
  const rung = async (tier: Part, cut: number, [min, max]: readonly [number, number]) => {
    await (await tier.condition("Who stands here")).compare("Score", "is at least", cut);
    await tier.press("Seats");
    await tier.turn("Count seats");
    await tier.fill("Fewest accounts", min);
    await tier.choose("Seats", "A number");
    await tier.fill("Most accounts", max);
    await tier.choose("Seats go to the highest", "Score");
    await tier.fill("Who has a seat keeps it within", 10);
  };
  await rung(await section.card("Tier 1"), 80, [10, 20]);
  await (await section.card("Tier 2")).fill("Label", "Tier 3");
  const second = await section.add("Add tier");
  await rung(second, 50, [100, 500]);
  await section.press("How accounts are ranked");
  await section.choose("Equal values are decided by", "Engagement");
}

async function flags(section: Part): Promise<void> {
  const flag = await section.add("Add flag");
  await flag.fill("Label", "MQA");
  const all = await flag.condition("Who has it");
  await all.compare("Engagement", "is over", 0);
  await all.choose("What must hold", "All of these");
  const best = await all.add("Add condition");
  await best.compare("Engagement", "is in the top share of the accounts");
  await best.fill("Share of the accounts", 20);
  await best.press("How it is ranked");
  await best.choose("Equal values at the line", "all in");
  for (const [measure, comparison, number] of [
    ["Engaged people", "is under", 2],
    ["Since activity", "is over", 90],
  ] as const) {
    const not = await all.add("Add condition");
    await not.compare(measure, comparison, number);
    await not.turn("Not: whoever this does not fit");
  }
}

async function columns(section: Part): Promise<void> {
  await section.add("Add column", "Flags");
}

/**
 * All that decides the segments and tiers of the sample, the flag MQA and its column; by section, in an order in which each
 * one has what it asks for.
 */
export const ABM_BY_HAND = { fields, value: measures, score, gates, segments, tiers, flags, columns };
