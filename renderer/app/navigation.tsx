import { Tooltip } from '@mantine/core';
import {
  IconBook2,
  IconChartBar,
  IconHome,
  IconLock,
  IconPencil,
  IconSettings,
  IconShieldCheck,
  IconUserCheck,
  IconUsers,
} from '@tabler/icons-react';
import { useRoute } from '../store/route.ts';
import { Hint } from '../ui/hint.tsx';
import { ariaKeys } from '../ui/shortcut.ts';
import { lockWorkspace, PLACES } from './app-commands.ts';
import styles from './navigation.module.css';
import { placeOf } from './places.ts';

const ICONS = {
  home: IconHome,
  learners: IconUsers,
  marking: IconPencil,
  checks: IconUserCheck,
  verify: IconShieldCheck,
  qualifications: IconBook2,
  progress: IconChartBar,
  settings: IconSettings,
} as const;

/** The narrow line of screens at the left. */
export function Navigation() {
  const here = useRoute((state) => placeOf(state.route.screen));
  return (
    <nav aria-label="Screens" className={styles.navigation}>
      <ul className={styles.list}>
        {PLACES.map((place) => (
          <li key={place.id}>
            <NavigationButton
              name={place.name}
              keys={place.keys[0]}
              icon={ICONS[place.screen]}
              current={place.screen === here}
              onClick={place.perform}
            />
          </li>
        ))}
      </ul>
      <NavigationButton
        name="Lock"
        keys={lockWorkspace.keys?.[0]}
        icon={IconLock}
        current={false}
        onClick={lockWorkspace.perform}
      />
    </nav>
  );
}

type Props = {
  readonly name: string;
  readonly keys: string | undefined;
  readonly icon: typeof IconHome;
  readonly current: boolean;
  readonly onClick: () => void;
};

function NavigationButton({ name, keys, icon: Icon, current, onClick }: Props) {
  return (
    <Tooltip position="right" label={<Hint name={name} keys={keys} />}>
      <button
        type="button"
        className={styles.button}
        onClick={onClick}
        {...(current ? { 'aria-current': 'page' as const } : {})}
        {...(keys ? { 'aria-keyshortcuts': ariaKeys(keys) } : {})}
      >
        <Icon size="1.25rem" stroke={1.5} aria-hidden="true" />
        {name}
      </button>
    </Tooltip>
  );
}
