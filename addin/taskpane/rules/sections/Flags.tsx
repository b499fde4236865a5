export function Flags() {
  return null;
}
