/** Classes as they are shown: in the order of the preset, those that stand outside of the shares last. */
export function inShownOrder<Class extends { readonly share: number | null }>(classes: readonly Class[]): Class[] {
  return [...classes].sort((one, other) => Number(one.share === null) - Number(other.share === null));
}
