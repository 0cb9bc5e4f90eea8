import { useState } from 'react';
import type { LearnerId } from '../../../shared/model/ids.ts';
import { usePendingFiles } from '../../store/pending-files.ts';
import { Notice } from '../../ui/notice.tsx';
import { WindowDrop } from '../../ui/window-drop.tsx';
import { learnerByNumber } from './learner-by-number.ts';
import { claimedNumber } from './name-claim.ts';

type Props = { readonly onLearner: (learner: LearnerId) => void };

/** Takes files while no learner is open: a name in the awarding organisation's form finds the learner it speaks of. */
export function LearnerDrop({ onLearner }: Props) {
  const put = usePendingFiles((state) => state.put);
  const [sentence, setSentence] = useState<string | null>(null);

  async function find(files: readonly File[]): Promise<void> {
    const number = claimedNumber(files);
    if (!number) {
      setSentence(
        'The file’s name does not say whose it is. Nothing was taken in. Open the learner, then drop it again.',
      );
      return;
    }
    const learner = await learnerByNumber(number);
    if (!learner) {
      setSentence(
        `No learner has the registration number ${number} that the file is named for. Nothing was taken in. Add the learner, then drop it again.`,
      );
      return;
    }
    setSentence(null);
    put(learner.id, files);
    onLearner(learner.id);
  }

  return (
    <>
      <WindowDrop label="Drop the script here; its name finds the learner" onFiles={(files) => void find(files)} />
      {sentence && <Notice tone="warning">{sentence}</Notice>}
    </>
  );
}
