import { constants, deflateRawSync } from 'node:zlib';

/** A zlib stream of these bytes, all the same, over and over: gigabytes that never were in memory, in a thousandth of it. */
export function repeated(bytes: Buffer, times: number): Buffer {
  const block = deflateRawSync(bytes, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const last = Buffer.from([0x03, 0x00]);
  return Buffer.concat([Buffer.from([0x78, 0xda]), ...Array<Buffer>(times).fill(block), last, sumOf(bytes, times)]);
}

/** Adler-32 of the whole, as a zlib stream ends. */
function sumOf(bytes: Buffer, times: number): Buffer {
  let a = 1;
  let b = 0;
  const [byte = 0] = bytes;
  if (bytes.some((one) => one !== byte)) throw new Error('Only bytes that are all the same are repeated');
  for (let time = 0; time < times; time += 1) [a, b] = afterRun(byte, bytes.length, a, b);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(((b << 16) | a) >>> 0);
  return sum;
}

/** The two halves of the sum after a run of one byte, reckoned rather than walked. */
function afterRun(byte: number, length: number, a: number, b: number): [number, number] {
  const n = BigInt(length);
  const triangle = (n * (n + 1n)) / 2n;
  const mod = 65_521n;
  const nextB = (BigInt(b) + n * BigInt(a) + triangle * BigInt(byte)) % mod;
  return [Number((BigInt(a) + n * BigInt(byte)) % mod), Number(nextB)];
}
