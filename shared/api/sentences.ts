import { assertNever } from '../lib/assert-never.ts';
import { count, sizeText } from './amounts.ts';
import { bankSentence } from './bank-sentences.ts';
import { enrolmentSentence } from './enrolment-sentences.ts';
import type { AppError } from './errors.ts';
import { evidenceSentence } from './evidence-sentences.ts';
import { portfolioSentence } from './portfolio-sentences.ts';

/** What happened, what is safe, and what to do next, for every expected failure. */
export function sentenceFor(error: AppError): string {
  switch (error.code) {
    case 'invalid-input':
      return `${placeName(error.place)} was not accepted: ${error.reason}. Nothing was changed. Correct it and try again.`;
    case 'unknown-call':
      return `This version of Countersign does not know “${error.call}”. Nothing was changed. Check the name, or use a newer version.`;
    case 'sender-refused':
      return 'The request did not come from Countersign’s own window, so it was refused. Nothing was changed. Close this page and open Countersign again.';
    case 'internal':
      return `Something went wrong inside Countersign. What was saved before is safe. Try again; if it happens again, restart Countersign and quote incident ${error.incident}.`;
    case 'cancelled':
      return 'Stopped as you asked. What was finished before that is kept.';
    case 'not-available-here':
      return `This window cannot do that: ${error.what} needs the Countersign app. Nothing was changed. Open Countersign and try there.`;

    case 'workspace-locked':
      return 'The workspace is locked. Everything saved is safe. Unlock it with your passphrase and carry on.';
    case 'workspace-exists':
      return 'There is a workspace here already, and it was left as it is. Unlock it with its passphrase.';
    case 'workspace-missing':
      return 'There is no workspace here yet. Nothing was changed. Set one up first.';
    case 'workspace-in-use':
      return 'Another copy of Countersign has this workspace open. Everything in it is safe. Close the other copy and try again.';
    case 'workspace-damaged':
      return `The workspace cannot be read: ${error.what}. Countersign has changed nothing in it. Keep the folder as it is and restore the latest backup.`;
    case 'workspace-from-the-future':
      return `A newer version of Countersign made this workspace (format ${error.found}; this version knows ${error.known}). Nothing was changed. Open it with the newer version.`;
    case 'wrong-passphrase':
      return 'That is not the passphrase. Nothing was changed. Check Caps Lock and the keyboard layout, and type it again.';
    case 'weak-passphrase':
      return `The passphrase is too short: it needs at least ${error.least} characters. Nothing was changed. Several unrelated words make a good one.`;
    case 'disk-full':
      return 'The disk is full, so the last change was not saved. Everything saved before it is safe. Free some space and try again.';
    case 'disk-refused':
      return 'The disk refused to be read or written. Everything saved before is safe. Check that the drive is connected and not read-only, and try again.';

    case 'pack-unknown':
      return 'That qualification pack is not in this workspace. Nothing was changed. Add the pack under Qualifications and try again.';
    case 'pack-refused': {
      const first = error.findings[0];
      const where = first ? ` First: ${first.place}: ${first.message.replace(/\.$/, '')}.` : '';
      return `The pack was not added: ${count(error.count, 'place is', 'places are')} not right.${where} Nothing was changed. Mend the file and add it again.`;
    }
    case 'pack-version-taken':
      return `Version ${error.version} of ${error.pack} is here already with different content. Nothing was changed. Give the new content a new version number.`;
    case 'assessment-unknown':
      return `The pack has no assessment “${error.assessment}”. Nothing was changed. Choose one that the pack lists.`;

    case 'learner-unknown':
      return 'That learner is not in this workspace. Nothing was changed. Go back to the list of learners and choose again.';
    case 'registration-number-taken':
      return `Another learner already has the registration number ${error.registrationNumber}. Nothing was changed. Open that learner, or check the number.`;
    case 'enrolment-unknown':
    case 'qualification-unknown':
    case 'unit-not-in-group':
    case 'unit-twice':
    case 'recognition-unproved':
    case 'recognition-after-today':
      return enrolmentSentence(error);
    case 'evidence-unknown':
    case 'evidence-kind-refused':
    case 'evidence-form-refused':
    case 'evidence-simulated':
    case 'evidence-locked':
    case 'criterion-locked':
    case 'criterion-without-evidence':
    case 'work-unknown':
    case 'plan-missing':
    case 'criteria-entered':
      return portfolioSentence(error);
    case 'attempt-unknown':
      return 'That attempt is not in this workspace. Nothing was changed. Go back to the queue and choose again.';
    case 'attempt-exists':
      return `Attempt ${error.number} of this assessment has been taken in already and is not signed. Nothing was changed. Add the file to that attempt, or sign it first.`;
    case 'attempt-not-due':
      return error.reason === 'previous-passed'
        ? 'The learner has passed this assessment, so no further attempt is due. Nothing was changed. Check the learner and the assessment.'
        : 'The attempt before is not signed yet, so the next one cannot be taken in. Nothing was changed. Sign the earlier attempt first.';
    case 'attempt-signed':
      return 'The sheet of this attempt is signed, so the attempt can no longer be changed. The signed sheet is safe. A resubmission is taken in as a new attempt.';
    case 'attempt-returned':
      return 'This attempt was returned to the learner unmarked, so it cannot be marked. Nothing was changed. Withdraw the return first.';
    case 'file-token-unknown':
      return 'The file was no longer waiting to be taken in. Nothing was changed. Choose it again.';
    case 'file-empty':
      return `“${error.name}” is empty (0 bytes), so it was not taken in. Nothing was changed. Ask the learner for the file again.`;
    case 'file-too-large':
      return `“${error.name}” is larger than ${sizeText(error.most)}, so it was not taken in. Nothing was changed. Ask for a smaller file or for several.`;
    case 'file-truncated':
      return `“${error.name}” ended before it should, so it was not taken in. Nothing was changed. Copy it again from where it came and try once more.`;
    case 'file-encrypted':
      return `“${error.name}” is locked with a password, so it was not taken in. Nothing was changed. Ask the learner for a copy without a password.`;
    case 'file-damaged':
      return `“${error.name}” cannot be read as ${typeName(error.claimed)}, so it was not taken in. Nothing was changed. Ask the learner for the file again.`;
    case 'file-not-what-its-name-says':
      return `“${error.name}” is named as ${typeName(error.claimed)} but holds ${typeName(error.found)}, so it was not taken in. Nothing was changed. Ask the learner for the file in its right format.`;
    case 'script-unknown':
      return 'That script is not in this workspace. Nothing was changed. Go back to the attempt and choose again.';
    case 'file-altered-on-disk':
      return `A stored file is no longer what was taken in (SHA-256 ${error.sha256.slice(0, 12)}…), so it was not used. The marks and feedback are safe. Restore the latest backup.`;

    case 'sheet-unknown':
      return 'That sheet is not in this workspace. Nothing was changed. Open it again from the queue.';
    case 'sheet-frozen':
      return 'The sheet is signed and cannot be changed. What was signed is safe. Your last change was not kept.';
    case 'sheet-moved-on':
      return `The sheet is now at revision ${error.revision}, so the change to an earlier one was not kept. Everything in revision ${error.revision} is safe. Open the sheet again.`;
    case 'section-unknown':
      return `The sheet has no section “${error.section}”. Nothing was changed. Open the sheet again.`;
    case 'section-carried':
      return 'This section was passed in an earlier attempt and is carried forward, so it cannot be changed. What was signed is safe. Mark the referred sections.';
    case 'criterion-unknown':
      return `The section has no criterion “${error.criterion}”. Nothing was changed. Open the sheet again.`;
    case 'mark-refused':
      return markRefused(error);
    case 'field-version-unknown':
      return 'That version of the field is not kept here. Nothing was changed. Open the history again.';
    case 'highlight-unknown':
      return 'That highlight is not on this sheet. Nothing was changed. Open the sheet again.';
    case 'sign-off-blocked':
      return `The sheet was not signed: ${count(error.findings, 'thing has', 'things have')} to be put right first. Everything on it is saved. The rehearsal lists ${error.findings === 1 ? 'it' : 'them'}.`;
    case 'warnings-unacknowledged':
      return `The sheet was not signed: ${count(error.warnings, 'warning has', 'warnings have')} not been acknowledged. Everything on it is saved. The rehearsal lists ${error.warnings === 1 ? 'it' : 'them'}.`;
    case 'key-missing':
      return 'There is no signing key for you in this workspace, so nothing was signed. The sheet is saved. Restore the latest backup, which holds the key.';
    case 'nothing-signed':
      return 'None of the chosen sheets is signed yet, so there was nothing to export. Nothing was changed. Sign a sheet first.';

    case 'statement-unknown':
    case 'statement-exists':
    case 'bank-full':
    case 'bank-place-unknown':
    case 'bank-file-refused':
      return bankSentence(error);

    case 'destination-token-unknown':
      return 'A folder is chosen for one export only, and none was chosen for this one. Nothing was written. Choose a folder and export again.';
    case 'destination-gone':
      return 'The chosen folder is no longer there, so nothing more was written. The signed sheets are safe. Choose a folder and export again.';
    case 'destination-refused':
      return 'The chosen folder cannot be written to. The signed sheets are safe. Choose another folder and export again.';
    default:
      return evidenceSentence(error);
  }
}

function markRefused(error: Extract<AppError, { code: 'mark-refused' }>): string {
  const safe = 'The mark saved before is unchanged.';
  switch (error.reason) {
    case 'not-a-whole-number':
      return `A mark is a whole number in digits. ${safe} Type a number from 0 to ${error.available}.`;
    case 'negative':
      return `A mark cannot be less than 0. ${safe} Type a number from 0 to ${error.available}.`;
    case 'above-available':
      return `Only ${count(error.available, 'mark is', 'marks are')} available here. ${safe} Type a number from 0 to ${error.available}.`;
    case 'not-by-section':
      return `This scheme is not marked by section. ${safe} Mark its criteria.`;
    case 'not-by-criterion':
      return `This scheme is not marked by criterion. ${safe} Mark the section.`;
    default:
      return assertNever(error.reason);
  }
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  pdf: 'a PDF',
  docx: 'a Word document (DOCX)',
  odt: 'an OpenDocument text (ODT)',
  rtf: 'rich text (RTF)',
  jpeg: 'a JPEG picture',
  png: 'a PNG picture',
  text: 'plain text',
  zip: 'a ZIP archive',
  ole: 'an old Office file',
  unknown: 'something that is not recognised',
};

/** A file type as a person calls it; a type without a name of its own is said as it stands. */
function typeName(type: string): string {
  return TYPE_NAMES[type] ?? type;
}

function placeName(place: string): string {
  return place === '' ? 'What was sent' : `“${place}”`;
}
