import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useState } from 'react';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { ScriptId } from '../../../shared/model/ids.ts';
import { call } from '../../api/call.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from './open-outside.module.css';

/** Hands a script to the system's own program for its type. */
export function OpenOutside({ script }: { readonly script: ScriptId }) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const open = async () => {
    setBusy(true);
    const reply = await call('scripts.open-outside', { script });
    setBusy(false);
    setRefusal(reply.ok ? null : sentenceFor(reply.error));
  };
  return (
    <div className={styles.open}>
      <Button
        variant="default"
        leftSection={<IconExternalLink size={15} stroke={1.75} aria-hidden="true" />}
        loading={busy}
        onClick={() => void open()}
      >
        Open in the system’s program
      </Button>
      {refusal && <Notice tone="error">{refusal}</Notice>}
    </div>
  );
}
