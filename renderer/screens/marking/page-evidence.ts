import type { PortfolioView } from '../../../shared/api/contract.ts';
import type { Script } from '../../../shared/model/submission.ts';
import { type EvidenceDraft, formsOf } from '../../features/evidence/evidence-draft.ts';
import type { EvidencePut } from '../../store/portfolio.ts';

/**
 * How a script becomes a piece of evidence. `known`: it is one already. `put`: only one type of the source's fits a
 * document. `ask`: the person says which type it is, once; what is known already stands in the dialog.
 */
export type PageEvidence =
  | { readonly kind: 'known'; readonly item: PortfolioView['items'][number] }
  | { readonly kind: 'put'; readonly put: EvidencePut }
  | { readonly kind: 'ask'; readonly initial: Partial<EvidenceDraft> };

/** Longest title, in characters. */
const LONGEST = 200;

export function pageEvidence(
  { id: script, name }: Pick<Script, 'id' | 'name'>,
  { items, rules }: PortfolioView,
): PageEvidence {
  const item = items.find(({ record }) => record.form === 'document' && record.file?.script === script);
  if (item) return { kind: 'known', item };
  const title = name.slice(0, LONGEST).toWellFormed();
  const fitting = (rules?.kinds ?? []).filter((kind) => formsOf(rules, kind.code).includes('document'));
  const [only] = fitting;
  const code = fitting.length === 1 && only ? only.code : null;
  if (code === null || rules?.open) {
    return { kind: 'ask', initial: { title, form: 'document', script, ...(code === null ? {} : { kind: code }) } };
  }
  const record = { form: 'document', script, place: '' } as const;
  return { kind: 'put', put: { evidence: null, title, kind: { code }, record, simulated: false } };
}
