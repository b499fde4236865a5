import type { CellValue } from "../host/snapshot";
import type { User } from "../host/user";
import type { UserArguments, UserMethod } from "./messages";

/** Does what a message asks of the person at the spreadsheet. */
export function act<Method extends UserMethod>(user: User, method: Method, args: UserArguments<Method>): unknown {
  if (method === "filter") {
    const [address, column, keep] = args as UserArguments<"filter">; // by its name
    return user.filter(address, column, (value: CellValue) => keep.includes(value));
  }
  const work = user[method] as (...args: unknown[]) => unknown; // its own arguments, as the message's type says
  return work.apply(user, args);
}
