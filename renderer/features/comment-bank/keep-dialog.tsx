import { Anchor, Checkbox, Radio, SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import {
  type BankPlace,
  STATEMENT_KINDS,
  STATEMENT_LIMIT,
  type StatementKind,
} from '../../../shared/model/comment-bank.ts';
import { firstName, namePlaceholders } from '../../../shared/rules/bank-placeholders.ts';
import { useBank } from '../../store/bank.ts';
import { useToasts } from '../../store/toasts.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { BankField } from './field-at-hand.ts';
import { KIND_NAMES } from './kind-names.ts';

const WHERE = [
  { value: 'criterion', label: 'This criterion' },
  { value: 'section', label: 'This section' },
  { value: 'assessment', label: 'This assessment' },
  { value: 'anywhere', label: 'Anywhere' },
] as const;
type Where = (typeof WHERE)[number]['value'];

type Props = {
  readonly field: BankField;
  readonly phrase: string;
  readonly onClose: () => void;
  readonly onKeepBank: () => void;
};

/** Keeps a phrase from a sheet in the bank, for the place that it was written at. The sheet stays as it is. */
export function KeepDialog({ field, phrase, onClose, onKeepBank }: Props) {
  const put = useBank((state) => state.put);
  const tell = useToasts((state) => state.tell);
  const { learner } = field.values;
  const named = namePlaceholders(phrase, learner);
  const [text, setText] = useState(named);
  const [general, setGeneral] = useState(true);
  const [kind, setKind] = useState<StatementKind>(field.kind);
  const [where, setWhere] = useState<Where>('criterion');
  const [busy, setBusy] = useState(false);
  const [sentence, setSentence] = useState<string | null>(null);

  const keep = async () => {
    setBusy(true);
    const refused = await put({ statement: null, kind, text, places: placesOf(field.at, where) });
    setBusy(false);
    if (refused) return setSentence(sentenceFor(refused));
    tell('info', 'Kept in the comment bank.');
    onClose();
  };

  return (
    <ConfirmDialog
      opened
      title="Keep these words in the comment bank"
      confirm="Keep"
      disabled={text.trim() === ''}
      busy={busy}
      onConfirm={() => void keep()}
      onCancel={onClose}
    >
      <Textarea
        label="Statement"
        description="{first name}, {learner} and {unit} are filled in when it is inserted"
        data-autofocus
        autosize
        minRows={3}
        maxRows={10}
        maxLength={STATEMENT_LIMIT}
        dir="auto"
        lang="en-GB"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setSentence(null);
        }}
      />
      {named !== phrase && (
        <Checkbox
          label={`For any learner: {first name} instead of ${firstName(learner)}`}
          checked={general}
          onChange={(event) => {
            const wanted = event.currentTarget.checked;
            setGeneral(wanted);
            setText(wanted ? named : phrase);
          }}
        />
      )}
      <SegmentedControl
        aria-label="Kind"
        data={STATEMENT_KINDS.map((value) => ({ value, label: KIND_NAMES[value] }))}
        value={kind}
        onChange={setKind}
      />
      <Radio.Group label="Offered first for" value={where} onChange={(value) => setWhere(whereOf(value))}>
        {WHERE.map(({ value, label }) => (
          <Radio key={value} value={value} label={label} mt={4} size="xs" />
        ))}
      </Radio.Group>
      {sentence && <Notice tone="error">{sentence}</Notice>}
      <Anchor component="button" type="button" size="xs" ta="start" onClick={onKeepBank}>
        Open the comment bank
      </Anchor>
    </ConfirmDialog>
  );
}

function whereOf(value: string): Where {
  return WHERE.find((one) => one.value === value)?.value ?? 'anywhere';
}

function placesOf(at: BankPlace, where: Where): BankPlace[] {
  if (where === 'anywhere') return [];
  const section = where === 'assessment' ? null : at.section;
  return [{ ...at, section, criterion: where === 'criterion' ? at.criterion : null }];
}
