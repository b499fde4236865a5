/** Cells of one column are mostly the same few; where they are not, remembering them costs more than it saves. */
const MOST_KNOWN = 1_000;

/** The same as `make`, which is asked once only for a value that comes again and again. `make` depends on nothing else. */
export function once<From, To>(make: (from: From) => To): (from: From) => To {
  const known = new Map<From, To>();
  let last: { readonly from: From; readonly to: To } | null = null;
  return (from) => {
    if (last?.from === from) return last.to;
    let to = known.get(from);
    if (to === undefined) {
      to = make(from);
      if (known.size < MOST_KNOWN) known.set(from, to);
    }
    last = { from, to };
    return to;
  };
}
