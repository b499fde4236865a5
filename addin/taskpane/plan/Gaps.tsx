import { makeStyles, tokens } from "@fluentui/react-components";
import type { Preset } from "../../../engine/index";
import type { Preview } from "../../excel/tiering";
import { lacksSentence, noOwnerSentence, noPlaySentence, PLAN, productsSentence } from "../../strings/plan";
import { useAnswer } from "../app/useAnswer";
import { Waiting } from "../app/Waiting";
import { AccountList } from "../app/AccountList";
import { isRead, labelOf } from "./FieldChoice";

const OWNER = "owner";
/** How many accounts are named. */
const MOST = 20;

/** Accounts and tiers that nobody or nothing looks after: without an owner, without a play, without a product. */
export function Gaps({ preview }: { preview: Preview }) {
  const styles = useStyles();
  const { preset, stats } = preview.run;
  const hasOwners = preset.fields.get(OWNER)?.type === "text" && isRead(preview.plan, OWNER);
  const owners = useAnswer("mix", hasOwners ? { field: OWNER } : null);
  const blank = owners?.columns.findIndex(({ kind }) => kind === "blank") ?? -1;
  const ownerless = blank < 0 ? 0 : (owners?.total.counts[blank] ?? 0);
  const used = new Set(stats.tiers.filter(({ count }) => count > 0).map(({ id }) => id));
  const unplayed = preset.tiers.rungs.filter(({ id, play }) => used.has(id) && !play).map(({ label }) => label);
  const products = productsOf(preset);
  if (hasOwners && !owners) return <Waiting />;
  return (
    <div className={styles.part}>
      {!hasOwners && <p className={styles.sentence}>{PLAN.ownersUnknown}</p>}
      {ownerless > 0 && owners && (
        <>
          <p className={styles.sentence}>
            {noOwnerSentence(owners.tiers.map(({ label, counts }) => ({ label, accounts: counts[blank] ?? 0 })))}
          </p>
          <Ownerless preview={preview} />
        </>
      )}
      {unplayed.length > 0 && <p className={styles.sentence}>{noPlaySentence(unplayed)}</p>}
      {hasOwners && ownerless === 0 && unplayed.length === 0 && <p className={styles.sentence}>{PLAN.noGaps}</p>}
      {products.length > 0 && <Products preview={preview} products={products} />}
    </div>
  );
}

/** The first accounts without an owner, best first. */
function Ownerless({ preview }: { preview: Preview }) {
  const { rungs } = preview.run.preset.tiers;
  const found = useAnswer("missingProducts", { products: [OWNER], tiers: rungs.map(({ id }) => id), shown: MOST });
  if (!found) return <Waiting />;
  const accounts = found.accounts.map(({ account, row, tier }) => {
    return { account, row, text: rungs.find(({ id }) => id === tier)?.label ?? tier };
  });
  return <AccountList label={PLAN.gaps} count={found.count} lines={accounts} />;
}

/** What accounts of the upper tiers do not buy yet. */
function Products({ preview, products }: { preview: Preview; products: readonly string[] }) {
  const styles = useStyles();
  const { preset } = preview.run;
  const found = useAnswer("missingProducts", { products, shown: MOST });
  if (!found) return <Waiting />;
  const labels = found.products.map((id) => labelOf(preset, id));
  const without = labels.map((label, at) => ({ label, without: found.without[at] ?? 0 }));
  return (
    <>
      <p className={styles.sentence}>{productsSentence(found.count, found.of, without)}</p>
      {found.count > 0 && (
        <AccountList
          label={PLAN.products}
          count={found.count}
          lines={found.accounts.map(({ account, row, tier, missing }) => {
            const label = preset.tiers.rungs.find(({ id }) => id === tier)?.label ?? tier;
            const lacks = missing.map((id) => labelOf(preset, id));
            return { account, row, text: lacksSentence(label, lacks) };
          })}
        />
      )}
    </>
  );
}

/** Fields that the preset counts as bought where they are filled. */
function productsOf({ measures, fields }: Preset): string[] {
  const counted = measures.flatMap((measure) => (measure.type === "filled" ? measure.of : []));
  return [...new Set(counted)].filter((id) => fields.has(id));
}

const useStyles = makeStyles({
  part: { display: "grid", gap: tokens.spacingVerticalS, minWidth: "0" },
  sentence: { margin: "0", overflowWrap: "anywhere" },
});
