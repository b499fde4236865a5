import { useEffect, useState } from "react";
import type { Explanation } from "../../../engine/index";
import { problemOf } from "../../excel/problem";
import type { Preview } from "../../excel/tiering";
import { usePane } from "../app/PaneContext";

/**
 * The explanation of an input row by a preview, of an account that stands on several rows at the first of them; null until
 * it is there. That of the preview before stays until then. What the engine has let go of meanwhile is read again.
 */
export function useExplanation({ reading }: Preview, inputRow: number): Explanation | null {
  const { actions } = usePane();
  const [explained, setExplained] = useState<{ row: number; explanation: Explanation } | null>(null);
  useEffect(() => {
    let isOld = false;
    const explain = async (row: number): Promise<void> => {
      const answer = await reading.explain(row);
      if (isOld) return;
      if (!answer.ok) return actions.read();
      if (answer.value.kind === "merged") return explain(answer.value.into);
      setExplained({ row: inputRow, explanation: answer.value });
    };
    explain(inputRow).catch(
      (thrown: unknown) => !isOld && actions.say({ kind: "problem", problem: problemOf(thrown) }),
    );
    return () => void (isOld = true);
  }, [reading, inputRow, actions]);
  return explained?.row === inputRow ? explained.explanation : null;
}
