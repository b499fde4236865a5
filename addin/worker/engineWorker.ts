import { expose } from "comlink";
import { exposed } from "./exposed";

/** The worker's entry: the engine, away from the pane's thread. There is no Office.js here. */
expose(exposed());
