import type { StatementKind } from '../../../shared/model/comment-bank.ts';

/** The kinds as the sheet names its two fields. */
export const KIND_NAMES: Readonly<Record<StatementKind, string>> = {
  strengths: 'Strengths',
  improvements: 'Areas for improvement',
};
