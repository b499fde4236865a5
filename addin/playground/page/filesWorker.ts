import { expose } from "comlink";
import { openBytes } from "./openBytes";
import { WorkbookInPieces } from "./workbookInPieces";

const filesThere = { openBytes, WorkbookInPieces };

/** What the page may ask of this worker. */
export type FilesThere = typeof filesThere;

/** Reads and writes files away from the page's thread. */
expose(filesThere);
