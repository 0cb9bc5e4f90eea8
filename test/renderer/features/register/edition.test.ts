import { expect, it } from 'vitest';
import { editionFault, nextEdition, peopleOf } from '../../../../renderer/features/register/edition.ts';
import type { IdentityView, KnownPerson, RegisterView } from '../../../../shared/api/contract.ts';
import type { Instant } from '../../../../shared/lib/dates.ts';
import type { Trust } from '../../../../shared/model/evidence.ts';
import type { Digest, PersonId } from '../../../../shared/model/ids.ts';

const FROM = '2026-11-22T09:00:00.000+00:00' as Instant;
const NOW = '2026-12-01T09:00:00.000+00:00' as Instant;
const lead = crypto.randomUUID() as PersonId;
const known = crypto.randomUUID() as PersonId;

function key(digit: string, trust: Trust): KnownPerson['keys'][number] {
  const fingerprint = digit.repeat(64) as Digest;
  return { fingerprint, words: ['word', digit], from: FROM, until: null, trust, firstSeen: FROM };
}
const registered = (person: PersonId, name: string): Trust => ({
  kind: 'register',
  person,
  name,
  roles: ['assessor'],
  edition: 1,
  until: null,
});
const view: RegisterView = {
  register: null,
  people: [
    { person: lead, name: 'Lead', roles: ['lead-iqa'], centre: '', keys: [key('a', { kind: 'own' })] },
    {
      person: known,
      name: 'Known',
      roles: ['assessor'],
      centre: '',
      keys: [key('b', registered(known, 'Known')), key('c', { kind: 'seen', since: FROM })],
    },
    { person: null, name: 'Met', roles: ['assessor'], centre: '', keys: [key('d', { kind: 'seen', since: FROM })] },
  ],
};
const { fingerprint } = key('a', { kind: 'own' });
const identity: IdentityView = {
  person: lead,
  name: 'Lead',
  roles: ['lead-iqa'],
  centre: '',
  key: { fingerprint, words: [], from: FROM, until: null },
  expired: false,
  daysLeft: 1,
  earlier: [],
};

it('begins with oneself and those in the register by the keys that it names; whoever else was met waits to be listed', () => {
  const people = nextEdition(view, identity);
  expect(people.map((one) => [one.name, one.listed])).toEqual([
    ['Lead', true],
    ['Known', true],
    ['Met', false],
  ]);
  expect(people[1]?.keys.map((one) => one.listed)).toEqual([true, false]);
  expect(editionFault(people)).toBeNull();
  expect(peopleOf(people, NOW).map((one) => [one.name, one.keys.length])).toEqual([
    ['Lead', 1],
    ['Known', 1],
  ]);
});

it('lists somebody who was met with the key they sent, and ends a key as of now', () => {
  const people = nextEdition(view, identity).map((one) =>
    one.name === 'Known'
      ? { ...one, keys: one.keys.map((held) => ({ ...held, listed: true, end: held.words[1] === 'b' })) }
      : { ...one, listed: true },
  );
  const [, second, third] = peopleOf(people, NOW);
  expect(second?.keys.map((one) => one.until)).toEqual([NOW, null]);
  expect(third).toMatchObject({ person: null, name: 'Met', keys: [{ until: null }] });
});

it('says what an edition lacks', () => {
  const people = nextEdition(view, identity);
  expect(editionFault(people.map((one) => ({ ...one, listed: false })))).toBe('Choose one person at least.');
  expect(editionFault(people.map((one) => ({ ...one, roles: [] })))).toBe('Choose a role of Lead, or leave them out.');
  expect(editionFault(people.map((one) => ({ ...one, keys: [] })))).toBe('Choose a key of Lead, or leave them out.');
});
