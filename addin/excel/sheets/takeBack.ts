/** What puts changes of our sheets back, loaded where it is needed. */
export { putRowsBack } from "./tables/restoreRows";
export { putBackSummary } from "./summary/summaryRestore";
