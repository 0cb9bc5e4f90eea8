import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { AttemptId } from '../../../shared/model/ids.ts';
import { useMarking } from '../../store/marking.ts';
import { useSavingOnLeaving } from '../../store/marking-leaving.ts';
import { useRoute } from '../../store/route.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { Desk } from './desk.tsx';

/** The marking desk of one attempt. */
export function MarkingScreen({ attempt }: { readonly attempt: AttemptId }) {
  const opening = useMarking((state) => state.attempts.get(attempt));
  const sheet = opening?.state === 'open' ? opening.sheet : null;
  const begin = useMarking((state) => state.open);
  const go = useRoute((state) => state.go);
  useEffect(() => void begin(attempt), [begin, attempt]);
  useSavingOnLeaving();

  if (opening?.state === 'failed') {
    return (
      <Screen title="Marking">
        <div role="alert">
          <EmptyState
            heading="This attempt cannot be marked now"
            actions={
              <>
                <Button onClick={() => void begin(attempt)}>Try again</Button>
                <Button variant="default" onClick={() => go({ screen: 'home' })}>
                  Go to the queue
                </Button>
              </>
            }
          >
            {sentenceFor(opening.error)}
          </EmptyState>
        </div>
      </Screen>
    );
  }
  if (!sheet) {
    return (
      <Screen title="Marking">
        <Waiting label="Opening the sheet" />
      </Screen>
    );
  }
  return <Desk sheet={sheet} />;
}
