import { type KeyboardEvent, type PointerEvent, type ReactNode, type Ref, useRef } from 'react';
import { useSettings } from '../../store/settings.ts';
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

const LEAST = 25;
const MOST = 75;
const STEP = 2;

/** Two sides with a divider that the pointer or the arrow keys move; a small window shows one side at a time. */
export function SplitPane(props: Props) {
  const { start, end, startName, endName, shown, onShow } = props;
  const root = useRef<HTMLDivElement>(null);
  const { narrow, usual } = useRoom(root);
  const chosen = useSettings((state) => state.split);
  const change = useSettings((state) => state.change);
  const share = chosen ?? usual;
  const move = (to: number | null) => change({ split: to === null ? null : Math.max(LEAST, Math.min(MOST, to)) });
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const box = root.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    move(((event.clientX - box.left) / box.width) * 100);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowLeft: share - STEP, ArrowRight: share + STEP, Home: LEAST, End: MOST, Enter: null }[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    move(to);
  };
  const hidden = (side: 'start' | 'end') => narrow && shown !== side;
  return (
    <div ref={root} className={styles.split} data-narrow={narrow}>
      {narrow && (
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
        </div>
      )}
      <div
        ref={props.startRef}
        className={styles.pane}
        style={narrow ? {} : { flexBasis: `${share}%` }}
        inert={hidden('start')}
        data-hidden={hidden('start')}
      >
        {start}
      </div>
      {!narrow && (
        // biome-ignore lint/a11y/useSemanticElements: a divider that is moved is more than a rule
        <div
          className={styles.divider}
          role="separator"
          aria-orientation="vertical"
          aria-label={`Width of the ${startName.toLowerCase()}`}
          aria-valuenow={Math.round(share)}
          aria-valuemin={LEAST}
          aria-valuemax={MOST}
          tabIndex={0}
          onKeyDown={onKeyDown}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={drag}
          onDoubleClick={() => move(null)}
        />
      )}
      <div
        ref={props.endRef}
        className={styles.pane}
        style={narrow ? {} : { flexBasis: `${100 - share}%` }}
        inert={hidden('end')}
        data-hidden={hidden('end')}
      >
        {end}
      </div>
    </div>
  );
}
