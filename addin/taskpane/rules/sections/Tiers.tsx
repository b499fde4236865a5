import { SuggestCuts } from "../../cuts/SuggestCuts";
import { RungList } from "../ladder/RungList";

/** The tiers, best first. */
export function Tiers() {
  return (
    <>
      <SuggestCuts ladder="tiers" />
      <RungList ladder="tiers" />
    </>
  );
}
