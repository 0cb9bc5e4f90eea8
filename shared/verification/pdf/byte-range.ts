import { err, ok, type Result } from '../../lib/result.ts';
import { hexValue } from './characters.ts';
import type { SignatureDictionary } from './signature-dictionary.ts';
import { entry, integerOf, itemsOf } from './value.ts';

/** What a signature covers: everything from the file's start to `end`, but for the signature itself. */
export type Coverage = { readonly holder: { readonly from: number; readonly to: number }; readonly end: number };

export type RangeFault =
  | 'not-four-numbers'
  | 'not-from-the-start'
  | 'gap-is-not-the-signature'
  | 'signature-not-hexadecimal'
  | 'beyond-the-file';

/** Holds a ByteRange to the one shape that leaves nothing out: `[0 a b c]`, its gap exactly the hexadecimal Contents. */
export function readCoverage(bytes: Uint8Array, signature: SignatureDictionary): Result<Coverage, RangeFault> {
  const [start, before, behind, after, ...more] = itemsOf(entry(signature.dict, 'ByteRange')).map(integerOf);
  if (more.length > 0 || start == null || before == null || behind == null || after == null) {
    return err('not-four-numbers');
  }
  if (start !== 0) return err('not-from-the-start');
  const { contents } = signature;
  if (contents === null || before !== contents.start || behind !== contents.end || after <= 0) {
    return err('gap-is-not-the-signature');
  }
  const digits = bytes.subarray(before + 1, behind - 1);
  if (!contents.hex || digits.length % 2 !== 0 || digits.some((digit) => hexValue(digit) < 0)) {
    return err('signature-not-hexadecimal');
  }
  const end = behind + after;
  return end > bytes.length ? err('beyond-the-file') : ok({ holder: { from: before, to: behind }, end });
}

/** The covered bytes, in two parts. */
export function coveredParts(bytes: Uint8Array, { holder, end }: Coverage): readonly Uint8Array[] {
  return [bytes.subarray(0, holder.from), bytes.subarray(holder.to, end)];
}
