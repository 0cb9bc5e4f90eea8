import { Button } from '@mantine/core';
import { sentenceFor } from '../../shared/api/sentences.ts';
import { assertNever } from '../../shared/lib/assert-never.ts';
import { FirstStartScreen } from '../screens/first-start/first-start-screen.tsx';
import { UnlockScreen } from '../screens/unlock/unlock-screen.tsx';
import { useWorkspace } from '../store/workspace.ts';
import { Notice } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import styles from './gate.module.css';
import { Shell } from './shell.tsx';

/** What the person sees by where the workspace stands: nothing of it is shown before it is open. */
export function Gate() {
  const status = useWorkspace((state) => state.status);
  const error = useWorkspace((state) => state.error);
  const check = useWorkspace((state) => state.check);
  if (!status) {
    return (
      <main className={styles.wait}>
        {error ? (
          <Notice tone="error" actions={<Button onClick={() => void check()}>Try again</Button>}>
            {sentenceFor(error)}
          </Notice>
        ) : (
          <Waiting label="Looking for the workspace" />
        )}
      </main>
    );
  }
  switch (status.state) {
    case 'missing':
      return <FirstStartScreen />;
    case 'locked':
      return <UnlockScreen />;
    case 'open':
      return <Shell />;
    default:
      return assertNever(status);
  }
}
