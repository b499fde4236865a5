import { RungList } from "../ladder/RungList";

/** The tiers, best first. */
export function Tiers() {
  return <RungList ladder="tiers" />;
}
