import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import type { Problem } from "../../excel/problem";
import { HEADERS_BELOW, PANE } from "../../strings/pane";
import { whatHappened } from "../../strings/problems";
import { usePane } from "../app/PaneContext";
import { ProblemDetails, reportOf } from "../app/ProblemDetails";

/** Why the accounts cannot be previewed. Only where nobody can mend it by reading does it show what is behind it. */
export function Refused({ problem }: { problem: Problem }) {
  const { actions } = usePane();
  const isForHelp = problem.detail !== undefined;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {whatHappened(problem)}
        {problem.code === "fields-unmapped" && ` ${HEADERS_BELOW}`}
        {isForHelp && <ProblemDetails problem={problem} />}
      </MessageBarBody>
      {isForHelp && (
        <MessageBarActions>
          <Button onClick={() => void actions.copy(reportOf(problem))}>{PANE.copy}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
