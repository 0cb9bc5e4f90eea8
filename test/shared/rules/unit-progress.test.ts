import { expect, it } from 'vitest';
import { type AttemptStanding, type UnitState, unitsByAssessment } from '../../../shared/rules/unit-progress.ts';

const attempt = (assessment: string, number: number, outcome: AttemptStanding['outcome'], units = ['602']) => ({
  assessment,
  number,
  outcome,
  units,
});

it.each<{
  readonly what: string;
  readonly attempts: readonly AttemptStanding[];
  readonly state: UnitState | undefined;
}>([
  { what: 'no attempt', attempts: [], state: undefined },
  { what: 'an attempt that is not signed', attempts: [attempt('a', 1, null)], state: 'in-progress' },
  { what: 'a signed pass', attempts: [attempt('a', 1, 'pass')], state: 'achieved' },
  { what: 'a signed referral', attempts: [attempt('a', 1, 'referral')], state: 'referred' },
  {
    what: 'a referral and its resubmission, in whatever order they come',
    attempts: [attempt('a', 2, null), attempt('a', 1, 'referral')],
    state: 'in-progress',
  },
  {
    what: 'a resubmission referred again',
    attempts: [attempt('a', 1, 'referral'), attempt('a', 2, 'referral')],
    state: 'referred',
  },
  {
    what: 'a resubmission that passed',
    attempts: [attempt('a', 1, 'referral'), attempt('a', 2, 'pass')],
    state: 'achieved',
  },
  {
    what: 'a referral beside an integrated assessment that passed',
    attempts: [attempt('a', 1, 'referral'), attempt('both', 1, 'pass', ['602', '604'])],
    state: 'achieved',
  },
  {
    what: 'a pass beside an integrated assessment that is being marked',
    attempts: [attempt('a', 1, 'pass'), attempt('both', 1, null, ['602', '604'])],
    state: 'achieved',
  },
  {
    what: 'a referral beside an integrated assessment that is being marked',
    attempts: [attempt('a', 1, 'referral'), attempt('both', 1, null, ['602', '604'])],
    state: 'in-progress',
  },
])('a unit with $what is $state', ({ attempts, state }) => {
  expect(unitsByAssessment(attempts).get('602')).toBe(state);
});
