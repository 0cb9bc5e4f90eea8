import { type RefObject, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { count, number } from '../../../shared/api/amounts.ts';
import { fillPlaceholders, type PlaceholderValues } from '../../../shared/rules/bank-placeholders.ts';
import type { Fit, Found } from '../../../shared/rules/bank-search.ts';
import { shownKeys } from '../../ui/shortcut.ts';
import { Spoken } from '../../ui/spoken.tsx';
import { KEEP_KEYS } from './bank-keys.ts';
import { caretPlace } from './caret-place.ts';
import styles from './offer-list.module.css';
import type { Offer } from './use-offer.ts';

const FITS: Readonly<Record<Fit, string>> = {
  criterion: 'This criterion',
  section: 'This section',
  assessment: 'This assessment',
  anywhere: 'Anywhere',
  elsewhere: 'Elsewhere',
};
/** Pixels between the list and the window's edge, and between it and the line. */
const EDGE = 8;
const GAP = 4;

type Props = {
  readonly offer: Offer;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly values: PlaceholderValues;
  readonly onInsert: (found: Found) => void;
  readonly onActive: (index: number) => void;
};

/** The statements that fit, at the caret. The field keeps the keyboard and says which one Enter would insert. */
export function OfferList({ offer, field, values, onInsert, onActive }: Props) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const { from, found, total, active } = offer;
  const option = found.length > 0 ? `${id}-${active}` : null;

  useEffect(() => {
    const element = field.current;
    if (!element) return;
    const told = { 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox', 'aria-controls': id } as const;
    for (const [name, value] of Object.entries(told)) element.setAttribute(name, value);
    return () => {
      for (const name of [...Object.keys(told), 'aria-activedescendant']) element.removeAttribute(name);
    };
  }, [field, id]);
  useEffect(() => {
    if (option) field.current?.setAttribute('aria-activedescendant', option);
    else field.current?.removeAttribute('aria-activedescendant');
  }, [field, option]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is as high as what was found, with the active one in full
  useLayoutEffect(() => {
    const [element, list] = [field.current, box.current];
    if (!element || !list) return;
    if (!list.matches(':popover-open')) list.showPopover();
    list.style.maxHeight = 'none';
    const caret = caretPlace(element, from);
    const { width, height } = list.getBoundingClientRect();
    const [above, below] = [caret.top - GAP - EDGE, window.innerHeight - caret.bottom - GAP - EDGE];
    const under = height <= below || above < below;
    const room = Math.min(height, under ? below : above);
    list.style.left = `${Math.max(EDGE, Math.min(caret.left, window.innerWidth - EDGE - width))}px`;
    list.style.top = `${under ? caret.bottom + GAP : caret.top - GAP - room}px`;
    list.style.maxHeight = `${room}px`;
    // Where large text leaves no room for all of them.
    list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [field, from, found, active]);

  return (
    <div ref={box} popover="manual" className={styles.box}>
      <div id={id} role="listbox" aria-label="Comment bank">
        {found.map(({ statement, fit }, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the keyboard
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
          <div
            key={statement.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={styles.option}
            // The field keeps the keyboard and the caret.
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => onActive(index)}
            onClick={() => onInsert({ statement, fit })}
          >
            <span className={styles.text} dir="auto">
              {fillPlaceholders(statement.text, values)}
            </span>
            <span className={styles.fit}>{FITS[fit]}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p className={styles.nothing}>
          The bank has nothing for this place yet. Type to search all of it. To keep words that you wrote, select them
          and press {shownKeys(KEEP_KEYS[0]).join(' + ')}.
        </p>
      )}
      {total > found.length && <p className={styles.more}>And {number(total - found.length)} more: type to narrow</p>}
      <Spoken>
        <span role="status">{total > 0 && count(total, 'statement', 'statements')}</span>
      </Spoken>
    </div>
  );
}
