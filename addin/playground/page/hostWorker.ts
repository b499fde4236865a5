import { expose } from "comlink";
import { Desk } from "./desk";

/** The worker that holds the workbook and its host, so that neither is ever on the pane's thread. */
const desk = new Desk();

expose(desk);

/** For tests and for the console of the worker, which reach it without a page. */
Object.assign(globalThis, { desk });
