import { Body } from "./Body";
import { Waiting } from "./Waiting";

/** In place of a screen that is loaded. */
export function Loading() {
  return (
    <Body isBusy>
      <Waiting />
    </Body>
  );
}
