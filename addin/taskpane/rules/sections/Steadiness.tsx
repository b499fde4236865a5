export function Steadiness() {
  return null;
}
