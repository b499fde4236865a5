import { expose } from "comlink";
import { MemoryWorkbook } from "../host/memory/memoryWorkbook";
import { Desk } from "./desk";
import { filesHere } from "./files";

/** The worker that holds the workbook and its host, so that neither is ever on the pane's thread. */
const desk = new Desk((snapshot, options) => MemoryWorkbook.from(snapshot, options), filesHere);

expose(desk);

/** For tests and for the console of the worker, which reach it without a page. */
Object.assign(globalThis, { desk });
