import { Button, CopyButton } from '@mantine/core';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import styles from './audit-head.module.css';

/** The last link of the audit chain, as every export prints it. */
export function AuditHead() {
  const { value, error } = useAnswer('audit.head', {});
  if (error) return <Notice tone="error">{sentenceFor(error)}</Notice>;
  if (!value) return <Waiting label="Reading the audit chain" />;
  return (
    <>
      <Facts>
        <Fact label="Events">{value.sequence}</Fact>
        <Fact label="Head">
          <span className={styles.hash}>{value.hash}</span>
        </Fact>
      </Facts>
      <div>
        <CopyButton value={`${value.sequence} ${value.hash}`}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy the head'}
            </Button>
          )}
        </CopyButton>
      </div>
    </>
  );
}
