import { sentenceForVerdict } from '../../../shared/verification/sentence.ts';
import type { Verdict } from '../../../shared/verification/verification.ts';

/** The verdict on a file, where what is known of its signers' keys is told beside it. */
export function verdictSentence(verdict: Verdict): string {
  if (verdict !== 'intact') return sentenceForVerdict(verdict);
  return 'INTACT. Nothing that was signed has been altered since. Whether the signers are who their certificates say is another question: what is known here of each key stands with its name.';
}
