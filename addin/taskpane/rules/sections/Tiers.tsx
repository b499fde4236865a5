export function Tiers() {
  return null;
}
