import { useState } from "react";

/** A key for each entry of a list that stays with it, whatever stands in it and wherever it is moved. */
export interface Keys {
  readonly keys: readonly number[];
  /** The entry at a place goes to another. */
  move(from: number, to: number): void;
  /** One more is put there. Its key. */
  insert(index: number): number;
  remove(index: number): void;
}

/** Where the list changes from elsewhere, its first entries keep their keys. */
export function useKeys(length: number): Keys {
  const [keys, setKeys] = useState(() => fitted([], length));
  if (keys.length !== length) setKeys(fitted(keys, length));
  return {
    keys,
    move(from, to) {
      const others = keys.filter((_, index) => index !== from);
      setKeys([...others.slice(0, to), ...keys.slice(from, from + 1), ...others.slice(to)]);
    },
    insert(index) {
      const key = Math.max(-1, ...keys) + 1;
      setKeys([...keys.slice(0, index), key, ...keys.slice(index)]);
      return key;
    },
    remove: (index) => setKeys(keys.filter((_, other) => other !== index)),
  };
}

function fitted(keys: readonly number[], length: number): readonly number[] {
  const next = Math.max(-1, ...keys) + 1;
  return Array.from({ length }, (_, index) => keys[index] ?? next + index);
}
