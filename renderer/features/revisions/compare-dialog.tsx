import { Modal, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { SheetView } from '../../../shared/api/contract.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import { showInstant } from '../../../shared/lib/dates.ts';
import type { Scheme } from '../../../shared/model/pack.ts';
import type { RevisionChange } from '../../../shared/rules/revision-changes.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { FeedbackText } from '../../ui/feedback-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { fieldName, placeName, valueText } from './change-words.ts';
import styles from './compare-dialog.module.css';

type Props = { readonly view: SheetView; readonly opened: boolean; readonly onClose: () => void };

/** Two revisions of the sheet field by field, the last two to begin with. */
export function CompareDialog(props: Props) {
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      size="62rem"
      title="Compare revisions"
      closeButtonProps={{ 'aria-label': 'Close the comparison' }}
    >
      {props.opened && <Comparing {...props} />}
    </Modal>
  );
}

function Comparing({ view }: Props) {
  const revisions = revisionsOf(view);
  const [from, setFrom] = useState(revisions.at(-2)?.revision ?? 1);
  const [to, setTo] = useState(revisions.at(-1)?.revision ?? 1);
  const { value, error } = useAnswer('sheets.compare', { sheet: view.sheet, from, to });
  const options = revisions.map(({ revision, label }) => ({ value: String(revision), label }));
  return (
    <div className={styles.compare}>
      <div className={styles.choice}>
        <NativeSelect
          label="Before"
          data={options}
          value={String(from)}
          onChange={(event) => setFrom(Number(event.currentTarget.value))}
        />
        <NativeSelect
          label="After"
          data={options}
          value={String(to)}
          onChange={(event) => setTo(Number(event.currentTarget.value))}
        />
      </div>
      {error && <Notice tone="error">{sentenceFor(error)}</Notice>}
      {!value && !error && <Waiting label="Comparing" />}
      {value && value.changes.length === 0 && <Notice tone="info">The two say the same in every field.</Notice>}
      {value && value.changes.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Where</th>
              <th scope="col">Field</th>
              <th scope="col">Revision {from}</th>
              <th scope="col">Revision {to}</th>
            </tr>
          </thead>
          <tbody>
            {value.changes.map((change) => (
              <tr key={`${change.section}/${change.criterion}/${change.field}`}>
                <td>{placeName(change, view.assessment.scheme)}</td>
                <th scope="row">{fieldName(change)}</th>
                <td className={styles.value} dir="auto">
                  <Value change={change} value={change.before} scheme={view.assessment.scheme} />
                </td>
                <td className={styles.value} dir="auto">
                  <Value change={change} value={change.after} scheme={view.assessment.scheme} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

type ValueProps = { readonly change: RevisionChange; readonly value: string; readonly scheme: Scheme };

function Value({ change, value, scheme }: ValueProps) {
  const isFeedback = ['strengths', 'improvements', 'judgement'].includes(change.field);
  return isFeedback && value !== '' ? <FeedbackText text={value} /> : valueText(change, value, scheme);
}

function revisionsOf(view: SheetView): readonly { readonly revision: number; readonly label: string }[] {
  const signed = view.signed.map(({ revision, signedAt }) => ({
    revision,
    label: `Revision ${revision}, signed ${showInstant(signedAt)}`,
  }));
  const draft = view.state === 'signed' ? [] : [{ revision: view.revision, label: `Revision ${view.revision}, draft` }];
  return [...signed, ...draft];
}
