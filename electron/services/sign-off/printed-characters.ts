import { documentCharacters } from '../../../shared/documents/document-text.ts';
import { markSheetDocument } from '../../../shared/documents/mark-sheet-document.ts';
import type { DraftSheet } from '../../../shared/model/mark-sheet.ts';
import type { EvidenceItem } from '../../../shared/model/portfolio.ts';
import { recordTexts } from '../../../shared/rules/evidence-record.ts';
import type { RehearsalInput } from '../../../shared/rules/rehearsal.ts';
import { missingCharacters } from '../../exports/fonts/missing-characters.ts';

/** What a form shows for a character that no font has. */
const REPLACEMENT = '\ufffd';

/**
 * The sheet as it is printed. Names of script files are the learners', and nobody can write them in another way, so a
 * character in them that no font has is shown as U+FFFD; the digest beside it names the file.
 */
export function asPrinted<S extends DraftSheet>(sheet: S): S {
  const scripts = sheet.attempt.scripts.map((script) => ({ ...script, name: printableName(script.name) }));
  const evidence = sheet.evidence?.map(withPrintableFile);
  return { ...sheet, attempt: { ...sheet.attempt, scripts }, ...(evidence && { evidence }) };
}

function withPrintableFile(item: EvidenceItem): EvidenceItem {
  const { record } = item;
  if (record.form !== 'document' || record.file === null) return item;
  return { ...item, record: { ...record, file: { ...record.file, name: printableName(record.file.name) } } };
}

function printableName(name: string): string {
  const missing = new Set(missingCharacters(name));
  return [...name].map((character) => (missing.has(character) ? REPLACEMENT : character)).join('');
}

/** Characters that no font of the form has, by the place where a person typed them; what is left over is the form's own. */
export function unprintable(draft: DraftSheet): RehearsalInput['missing'] {
  const typed = typedTexts(draft).flatMap(({ place, section, text }) => {
    // Word's line break and page break are printed as the ends of lines that they are.
    const characters = missingCharacters(text.replace(/[\v\f\u0085]/g, '\n'));
    return characters.length > 0 ? [{ place, section, characters }] : [];
  });
  const known = new Set(typed.flatMap((one) => one.characters));
  const printed = documentCharacters(markSheetDocument({ sheet: asPrinted(draft), digest: null }));
  const others = missingCharacters([...printed].join('')).filter((character) => !known.has(character));
  return others.length > 0 ? [...typed, { place: 'The form', section: null, characters: others }] : typed;
}

/** Every text of the sheet that a person typed and the export prints, with its place. */
function typedTexts(draft: DraftSheet) {
  const heads = [
    { place: 'Centre name', section: null, text: draft.centre.name },
    { place: 'Centre number', section: null, text: draft.centre.number },
    { place: 'Learner name', section: null, text: draft.learner.name },
    { place: 'Learner registration number', section: null, text: draft.learner.registrationNumber },
    { place: 'Assessor name', section: null, text: draft.assessor.name },
  ];
  const feedback = draft.sections.flatMap(({ section, strengths, improvements, criteria }) => [
    { place: 'Strengths', section, text: strengths },
    { place: 'Areas for improvement', section, text: improvements },
    { place: 'Seen places', section, text: criteria.flatMap((one) => one.seen).join(' ') },
    { place: 'Judgements', section, text: criteria.flatMap((one) => one.judgement ?? []).join(' ') },
    {
      place: 'Places in the evidence',
      section,
      text: criteria.flatMap((one) => (one.evidence ?? []).map((reference) => reference.place)).join(' '),
    },
  ]);
  const evidence = (draft.evidence ?? []).map((item) => ({
    place: `Evidence E${item.number}`,
    section: null,
    text: [item.title, item.kind.code === null ? item.kind.text : '', ...recordTexts(item.record)].join(' '),
  }));
  return [...heads, ...feedback, ...evidence];
}
