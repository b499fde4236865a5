import { Refusal, refuse } from "../rules/refusal";
import { type ArgumentInfo, type ObjectPathInfo, PATH } from "./messages";
import type { Session } from "./session";
import { nullObject, type Member, type WireObject } from "./wireClass";

/** Finds the objects that a request's paths lead to, each once: a path such as `tables.add(…)` must not add twice. */
export class ObjectPaths {
  #found = new Map<number, WireObject>();

  constructor(
    private readonly paths: Record<string, ObjectPathInfo>,
    private readonly root: WireObject,
    private readonly session: Session,
    private readonly onMember: (member: string) => void,
  ) {}

  find(id: number): WireObject {
    const known = this.#found.get(id);
    if (known) return known;
    const path = this.paths[String(id)];
    if (!path) return refuse("InvalidObjectPath", `The request has no object path ${id}.`);
    const object = this.#resolve(path);
    this.#found.set(id, object);
    return object;
  }

  /** The object, if the request has reached it already; never runs a path. */
  peek(id: number): WireObject | null {
    return this.#found.get(id) ?? null;
  }

  /** The method's arguments, with paths replaced by the objects they lead to. */
  arguments(info: ArgumentInfo | undefined): unknown[] {
    const ids = info?.ReferencedObjectPathIds;
    return (info?.Arguments ?? []).map((value, index) => this.#argument(value, ids?.[index]));
  }

  /** The member, or `ApiNotFound` with its class and name. */
  member(object: WireObject, name: string): Member {
    const member = object.member(name);
    if (!member) return unknownMember(object, name);
    this.onMember(`${object.className}.${member.name}`);
    return member;
  }

  #resolve(path: ObjectPathInfo): WireObject {
    switch (path.ObjectPathType) {
      case PATH.root:
        return this.root;
      case PATH.nullObject:
        return nullObject;
      case PATH.reference:
        return this.session.references.find(path.Name) ?? refuse("ItemNotFound", `The reference ${path.Name} is gone.`);
      case PATH.newObject:
        return refuse("ApiNotFound", `This host does not make objects of the class ${path.Name}.`);
    }
    const parent = this.find(path.ParentObjectPathId ?? 0);
    if (parent === nullObject) return nullObject;
    if (path.ObjectPathType === PATH.indexer) return this.#item(parent, path);
    const member = this.member(parent, path.Name);
    if (member.kind === "child") return member.read(this.session);
    const result = member.kind === "method" ? member.call(this.arguments(path.ArgumentInfo), this.session) : null;
    return isWireObject(result) ? result : unknownMember(parent, path.Name);
  }

  #item(parent: WireObject, path: ObjectPathInfo): WireObject {
    this.onMember(`${parent.className}.[item]`);
    const [key] = this.arguments(path.ArgumentInfo);
    return parent.item(key, this.session) ?? unknownMember(parent, "GetItem");
  }

  /** Inside of a plain record the client puts `{ _ObjectPathId }` for an object, such as a range that is a list's source. */
  #withObjects(value: unknown): unknown {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    if ("_ObjectPathId" in value && typeof value._ObjectPathId === "number") return this.find(value._ObjectPathId);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, this.#withObjects(inner)]));
  }

  #argument(value: unknown, id: unknown): unknown {
    if (typeof id === "number" && id > 0) return this.find(id);
    if (Array.isArray(id) && Array.isArray(value)) return value.map((item, index) => this.#argument(item, id[index]));
    return this.#withObjects(value);
  }
}

/** Names as add-in code has them: `Worksheet.getRange`. */
export function locationOf(object: WireObject, name: string): string {
  return `${object.className}.${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

export function isWireObject(value: unknown): value is WireObject {
  return typeof value === "object" && value !== null && "definition" in value && "className" in value;
}

export function unknownMember(object: WireObject, name: string): never {
  const location = locationOf(object, name);
  throw new Refusal("ApiNotFound", `This host does not have ${location}.`, location);
}
