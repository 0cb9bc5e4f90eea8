import { isBlank } from '../../../shared/lib/blank.ts';
import type { CivilDate } from '../../../shared/lib/dates.ts';
import type { ScriptId } from '../../../shared/model/ids.ts';
import type { EvidenceRules } from '../../../shared/model/pack.ts';
import { EVIDENCE_FORMS, type EvidenceForm, type EvidenceItem } from '../../../shared/model/portfolio.ts';
import type { EvidencePut } from '../../store/portfolio.ts';

/** A piece of evidence while it is entered: what every form asks for, so that trying another form loses no words. */
export type EvidenceDraft = {
  readonly title: string;
  /** The type's code in the source's list; null where it is in own words, or not chosen yet. */
  readonly kind: string | null;
  readonly ownKind: boolean;
  readonly kindWords: string;
  readonly form: EvidenceForm | null;
  readonly simulated: boolean;
  /** The script that the document is; null where it is kept elsewhere. */
  readonly script: ScriptId | null;
  readonly place: string;
  readonly description: string;
  readonly date: CivilDate | null;
  readonly observer: string;
  readonly participants: string;
  readonly notes: string;
  readonly witnessName: string;
  readonly witnessRole: string;
  readonly witnessRelation: string;
  readonly witnessContact: string;
  readonly statement: string;
};

export type DraftField = keyof EvidenceDraft;
export type DraftFaults = Partial<Readonly<Record<DraftField, string>>>;

const EMPTY: EvidenceDraft = {
  title: '',
  kind: null,
  ownKind: false,
  kindWords: '',
  form: null,
  simulated: false,
  script: null,
  place: '',
  description: '',
  date: null,
  observer: '',
  participants: '',
  notes: '',
  witnessName: '',
  witnessRole: '',
  witnessRelation: '',
  witnessContact: '',
  statement: '',
};

/** What is known of a piece of evidence, or of a new one with what is known already. */
export function draftOf(
  item: EvidenceItem | null,
  rules: EvidenceRules | null,
  initial: Partial<EvidenceDraft>,
): EvidenceDraft {
  if (!item) {
    const draft = { ...EMPTY, ownKind: rules === null, ...initial };
    return { ...draft, form: draft.form ?? onlyForm(rules, draft.kind) };
  }
  const { title, kind, record, simulated } = item;
  const known = {
    ...EMPTY,
    title,
    simulated,
    kind: kind.code,
    ownKind: kind.code === null,
    kindWords: kind.code === null ? kind.text : '',
    form: record.form,
  };
  if (record.form === 'document') return { ...known, script: record.file?.script ?? null, place: record.place };
  if (record.form !== 'witness-testimony') return { ...known, ...record };
  const { witness, date, statement } = record;
  return {
    ...known,
    date,
    statement,
    witnessName: witness.name,
    witnessRole: witness.role,
    witnessRelation: witness.relation,
    witnessContact: witness.contact,
  };
}

/** The forms in which a type can be kept: the source's type may name them, otherwise any. */
export function formsOf(rules: EvidenceRules | null, kind: string | null): readonly EvidenceForm[] {
  return rules?.kinds.find((one) => one.code === kind)?.forms ?? EVIDENCE_FORMS;
}

/** The draft with another type: a form that the type does not have is let go, and a single one is taken. */
export function withKind(draft: EvidenceDraft, rules: EvidenceRules | null, kind: string | null): EvidenceDraft {
  const forms = formsOf(rules, kind);
  const kept = draft.form && forms.includes(draft.form) ? draft.form : null;
  return { ...draft, kind, ownKind: kind === null, form: kept ?? onlyForm(rules, kind) };
}

/** What the draft still lacks, field by field, in the order in which the dialog shows them. */
export function faultsOf(draft: EvidenceDraft): DraftFaults {
  const { form } = draft;
  return {
    ...lacks(draft, 'title', 'Enter a title'),
    ...(draft.ownKind
      ? lacks(draft, 'kindWords', 'Enter what kind of evidence it is')
      : draft.kind === null && { kind: 'Choose a type from the list' }),
    ...(form === null ? { form: 'Choose how it is recorded' } : formFaults(draft, form)),
  };
}

/** What is sent; null while the draft lacks something. */
export function putOf(draft: EvidenceDraft): Pick<EvidencePut, 'title' | 'kind' | 'record' | 'simulated'> | null {
  const record = recordOf(draft);
  if (!record || Object.keys(faultsOf(draft)).length > 0) return null;
  const kind = draft.kind === null ? { text: draft.kindWords.trim() } : { code: draft.kind };
  return { title: draft.title.trim(), kind, record, simulated: draft.simulated };
}

function recordOf(draft: EvidenceDraft): EvidencePut['record'] | null {
  const { form, date, notes } = draft;
  const place = draft.place.trim();
  if (form === 'document') return { form, script: draft.script, place };
  if (form === 'product') return { form, description: draft.description.trim(), place };
  if (form === null || date === null) return null;
  if (form === 'observation') return { form, date, place, observer: draft.observer.trim(), notes };
  if (form !== 'witness-testimony') return { form, date, place, participants: draft.participants.trim(), notes };
  const witness = {
    name: draft.witnessName.trim(),
    role: draft.witnessRole.trim(),
    relation: draft.witnessRelation.trim(),
    contact: draft.witnessContact.trim(),
  };
  return { form, witness, date, statement: draft.statement };
}

function formFaults(draft: EvidenceDraft, form: EvidenceForm): DraftFaults {
  const date = draft.date === null && { date: 'Enter the date' };
  if (form === 'document') {
    return draft.script === null ? lacks(draft, 'place', 'Say where it is kept, or choose a script') : {};
  }
  if (form === 'product') {
    return { ...lacks(draft, 'description', 'Say what it is'), ...lacks(draft, 'place', 'Say where it is kept') };
  }
  if (form === 'witness-testimony') {
    return {
      ...lacks(draft, 'witnessName', 'Enter the witness’s name'),
      ...lacks(draft, 'witnessRole', 'Enter the witness’s role'),
      ...lacks(draft, 'witnessRelation', 'Say how the witness knows the learner'),
      ...date,
      ...lacks(draft, 'statement', 'Enter what the witness states'),
    };
  }
  return {
    ...date,
    ...lacks(draft, 'place', 'Say where it was'),
    ...(form === 'observation'
      ? lacks(draft, 'observer', 'Enter who observed')
      : lacks(draft, 'participants', 'Enter who took part')),
    ...lacks(draft, 'notes', 'Enter what was seen or said'),
  };
}

type WordField = { [Field in DraftField]: EvidenceDraft[Field] extends string ? Field : never }[DraftField];

function lacks(draft: EvidenceDraft, field: WordField, sentence: string): DraftFaults {
  return isBlank(draft[field]) ? { [field]: sentence } : {};
}

function onlyForm(rules: EvidenceRules | null, kind: string | null): EvidenceForm | null {
  const forms = formsOf(rules, kind);
  return forms.length === 1 ? (forms[0] ?? null) : null;
}
