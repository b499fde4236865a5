import { BOOLEAN, DOUBLE, DuckDBDataChunk, DuckDBInstance, INTEGER, VARCHAR } from "@duckdb/node-api";
import { columnsOf, NUMBER_COLUMNS, type Columns } from "../job/columns";
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

const CHUNK_ROWS = 2048;

const clamped = (number: string) => `least(1, greatest(0, ${number}))`;
const weighed = (weight: number, part: string) => `CASE WHEN ${part} IS NULL THEN 0 ELSE ${weight} END`;

const SQL = `
WITH lives AS (
  SELECT *,
    CASE WHEN firstPurchase IS NULL OR firstPurchase > ${AS_OF_SERIAL} THEN 0
      WHEN firstPurchase > ${LAST_ESTABLISHED} THEN 1 ELSE 2 END AS life,
    CASE WHEN coalesce(licences, services, support) IS NULL THEN NULL
      ELSE coalesce(licences, 0) + coalesce(services, 0) + coalesce(support, 0) END AS income
  FROM accounts
), valued AS (
  SELECT *, CASE WHEN life = 2 THEN coalesce(income, expected) ELSE coalesce(expected, income) END AS value FROM lives
), shared AS (
  SELECT *, CASE WHEN NOT isReview AND life = 2 AND value > 0 THEN value ELSE 0 END AS part,
    CASE WHEN value IS NULL THEN NULL
      ELSE percent_rank() OVER (PARTITION BY value IS NULL ORDER BY value) END AS place
  FROM valued
), scored AS (
  SELECT row, account, isReview, life, value, part, industry, employees,
    round((coalesce(${WEIGHTS.rank} * place, 0)
        + coalesce(${WEIGHTS.engagement} * ${clamped("engagement / 100")}, 0)
        + coalesce(${WEIGHTS.growth} * ${clamped("growth")}, 0))
      / nullif(${weighed(WEIGHTS.rank, "place")} + ${weighed(WEIGHTS.engagement, "engagement")}
        + ${weighed(WEIGHTS.growth, "growth")}, 0), 4) AS score,
    (sum(part) OVER (ORDER BY part DESC) - sum(part) OVER (PARTITION BY part)) / sum(part) OVER () AS above
  FROM shared
), segmented AS (
  SELECT *, CASE WHEN isReview THEN 5 WHEN life < 2 THEN life WHEN part = 0 THEN 4
    WHEN above < ${SHARES.key} THEN 2 WHEN above < ${SHARES.enterprise} THEN 3 ELSE 4 END AS segment
  FROM scored
), climbed AS (
  SELECT *, CASE WHEN isReview THEN 3 WHEN segment = 2 OR score >= ${SCORES.tier1} THEN 0
    WHEN score >= ${SCORES.tier2} THEN 1 ELSE 2 END AS rung
  FROM segmented
), bumped AS (
  SELECT *, CASE WHEN rung IN (1, 2) AND employees >= ${BUMPED.employees}
    AND industry IN (${BUMPED.industries.map((industry) => `'${industry}'`).join(", ")}) THEN rung - 1 ELSE rung END AS bumped
  FROM climbed
)
SELECT segment::INTEGER AS segment, (CASE WHEN bumped = 0
    AND row_number() OVER (PARTITION BY bumped ORDER BY value DESC NULLS LAST, account) > ${SEATS}
  THEN 1 ELSE bumped END)::INTEGER AS tier
FROM bumped ORDER BY row`;

/** An analytical database in the process: rows are appended in its own chunks, one statement does the rest. */
export async function duckdb(): Promise<Contender> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  return {
    name: "DuckDB",
    async run(rows) {
      const numbers = NUMBER_COLUMNS.map((name) => `${name} DOUBLE`).join(", ");
      await connection.run(
        `CREATE OR REPLACE TABLE accounts (row INTEGER, account VARCHAR, industry VARCHAR, isReview BOOLEAN, ${numbers})`,
      );
      const appender = await connection.createAppender("accounts");
      append(appender, columnsOf(rows));
      const reader = await connection.runAndReadAll(SQL);
      const [segment = [], tier = []] = reader.getColumns();
      return {
        segment: segment.map((code) => [...SEGMENTS, REVIEW][Number(code)] ?? ""),
        tier: tier.map((code) => [...TIERS, REVIEW][Number(code)] ?? ""),
      };
    },
  };
}

interface Appender {
  appendDataChunk(chunk: DuckDBDataChunk): void;
  closeSync(): void;
}

function append(appender: Appender, { account, industry, isReview, numbers }: Columns): void {
  const types = [INTEGER, VARCHAR, VARCHAR, BOOLEAN, ...NUMBER_COLUMNS.map(() => DOUBLE)];
  for (let from = 0; from < account.length; from += CHUNK_ROWS) {
    const to = Math.min(account.length, from + CHUNK_ROWS);
    const chunk = DuckDBDataChunk.create(types, to - from);
    chunk.setColumns([
      Array.from({ length: to - from }, (_, i) => from + i),
      account.slice(from, to),
      industry.slice(from, to),
      Array.from(isReview.subarray(from, to), (flag) => flag === 1),
      ...NUMBER_COLUMNS.map((name) =>
        Array.from(numbers[name].subarray(from, to), (value) => (Number.isNaN(value) ? null : value)),
      ),
    ]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
