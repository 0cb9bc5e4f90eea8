import { Select, TextInput } from '@mantine/core';
import type { EvidenceRules } from '../../shared/model/pack.ts';

type Props = {
  /** The source's list; null where it has none, and any words will do. */
  readonly rules: EvidenceRules | null;
  /** The type's code in the list; null where it is in own words, or not chosen yet. */
  readonly code: string | null;
  readonly own: boolean;
  readonly words: string;
  readonly codeFault: string | null;
  readonly wordsFault: string | null;
  /** Null: in own words. */
  readonly onCode: (code: string | null) => void;
  readonly onWords: (words: string) => void;
};

/** Stands for own words in the list; no code of a source has a space. */
const OWN = 'own words';
/** Longest wording, in characters, that the closed list shows whole. */
const SHOWN_WHOLE = 70;

/** The type of a piece of evidence: one of the source's list, or own words where the list is open or missing. */
export function EvidenceType({ rules, code, own, words, codeFault, wordsFault, onCode, onWords }: Props) {
  const chosen = rules?.kinds.find((one) => one.code === code);
  return (
    <>
      {rules && (
        <Select
          label="Type"
          description={
            chosen && chosen.text.length > SHOWN_WHOLE
              ? chosen.text
              : rules.open
                ? 'As the source lists it; the list is open'
                : 'As the source lists it'
          }
          placeholder="Choose"
          allowDeselect={false}
          data={[
            ...rules.kinds.map((kind) => ({ value: kind.code, label: kind.text })),
            ...(rules.open ? [{ value: OWN, label: 'Another type, in your own words' }] : []),
          ]}
          value={own ? OWN : code}
          error={codeFault}
          onChange={(value) => value && onCode(value === OWN ? null : value)}
        />
      )}
      {own && (
        <TextInput
          label={rules ? 'Type in your own words' : 'Type'}
          description={rules ? undefined : 'In your own words: the source has no list of evidence'}
          maxLength={200}
          dir="auto"
          value={words}
          error={wordsFault}
          onChange={(event) => onWords(event.currentTarget.value)}
        />
      )}
    </>
  );
}
