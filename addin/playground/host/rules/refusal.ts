/**
 * What Excel answers instead of doing something: a documented Rich API code and a sentence.
 *
 * Thrown inside the host and turned into the reply's `Error`; nothing of the refused action is applied.
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** Class and member, when they are not those of the failing action itself. */
    readonly location?: string,
  ) {
    super(message);
    this.name = "Refusal";
  }
}

/** Throws; typed `never` so that it can stand where a value is expected. */
export function refuse(code: string, message: string): never {
  throw new Refusal(code, message);
}

export function invalidArgument(message: string): never {
  return refuse("InvalidArgument", message);
}
