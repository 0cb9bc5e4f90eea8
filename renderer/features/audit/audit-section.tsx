import { Button, CopyButton, Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { AuditStatus, KnownPerson } from '../../../shared/api/contract.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import { onAppEvent } from '../../api/events.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import styles from './audit-section.module.css';
import { chainWords } from './chain-words.ts';
import { ExtractButton } from './extract-button.tsx';

/** Between two looks at a check that is under way, in milliseconds. */
const LOOK = 2000;

/** The chain of everything done here: whether it is whole, its head, and the part of it about one person. */
export function AuditSection({ people }: { readonly people: readonly KnownPerson[] }) {
  const { value, error, reload } = useAnswer('audit.status', {});
  const [told, setTold] = useState<AuditStatus | null>(null);
  useEffect(
    () =>
      onAppEvent((event) => {
        if (event.kind === 'audit-checked') setTold(event.status);
      }),
    [],
  );
  const status = told ?? value;
  const running = status?.check.state === 'running';
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(reload, LOOK);
    return () => clearInterval(timer);
  }, [running, reload]);
  if (!status) {
    return error ? <Notice tone="error">{sentenceFor(error)}</Notice> : <Waiting label="Reading the audit chain" />;
  }
  const { head, check } = status;
  const { tone, text } = chainWords(check);
  return (
    <>
      <Notice tone={tone}>{text}</Notice>
      <Facts>
        <Fact label="Events">{head.sequence}</Fact>
        <Fact label="Head">
          <span className={styles.hash}>{head.hash}</span>
        </Fact>
      </Facts>
      <div>
        <CopyButton value={`${head.sequence} ${head.hash}`}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy the head'}
            </Button>
          )}
        </CopyButton>
      </div>
      <PersonExtract people={people} />
    </>
  );
}

function PersonExtract({ people }: { readonly people: readonly KnownPerson[] }) {
  const named = people.flatMap(({ person, name }) => (person ? [{ value: person, label: name }] : []));
  const [chosen, setChosen] = useState(named[0]?.value ?? null);
  const person = named.find((one) => one.value === chosen);
  if (named.length === 0) return null;
  return (
    <div className={styles.extract}>
      <Select
        label="Extract about a person"
        data={named}
        value={chosen}
        allowDeselect={false}
        onChange={(value) => setChosen(named.find((one) => one.value === value)?.value ?? null)}
      />
      {person && <ExtractButton scope={{ kind: 'person', person: person.value }} about={person.label} />}
    </div>
  );
}
