export function Values() {
  return null;
}
