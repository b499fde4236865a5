import { Refusal } from "../rules/refusal";
import { workbookClass } from "./classes/workbook";
import { ACTION, type ActionInfo, type RequestBody, type ResponseBody, type ResponseError } from "./messages";
import { isWireObject, locationOf, ObjectPaths } from "./objectPaths";
import { query } from "./query";
import type { Session } from "./session";
import { nullObject } from "./wireClass";

/** Called around each action, for faults and for edits that happen in between; what it throws becomes the action's error. */
export interface ActionHooks {
  before(index: number, action: ActionInfo): void;
  after(index: number, action: ActionInfo): void;
  onMember(member: string): void;
}

/**
 * Does a request's actions in order. A batch is not atomic: at the first failure it stops, what was done stays done,
 * the results so far are given back, and the error says which action it was.
 */
export function processRequest(body: RequestBody, session: Session, hooks: ActionHooks): ResponseBody {
  const paths = new ObjectPaths(body.ObjectPaths, workbookClass(null), session, hooks.onMember);
  const results: ResponseBody["Results"] = [];
  const traceIds: number[] = [];
  for (const [index, action] of body.Actions.entries()) {
    try {
      hooks.before(index, action);
      const value = session.workbook.by("add-in", () => perform(action, paths, session, hooks));
      results.push({ ActionId: action.Id, Value: value ?? null });
      if (action.ActionType === ACTION.trace) traceIds.push(action.Id);
      hooks.after(index, action);
    } catch (error) {
      return {
        Results: results,
        TraceIds: traceIds,
        Error: { ...asError(error), ActionIndex: index, Location: locationIn(error) ?? locate(action, body, paths) },
      };
    }
  }
  return { Results: results, TraceIds: traceIds };
}

function perform(action: ActionInfo, paths: ObjectPaths, session: Session, hooks: ActionHooks): unknown {
  if (action.ActionType === ACTION.trace) return null;
  const object = paths.find(action.ObjectPathId);
  if (action.ActionType === ACTION.instantiate) {
    return object === nullObject ? null : object.identity(session);
  }
  if (action.ActionType === ACTION.query) return query(object, action.QueryInfo ?? {}, session, hooks.onMember);
  if (object === nullObject) {
    // The client itself asks null objects to be kept; anything else on one is the add-in's mistake.
    if (action.Name === "_KeepReference") return null;
    throw new Refusal("InvalidArgument", `${action.Name} was called on an object that does not exist.`);
  }
  if (action.ActionType === ACTION.method) {
    const member = paths.member(object, action.Name);
    const args = paths.arguments(action.ArgumentInfo);
    const result = member.kind === "method" ? member.call(args, session) : null;
    return isWireObject(result) ? result.identity(session) : result;
  }
  if (action.ActionType === ACTION.setProperty) {
    const member = paths.member(object, action.Name);
    const [value] = paths.arguments(action.ArgumentInfo);
    if (member.kind !== "property" || !member.write) {
      throw new Refusal("ApiNotFound", `${locationOf(object, action.Name)} cannot be set.`);
    }
    return member.write(value, session);
  }
  throw new Refusal("NotImplemented", `This host does not do actions of type ${action.ActionType}.`);
}

const HTTP_STATUS: Record<string, number> = {
  AccessDenied: 403,
  ApiNotFound: 404,
  ItemNotFound: 404,
  ItemAlreadyExists: 409,
  GeneralException: 500,
  NotImplemented: 501,
  ServiceNotAvailable: 503,
};

/** Every refusal keeps its code; anything else is the host's own bug, shown as Excel shows its own. */
export function asError(error: unknown): ResponseError {
  if (error instanceof Refusal) {
    return { Code: error.code, Message: error.message, HttpStatusCode: HTTP_STATUS[error.code] ?? 400 };
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { Code: "GeneralException", Message: `The host failed: ${message}`, HttpStatusCode: 500 };
}

const locationIn = (error: unknown): string | undefined => (error instanceof Refusal ? error.location : undefined);

function locate(action: ActionInfo, body: RequestBody, paths: ObjectPaths): string {
  const path = body.ObjectPaths[String(action.ObjectPathId)];
  const name = action.Name || path?.Name || "getItem";
  const owner = paths.peek(action.Name ? action.ObjectPathId : (path?.ParentObjectPathId ?? 0));
  return owner ? locationOf(owner, name) : name;
}
