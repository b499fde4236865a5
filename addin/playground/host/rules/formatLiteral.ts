/** Literal parts of a number format, without their quotes and backslashes. */
export function literal(code: string): string {
  return code.replace(/"([^"]*)"|\\(.)/g, "$1$2");
}
