import type { QueryInfo } from "./messages";
import { unknownMember } from "./objectPaths";
import type { Session } from "./session";
import { nullObject, type WireObject } from "./wireClass";

/** What a query wants of an object: all its scalars, some members by name, or both. */
interface Wanted {
  /** As the client spelt it. */
  name: string;
  isAll: boolean;
  /** By name in lower case. */
  members: Map<string, Wanted>;
}

/** The loaded object as the client reads it: a record, `{ _Items }` for a collection, null for nothing. */
export function query(
  object: WireObject,
  info: QueryInfo,
  session: Session,
  onMember: (member: string) => void,
): unknown {
  const wanted: Wanted = { name: "", isAll: false, members: new Map() };
  for (const path of info.Select ?? []) want(wanted, path.split(/[/.]/));
  for (const path of info.Expand ?? []) want(wanted, [...path.split(/[/.]/), "*"]);
  if ((info.Select ?? []).length === 0) wanted.isAll = true;
  return describe(object, wanted, session, onMember, info);
}

function want(wanted: Wanted, [name = "", ...rest]: string[]): void {
  if (name === "" || name === "*" || name.toLowerCase() === "$all") {
    wanted.isAll = true;
    return;
  }
  if (name.toLowerCase() === "items" && rest.length > 0) return want(wanted, rest);
  const key = name.toLowerCase();
  const inner = wanted.members.get(key) ?? { name, isAll: false, members: new Map<string, Wanted>() };
  wanted.members.set(key, inner);
  if (rest.length > 0) want(inner, rest);
}

function describe(
  object: WireObject,
  wanted: Wanted,
  session: Session,
  onMember: (member: string) => void,
  page?: QueryInfo,
): unknown {
  if (object === nullObject) return null;
  const items = object.items(session);
  const result: Record<string, unknown> = object.identity(session);
  const forItems: Wanted = { name: "", isAll: wanted.isAll, members: new Map() };
  // What nobody asked for by name does not count as used.
  if (wanted.isAll)
    for (const name of object.scalarNames()) read(object, name, wanted, session, () => undefined, result);
  for (const [key, inner] of wanted.members) {
    if (items && !object.member(key)) forItems.members.set(key, inner);
    else read(object, inner.name, inner, session, onMember, result);
  }
  if (items && (forItems.isAll || forItems.members.size > 0)) {
    const start = page?.Skip ?? 0;
    const shown = items.slice(start, page?.Top === undefined ? undefined : start + page.Top);
    onMember(`${object.className}.[items]`);
    result["_Items"] = shown.map((item) => describe(item, forItems, session, onMember));
  }
  return result;
}

function read(
  object: WireObject,
  name: string,
  wanted: Wanted,
  session: Session,
  onMember: (member: string) => void,
  result: Record<string, unknown>,
): void {
  const member = object.member(name);
  if (!member || member.kind === "method") return unknownMember(object, name);
  onMember(`${object.className}.${member.name}`);
  if (member.kind === "property") result[member.name] = member.read(session);
  else {
    const isBare = !wanted.isAll && wanted.members.size === 0;
    const inner = isBare ? { ...wanted, isAll: true } : wanted;
    result[member.name] = describe(member.read(session), inner, session, onMember);
  }
}
