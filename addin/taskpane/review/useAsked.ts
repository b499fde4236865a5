import { useEffect, useState } from "react";
import type { Answer } from "../../../engine/index";
import { problemOf, type Outcome, type Problem } from "../../excel/problem";
import type { Preview } from "../../excel/tiering";
import { usePane } from "../app/PaneContext";

/** What was told, or why nothing could be. */
export type Told<T> =
  { readonly value: T; readonly problem: null } | { readonly value: null; readonly problem: Problem };

/**
 * What `ask` tells of a preview where that takes a look at our sheets besides a question to the engine; null until it is
 * there. What was told of the preview before stays until then. `ask` must stay the same function.
 */
export function useAsked<T>(
  preview: Preview,
  ask: (preview: Preview) => Promise<Answer<T> | Outcome<T>>,
): Told<T> | null {
  const { actions } = usePane();
  const [told, setTold] = useState<Told<T> | null>(null);
  useEffect(() => {
    let isOld = false;
    ask(preview).then(
      (answer) => {
        if (isOld) return;
        if (answer.ok) setTold({ value: answer.value, problem: null });
        else if ("problem" in answer) setTold({ value: null, problem: answer.problem });
        else void actions.read(); // the engine has let it go meanwhile
      },
      (thrown: unknown) => !isOld && setTold({ value: null, problem: problemOf(thrown) }),
    );
    return () => void (isOld = true);
  }, [preview, ask, actions]);
  return told;
}
