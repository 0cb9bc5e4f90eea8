import { CloseButton, Progress } from '@mantine/core';
import { sizeText } from '../../../shared/api/amounts.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import { Name } from '../../ui/name.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './file-list.module.css';
import type { IntakeFile } from './use-intake.ts';

type Props = {
  readonly files: readonly IntakeFile[];
  readonly busy: boolean;
  readonly onRemove: (id: string) => void;
};

/** The files chosen, each with its size, how far it is, and what is wrong with it. */
export function FileList({ files, busy, onRemove }: Props) {
  return (
    <ul className={styles.list} aria-label="Files chosen">
      {files.map(({ id, file, sent, error }) => (
        <li key={id} className={styles.item}>
          <div className={styles.line}>
            <span className={styles.name}>
              <Name file>{file.name}</Name>
            </span>
            <span className={styles.size}>{sizeText(file.size)}</span>
            {!busy && (
              <CloseButton size="sm" aria-label={`Take ${file.name} off the list`} onClick={() => onRemove(id)} />
            )}
          </div>
          {sent !== null && (
            <Progress.Root size="sm">
              <Progress.Section value={(sent / Math.max(1, file.size)) * 100} aria-label={`${file.name} sent`} />
            </Progress.Root>
          )}
          {error && <Notice tone="error">{sentenceFor(error)}</Notice>}
        </li>
      ))}
    </ul>
  );
}
