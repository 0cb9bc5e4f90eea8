import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

type Props = {
  /** Whether there is something to lose. */
  readonly ask: boolean;
  readonly onDiscard: () => void;
};

/** Closes the editor without entering anything, and asks first where words were typed. */
export function DiscardButton({ ask, onDiscard }: Props) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => (ask ? setAsking(true) : onDiscard())}>
        Discard
      </Button>
      <ConfirmDialog
        opened={asking}
        title="Discard what is typed?"
        confirm="Discard it"
        onConfirm={onDiscard}
        onCancel={() => setAsking(false)}
      >
        The criteria typed here were not entered. The pack stays as it is.
      </ConfirmDialog>
    </>
  );
}
