import { IconArrowLeft, IconArrowRight, IconSearch } from '@tabler/icons-react';
import { type Crumb, useCrumbStore } from '../store/crumbs.ts';
import { useRoute } from '../store/route.ts';
import { CommandButton } from '../ui/command-button.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { Name } from '../ui/name.tsx';
import { ariaKeys } from '../ui/shortcut.ts';
import { TITLE_ACTIONS } from '../ui/title-actions.tsx';
import { goBack, goForward, openPalette } from './app-commands.ts';
import styles from './title-bar.module.css';

/** The line at the top: back and forward, where the person is, the palette, and the screen's own buttons. */
export function TitleBar() {
  const crumbs = useCrumbStore((state) => state.crumbs);
  // Whether back and forward can be done changes with the place in the history.
  useRoute((state) => state.index);
  return (
    <section className={styles.bar} aria-label="Title bar">
      <span className={styles.product}>Countersign</span>
      <div className={styles.history}>
        <CommandButton command={goBack} icon={<IconArrowLeft size="1rem" stroke={1.75} />} iconOnly />
        <CommandButton command={goForward} icon={<IconArrowRight size="1rem" stroke={1.75} />} iconOnly />
      </div>
      <nav aria-label="Breadcrumbs" className={styles.trail}>
        <ol className={styles.crumbs}>
          {crumbs.map((crumb, index) => (
            <li key={crumb.label} className={styles.crumb}>
              <Step crumb={crumb} last={index === crumbs.length - 1} />
            </li>
          ))}
        </ol>
      </nav>
      <button
        type="button"
        className={styles.palette}
        aria-keyshortcuts={ariaKeys('Mod+K')}
        onClick={openPalette.perform}
      >
        <IconSearch size="0.875rem" stroke={1.75} aria-hidden="true" />
        <span>{openPalette.name}</span>
        <KeyHint keys="Mod+K" />
      </button>
      <div id={TITLE_ACTIONS} className={styles.actions} />
    </section>
  );
}

function Step({ crumb, last }: { readonly crumb: Crumb; readonly last: boolean }) {
  const go = useRoute((state) => state.go);
  const { to, label } = crumb;
  if (last) {
    return (
      <span className={styles.here} aria-current="page">
        <Name>{label}</Name>
      </span>
    );
  }
  if (!to) return <Name>{label}</Name>;
  return (
    <button type="button" className={styles.step} onClick={() => go(to)}>
      <Name>{label}</Name>
    </button>
  );
}
