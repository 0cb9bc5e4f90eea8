import { describe, expect, it } from 'vitest';
import {
  draftOf,
  type EvidenceDraft,
  faultsOf,
  formsOf,
  putOf,
  withKind,
} from '../../../../renderer/features/evidence/evidence-draft.ts';
import { type CivilDate, isCivilDate } from '../../../../shared/lib/dates.ts';
import type { Digest, EvidenceId, ScriptId } from '../../../../shared/model/ids.ts';
import type { EvidenceRules } from '../../../../shared/model/pack.ts';
import { EVIDENCE_FORMS, type EvidenceForm, type EvidenceItem } from '../../../../shared/model/portfolio.ts';

const RULES: EvidenceRules = {
  kinds: [
    { code: 'seen', text: 'observed work', forms: ['observation'] },
    { code: 'made', text: 'products of work', forms: ['product', 'document'] },
    { code: 'any', text: 'anything else' },
  ],
  open: true,
  rules: [],
};
const filled: EvidenceDraft = {
  ...draftOf(null, RULES, {}),
  title: ' Board meeting ',
  kind: 'any',
  place: 'Board room',
  description: 'Minutes',
  date: civil('2026-11-20'),
  observer: 'Asha Ray',
  participants: 'Asha Ray and Ines Falk',
  notes: 'Took the decision.',
  witnessName: 'Tomasz Bielak',
  witnessRole: 'Director',
  witnessRelation: 'Line manager',
  statement: 'She chaired it.',
};
const missing = (draft: EvidenceDraft) => Object.keys(faultsOf(draft));

describe('the type', () => {
  it('offers the forms that it names, or all, and takes a single one by itself', () => {
    expect(formsOf(RULES, 'made')).toEqual(['product', 'document']);
    expect(formsOf(RULES, 'any')).toEqual(EVIDENCE_FORMS);
    expect(formsOf(null, null)).toEqual(EVIDENCE_FORMS);
    expect(withKind(filled, RULES, 'seen').form).toBe('observation');
    expect(withKind(filled, RULES, 'made').form).toBeNull();
  });

  it('lets a form go that another type does not have, and keeps what was typed', () => {
    const draft = withKind({ ...filled, form: 'observation' }, RULES, 'made');
    expect(draft).toMatchObject({ form: null, observer: 'Asha Ray' });
    expect(withKind({ ...filled, form: 'document' }, RULES, 'made').form).toBe('document');
  });

  it('is in own words where the source has no list', () => {
    const draft = { ...draftOf(null, null, { title: 'Report' }), form: 'document' as const, place: 'Shelf' };
    expect(missing(draft)).toEqual(['kindWords']);
    expect(putOf({ ...draft, kindWords: ' Report ' })?.kind).toEqual({ text: 'Report' });
  });
});

describe('what is missing', () => {
  it('begins with title, type and form', () => {
    expect(missing(draftOf(null, RULES, {}))).toEqual(['title', 'kind', 'form']);
  });

  it.each<[EvidenceForm, readonly string[]]>([
    ['document', ['place']],
    ['product', ['description', 'place']],
    ['observation', ['date', 'place', 'observer', 'notes']],
    ['witness-testimony', ['witnessName', 'witnessRole', 'witnessRelation', 'date', 'statement']],
    ['professional-discussion', ['date', 'place', 'participants', 'notes']],
    ['questioning', ['date', 'place', 'participants', 'notes']],
  ])('is what a %s has to say, and nothing once it is said', (form, fields) => {
    expect(missing({ ...draftOf(null, RULES, { title: 'x', kind: 'any' }), form })).toEqual(fields);
    expect(missing({ ...filled, form })).toEqual([]);
    expect(putOf({ ...filled, form })).toMatchObject({ title: 'Board meeting', record: { form } });
  });

  it('is no place where the document is a script', () => {
    const draft = draftOf(null, RULES, { title: 'x', kind: 'any', form: 'document', script: 's' as ScriptId });
    expect(missing(draft)).toEqual([]);
    expect(putOf(draft)?.record).toEqual({ form: 'document', script: 's', place: '' });
  });
});

const day20 = civil('2026-11-20');
const script = { script: 's' as ScriptId, name: 'report.pdf', sha256: 'a'.repeat(64) as Digest };
const witness = { name: 'Tomasz Bielak', role: 'Director', relation: 'Line manager', contact: '' };

it.each<[EvidenceItem['record'], unknown]>([
  [
    { form: 'document', file: script, place: 'p 3' },
    { form: 'document', script: 's', place: 'p 3' },
  ],
  [
    { form: 'document', file: null, place: 'Shelf' },
    { form: 'document', script: null, place: 'Shelf' },
  ],
  [{ form: 'product', description: 'Minutes', place: 'Shelf' }, 'as it stands'],
  [{ form: 'observation', date: day20, place: 'Depot', observer: 'Asha Ray', notes: 'Seen.' }, 'as it stands'],
  [{ form: 'witness-testimony', witness, date: day20, statement: 'She chaired it.' }, 'as it stands'],
  [{ form: 'questioning', date: day20, place: 'Depot', participants: 'Both', notes: 'Asked.' }, 'as it stands'],
])('opens a stored piece to be changed: %j', (record, sent) => {
  const item: EvidenceItem = {
    id: 'e' as EvidenceId,
    number: 4,
    title: 'Board meeting',
    kind: { code: null, text: 'own words' },
    record,
    simulated: true,
    addedOn: day20,
  };
  expect(putOf(draftOf(item, RULES, {}))).toEqual({
    title: 'Board meeting',
    kind: { text: 'own words' },
    record: sent === 'as it stands' ? record : sent,
    simulated: true,
  });
});

function civil(text: string): CivilDate {
  if (!isCivilDate(text)) throw new Error(`${text} is no date`);
  return text;
}
