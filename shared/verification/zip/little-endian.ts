import { Unreadable } from '../unreadable.ts';

/** The 16-bit number at a place. */
export function word16(bytes: Uint8Array, at: number): number {
  const [low, high] = [bytes[at], bytes[at + 1]];
  if (low === undefined || high === undefined) throw new Unreadable('ends-early');
  return low | (high << 8);
}

/** The 32-bit number at a place. */
export function word32(bytes: Uint8Array, at: number): number {
  return word16(bytes, at) + word16(bytes, at + 2) * 0x10000;
}
