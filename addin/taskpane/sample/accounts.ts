import type { CellValue } from "../../../engine/index";
import type { Random } from "./random";
import { seeded } from "./random";
import { INDUSTRIES, OWNERS, PLACES, companyNames } from "./words";

/** A row of the sample: dates are serial numbers, `""` is blank; a text where a number belongs is meant to be found. */
export interface SampleAccount {
  Account: string;
  Industry: CellValue;
  Country: CellValue;
  Region: CellValue;
  Owner: CellValue;
  Parent: CellValue;
  Employees: CellValue;
  Revenue: CellValue;
  Services: CellValue;
  "Revenue last year": CellValue;
  "Expected revenue": CellValue;
  "First purchase": CellValue;
  "Last purchase": CellValue;
  Orders: CellValue;
  "Contract months": CellValue;
  Engagement: CellValue;
  "Engaged people": CellValue;
  "Growth potential": CellValue;
  SEO: CellValue;
  "Logo strength": CellValue;
  "Co-marketing": CellValue;
  "Usage %": CellValue;
  Tickets: CellValue;
  Exclude: CellValue;
}

/** 2026-01-31 and 2026-04-30 as serial numbers. */
export const FIRST_QUARTER = 46_053;
export const SECOND_QUARTER = 46_142;

const PROSPECTS = 40;
const NEW_STARTS = 35;
const ALL = 500;

/**
 * 500 made-up accounts as of 2026-01-31: 40 prospects (expected revenue only), 35 that first bought in the last twelve
 * months, and 425 others whose revenue is log-normal with a long top. Revenue covers the last twelve months, in dollars;
 * scores are 0 to 100, growth potential 0 to 5.
 */
export function firstQuarter(): SampleAccount[] {
  const random = seeded(20_260_131);
  const name = companyNames(random);
  const accounts = Array.from({ length: ALL }, (_, i) => {
    const isProspect = i % 12 === 5 && i < PROSPECTS * 12;
    const isNew = i % 12 === 10 && i < NEW_STARTS * 12;
    const kind = isProspect ? "prospect" : isNew ? "new" : "customer";
    return makeAccount(random, name, kind, FIRST_QUARTER);
  });
  trouble(accounts, random);
  return accounts;
}

export function makeAccount(
  random: Random,
  name: (ending: string) => string,
  kind: "prospect" | "new" | "customer",
  asOf: number,
): SampleAccount {
  const industry = random.pick(INDUSTRIES);
  const place = random.pick(PLACES);
  const size = random.normal();
  const revenue = Math.exp(9.8 + 1.15 * size + (random.chance(0.06) ? 1.6 : 0));
  const isBuying = kind !== "prospect";
  const started = kind === "new" ? random.between(10, 364) : random.between(400, 3_600);
  const share = 0.45 + random.next() * 0.5;
  const maybe = (chance: number, value: CellValue): CellValue => (random.chance(chance) ? "" : value);
  const score = (mean: number) => Math.round(Math.min(100, Math.max(0, mean + 12 * size + 18 * random.normal())));
  return {
    Account: name(industry.ending),
    Industry: industry.name,
    Country: place.country,
    Region: place.region,
    Owner: maybe(0.02, random.pick(OWNERS)),
    Parent: "",
    Employees: maybe(0.04, Math.max(3, Math.round(Math.exp(5.2 + 1.1 * size + 0.5 * random.normal())))),
    Revenue: isBuying ? tens(revenue * share) : "",
    Services: isBuying ? tens(revenue * (1 - share)) : "",
    "Revenue last year": kind === "customer" ? tens(revenue * Math.exp(0.28 * random.normal() - 0.04)) : "",
    "Expected revenue": kind === "customer" ? maybe(0.7, tens(revenue * 1.1)) : tens(revenue * (0.8 + random.next())),
    "First purchase": isBuying ? asOf - started : "",
    "Last purchase": isBuying ? asOf - random.between(0, Math.min(started, random.chance(0.8) ? 120 : 700)) : "",
    Orders: isBuying ? Math.max(1, Math.round((started / 365) * (1 + 3 * random.next()))) : "",
    "Contract months": isBuying ? maybe(0.05, random.pick([12, 12, 12, 24, 24, 36])) : "",
    Engagement: maybe(0.03, score(isBuying ? 52 : 30)),
    "Engaged people": Math.max(0, Math.round((isBuying ? 4 : 1.5) + 2 * size + 2 * random.normal())),
    "Growth potential": maybe(0.05, random.between(0, 5)),
    SEO: maybe(0.08, score(40)),
    "Logo strength": maybe(0.05, Math.min(5, Math.max(0, Math.round(2 + size + random.normal())))),
    "Co-marketing": random.chance(0.18) ? "Yes" : "No",
    "Usage %": isBuying
      ? maybe(0.04, Math.round(Math.min(1, Math.max(0, 0.62 + 0.22 * random.normal())) * 100) / 100)
      : "",
    Tickets: isBuying ? Math.max(0, Math.round(3 + 4 * random.normal())) : 0,
    Exclude: "",
  };
}

export function tens(amount: number): number {
  return Math.round(amount / 10) * 10;
}

/** What real tables have: subsidiaries, exclusions, ties, negatives, and numbers that are text. */
function trouble(accounts: SampleAccount[], random: Random): void {
  const customers = accounts.filter((account) => account["Revenue last year"] !== "");
  const at = (i: number) => customers[i]!; // i is far below the 425 customers
  for (let i = 0; i < 30; i++) at(40 + i * 9).Parent = at(random.between(0, 12)).Account;
  for (const i of [60, 141, 222, 303, 384]) at(i).Exclude = "Yes";
  for (const [one, other] of [
    [70, 71],
    [120, 260],
    [200, 330],
  ] as const) {
    at(other).Revenue = at(one).Revenue;
    at(other).Services = at(one).Services;
  }
  at(95).Services = -1_240;
  at(310).Services = -380;
  at(33).Revenue = "$12,400";
  at(188).Revenue = "$3,150 ";
  at(77).Services = "n/a";
  at(251)["Revenue last year"] = "n/a";
  at(402).Employees = "1,200";
}
