import fc from "fast-check";

export const pick = <T>(of: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...of);
export const some = <T>(of: readonly T[]): fc.Arbitrary<T[]> =>
  fc.uniqueArray(pick(of), { minLength: 1, maxLength: 3 });
/** Absent as often as not: what has a default is tried with it. */
export const maybe = <T>(key: string, of: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.option(of).map((value): Record<string, T> => (value === null ? {} : { [key]: value }));
export const joined = (...parts: fc.Arbitrary<object>[]): fc.Arbitrary<object> =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all) as object);
/** More often than not. */
export const often = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { freq: 6 });
export const optional = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of);

/** None as often as some: one condition that turns everybody away hides all that comes after it. */
export const few = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.oneof(fc.constant<T[]>([]), fc.array(of, { minLength: 1, maxLength: 2 }));
