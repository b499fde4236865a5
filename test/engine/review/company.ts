import type { CellValue } from "../../../engine/index";

/** Quarters of three years. */
export const QUARTERS = [2023, 2024, 2025].flatMap((year) =>
  ["03-31", "06-30", "09-30", "12-31"].map((day) => `${year}-${day}`),
);

/** What happens in which quarter, counted from 0; in all others there is trade as usual. In the three quiet ones nothing else happens. */
export const EVENTS = { firstPush: 3, priceForAll: 5, whaleLost: 7, secondPush: 8, priceForOthers: 9 } as const;

export const QUIET: readonly number[] = [EVENTS.priceForAll, EVENTS.whaleLost, EVENTS.priceForOthers];

export const WHALE = "Account 1";

/** What the simulator did in a quarter, by account. */
export interface Truth {
  readonly asOf: string;
  readonly cells: CellValue[][];
  readonly come: readonly string[];
  readonly gone: readonly string[];
  readonly converted: readonly string[];
  readonly graduated: readonly string[];
  /** Large accounts that lost nearly all of their revenue. */
  readonly pushed: readonly string[];
  /** Whose own figures or stage of life are others than a quarter ago. */
  readonly touched: ReadonlySet<string>;
}

interface Client {
  readonly name: string;
  income: number;
  expected: number;
  /** ISO; null for a prospect. */
  first: string | null;
  /** Quarter of the first purchase; -100 for those who have long been clients. */
  since: number;
}

/**
 * A company over twelve quarters, nine clients to each prospect. As usual: revenue goes up and down, one in a hundred leaves,
 * new accounts and prospects come, one prospect in twenty buys. Apart from that the `EVENTS`: the five accounts next to the
 * largest lose nearly all of their revenue, twice; a price rise for all; the largest account leaves; a price rise for every
 * other account. Nobody buys for the first time a year before a quiet quarter, so that nobody graduates in it.
 *
 * The same seed makes the same company.
 */
export function company({ seed = 5, accounts = 2000 } = {}): Truth[] {
  const random = lcg(seed);
  let names = 0;
  const client = (income: number, expected: number, first: string | null, since: number): Client => {
    return { name: `Account ${++names}`, income, expected, first, since };
  };
  const size = () => Math.round(2000 * Math.exp(1.3 * normal(random)));
  let clients = [client(300 * accounts, 0, "2015-05-15", -100)];
  for (let i = 1; i < 0.9 * accounts; i++) clients.push(client(size(), 0, "2018-05-15", -100));
  for (let i = 0; i < 0.1 * accounts; i++) clients.push(client(0, size(), null, -100));

  return QUARTERS.map((asOf, quarter) => {
    const come: string[] = [];
    const gone: string[] = [];
    const converted: string[] = [];
    const pushed: string[] = [];
    const touched = new Set<string>();
    const reprice = (one: Client, factor: number) => {
      one.income *= factor;
      one.expected *= factor;
      touched.add(one.name);
    };
    const canBuy = !QUIET.includes(quarter + 4);
    const isPush = quarter === EVENTS.firstPush || quarter === EVENTS.secondPush;
    // Left alone until they are pushed, so large that no usual quarter takes them out of the top
    const large = clients.filter(({ name }) => name !== WHALE).sort((a, b) => b.income - a.income).slice(0, 5); // prettier-ignore

    if (quarter === EVENTS.priceForAll) for (const one of clients) reprice(one, 1.1);
    else if (quarter === EVENTS.priceForOthers) clients.forEach((one, i) => i % 2 === 0 && reprice(one, 1.15));
    else if (quarter === EVENTS.whaleLost) gone.push(WHALE);
    else if (quarter > 0) {
      for (const one of clients) {
        if (one.name === WHALE || large.includes(one)) continue;
        if (random() < 0.01) gone.push(one.name);
        else if (one.first === null && canBuy && random() < 0.05) {
          Object.assign(one, { income: one.expected, first: middleOf(asOf), since: quarter });
          converted.push(one.name);
          touched.add(one.name);
        } else reprice(one, 1.01 * Math.exp(0.06 * normal(random)));
      }
      const known = clients.length;
      for (let i = 0; canBuy && i < accounts / 130; i++)
        clients.push(client(size() / 4, size(), middleOf(asOf), quarter));
      for (let i = 0; i < accounts / 200; i++) clients.push(client(0, size(), null, -100));
      come.push(...clients.slice(known).map(({ name }) => name));
      if (isPush) for (const one of large) reprice(one, 0.01);
      if (isPush) pushed.push(...large.map(({ name }) => name));
    }
    clients = clients.filter(({ name }) => !gone.includes(name));
    const graduated = clients.filter(({ since }) => since === quarter - 4).map(({ name }) => name);
    for (const name of [...come, ...graduated]) touched.add(name);
    return { asOf, cells: cellsOf(clients), come, gone, converted, graduated, pushed, touched };
  });
}

function cellsOf(clients: readonly Client[]): CellValue[][] {
  const rows = clients.map(({ name, income, expected, first }): CellValue[] => {
    return [name, first === null ? "" : income, expected || "", first ?? ""];
  });
  return [["Account", "Revenue", "Expected revenue", "First purchase"], ...rows];
}

/** The 15th of the quarter's second month. */
function middleOf(asOf: string): string {
  const month = Number(asOf.slice(5, 7)) - 1;
  return `${asOf.slice(0, 4)}-${String(month).padStart(2, "0")}-15`;
}

/** Numbers from 0 to 1, the same for the same seed: Numerical Recipes' linear congruence. */
function lcg(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/** Roughly normal, mean 0 and deviation 1: twelve even numbers added up. */
function normal(random: () => number): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random();
  return sum;
}
