import { expose } from "comlink";
import { filesHere } from "./files";

/** Reads and writes files away from the page's thread. */
expose(filesHere);
