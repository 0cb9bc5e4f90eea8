/** Ends a switch over a union; the compiler refuses it while a member is not handled. Throws if reached. */
export function assertNever(value: never): never {
  throw new Error(`Not handled: ${JSON.stringify(value)}`);
}
