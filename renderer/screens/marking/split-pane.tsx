import { type ReactNode, type Ref, useRef } from 'react';
import { useSettings } from '../../store/settings.ts';
import { LAYOUT_NAMES } from './desk-layout.ts';
import { LayoutOffer } from './layout-offer.tsx';
import { PaneDivider } from './pane-divider.tsx';
import styles from './split-pane.module.css';
import { useRoom } from './use-room.ts';

type Props = {
  readonly start: ReactNode;
  readonly end: ReactNode;
  readonly startName: string;
  readonly endName: string;
  /** The side in sight where there is no room for both. */
  readonly shown: 'start' | 'end';
  readonly onShow: (side: 'start' | 'end') => void;
  readonly startRef: Ref<HTMLDivElement>;
  readonly endRef: Ref<HTMLDivElement>;
};

/** Two sides, beside or above each other, with a divider between; a small window shows one side at a time. */
export function SplitPane(props: Props) {
  const { start, end, startName, endName, shown, onShow } = props;
  const root = useRef<HTMLDivElement>(null);
  const sides = useRef<HTMLDivElement>(null);
  const chosen = useSettings((state) => state.layout);
  const { layout, single, usual, offered } = useRoom(root, chosen);
  const kept = useSettings((state) => (layout === 'above' ? state.splitAbove : state.split));
  const change = useSettings((state) => state.change);
  const share = kept ?? usual;
  const pane = (side: 'start' | 'end') => {
    const hidden = single && shown !== side;
    const basis = side === 'start' ? share : 100 - share;
    return {
      className: styles.pane,
      style: single ? {} : { flexBasis: `${basis}%` },
      inert: hidden,
      'data-hidden': hidden,
    };
  };
  return (
    <div ref={root} className={styles.split}>
      {single && (
        <div className={styles.sides}>
          {(['start', 'end'] as const).map((side) => (
            <button
              key={side}
              type="button"
              className={styles.side}
              aria-pressed={shown === side}
              onClick={() => onShow(side)}
            >
              {side === 'start' ? startName : endName}
            </button>
          ))}
          {offered && (
            <button type="button" className={styles.side} onClick={() => change({ layout: offered })}>
              {LAYOUT_NAMES[offered]}
            </button>
          )}
        </div>
      )}
      {!single && offered && <LayoutOffer layout={offered} />}
      <div ref={sides} className={styles.panes} data-layout={single ? 'single' : layout}>
        <div ref={props.startRef} {...pane('start')}>
          {start}
        </div>
        {!single && <PaneDivider layout={layout} share={share} startName={startName} root={sides} />}
        <div ref={props.endRef} {...pane('end')}>
          {end}
        </div>
      </div>
    </div>
  );
}
