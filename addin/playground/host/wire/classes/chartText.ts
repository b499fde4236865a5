import type { ChartText } from "../../snapshot";
import { text, truth } from "../arguments";
import type { Session } from "../session";
import type { Property } from "../wireClass";

/** `text` and `visible` of a title; a title that is given a text is shown. */
export function textProperties<T>(
  read: (ref: T, session: Session) => ChartText,
  write: (ref: T, title: ChartText, session: Session) => void,
): Record<string, Property<T>> {
  return {
    Text: {
      get: (ref, session) => read(ref, session).text,
      set: (ref, value, session) => write(ref, { text: text(value), isVisible: true }, session),
    },
    Visible: {
      get: (ref, session) => read(ref, session).isVisible,
      set: (ref, value, session) => write(ref, { ...read(ref, session), isVisible: truth(value) }, session),
    },
  };
}
