import type { Host } from "../host/host";
import type { FaultSide, UserArguments, UserMethod } from "./messages";

/** Faults of whichever host a pane speaks to now; `act` is the person who does something in between. */
export function faultSide(
  host: () => Host,
  act: <Method extends UserMethod>(method: Method, args: UserArguments<Method>) => void,
): FaultSide {
  return {
    inject: (fault) => host().faults.inject(fault),
    at: (moment, method, ...args) => host().faults.at(moment, () => act(method, args)),
    clear: () => host().faults.clear(),
    release: () => void host().faults.release(),
    setLatency: (milliseconds) => void (host().faults.latency = milliseconds),
  };
}
