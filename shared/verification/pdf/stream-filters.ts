import { Unreadable } from '../unreadable.ts';
import type { Work } from '../work.ts';
import { inflate } from './inflate.ts';
import { entry, integerOf, NULL, nameOf, type PdfDict, type PdfValue } from './value.ts';

/** No stream of references or objects comes near it. */
const LARGEST = 64 * 1024 * 1024;

/** Undoes the filters that cross-reference and object streams come with: none, or Flate with or without a predictor. */
export function decodeStream(dict: PdfDict, data: Uint8Array, work: Work): Uint8Array {
  const filter = only(entry(dict, 'Filter'));
  if (filter.kind === 'null') return data;
  if (nameOf(filter) !== 'FlateDecode') throw new Unreadable('compression');
  const parameters = only(entry(dict, 'DecodeParms'));
  const unpacked = inflate(data, LARGEST, work);
  return parameters.kind === 'dict' ? undoPredictor(parameters, unpacked) : unpacked;
}

/** The value itself, or the only one of an array. */
function only(value: PdfValue): PdfValue {
  if (value.kind !== 'array') return value;
  if (value.items.length > 1) throw new Unreadable('compression');
  return value.items[0] ?? NULL;
}

/** PNG's row filters (ISO 32000-1, 7.4.4.4), one byte a sample as these streams have it. */
function undoPredictor(parameters: PdfDict, data: Uint8Array): Uint8Array {
  const predictor = integerOf(entry(parameters, 'Predictor')) ?? 1;
  if (predictor === 1) return data;
  const columns = integerOf(entry(parameters, 'Columns')) ?? 1;
  const otherSamples = (integerOf(entry(parameters, 'Colors')) ?? 1) !== 1;
  const otherDepth = (integerOf(entry(parameters, 'BitsPerComponent')) ?? 8) !== 8;
  if (predictor < 10 || columns < 1 || columns > 4096 || otherSamples || otherDepth) {
    throw new Unreadable('compression');
  }
  const rows = Math.floor(data.length / (columns + 1));
  const plain = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const kind = data[row * (columns + 1)] ?? 0;
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      const left = column > 0 ? (plain[at - 1] ?? 0) : 0;
      const above = row > 0 ? (plain[at - columns] ?? 0) : 0;
      const corner = row > 0 && column > 0 ? (plain[at - columns - 1] ?? 0) : 0;
      plain[at] = (data[row * (columns + 1) + 1 + column] ?? 0) + predicted(kind, left, above, corner);
    }
  }
  return plain;
}

function predicted(kind: number, left: number, above: number, corner: number): number {
  switch (kind) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4: {
      const estimate = left + above - corner;
      const [byLeft, byAbove, byCorner] = [left, above, corner].map((one) => Math.abs(estimate - one));
      if (byLeft === undefined || byAbove === undefined || byCorner === undefined) return 0;
      if (byLeft <= byAbove && byLeft <= byCorner) return left;
      return byAbove <= byCorner ? above : corner;
    }
    default:
      throw new Unreadable('compression');
  }
}
