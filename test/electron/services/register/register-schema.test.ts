import { describe, expect, it } from 'vitest';
import { readRegisterFile } from '../../../../electron/services/register/register-schema.ts';
import { canonicalJson } from '../../../../shared/lib/canonical-json.ts';

const fingerprint = (number: number) => number.toString(16).padStart(64, '0');
const id = (number: number) => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

/** A register of so many people with so many keys each. */
function register(people: number, keys: number, change: object = {}) {
  return {
    format: 'countersign-register/1',
    centre: { id: id(0), number: '012345', name: 'Centre' },
    edition: 1,
    signedAt: '2026-11-02T10:00:00.000+00:00',
    leadIqa: { person: id(1), name: 'Lead', key: id(2), fingerprint: fingerprint(0) },
    people: Array.from({ length: people }, (_, at) => ({
      person: id(at + 1),
      name: 'Somebody with a name',
      roles: ['assessor', 'iqa', 'lead-iqa'],
      keys: Array.from({ length: keys }, (_, key) => ({
        fingerprint: fingerprint(at * keys + key),
        from: '2026-11-02T10:00:00.000+00:00',
        until: '2026-12-02T10:00:00.000+00:00',
      })),
    })),
    ...change,
  };
}

const fileOf = (text: string) =>
  Buffer.from(JSON.stringify({ format: 'countersign-signed-register/1', text, signature: 'AAAA' }));

describe('the file of a register', () => {
  it('is read at the largest that one can be', () => {
    const largest = register(1000, 50);
    expect(readRegisterFile(fileOf(canonicalJson(largest)))?.register.people).toHaveLength(1000);
  });

  // Each of these took seconds, in which the window stood still.
  it.each<[string, Uint8Array]>([
    ['is nested millions deep', Buffer.from('['.repeat(16_000_000))],
    ['holds values without end', Buffer.from(`[${'{},'.repeat(5_000_000)}{}]`)],
    ['holds a text that is nested millions deep', fileOf('['.repeat(15_000_000))],
    ['lists more people than there may be', fileOf(canonicalJson(register(0, 0, { people: Array(60_000).fill({}) })))],
    ['lists a person of more keys than one may have', fileOf(canonicalJson(register(1, 60_000)))],
    [
      'lists people who are none',
      fileOf(canonicalJson(register(0, 0, { people: Array(1000).fill({ keys: Array(50).fill({}) }) }))),
    ],
  ])('is refused before anybody waits where it %s', (_what, bytes) => {
    const since = performance.now();
    expect(readRegisterFile(bytes)).toBeNull();
    expect(performance.now() - since).toBeLessThan(1000);
  });
});
