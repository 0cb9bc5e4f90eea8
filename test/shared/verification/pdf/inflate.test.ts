import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflate } from '../../../../shared/verification/pdf/inflate.ts';
import { reading, Unreadable } from '../../../../shared/verification/unreadable.ts';
import { Work } from '../../../../shared/verification/work.ts';

const unpack = (data: Uint8Array, limit = 1_000_000) => inflate(data, limit, new Work(10_000_000));
const repetitive = fc.array(fc.constantFrom('PASS', 'REFERRAL', '0000000000 65535 f', '\n', 'ź'), { maxLength: 3000 });

describe('inflate', () => {
  it('unpacks what zlib packs, stored, with fixed and with dynamic codes', () => {
    fc.assert(
      fc.property(
        repetitive,
        fc.uint8Array({ maxLength: 300 }),
        fc.integer({ min: 0, max: 9 }),
        (words, noise, level) => {
          const plain = Buffer.concat([Buffer.from(words.join('')), noise]);
          expect(Buffer.from(unpack(deflateSync(plain, { level }))).equals(plain)).toBe(true);
        },
      ),
    );
  });

  it('refuses more than it may give, damage, and what ends early', () => {
    const packed = deflateSync(Buffer.alloc(5000, 'mark sheet '));
    expect(() => unpack(packed, 4999)).toThrow(Unreadable);
    for (let at = 0; at < packed.length; at++) {
      const damaged = Uint8Array.from(packed);
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      const read = reading(() => unpack(damaged));
      expect(read.ok, `byte ${at}`).toBe(false);
      expect(reading(() => unpack(packed.subarray(0, at))).ok, `cut at ${at}`).toBe(false);
    }
  });

  it('fails in no other way, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        reading(() => unpack(Uint8Array.from([0x78, 0x9c, ...bytes])));
      }),
      { numRuns: 2000 },
    );
  });
});
