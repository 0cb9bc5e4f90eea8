import { ActionIcon, Button } from '@mantine/core';
import { IconUnlink, IconX } from '@tabler/icons-react';
import type { Highlight } from '../../../shared/model/highlight.ts';
import type { SheetId } from '../../../shared/model/ids.ts';
import { useSheetHighlights } from '../../store/highlights.ts';
import { useMarking } from '../../store/marking.ts';
import { kindName } from './highlight-name.ts';
import { markToken } from './mark-style.ts';
import { placeWords, shortened } from './place-words.ts';
import styles from './quotation-chips.module.css';
import { type LinkedQuotation, linkedQuotations } from './quotation-list.ts';
import { useFeedbackText, useQuoted } from './quoted.ts';

/** What can be done with a quotation beside its field. */
export type QuotationActs = {
  readonly goTo: (highlight: Highlight) => void;
  readonly remove: (one: LinkedQuotation) => void;
  /** Puts the words of a highlight into its field again. */
  readonly quoteAgain: (highlight: Highlight) => void;
  /** Brings back a highlight that was removed. */
  readonly restore: (highlight: Highlight) => void;
};

type Props = {
  readonly sheet: SheetId;
  readonly section: string;
  readonly kind: 'strengths' | 'improvements';
  readonly locked: boolean;
  readonly acts: QuotationActs;
};

/** Characters of a quotation that its line shows. */
const SHOWN = 34;

/** The quotations of a feedback field, each with the way to its place in the script. Nothing where there are none. */
export function QuotationChips({ sheet, section, kind, locked, acts }: Props) {
  const { list, removed } = useSheetHighlights(sheet);
  const quoted = useQuoted(sheet);
  const text = useFeedbackText(sheet, section, kind);
  const sections = useMarking((state) => state.sheets.get(sheet)?.view.assessment.scheme.sections);
  const scripts = useMarking((state) => state.sheets.get(sheet)?.view.attempt.scripts);
  const found = linkedQuotations({ section, kind, text }, { list, removed, quoted });
  if (found.length === 0 || !sections || !scripts) return null;
  const number = sections.findIndex((one) => one.id === section) + 1;
  return (
    <ul className={styles.list} aria-label={`Quotations, ${kindName(kind)}`}>
      {found.map((one) => (
        <li
          // A quotation that was copied stands twice under its number.
          key={`${one.number} ${one.state === 'quotation-gone' ? '' : one.quotation.at}`}
          className={styles.chip}
          data-state={one.state}
          style={{ borderInlineStartColor: `var(${markToken(number)})` }}
        >
          <Go one={one} place={placeOf(one, scripts)} onGo={acts.goTo} />
          {one.state === 'quotation-gone' && !locked && (
            <Button size="compact-xs" variant="subtle" onClick={() => acts.quoteAgain(one.highlight)}>
              Quote again
            </Button>
          )}
          {one.state === 'highlight-gone' && one.removed && !locked && (
            <Button size="compact-xs" variant="subtle" onClick={() => one.removed && acts.restore(one.removed)}>
              Bring back
            </Button>
          )}
          {!locked && (
            <ActionIcon size={20} aria-label={`Remove quotation ${one.number}`} onClick={() => acts.remove(one)}>
              <IconX size={13} stroke={1.75} />
            </ActionIcon>
          )}
        </li>
      ))}
    </ul>
  );
}

function placeOf(one: LinkedQuotation, scripts: Parameters<typeof placeWords>[2]): string {
  if (one.state === 'highlight-gone') return '';
  return placeWords(one.highlight.script, one.highlight.anchor, scripts);
}

type GoProps = {
  readonly one: LinkedQuotation;
  readonly place: string;
  readonly onGo: (highlight: Highlight) => void;
};

/** The number, the place and the first words; a button where there is a place to go to. */
function Go({ one, place, onGo }: GoProps) {
  if (one.state === 'highlight-gone') {
    return (
      <span className={styles.gone} title="The highlight of this quotation was removed from the script.">
        <IconUnlink size={13} stroke={1.75} aria-hidden="true" />[{one.number}] highlight removed
      </span>
    );
  }
  const words = shortened(one.highlight.words, SHOWN);
  const lost = one.state === 'quotation-gone';
  return (
    <button
      type="button"
      className={styles.go}
      title={`Show in the script: ${place}`}
      onClick={() => onGo(one.highlight)}
    >
      {lost && <IconUnlink size={13} stroke={1.75} aria-hidden="true" />}
      <span className={styles.number}>[{one.number}]</span>
      <span className={styles.place}>{place}</span>
      {words !== '' && <span className={styles.words}>“{words}”</span>}
      {lost && <span className={styles.lost}>not in the text</span>}
    </button>
  );
}
