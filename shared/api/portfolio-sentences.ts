import { assertNever } from '../lib/assert-never.ts';
import type { AppError } from './errors.ts';

type PortfolioError = Extract<
  AppError,
  {
    code:
      | 'evidence-unknown'
      | 'evidence-kind-refused'
      | 'evidence-form-refused'
      | 'evidence-simulated'
      | 'evidence-locked'
      | 'criterion-locked'
      | 'criterion-without-evidence'
      | 'work-unknown'
      | 'plan-missing'
      | 'criteria-entered';
  }
>;

/** The sentences for evidence, assessment plans and criteria that a centre enters. */
export function portfolioSentence(error: PortfolioError): string {
  switch (error.code) {
    case 'evidence-unknown':
      return 'That piece of evidence is not in this portfolio. Nothing was changed. Open the portfolio again.';
    case 'evidence-kind-refused':
      return `The source’s list of evidence has no “${error.kind}”, and the list is closed. Nothing was changed. Choose a type from the list.`;
    case 'evidence-form-refused':
      return `Evidence of the type “${error.kind}” cannot be recorded as ${error.form}. Nothing was changed. Choose another type, or another way to record it.`;
    case 'evidence-simulated':
      return `The source forbids simulation: “${error.wording}” Nothing was changed. Use evidence from the workplace.`;
    case 'evidence-locked':
      return `${lockReason(error)} Nothing was changed. Add a new piece of evidence, or open that sheet again first.`;
    case 'criterion-locked':
      return `${lockReason(error)} Nothing was changed. Open that sheet again first.`;
    case 'criterion-without-evidence':
      return `Criterion ${error.criterion} has no evidence yet, so it cannot be achieved. Nothing was changed. Add the evidence first, or choose a piece that is in the portfolio already.`;
    case 'work-unknown':
      return 'That piece of work is not in this plan. Nothing was changed. Open the plan again.';
    case 'plan-missing':
      return 'There is no plan for this qualification yet. Nothing was written. Enter a piece of work first.';
    case 'criteria-entered':
      return `${error.unit} has criteria from its source, and those are not changed here. Nothing was changed. A corrected pack can be added as a new version.`;
    default:
      return assertNever(error);
  }
}

type Lock = Extract<AppError, { code: 'evidence-locked' | 'criterion-locked' }>;

/** Why evidence, or what is linked to a criterion, cannot be changed; said where nothing was tried yet. */
export function lockReason(lock: Lock): string {
  return lock.code === 'evidence-locked'
    ? `E${lock.number} is what criterion ${lock.criterion} of ${lock.unit} was signed on, so it stays as it is.`
    : `Criterion ${lock.criterion} of ${lock.unit} is achieved on a signed sheet, so its evidence stays as it was signed.`;
}

/** A piece of evidence was added, by its number, and could not be linked to its criterion. */
export function addedUnlinkedSentence(number: number, why: AppError): string {
  const kept = `E${number} is in the portfolio now, but it is not linked to this criterion.`;
  return why.code === 'criterion-locked'
    ? `${kept} ${lockReason(why)} Open that sheet again first, then choose E${number} from the portfolio.`
    : `${kept} Choose it from the portfolio to try again.`;
}
