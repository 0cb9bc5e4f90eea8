import type { CriterionEntry, SignedSheet } from '../../model/mark-sheet.ts';
import type { EvidenceItem } from '../../model/portfolio.ts';
import { evidenceNumbers, isOnOtherEvidence } from '../../rules/criterion-evidence.ts';
import { safeText } from '../safe-text.ts';
import type { EvidenceFault, EvidenceFinding } from './evidence-finding.ts';

const MOST_FAULTS = 10;

/**
 * Holds a sheet's judgements against its evidence: source 002 wants every achieved criterion to point at some, and the
 * way to each judgement to be told. Nothing is found on a sheet without a list of evidence, whose rule gives marks or
 * which an older program made.
 */
export function judgeEvidence(sheet: SignedSheet): readonly EvidenceFinding[] {
  const entries = criteriaIn(sheet);
  const items = sheet.evidence ?? [];
  const told = sheet.evidence !== undefined || entries.some(({ entry }) => entry.evidence !== undefined);
  if (sheet.scheme.rule.kind !== 'criteria-met' || !told) return [];
  const faults: readonly EvidenceFault[] = [
    ...repeated(items, (one) => one.number).map((number) => ({ kind: 'number-twice', number }) as const),
    ...repeated(items, (one) => one.id).map((id) => itemTwice(items, id)),
    ...entries.flatMap(({ entry, name, attempt }) =>
      faultsIn(entry, attempt, items).map((kind) => ({ kind, criterion: name })),
    ),
  ];
  const disordered = entries.filter(({ entry }) => !isInTimeOrder(entry)).slice(0, MOST_FAULTS);
  const warnings = disordered.map(
    ({ name }) => ({ code: 'judged-out-of-order', severity: 'warning', criterion: name }) as const,
  );
  if (faults.length > 0) {
    const wrong = faults.slice(0, MOST_FAULTS);
    return [...wrong.map((fault) => ({ code: 'evidence-wrong', severity: 'altered', fault }) as const), ...warnings];
  }
  const achieved = entries.filter(({ entry }) => entry.met === 'achieved').length;
  return [{ code: 'evidence-whole', severity: 'good', items: items.length, achieved }, ...warnings];
}

type Named = { readonly entry: CriterionEntry; readonly name: string; readonly attempt: number };

function criteriaIn({ scheme, sections, attempt }: SignedSheet): readonly Named[] {
  const texts = new Map(
    scheme.sections.map((section) => [section.id, new Map(section.criteria.map((one) => [one.id, one.text]))]),
  );
  return sections.flatMap(({ section, criteria }) =>
    criteria.map((entry) => ({
      entry,
      name: safeText(texts.get(section)?.get(entry.criterion) ?? entry.criterion),
      attempt: attempt.number,
    })),
  );
}

type CriterionFault = Extract<EvidenceFault, { readonly criterion: string }>['kind'];

function faultsIn(entry: CriterionEntry, attempt: number, items: readonly EvidenceItem[]): readonly CriterionFault[] {
  const { met, evidence = [], judged = [], carried } = entry;
  const last = judged.at(-1);
  const numbers = evidenceNumbers(evidence, items);
  const attempts = [...judged.map((one) => one.attempt), attempt];
  return [
    ...(met === 'achieved' && evidence.length === 0 ? (['without-evidence'] as const) : []),
    ...(numbers.length < evidence.length ? (['names-no-item'] as const) : []),
    ...(last && last.met !== met ? (['trail-ends-otherwise'] as const) : []),
    ...(isOnOtherEvidence(entry, numbers) ? (['judged-on-other-evidence'] as const) : []),
    ...(isRising(attempts) ? [] : (['attempts-out-of-order'] as const)),
    ...(carried && met !== 'achieved' ? (['carried-not-achieved'] as const) : []),
  ];
}

/** A clock's times are claims: where they go back, that is said, and nothing is called altered for it. */
function isInTimeOrder({ judged = [] }: CriterionEntry): boolean {
  return isRising(judged.map((one) => Date.parse(one.at)));
}

function isRising(numbers: readonly number[]): boolean {
  return numbers.every((one, index) => index === 0 || (numbers[index - 1] ?? one) <= one);
}

/** The keys that stand more than once, each once. */
function repeated<T, Key>(items: readonly T[], keyOf: (item: T) => Key): readonly Key[] {
  const seen = new Set<Key>();
  const twice = new Set<Key>();
  for (const key of items.map(keyOf)) (seen.has(key) ? twice : seen).add(key);
  return [...twice];
}

function itemTwice(items: readonly { readonly id: string; readonly number: number }[], id: string): EvidenceFault {
  return { kind: 'item-twice', number: items.find((one) => one.id === id)?.number ?? 0 };
}
