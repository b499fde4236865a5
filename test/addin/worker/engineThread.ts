import { workerData } from "node:worker_threads";
import { expose, type Endpoint } from "comlink";
import { exposed } from "../../../addin/worker/exposed";

/** What engineWorker.ts does in a browser, in a thread of Node. */
expose(exposed(), workerData as Endpoint);
