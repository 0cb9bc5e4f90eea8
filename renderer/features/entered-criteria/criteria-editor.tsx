import { Button, Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { PackSummary } from '../../../shared/api/contract.ts';
import { ENTERED_LIMITS } from '../../../shared/api/limits.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { Digest } from '../../../shared/model/ids.ts';
import type { Unit } from '../../../shared/model/pack.ts';
import { unitName } from '../../../shared/model/unit-name.ts';
import { unfitText } from '../../../shared/rules/pack-checks/size-and-text.ts';
import type { CriteriaDraft } from '../../store/criteria-drafts.ts';
import { usePacks } from '../../store/packs.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from './criteria-editor.module.css';
import { CriteriaPreview } from './criteria-preview.tsx';
import { numberedAnew, onEnter, readCriteria } from './criteria-text.ts';
import { DiscardButton } from './discard-button.tsx';
import { FaultList } from './fault-list.tsx';

type Props = {
  readonly pack: Digest;
  readonly unit: Unit;
  readonly draft: CriteriaDraft;
  /** Takes the keyboard when it appears. */
  readonly autoFocus: boolean;
  readonly onChange: (draft: CriteriaDraft) => void;
  readonly onDiscard: () => void;
  /** They are entered; the further version of the pack. */
  readonly onEntered: (pack: PackSummary) => void;
};

/** The outcomes and criteria of a unit as lines of text, with what they will be beside them. */
export function CriteriaEditor({ pack, unit, draft, autoFocus, onChange, onDiscard, onEntered }: Props) {
  const enter = usePacks((state) => state.enterCriteria);
  const area = useRef<HTMLTextAreaElement>(null);
  const origin = useRef<HTMLInputElement>(null);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [sentence, setSentence] = useState<string | null>(null);
  const { outcomes, faults } = useMemo(() => readCriteria(draft.text), [draft.text]);
  const empty = outcomes.length === 0;
  const originFault = draft.origin.trim() === '' ? 'Say where the criteria are from' : unfitText(draft.origin);

  const change = (part: Partial<CriteriaDraft>): void => {
    setSentence(null);
    onChange({ ...draft, ...part });
  };

  function showLine(line: number): void {
    const lines = draft.text.split('\n');
    const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    area.current?.focus();
    area.current?.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
  }

  async function save(): Promise<void> {
    setTried(true);
    const [first] = faults;
    if (first) return showLine(first.line);
    if (empty) return area.current?.focus();
    if (originFault) return origin.current?.focus();
    setBusy(true);
    const made = await enter({
      pack,
      unit: unit.code,
      origin: draft.origin,
      outcomes: outcomes.map(({ text, criteria }) => ({ text, criteria: [...criteria] })),
    });
    setBusy(false);
    if (made.ok) onEntered(made.value);
    else setSentence(sentenceFor(made.error));
  }

  return (
    <form
      className={styles.editor}
      aria-label={`Criteria of ${unitName(unit)}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // The question whether to discard is a form of its own, whose answer passes here.
        if (event.target === event.currentTarget) void save();
      }}
    >
      <h3 className={styles.heading}>Enter the outcomes and criteria</h3>
      <div className={styles.columns}>
        <div className={styles.fields}>
          <Textarea
            ref={area}
            autoFocus={autoFocus}
            label="Outcomes and criteria"
            description="A line for each, with its number: 1 for an outcome, 1.1 for a criterion. Paste them, or type: Enter brings the next number, and Enter again makes it the next outcome."
            placeholder={'1 The first outcome\n1.1 Its first criterion\n1.2 Its second criterion'}
            autosize
            minRows={10}
            maxRows={24}
            lang="en-GB"
            value={draft.text}
            error={tried && empty && faults.length === 0 ? 'Enter at least one outcome with one criterion' : null}
            aria-invalid={tried && (empty || faults.length > 0)}
            onKeyDown={(event) => insertNext(event)}
            onChange={(event) => change({ text: event.currentTarget.value.toWellFormed() })}
          />
          <FaultList faults={faults} onShow={showLine} />
          <TextInput
            ref={origin}
            label="Where they are from"
            description="Printed among the pack’s notes, so that anybody can look it up"
            placeholder="Unit specification, edition and page"
            maxLength={ENTERED_LIMITS.origin}
            value={draft.origin}
            error={tried ? originFault : null}
            onChange={(event) => change({ origin: event.currentTarget.value.toWellFormed() })}
          />
        </div>
        <CriteriaPreview outcomes={outcomes} />
      </div>
      <p className={styles.quiet}>
        Entering them makes a further version of the pack. What was taken in and marked before keeps the version that it
        was marked with.
      </p>
      {sentence && <Notice tone="error">{sentence}</Notice>}
      <div className={styles.actions}>
        <Button type="submit" loading={busy}>
          Enter the criteria
        </Button>
        <Button
          variant="default"
          disabled={numberedAnew(draft.text) === draft.text}
          onClick={() => change({ text: numberedAnew(draft.text) })}
        >
          Number anew
        </Button>
        <DiscardButton ask={draft.text.trim() !== ''} onDiscard={onDiscard} />
      </div>
    </form>
  );
}

/** Enter at the end of a row brings the number of the next. */
function insertNext(event: KeyboardEvent<HTMLTextAreaElement>): void {
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || selectionStart !== selectionEnd)
    return;
  const next = onEnter(value, selectionStart);
  if (!next) return;
  event.preventDefault();
  event.currentTarget.setSelectionRange(next.from, selectionStart);
  // The only way to type for a person that the field's own undo takes back.
  document.execCommand('insertText', false, next.insert);
}
