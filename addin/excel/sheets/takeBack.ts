/** What puts changes of our sheets back, loaded where it is needed. */
export { putRowsBack } from "./restoreRows";
export { putBackSummary } from "./summaryRestore";
