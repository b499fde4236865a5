import type { Session } from "../session";
import type { Method } from "../wireClass";

/**
 * `_Register…Event` and `_Unregister…Event` of a class, by wire name → our event's name. The client itself calls the
 * handlers; the host only stops sending what nobody listens to. `target` is the id under which the client expects it.
 */
export function eventRegistrations<T>(
  target: (ref: T, session: Session) => string,
  events: Record<string, string>,
): Record<string, Method<T>> {
  const methods: Record<string, Method<T>> = {};
  for (const [wireName, event] of Object.entries(events)) {
    const suffix = wireName.startsWith("Event") ? wireName : `${wireName}Event`;
    methods[`_Register${suffix}`] = (ref, _args, session) =>
      session.subscriptions.add(`${event} ${target(ref, session)}`);
    methods[`_Unregister${suffix}`] = (ref, _args, session) =>
      session.subscriptions.remove(`${event} ${target(ref, session)}`);
  }
  return methods;
}
