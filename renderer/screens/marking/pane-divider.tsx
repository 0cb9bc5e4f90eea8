import type { KeyboardEvent, PointerEvent, RefObject } from 'react';
import { useSettings } from '../../store/settings.ts';
import type { Layout } from './desk-layout.ts';
import styles from './split-pane.module.css';

type Props = {
  readonly layout: Layout;
  /** Of the first side, in per cent. */
  readonly share: number;
  readonly startName: string;
  /** Holds both sides and the divider. */
  readonly root: RefObject<HTMLElement | null>;
};

const LEAST = 25;
const MOST = 75;
const STEP = 2;

/** Moves by the pointer or the arrow keys along its layout; a double click or Enter gives back the usual size. */
export function PaneDivider({ layout, share, startName, root }: Props) {
  const change = useSettings((state) => state.change);
  const above = layout === 'above';
  const move = (to: number | null) => {
    const size = to === null ? null : Math.max(LEAST, Math.min(MOST, to));
    change(above ? { splitAbove: size } : { split: size });
  };
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const box = root.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    move(100 * (above ? (event.clientY - box.top) / box.height : (event.clientX - box.left) / box.width));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [less, more] = above ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
    const keys = { [less]: share - STEP, [more]: share + STEP, Home: LEAST, End: MOST, Enter: null };
    const to = keys[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    move(to);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a divider that is moved is more than a rule
    <div
      className={styles.divider}
      role="separator"
      aria-orientation={above ? 'horizontal' : 'vertical'}
      aria-label={`${above ? 'Height' : 'Width'} of the ${startName.toLowerCase()}`}
      aria-valuenow={Math.round(share)}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onDoubleClick={() => move(null)}
    />
  );
}
