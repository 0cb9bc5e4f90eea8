import { catalogOf } from '../pdf/form-fields.ts';
import { changedKeys, entry, itemsOf, nameOf, type PdfDict, sameValue } from '../pdf/value.ts';
import { safeText } from '../safe-text.ts';
import { type Effect, refused, withoutPart } from './effect.ts';
import { judgeForm } from './judge-form.ts';
import { judgePage } from './judge-page.ts';
import { judgeInformation, judgeMetadata } from './judge-properties.ts';
import { Roles } from './roles.ts';
import { isNew, type Step } from './step.ts';

/**
 * Judges what an update did to a signed document: every object that it defines anew must play one known part, and its
 * change must be one that this part allows. What is not known to be harmless is refused.
 */
export function judgeUpdate(step: Step): readonly Effect[] {
  const roles = new Roles(step);
  const ofObjects = [...step.changed].flatMap((number) => judgeObject(step, roles, number));
  const properties = [...judgeInformation(step), ...judgeMetadata(step)];
  const effects = [...judgeTrailer(step), ...judgeCatalog(step), ...properties, ...ofObjects];
  if (step.permission > 1) return effects;
  return effects.map((one) =>
    one.kind === 'refused' || one.kind === 'validation-data'
      ? one
      : { kind: 'refused', refusal: { what: 'nothing-permitted' } },
  );
}

function judgeTrailer({ older, newer }: Step): readonly Effect[] {
  const [was, now] = [older.trailer, newer.trailer];
  const [firstWas] = itemsOf(entry(was, 'ID'));
  const [firstNow] = itemsOf(entry(now, 'ID'));
  const sameIdentity = !firstWas || (firstNow !== undefined && sameValue(firstWas, firstNow));
  const same = ['Root', 'Encrypt'].every((key) => sameValue(entry(was, key), entry(now, key)));
  if (!same || !sameIdentity) return refused({ what: 'trailer' });
  return [];
}

/** The catalog may only get what signing needs: the form, validation data, metadata. */
function judgeCatalog(step: Step): readonly Effect[] {
  const { file, older, newer } = step;
  const was = catalogOf(file, older);
  const now = catalogOf(file, newer);
  return changedKeys(was, now).flatMap((key): readonly Effect[] => {
    switch (key) {
      case 'AcroForm':
        return judgeForm(step, file.dict(older, entry(was, key)), file.dict(newer, entry(now, key)));
      case 'DSS':
        return [{ kind: 'validation-data' }];
      case 'Extensions':
        return judgeExtensions(step, file.dict(older, entry(was, key)), file.dict(newer, entry(now, key)));
      case 'Metadata':
        return [];
      default:
        return refused({ what: 'catalog', key: safeText(key) });
    }
  });
}

/** Whose additions to the standard the file uses; Acrobat enters its own as it signs. Nothing is shown by it. */
function judgeExtensions(step: Step, was: PdfDict, now: PdfDict): readonly Effect[] {
  const harmless = changedKeys(was, now).every(
    (key) => !was.entries.has(key) && step.file.resolve(step.newer, entry(now, key)).kind === 'dict',
  );
  return harmless ? [{ kind: 'properties' }] : refused({ what: 'catalog', key: 'Extensions' });
}

function judgeObject(step: Step, roles: Roles, number: number): readonly Effect[] {
  const { file, older, newer, census } = step;
  if (isNew(step, number)) {
    // The signed document points at a place that was empty: filling it would put something into that document.
    return census.references.has(number) ? refused({ what: 'gap-filled', object: number }) : [];
  }
  const was = file.object(older, number);
  const now = file.object(newer, number);
  if (!was.isStream && !now.isStream && sameValue(was.value, now.value)) return [];
  const judge = roles.of(number);
  if (judge) return judge(was, now);
  if (census.pageContents.has(number)) return refused({ what: 'page-content', page: step.pages.of(number) });
  const type = was.value.kind === 'dict' ? nameOf(entry(was.value, 'Type')) : null;
  if (type === 'Page' && was.value.kind === 'dict' && !was.isStream && !now.isStream) {
    return judgePage(step, number, was.value, now.value);
  }
  return withoutPart(number, type === null ? null : safeText(type));
}
