import { Button, Checkbox, Modal } from '@mantine/core';
import { useState } from 'react';
import { sizeText } from '../../../shared/api/amounts.ts';
import type { OfferedFile } from '../../../shared/api/contract.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { LearnerId } from '../../../shared/model/ids.ts';
import { claimedNumber, oneSubmission } from '../../features/attempts/name-claim.ts';
import { LearnerForm } from '../../features/learners/learner-form.tsx';
import { useOfferedFiles } from '../../store/offered-files.ts';
import { usePendingFiles } from '../../store/pending-files.ts';
import { useRoute } from '../../store/route.ts';
import { Name } from '../../ui/name.tsx';
import { Notice } from '../../ui/notice.tsx';
import { LearnerChoice } from './learner-choice.tsx';
import styles from './offered-files.module.css';
import { openedText } from './offered-files-text.ts';

/** What was opened with the app: what is wrong with it, which of it is one submission, and whose it is. */
export function OfferedFilesDialog({ onClose }: { readonly onClose: () => void }) {
  const { files, refused, take, forgetRefused } = useOfferedFiles();
  const put = usePendingFiles((state) => state.put);
  const go = useRoute((state) => state.go);
  const [left, setLeft] = useState(() => tokensBut(files, oneSubmission(files)));
  const [adding, setAdding] = useState(false);
  const chosen = files.filter((file) => !left.has(file.token));
  const number = claimedNumber(chosen);

  function close(): void {
    forgetRefused();
    onClose();
  }

  function choose(learner: LearnerId): void {
    if (chosen.length === 0) return;
    close();
    put(learner, take(new Set(chosen.map((file) => file.token))));
    go({ screen: 'learners', learner });
  }

  return (
    <Modal
      opened
      onClose={close}
      size="44rem"
      title={openedText(files.length, refused.length)}
      closeButtonProps={{ 'aria-label': 'Close' }}
      closeOnClickOutside={false}
    >
      <div className={styles.body}>
        {refused.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same file may have been refused twice
          <Notice key={index} tone="error">
            {'name' in one.error ? '' : `“${one.name}”: `}
            {sentenceFor(one.error)}
          </Notice>
        ))}
        {files.length > 0 && <OfferedList files={files} left={left} onLeave={setLeft} />}
        {files.length > 0 && adding && (
          <LearnerForm
            learner={null}
            {...(number ? { registrationNumber: number } : {})}
            onCancel={() => setAdding(false)}
            onSaved={({ id }) => choose(id)}
          />
        )}
        {files.length > 0 && !adding && (
          <LearnerChoice
            number={number}
            disabled={chosen.length === 0}
            onChoose={choose}
            onAdd={() => setAdding(true)}
          />
        )}
        {!adding && (
          <div className={styles.actions}>
            <Button variant="default" onClick={close}>
              {files.length > 0 ? 'Later' : 'Close'}
            </Button>
          </div>
        )}
      </div>
    </Modal>
  );
}

type ListProps = {
  readonly files: readonly OfferedFile[];
  /** The tokens of files that are left for later. */
  readonly left: ReadonlySet<string>;
  readonly onLeave: (left: ReadonlySet<string>) => void;
};

/** The files, to be taken in together; where there are several, each can be left for another submission. */
function OfferedList({ files, left, onLeave }: ListProps) {
  const toggle = (token: string) =>
    onLeave(new Set(left.has(token) ? [...left].filter((one) => one !== token) : [...left, token]));
  return (
    <ul className={styles.files} aria-label="Files opened">
      {files.map(({ token, name, size }) => (
        <li key={token} className={styles.file}>
          {files.length > 1 && (
            <Checkbox aria-label={`Take in ${name}`} checked={!left.has(token)} onChange={() => toggle(token)} />
          )}
          <span className={styles.name}>
            <Name file>{name}</Name>
          </span>
          <span className={styles.size}>{sizeText(size)}</span>
        </li>
      ))}
    </ul>
  );
}

function tokensBut(files: readonly OfferedFile[], taken: readonly OfferedFile[]): ReadonlySet<string> {
  return new Set(files.filter((file) => !taken.includes(file)).map((file) => file.token));
}
