import { Button } from '@mantine/core';
import { useSettings } from '../../store/settings.ts';
import { LAYOUT_NAMES, type Layout, otherLayout } from './desk-layout.ts';
import styles from './layout-offer.module.css';

/** One line in a tall window, until it is answered once: nothing is laid out anew without being asked. */
export function LayoutOffer({ layout }: { readonly layout: Layout }) {
  const change = useSettings((state) => state.change);
  const now = otherLayout(layout);
  return (
    <section className={styles.offer} aria-label="Layout">
      <span className={styles.words}>This window is taller than it is wide.</span>
      <Button size="compact-xs" variant="default" onClick={() => change({ layout })}>
        {LAYOUT_NAMES[layout]}
      </Button>
      <Button size="compact-xs" variant="subtle" color="gray" onClick={() => change({ layout: now })}>
        Stay {LAYOUT_NAMES[now].toLowerCase()}
      </Button>
    </section>
  );
}
