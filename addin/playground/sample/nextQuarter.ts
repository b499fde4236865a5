import type { SampleAccount } from "../../taskpane/sample/accounts";
import { FIRST_QUARTER, SECOND_QUARTER, firstQuarter, makeAccount, tens } from "../../taskpane/sample/accounts";
import type { Random } from "../../taskpane/sample/random";
import { seeded } from "../../taskpane/sample/random";
import { companyNames } from "../../taskpane/sample/words";

/**
 * The same accounts three months later, as of 2026-04-30, in the same order: most grow or shrink a little, twelve left
 * (revenue 0), eight prospects bought for the first time, the third largest lost 70 %, a middling one grew to seven times
 * its size, and six new accounts stand at the end.
 */
export function secondQuarter(): SampleAccount[] {
  const random = seeded(20_260_430);
  const before = firstQuarter();
  const names = new Set(before.map(({ Account }) => Account));
  const accounts = before.map((account) => (isProspect(account) ? account : grow(account, random)));

  const customers = accounts.filter((account) => !isProspect(account));
  for (let i = 0; i < 12; i++) leave(customers[17 + i * 31]!); // 17 + 11 * 31 is below the 460 customers
  const bySize = customers.filter(isNumeric).sort((a, b) => revenue(b) - revenue(a));
  scale(bySize[2]!, 0.3); // more than 400 accounts have revenue in numbers
  scale(bySize[250]!, 7);

  accounts
    .filter(isProspect)
    .slice(0, 8)
    .forEach((account) => convert(account, random));

  const name = companyNames(random);
  const unused = (ending: string): string => {
    for (;;) {
      const candidate = name(ending);
      if (!names.has(candidate)) return candidate;
    }
  };
  for (let i = 0; i < 6; i++) {
    const account = makeAccount(random, unused, "new", SECOND_QUARTER);
    account["First purchase"] = SECOND_QUARTER - random.between(1, 80);
    account["Last purchase"] = account["First purchase"];
    accounts.push({ ...account, Orders: 1 });
  }
  return accounts;
}

function isProspect(account: SampleAccount): boolean {
  return account["First purchase"] === "";
}

function isNumeric(account: SampleAccount): boolean {
  return typeof account.Revenue === "number" && typeof account.Services === "number";
}

function revenue(account: SampleAccount): number {
  return Number(account.Revenue) + Number(account.Services);
}

function grow(account: SampleAccount, random: Random): SampleAccount {
  const factor = Math.exp(0.02 + 0.09 * random.normal());
  const isBuying = random.chance(0.65);
  const grown = { ...account };
  scale(grown, factor);
  if (isBuying) {
    grown["Last purchase"] = FIRST_QUARTER + random.between(1, SECOND_QUARTER - FIRST_QUARTER);
    grown.Orders = Number(account.Orders) + random.between(1, 3);
  }
  if (typeof account.Engagement === "number") {
    grown.Engagement = Math.min(100, Math.max(0, account.Engagement + Math.round(6 * random.normal())));
  }
  return grown;
}

function scale(account: SampleAccount, factor: number): void {
  for (const field of ["Revenue", "Services"] as const) {
    const amount = account[field];
    if (typeof amount === "number") account[field] = tens(amount * factor);
  }
}

function convert(account: SampleAccount, random: Random): void {
  const expected = Number(account["Expected revenue"]);
  account["First purchase"] = SECOND_QUARTER - random.between(1, 85);
  account["Last purchase"] = account["First purchase"];
  account.Revenue = tens(expected * 0.2);
  account.Services = tens(expected * 0.05);
  account["Contract months"] = 12;
  account["Usage %"] = 0.35;
  account.Orders = 1;
}

function leave(account: SampleAccount): void {
  account.Revenue = 0;
  account.Services = 0;
  account["Usage %"] = 0;
}
