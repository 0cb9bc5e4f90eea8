import { useState } from 'react';
import { recogniseExportName } from '../../../shared/documents/recognise-export-name.ts';
import type { LearnerId } from '../../../shared/model/ids.ts';
import { call } from '../../api/call.ts';
import { usePendingFiles } from '../../store/pending-files.ts';
import { Notice } from '../../ui/notice.tsx';
import { WindowDrop } from '../../ui/window-drop.tsx';

type Props = { readonly onLearner: (learner: LearnerId) => void };

/** Takes files while no learner is open: a name in the awarding organisation's form finds the learner it speaks of. */
export function LearnerDrop({ onLearner }: Props) {
  const put = usePendingFiles((state) => state.put);
  const [sentence, setSentence] = useState<string | null>(null);

  async function find(files: readonly File[]): Promise<void> {
    const number = files.map((file) => recogniseExportName(file.name)?.registrationNumber).find((one) => one);
    if (!number) {
      setSentence(
        'The file’s name does not say whose it is. Nothing was taken in. Open the learner, then drop it again.',
      );
      return;
    }
    const reply = await call('learners.list', { search: number, limit: 20 });
    const learner = reply.ok ? reply.value.rows.find((row) => row.registrationNumber === number) : undefined;
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
