/** True where both hold the same bytes. Nothing secret is compared, so time does not matter. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
