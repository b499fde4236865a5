import * as aq from "arquero";
import { columnsOf } from "../job/columns";
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
  type Contender,
} from "../job/job";

const { op } = aq;
const [prospect, newStart, key, enterprise, commercial] = SEGMENTS;
const [tier1, tier2, tier3] = TIERS;

/** A table of columns with verbs. Expressions are read from the text of the functions: they see only `$`, which are its parameters. */
export const arquero: Contender = {
  name: "arquero",
  run(rows) {
    const { account, industry, isReview, numbers } = columnsOf(rows);
    const table = aq
      .table({ account, industry, isReview, ...numbers })
      .params({
        ...{ asOf: AS_OF_SERIAL, lastEstablished: LAST_ESTABLISHED, seats: SEATS },
        ...{ key: SHARES.key, enterprise: SHARES.enterprise, first: SCORES.tier1, second: SCORES.tier2 },
        ...{ byRank: WEIGHTS.rank, byEngagement: WEIGHTS.engagement, byGrowth: WEIGHTS.growth },
        ...{ industries: BUMPED.industries, employees: BUMPED.employees },
      })
      .derive({
        life: (d, $) => (d.firstPurchase <= $.asOf ? (d.firstPurchase > $.lastEstablished ? 1 : 2) : 0),
        income: (d) =>
          op.is_finite(d.licences) || op.is_finite(d.services) || op.is_finite(d.support)
            ? (op.is_finite(d.licences) ? d.licences : 0) +
              (op.is_finite(d.services) ? d.services : 0) +
              (op.is_finite(d.support) ? d.support : 0)
            : NaN,
      })
      .derive({
        value: (d) =>
          d.life === 2
            ? op.is_finite(d.income)
              ? d.income
              : d.expected
            : op.is_finite(d.expected)
              ? d.expected
              : d.income,
      })
      .derive({
        isValued: (d) => (op.is_finite(d.value) ? 1 : 0),
        shared: (d) => (d.isReview === 0 && d.life === 2 && d.value > 0 ? d.value : 0),
        seatValue: (d) => (op.is_finite(d.value) ? d.value : -Infinity),
      })
      .groupby("isValued")
      .orderby("value")
      .derive({ rank: (d) => (d.isValued === 1 ? op.percent_rank() : NaN) })
      .ungroup()
      .orderby(aq.desc("shared"))
      .derive({
        total: (d) => op.sum(d.shared),
        withPeers: aq.rolling((d) => op.sum(d.shared), [-Infinity, 0], true),
        peers: aq.rolling((d) => op.sum(d.shared), [0, 0], true),
      })
      .unorder()
      .derive({
        above: (d) => (d.withPeers - d.peers) / d.total,
        weights: (d, $) =>
          (op.is_finite(d.rank) ? $.byRank : 0) +
          (op.is_finite(d.engagement) ? $.byEngagement : 0) +
          (op.is_finite(d.growth) ? $.byGrowth : 0),
        sum: (d, $) =>
          (op.is_finite(d.rank) ? $.byRank * d.rank : 0) +
          (op.is_finite(d.engagement) ? $.byEngagement * op.least(1, op.greatest(0, d.engagement / 100)) : 0) +
          (op.is_finite(d.growth) ? $.byGrowth * op.least(1, op.greatest(0, d.growth)) : 0),
      })
      .derive({
        score: (d) => op.round((d.sum / d.weights) * 10000) / 10000,
        segment: (d, $) =>
          d.isReview === 1
            ? 5
            : d.life < 2
              ? d.life
              : d.shared === 0 || d.above >= $.enterprise
                ? 4
                : d.above < $.key
                  ? 2
                  : 3,
      })
      .derive({
        climbed: (d, $) =>
          d.segment === 5 ? 3 : d.segment === 2 || d.score >= $.first ? 0 : d.score >= $.second ? 1 : 2,
        isLarge: (d, $) => d.employees >= $.employees && op.includes($.industries, d.industry),
      })
      .derive({ bumped: (d) => (d.isLarge && d.climbed < 3 && d.climbed > 0 ? d.climbed - 1 : d.climbed) })
      .derive({ isFirst: (d) => (d.bumped === 0 ? 1 : 0) })
      .groupby("isFirst")
      .orderby(aq.desc("seatValue"), "account")
      .derive({ tier: (d, $) => (d.bumped === 0 && op.row_number() > $.seats ? 1 : d.bumped) })
      .ungroup()
      .unorder();
    const words = (column: string, labels: readonly string[]) =>
      Array.from(table.array(column) as ArrayLike<number>, (code) => labels[code] ?? "");
    return {
      segment: words("segment", [prospect, newStart, key, enterprise, commercial, REVIEW]),
      tier: words("tier", [tier1, tier2, tier3, REVIEW]),
    };
  },
};
