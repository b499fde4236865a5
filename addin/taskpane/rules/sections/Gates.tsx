export function Gates() {
  return null;
}
