import { Tabs } from '@mantine/core';
import type { ScriptId } from '../../../shared/model/ids.ts';
import type { Script } from '../../../shared/model/submission.ts';
import { Name } from '../../ui/name.tsx';
import styles from './script-tabs.module.css';

type Props = {
  readonly scripts: readonly Script[];
  readonly chosen: ScriptId;
  readonly onChoose: (script: ScriptId) => void;
};

/** One tab a file, in the order they were taken in. Arrow keys move along them. */
export function ScriptTabs({ scripts, chosen, onChoose }: Props) {
  const choose = (value: string | null) => {
    const script = scripts.find((one) => one.id === value);
    if (script) onChoose(script.id);
  };
  return (
    <Tabs
      value={chosen}
      onChange={choose}
      variant="none"
      classNames={{ list: styles.list ?? '', tab: styles.tab ?? '', tabLabel: styles.inner ?? '' }}
    >
      <Tabs.List aria-label="Files of this attempt">
        {scripts.map((script, index) => (
          <Tabs.Tab key={script.id} value={script.id}>
            <span className={styles.label}>
              <span>{index + 1}</span>
              <Name>{script.name}</Name>
            </span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}
