export function Lifecycle() {
  return null;
}
