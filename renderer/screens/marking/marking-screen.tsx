import type { AttemptId } from '../../../shared/model/ids.ts';

/** The marking desk of one attempt. */
export function MarkingScreen({ attempt }: { readonly attempt: AttemptId }) {
  return <p>{attempt}</p>;
}
