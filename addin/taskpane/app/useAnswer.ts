import { useEffect, useState } from "react";
import type { AnswerTo, OptionsOf, Question } from "../../../engine/index";
import { problemOf } from "../../excel/problem";
import { usePane } from "./PaneContext";

/**
 * The engine's answer to a question about the accounts as they are previewed now; null until it is there. The answer to the
 * preview before stays until then, so that nothing flickers. Without a preview, or with null for options, nothing is asked.
 *
 * What the engine has let go of meanwhile is read again; what goes wrong is said.
 */
export function useAnswer<Name extends Question>(
  question: Name,
  ...options: OptionsOf<Name> | [null]
): AnswerTo<Name> | null {
  const { state, actions } = usePane();
  const { preview } = state;
  const [answer, setAnswer] = useState<AnswerTo<Name> | null>(null);
  const asked = JSON.stringify(options);
  useEffect(() => {
    if (!preview || asked === "[null]") return setAnswer(null);
    let isOld = false;
    preview.reading.ask(question, ...(JSON.parse(asked) as OptionsOf<Name>)).then(
      (answered) => {
        if (isOld) return;
        if (answered.ok) setAnswer(answered.value);
        else void actions.read();
      },
      (thrown: unknown) => !isOld && actions.say({ kind: "problem", problem: problemOf(thrown) }),
    );
    return () => void (isOld = true);
  }, [preview, question, asked, actions]);
  return answer;
}
