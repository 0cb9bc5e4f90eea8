/** White space, control characters, and what is drawn as nothing: joiners, direction marks, soft hyphens. */
const NOTHING = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/gu;

/** Whether a text shows nothing to a reader, however many characters it has. */
export function isBlank(text: string): boolean {
  return text.replace(NOTHING, '') === '';
}

/** Letters and signs as a person counts them: an accent that stands by itself belongs to the letter before it. */
export function countCharacters(text: string): number {
  return [...text.replace(/\p{M}/gu, '')].length;
}
