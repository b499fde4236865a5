import { COLUMN, FIRST_NUMBER, type Cells } from "./cells";
import {
  AS_OF_SERIAL,
  BUMPED,
  LAST_ESTABLISHED,
  REVIEW,
  SCORES,
  SEATS,
  SEGMENTS,
  SHARES,
  TIERS,
  WEIGHTS,
  wordsOf,
  type Contender,
  type Labels,
} from "./job";

/** Prospect, new, established, review. */
const [PROSPECT, NEW, ESTABLISHED, IN_REVIEW] = [0, 1, 2, 3];
const [KEY, ENTERPRISE, COMMERCIAL, REVIEW_SEGMENT] = [2, 3, 4, 5];
const REVIEW_TIER = 3;
const DIGIT = 11;
const LAST_DIGIT = (1 << DIGIT) - 1;

/** All that the job needs to write down. */
class Buffers {
  readonly value: Float64Array;
  readonly score: Float64Array;
  readonly weight: Float64Array;
  readonly life: Uint8Array;
  readonly isLarge: Uint8Array;
  readonly segment: Uint8Array;
  readonly tier: Uint8Array;
  readonly rows: readonly [Int32Array, Int32Array];
  readonly words: readonly [Uint32Array, Uint32Array];

  constructor(size: number) {
    this.value = new Float64Array(size);
    this.score = new Float64Array(size);
    this.weight = new Float64Array(size);
    [this.life, this.isLarge] = [new Uint8Array(size), new Uint8Array(size)];
    [this.segment, this.tier] = [new Uint8Array(size), new Uint8Array(size)];
    this.rows = [new Int32Array(size), new Int32Array(size)];
    this.words = [new Uint32Array(size), new Uint32Array(size)];
  }
}

/** The job and nothing else, by hand: typed columns, one sort, no rule that could be another one. What there is to reach. */
export function floor(buffers: "fresh" | "kept"): Contender {
  let kept = new Buffers(0);
  return {
    name: `by hand, ${buffers} buffers`,
    run(rows) {
      if (buffers === "fresh") return byHand(rows, new Buffers(rows.length));
      if (kept.value.length !== rows.length) kept = new Buffers(rows.length);
      return byHand(rows, kept);
    },
  };
}

function byHand(rows: Cells, buffers: Buffers): Labels {
  read(rows, buffers);
  const { order, size } = inOrder(buffers);
  rank(order, size, buffers);
  segments(order, size, buffers);
  tiers(buffers);
  seats(rows, order, size, buffers);
  const segmentWords = [...SEGMENTS, REVIEW];
  const tierWords = [...TIERS, REVIEW];
  return {
    segment: wordsOf(buffers.segment, segmentWords),
    tier: wordsOf(buffers.tier, tierWords),
  };
}

/** Value, life, who is large, and the score as far as it needs no rank. */
function read(rows: Cells, { value, score, weight, life, isLarge }: Buffers): void {
  const [one, two, three] = BUMPED.industries;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!; // i < length
    let isReview = false;
    for (let at = FIRST_NUMBER; at < row.length; at++) {
      const cell = row[at];
      if (typeof cell === "string" && cell !== "") isReview = true;
    }
    const first = row[COLUMN.firstPurchase];
    const own =
      typeof first !== "number" || first > AS_OF_SERIAL ? PROSPECT : first > LAST_ESTABLISHED ? NEW : ESTABLISHED;
    const [a, b, c] = [row[COLUMN.licences], row[COLUMN.services], row[COLUMN.support]];
    let income = NaN;
    if (typeof a === "number") income = a;
    if (typeof b === "number") income = income === income ? income + b : b;
    if (typeof c === "number") income = income === income ? income + c : c;
    const cell = row[COLUMN.expected];
    const expected = typeof cell === "number" ? cell : NaN;
    const [better, other] = own === ESTABLISHED ? [income, expected] : [expected, income];
    value[i] = better === better ? better : other;
    life[i] = isReview ? IN_REVIEW : own;
    const industry = row[COLUMN.industry];
    const employees = row[COLUMN.employees];
    isLarge[i] =
      typeof employees === "number" &&
      employees >= BUMPED.employees &&
      (industry === one || industry === two || industry === three)
        ? 1
        : 0;
    const [engagement, growth] = [row[COLUMN.engagement], row[COLUMN.growth]];
    score[i] = weight[i] = 0;
    if (typeof engagement === "number") {
      score[i] = WEIGHTS.engagement * Math.min(1, Math.max(0, engagement / 100));
      weight[i] = WEIGHTS.engagement;
    }
    if (typeof growth === "number") {
      score[i]! += WEIGHTS.growth * Math.min(1, Math.max(0, growth));
      weight[i]! += WEIGHTS.growth;
    }
  }
}

/** Rows with a value, lowest first: by the upper half of the bits, then each run of equal halves by the number. */
function inOrder({ value, rows, words }: Buffers): { order: Int32Array; size: number } {
  let [from, to] = rows;
  let [fromWords, toWords] = words;
  const halves = new Uint32Array(value.buffer, 0, 2 * value.length);
  const counts = new Int32Array(3 << DIGIT);
  let size = 0;
  for (let row = 0; row < value.length; row++) {
    const number = value[row]!; // row < length
    if (number !== number) continue;
    const half = number === 0 ? 0 : halves[2 * row + 1]!;
    const word = (number < 0 ? ~half : half | 0x80000000) >>> 0;
    counts[word & LAST_DIGIT]!++;
    counts[(1 << DIGIT) + ((word >>> DIGIT) & LAST_DIGIT)]!++;
    counts[(2 << DIGIT) + (word >>> (2 * DIGIT))]!++;
    from[size] = row;
    fromWords[size++] = word;
  }
  for (let digit = 0; digit < 3; digit++) {
    const next = counts.subarray(digit << DIGIT, (digit + 1) << DIGIT);
    let sum = 0;
    for (let bucket = 0; bucket < next.length; bucket++) [next[bucket], sum] = [sum, sum + next[bucket]!];
    for (let i = 0; i < size; i++) {
      const word = fromWords[i]!;
      const place = next[(word >>> (DIGIT * digit)) & LAST_DIGIT]!++;
      toWords[place] = word;
      to[place] = from[i]!;
    }
    [from, to] = [to, from];
    [fromWords, toWords] = [toWords, fromWords];
  }
  for (let i = 1; i < size; i++) {
    const row = from[i]!;
    let at = i;
    while (at > 0 && fromWords[at - 1] === fromWords[i] && value[from[at - 1]!]! > value[row]!) from[at] = from[--at]!;
    from[at] = row;
  }
  return { order: from, size };
}

/** Adds the percent rank to the score: equal values have that of the first of them. */
function rank(order: Int32Array, size: number, { value, score, weight }: Buffers): void {
  let [lower, before] = [0, NaN];
  for (let i = 0; i < size; i++) {
    const row = order[i]!; // i < size, here and below
    if (value[row] !== before) lower = i;
    before = value[row]!;
    score[row]! += WEIGHTS.rank * (lower / (size - 1));
    weight[row]! += WEIGHTS.rank;
  }
}

function segments(order: Int32Array, size: number, { value, life, segment }: Buffers): void {
  let total = 0;
  for (let row = 0; row < life.length; row++) {
    const own = life[row];
    segment[row] = own === IN_REVIEW ? REVIEW_SEGMENT : own === ESTABLISHED ? COMMERCIAL : own!;
    if (own === ESTABLISHED && value[row]! > 0) total += value[row]!;
  }
  let [sum, above, last] = [0, 0, NaN];
  for (let i = size - 1; i >= 0; i--) {
    const row = order[i]!;
    if (life[row] !== ESTABLISHED) continue;
    const own = value[row]!;
    if (own !== last) above = sum;
    if (own <= 0 || above >= SHARES.enterprise * total) break;
    segment[row] = above < SHARES.key * total ? KEY : ENTERPRISE;
    sum += own;
    last = own;
  }
}

function tiers({ segment, score, weight, isLarge, tier }: Buffers): void {
  for (let row = 0; row < tier.length; row++) {
    const own = Math.round((score[row]! / weight[row]!) * 1e4) / 1e4;
    const climbed = segment[row] === KEY || own >= SCORES.tier1 ? 0 : own >= SCORES.tier2 ? 1 : 2;
    tier[row] =
      segment[row] === REVIEW_SEGMENT ? REVIEW_TIER : climbed > 0 && isLarge[row] === 1 ? climbed - 1 : climbed;
  }
}

/** The highest values sit down, equal ones by name, those without a value last; the others stand a tier below. */
function seats(rows: Cells, order: Int32Array, size: number, { value, tier }: Buffers): void {
  const nameAt = (row: number) => String(rows[row]?.[COLUMN.account]).toLowerCase();
  const byName = (a: number, b: number) => (nameAt(a) < nameAt(b) ? -1 : 1);
  let left = SEATS;
  const sit = (group: number[]) => {
    if (group.length > left)
      group
        .sort(byName)
        .slice(left)
        .forEach((row) => (tier[row] = 1));
    left = Math.max(0, left - group.length);
  };
  let group: number[] = [];
  for (let i = size - 1; i >= 0; i--) {
    const row = order[i]!;
    if (tier[row] !== 0) continue;
    if (left === 0) {
      tier[row] = 1;
      continue;
    }
    if (group.length > 0 && value[row] !== value[group[0]!]) {
      sit(group);
      group = [];
      if (left === 0) {
        tier[row] = 1;
        continue;
      }
    }
    group.push(row);
  }
  sit(group);
  const missing: number[] = [];
  for (let row = 0; row < tier.length; row++) if (tier[row] === 0 && value[row] !== value[row]) missing.push(row);
  sit(missing);
}
