import { MantineProvider } from '@mantine/core';
import { useEffect } from 'react';
import { bridge } from '../api/bridge.ts';
import { onAppEvent } from '../api/events.ts';
import { answerFlush } from '../api/flush.ts';
import { useLearners } from '../store/learners.ts';
import { useOfferedFiles } from '../store/offered-files.ts';
import { useProgress } from '../store/progress.ts';
import { useQueue } from '../store/queue.ts';
import { useSignedSheets } from '../store/signed-sheets.ts';
import { useWorkspace } from '../store/workspace.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Gate } from './gate.tsx';
import { NoBridge } from './no-bridge.tsx';
import { styleNonce } from './nonce.ts';
import { StrayDrops } from './stray-drops.tsx';
import { cssVariables, theme } from './theme.ts';

/** The whole window: theme, the host's events, and behind the gate the shell. */
export function App() {
  const wasLocked = useWorkspace((state) => state.wasLocked);
  const check = useWorkspace((state) => state.check);
  useEffect(() => {
    const stopFlush = answerFlush();
    const stopHearing = onAppEvent((event) => {
      if (event.kind === 'locked') wasLocked();
      if (event.kind === 'files-offered') useOfferedFiles.getState().arrive(event.files, event.refused);
    });
    const stopClearing = useWorkspace.subscribe(({ status }) => {
      if (status?.state !== 'open')
        for (const list of [useQueue, useLearners, useProgress, useSignedSheets]) list.getState().clear();
    });
    void check();
    // A window left open overnight learns the new day, and a lock that it did not hear of.
    const look = () => void check();
    window.addEventListener('focus', look);
    return () => {
      window.removeEventListener('focus', look);
      stopClearing();
      stopFlush();
      stopHearing();
    };
  }, [wasLocked, check]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <ErrorBoundary place="Countersign">{bridge() ? <Gate /> : <NoBridge />}</ErrorBoundary>
      <StrayDrops />
    </MantineProvider>
  );
}
