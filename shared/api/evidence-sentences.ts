import { assertNever } from '../lib/assert-never.ts';
import { civilDateOf, showDate } from '../lib/dates.ts';
import type { Role } from '../model/person.ts';
import { count } from './amounts.ts';
import type { AppError } from './errors.ts';

type EvidenceCode =
  | 'sheet-not-signed'
  | 'section-not-carried'
  | 'section-not-stale'
  | 'revision-unknown'
  | 'certificate-expired'
  | 'identity-refused'
  | 'certificate-refused'
  | 'not-your-role'
  | 'register-refused'
  | 'register-missing'
  | 'check-unknown'
  | 'not-a-signed-sheet'
  | 'check-diverged'
  | 'own-work'
  | 'place-unknown'
  | 'place-signed'
  | 'place-waits'
  | 'place-passed'
  | 'signed-by-you'
  | 'marks-incomplete'
  | 'person-unknown'
  | 'extract-empty';

export type EvidenceError = Extract<AppError, { code: EvidenceCode }>;

/** What a role is called to a person. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  assessor: 'assessor',
  'assessor-in-training': 'assessor in training',
  'countersigning-assessor': 'countersigning assessor',
  iqa: 'IQA',
  'lead-iqa': 'lead IQA',
  ev: 'external verifier',
};

/** The sentences for signatures, keys, the register, checks and the chain. */
export function evidenceSentence(error: EvidenceError): string {
  switch (error.code) {
    case 'sheet-not-signed':
      return 'The sheet is not signed, so there is nothing to reopen. Everything on it is saved. Carry on with it as it is.';
    case 'section-not-carried':
      return `The section “${error.section}” is not carried from an earlier attempt. Nothing was changed. Open the sheet again.`;
    case 'section-not-stale':
      return `The section “${error.section}” comes from the latest signed revision already, or that revision refers it. Nothing was changed. Open it again with a reason if it is to be marked anew.`;
    case 'revision-unknown':
      return `The sheet has no revision ${error.revision}. Nothing was changed. Choose one that it has.`;
    case 'certificate-expired':
      return `Your certificate ended on ${showDate(civilDateOf(error.until))}, so nothing was signed. Everything entered is saved. Renew it under Settings, and have the lead IQA enter the new key in the register.`;
    case 'identity-refused':
      return identityRefused(error.reason);
    case 'certificate-refused':
      return error.reason === 'own'
        ? 'That is your own certificate, which is known already. Nothing was changed. Send it to the lead IQA.'
        : 'The file holds no certificate that can be read. Nothing was changed. Ask for the file that “Save my certificate” writes.';
    case 'not-your-role':
      return `This needs the role of ${ROLE_NAMES[error.role]}, which your certificate does not name. Nothing was changed. Renew your certificate with that role under Settings if you hold it.`;
    case 'register-refused':
      return registerRefused(error.reason);
    case 'register-missing':
      return 'There is no register in this workspace yet. Nothing was changed. The lead IQA signs it and sends it as a file.';
    case 'check-unknown':
      return 'That sheet is not among those that came in. Nothing was changed. Go back to the list and choose again.';
    case 'not-a-signed-sheet':
      return notASignedSheet(error);
    case 'check-diverged':
      return 'Two different files of this sheet have been signed apart from each other, so this one was not taken. The one that came first is safe. Ask the sender which of them counts.';
    case 'own-work':
      return 'You marked this sheet, so you cannot check it: nobody checks their own work, with whatever key. Nothing was changed. Pass it to another IQA.';
    case 'place-unknown':
      return `The form has no place “${error.place}” to sign. Nothing was changed. Open the sheet again.`;
    case 'place-signed':
      return `“${error.place}” is signed already. Nothing was changed, and the signature stands. Open the sheet again to see it.`;
    case 'place-waits':
      return `“${error.place}” has to be signed first. Nothing was changed. Send the sheet there before it is checked.`;
    case 'place-passed':
      return `“${error.place}” has been signed already, so nothing is added before it. Nothing was changed. Ask for the file as it was before that signature.`;
    case 'signed-by-you':
      return `You signed this sheet at “${error.place}”, so you cannot sign it again: each signature is another person’s. Nothing was changed. Pass it to somebody else.`;
    case 'marks-incomplete':
      return `${count(error.sections.length, 'section has', 'sections have')} no QA mark yet, so nothing was signed. Everything entered is still here. Give each section its mark.`;
    case 'person-unknown':
      return 'That person is not known in this workspace. Nothing was written. Choose one from the list.';
    case 'extract-empty':
      return 'Nothing in the audit chain is about that, so no extract was written. Nothing was changed. Choose another sheet, learner or person.';
    default:
      return assertNever(error);
  }
}

function identityRefused(reason: Extract<AppError, { code: 'identity-refused' }>['reason']): string {
  switch (reason) {
    case 'wrong-protection':
      return 'The passphrase does not open the identity file. Nothing was changed. Type the one that was given when the file was saved.';
    case 'damaged':
      return 'The identity file cannot be read. Nothing was changed. Copy it again from where it came.';
    case 'not-ours':
      return 'The file holds no identity that Countersign saved. Nothing was changed. Choose the file that “Save my identity” wrote.';
    case 'known-key':
      return 'That key is in this workspace already. Nothing was changed. There is nothing to bring in.';
    default:
      return assertNever(reason);
  }
}

function registerRefused(reason: Extract<AppError, { code: 'register-refused' }>['reason']): string {
  const kept = 'The register in force is unchanged.';
  switch (reason) {
    case 'damaged':
      return `The file is no register that can be read. ${kept} Ask the lead IQA for it again.`;
    case 'signature':
      return `The register's signature does not fit what it says, so it was not taken. ${kept} Ask the lead IQA for it again, and how it was sent.`;
    case 'older':
      return `The register is not newer than the one in force. ${kept} Nothing needs to be done.`;
    case 'other-centre':
      return `The register is another centre's. ${kept} Check which file it is.`;
    case 'unknown-key':
      return `A key in the list has not been seen here. ${kept} Bring in that person's certificate first.`;
    case 'key-twice':
      return `A key stands in the list for two people. ${kept} Give each key to one person.`;
    case 'no-lead-iqa':
      return `The list does not name you as lead IQA with your present key. ${kept} Add yourself to it.`;
    default:
      return assertNever(reason);
  }
}

function notASignedSheet({ name, reason }: Extract<AppError, { code: 'not-a-signed-sheet' }>): string {
  const safe = 'Nothing was changed.';
  switch (reason) {
    case 'altered':
      return `“${name}” was altered after it was signed, so it was not taken. ${safe} Verify it to see what was altered, and ask the sender for it again.`;
    case 'not-checkable':
      return `The signatures of “${name}” cannot be checked, so it was not taken. ${safe} Verify it to see why, and ask the sender for it again.`;
    case 'no-data':
      return `“${name}” carries no sheet as data, so it cannot be checked here. ${safe} Ask for the PDF that Countersign exported, as it was.`;
    case 'type':
      return `“${name}” is not a signed sheet's file. ${safe} Choose the PDF that Countersign exported, and its DOCX if you have it.`;
    case 'other-sheet':
      return `“${name}” is not the DOCX that was signed with this PDF. ${safe} Choose the pair that was exported together, or the PDF alone.`;
    default:
      return assertNever(reason);
  }
}
