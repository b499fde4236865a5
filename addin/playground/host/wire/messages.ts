/** The parts of Microsoft's wire protocol that the host reads and writes; names are the wire's. */
export interface RequestBody {
  AutoKeepReference?: boolean;
  Actions: ActionInfo[];
  ObjectPaths: Record<string, ObjectPathInfo>;
}

export interface ActionInfo {
  Id: number;
  ActionType: number;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: QueryInfo;
}

export const ACTION = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
} as const;

export interface ObjectPathInfo {
  Id: number;
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
}

export const PATH = {
  root: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;

export interface ArgumentInfo {
  Arguments?: unknown[];
  /** At an object's place in `Arguments`, the id of its path; 0 at other places. */
  ReferencedObjectPathIds?: unknown[];
}

export interface QueryInfo {
  Select?: string[];
  Expand?: string[];
  Top?: number;
  Skip?: number;
}

export interface ResponseBody {
  /** Traces that were reached: the client adds handlers of its older events (`workbook.onSelectionChanged`) only for these. */
  TraceIds?: number[];
  Results: { ActionId: number; Value: unknown }[];
  Error?: ResponseError;
}

export interface ResponseError {
  Code: string;
  Message: string;
  HttpStatusCode: number;
  /** Which action of the request failed; absent when the request as a whole did. */
  ActionIndex?: number;
  Location?: string;
}
