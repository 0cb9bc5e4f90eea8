import { canonicalJson } from '../../../shared/lib/canonical-json.ts';
import {
  ATTACHMENT,
  type AttachedSheet,
  type SignedCheck,
  type SignedRegister,
} from '../../../shared/model/evidence.ts';
import type { Attachment } from '../../exports/attachment.ts';

/** What signed files carry as data, and what each is to a person who finds it. */
export function attachedSheet(sheet: AttachedSheet): Attachment {
  return { name: ATTACHMENT.sheet, json: canonicalJson(sheet), description: 'The signed mark sheet as data' };
}

export function attachedCheck(check: SignedCheck): Attachment {
  return { name: ATTACHMENT.check, json: canonicalJson(check), description: 'The check of the mark sheet as data' };
}

export function attachedRegister(register: SignedRegister): Attachment {
  const description = 'The people of the centre with their keys, signed by the lead IQA';
  return { name: ATTACHMENT.register, json: canonicalJson(register), description };
}
