import type { Session } from "./session";

/**
 * One Excel class as the client sees it. `T` is what the host needs to find the object again (a sheet's id, an area).
 *
 * Names are the wire's: PascalCase. To add a member, add an entry; nothing else knows it.
 */
export interface Definition<T> {
  name: string;
  /** `Id`, `_Id` or `_ReferenceId`: what the client sends next time instead of the path that led here. */
  identity?(ref: T, session: Session): Record<string, unknown>;
  properties?: Record<string, Property<T>>;
  /** Objects reached by a property. */
  children?: Record<string, (ref: T, session: Session) => WireObject>;
  methods?: Record<string, Method<T>>;
  /** Collections only. */
  items?(ref: T, session: Session): WireObject[];
  /** `getItem(key)`; refuses `ItemNotFound`. */
  item?(ref: T, key: unknown, session: Session): WireObject;
}

export interface Property<T> {
  get(ref: T, session: Session): unknown;
  set?(ref: T, value: unknown, session: Session): void;
  /** Only given when asked for by name. */
  isOnDemand?: boolean;
}

/** Gives an object, a plain value, or nothing. */
export type Method<T> = (ref: T, args: readonly unknown[], session: Session) => unknown;

/** An object of any class, as paths and queries handle it. */
export interface WireObject {
  readonly definition: Definition<never>;
  readonly className: string;
  /** Found by its wire name in any case, since the client asks for properties in camelCase. */
  member(name: string): Member | null;
  identity(session: Session): Record<string, unknown>;
  items(session: Session): WireObject[] | null;
  item(key: unknown, session: Session): WireObject | null;
  /** What a query without a list gives. */
  scalarNames(): string[];
}

export type Member =
  | {
      kind: "property";
      name: string;
      read(session: Session): unknown;
      write: ((value: unknown, session: Session) => void) | null;
    }
  | { kind: "child"; name: string; read(session: Session): WireObject }
  | { kind: "method"; name: string; call(args: readonly unknown[], session: Session): unknown };

/** Makes objects of the class, and recognises them. */
export interface WireClass<T> {
  (ref: T): WireObject;
  definition: Definition<T>;
  /** The `T` of one of this class's objects; null for anything else. */
  refOf(object: unknown): T | null;
}

export function wireClass<T>(definition: Definition<T>): WireClass<T> {
  const names = namesOf(definition);
  const make = (ref: T): WireObject => new Bound(definition, names, ref);
  const refOf = (object: unknown): T | null =>
    // The definition is the class's identity, so the object was made with a `T`.
    object instanceof Bound && object.definition === definition ? (object.ref as T) : null;
  return Object.assign(make, { definition, refOf });
}

class Bound<T> implements WireObject {
  constructor(
    readonly definition: Definition<T>,
    private readonly names: ReadonlyMap<string, string>,
    readonly ref: T,
  ) {}

  get className(): string {
    return this.definition.name;
  }

  member(asked: string): Member | null {
    const name = this.names.get(asked.toLowerCase());
    if (name === undefined) return null;
    const { ref } = this;
    const property = this.definition.properties?.[name];
    if (property) {
      const write = property.set ? (value: unknown, session: Session) => property.set?.(ref, value, session) : null;
      return { kind: "property", name, read: (session) => property.get(ref, session), write };
    }
    const child = this.definition.children?.[name];
    if (child) return { kind: "child", name, read: (session) => child(ref, session) };
    const method = this.definition.methods?.[name];
    return method ? { kind: "method", name, call: (args, session) => method(ref, args, session) } : null;
  }

  identity(session: Session): Record<string, unknown> {
    return this.definition.identity?.(this.ref, session) ?? {};
  }

  items(session: Session): WireObject[] | null {
    return this.definition.items?.(this.ref, session) ?? null;
  }

  item(key: unknown, session: Session): WireObject | null {
    return this.definition.item?.(this.ref, key, session) ?? null;
  }

  scalarNames(): string[] {
    const entries = Object.entries(this.definition.properties ?? {});
    return entries.filter(([, property]) => !property.isOnDemand).map(([name]) => name);
  }
}

function namesOf<T>({ properties, children, methods }: Definition<T>): Map<string, string> {
  const names = [properties, children, methods].flatMap((members) => Object.keys(members ?? {}));
  return new Map(names.map((name) => [name.toLowerCase(), name]));
}

/** What `…OrNullObject` gives when there is nothing. */
export const nullObject: WireObject = wireClass<null>({ name: "NullObject" })(null);
