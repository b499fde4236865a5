export function Score() {
  return null;
}
