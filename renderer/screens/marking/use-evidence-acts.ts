import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { PortfolioView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { EvidenceId } from '../../../shared/model/ids.ts';
import type { SchemeCriterion } from '../../../shared/model/pack.ts';
import type { EvidenceItem, PortfolioOf } from '../../../shared/model/portfolio.ts';
import { evidenceFor } from '../../../shared/rules/criterion-evidence.ts';
import { linkTo, placeWith } from '../../features/criterion-evidence/criterion-links.ts';
import type { EvidenceDraft } from '../../features/evidence/evidence-draft.ts';
import type { ScriptHandle } from '../../features/script-viewer/script-viewer.tsx';
import { usePortfolios } from '../../store/portfolio.ts';
import type { LinkChange } from '../../store/portfolio-links.ts';
import { pageEvidence } from './page-evidence.ts';

/** What stands over the desk: a piece that is entered for a criterion, looked at, or changed. */
export type EvidenceOnShow =
  | {
      readonly kind: 'add';
      readonly criterion: SchemeCriterion;
      readonly initial: Partial<EvidenceDraft>;
      readonly place: string;
    }
  | { readonly kind: 'details' | 'edit'; readonly evidence: EvidenceId };

/** A piece that was added and could not be linked; told while its refusal is the portfolio's last. */
export type Unlinked = { readonly evidence: EvidenceId; readonly error: AppError };

const NOTHING_KNOWN = {};

/** What the desk does with evidence; the acts stay the same while the portfolio changes under them. */
export function useEvidenceActs(
  of: PortfolioOf,
  portfolio: PortfolioView | null,
  script: RefObject<ScriptHandle | null>,
) {
  const [dialog, setDialog] = useState<EvidenceOnShow | null>(null);
  const [unlinked, setUnlinked] = useState<Unlinked | null>(null);
  const now = useRef(portfolio);
  useEffect(() => {
    now.current = portfolio;
  });
  const busy = useRef(false);

  const acts = useMemo(() => {
    const { link, put, dismiss } = usePortfolios.getState();
    const send = async (changes: readonly LinkChange[]) => void (await link(of, changes));
    /** Links a piece that was added a moment ago; where that is refused, the piece is in the portfolio all the same. */
    const linkAdded = async (criterion: SchemeCriterion, evidence: EvidenceId, place: string) => {
      const error = await link(of, linkTo(criterion, evidence, place));
      if (error) setUnlinked({ evidence, error });
    };
    const add = (criterion: SchemeCriterion, initial: Partial<EvidenceDraft> = NOTHING_KNOWN, place = '') =>
      setDialog({ kind: 'add', criterion, initial, place });

    const take = async (criterion: SchemeCriterion, held: PortfolioView) => {
      const reading = script.current?.reading();
      if (!reading) return add(criterion);
      const place = reading.place ?? '';
      const page = pageEvidence(reading.script, held);
      switch (page.kind) {
        case 'known': {
          const { id } = page.item;
          const before = evidenceFor(criterion, held).find((one) => one.evidence === id)?.place ?? '';
          return send(linkTo(criterion, id, placeWith(before, place)));
        }
        case 'put': {
          const added = await put(of, page.put);
          return added.ok ? linkAdded(criterion, added.value, place) : undefined;
        }
        case 'ask':
          return add(criterion, page.initial, place);
        default:
          return assertNever(page);
      }
    };
    return {
      link: send,
      linkAdded,
      add: (criterion: SchemeCriterion) => add(criterion),
      open: (item: EvidenceItem) => setDialog({ kind: 'details', evidence: item.id }),
      dismiss: () => dismiss(of),
      takePage: async (criterion: SchemeCriterion) => {
        // A second press while the script becomes a piece of evidence would make it one twice.
        if (!now.current || busy.current) return;
        busy.current = true;
        await take(criterion, now.current);
        busy.current = false;
      },
    };
  }, [of, script]);
  return { acts, dialog, setDialog, unlinked };
}
