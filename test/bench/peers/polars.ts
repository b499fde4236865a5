import pl from "nodejs-polars";
import { columnsOf, NUMBER_COLUMNS } from "../job/columns";
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

const { col, lit, when } = pl;
const orZero = (name: string) => col(name).fillNull(lit(0));
const either = (one: string, other: string) => when(col(one).isNotNull()).then(col(one)).otherwise(col(other));
const clamped = (expr: pl.Expr) =>
  when(expr.lt(lit(0)))
    .then(lit(0))
    .when(expr.gt(lit(1)))
    .then(lit(1))
    .otherwise(expr);
const weighed = (weight: number, name: string) => when(col(name).isNull()).then(lit(0)).otherwise(lit(weight));

/** Frames of columns in Rust: one lazy plan, with one sort by value and name that sums, cuts and seats go along. */
export const polars: Contender = {
  name: "polars",
  run(rows) {
    const { account, industry, isReview, numbers } = columnsOf(rows);
    const frame = pl.DataFrame({ account, industry, isReview, ...numbers });
    const { key, enterprise } = SHARES;
    const result = frame
      .lazy()
      .withRowIndex("row")
      .withColumns(
        col("isReview").eq(lit(1)).alias("isReview"),
        ...NUMBER_COLUMNS.map((name) => col(name).fillNan(lit(null)).alias(name)),
      )
      .withColumns(
        when(
          col("firstPurchase")
            .isNull()
            .or(col("firstPurchase").gt(lit(AS_OF_SERIAL))),
        )
          .then(lit(0))
          .when(col("firstPurchase").gt(lit(LAST_ESTABLISHED)))
          .then(lit(1))
          .otherwise(lit(2))
          .alias("life"),
        when(col("licences").isNull().and(col("services").isNull()).and(col("support").isNull()))
          .then(lit(null))
          .otherwise(orZero("licences").plus(orZero("services")).plus(orZero("support")))
          .alias("income"),
        clamped(col("engagement").div(lit(100))).alias("engaged"),
        clamped(col("growth")).alias("growing"),
      )
      .withColumns(
        when(col("life").eq(lit(2)))
          .then(either("income", "expected"))
          .otherwise(either("expected", "income"))
          .alias("value"),
      )
      .withColumns(
        col("value")
          .rank("min")
          .cast(pl.Float64)
          .minus(lit(1))
          .div(col("value").count().minus(lit(1)))
          .alias("place"),
        when(
          col("isReview")
            .not()
            .and(col("life").eq(lit(2)))
            .and(col("value").gt(lit(0))),
        )
          .then(col("value"))
          .otherwise(lit(0))
          .alias("part"),
      )
      .withColumns(
        orZero("place")
          .mul(lit(WEIGHTS.rank))
          .plus(orZero("engaged").mul(lit(WEIGHTS.engagement)))
          .plus(orZero("growing").mul(lit(WEIGHTS.growth)))
          .div(
            weighed(WEIGHTS.rank, "place")
              .plus(weighed(WEIGHTS.engagement, "engaged"))
              .plus(weighed(WEIGHTS.growth, "growing")),
          )
          .round(4)
          .alias("score"),
      )
      .sort([col("value").mul(lit(-1)), col("account")], false, true) // this release cannot sort one up and another down
      .withColumns(col("part").cumSum().minus(col("part")).div(col("part").sum()).alias("before"))
      .withColumns(
        when(col("value").eq(col("value").shift(1)))
          .then(lit(null))
          .otherwise(col("before"))
          .forwardFill()
          .alias("above"),
      )
      .withColumns(
        when(col("isReview"))
          .then(lit(5))
          .when(col("life").lt(lit(2)))
          .then(col("life"))
          .when(
            col("part")
              .eq(lit(0))
              .or(col("above").gtEq(lit(enterprise))),
          )
          .then(lit(4))
          .when(col("above").lt(lit(key)))
          .then(lit(2))
          .otherwise(lit(3))
          .alias("segment"),
      )
      .withColumns(
        when(col("isReview"))
          .then(lit(3))
          .when(
            col("segment")
              .eq(lit(2))
              .or(col("score").gtEq(lit(SCORES.tier1))),
          )
          .then(lit(0))
          .when(col("score").gtEq(lit(SCORES.tier2)))
          .then(lit(1))
          .otherwise(lit(2))
          .alias("rung"),
      )
      .withColumns(
        when(
          col("rung")
            .isIn([1, 2])
            .and(col("employees").gtEq(lit(BUMPED.employees)))
            .and(col("industry").isIn(BUMPED.industries)),
        )
          .then(col("rung").minus(lit(1)))
          .otherwise(col("rung"))
          .alias("bumped"),
      )
      .withColumns(
        when(
          col("bumped")
            .eq(lit(0))
            .and(col("bumped").eq(lit(0)).cast(pl.Int32).cumSum().gt(lit(SEATS))),
        )
          .then(lit(1))
          .otherwise(col("bumped"))
          .alias("tier"),
      )
      .sort("row")
      .select("segment", "tier")
      .collectSync();
    const words = (name: string, labels: readonly string[]) =>
      Array.from(result.getColumn(name) as Iterable<number>, (code) => labels[code] ?? "");
    return { segment: words("segment", [...SEGMENTS, REVIEW]), tier: words("tier", [...TIERS, REVIEW]) };
  },
};
