export function Bumps() {
  return null;
}
