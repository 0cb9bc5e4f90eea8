import { catalogOf, type FormNode } from '../pdf/form-fields.ts';
import type { Found } from '../pdf/pdf-file.ts';
import { entry, type PdfDict, type PdfValue } from '../pdf/value.ts';
import { hasOneUser } from './census.ts';
import type { Effect } from './effect.ts';
import { judgeAppearance, judgeField } from './judge-field.ts';
import { judgeFieldList, judgeForm, judgeResources } from './judge-form.ts';
import { judgeAnnotations } from './judge-page.ts';
import type { Step } from './step.ts';

/** Judges the change of one object of the signed document by the part that it plays there. */
export type RoleJudge = (was: Found, now: Found) => readonly Effect[];

/**
 * The parts of a signed document that an update may replace in place. An object that would play two of them has none:
 * what is harmless in one part may not be so in the other.
 */
export class Roles {
  readonly #judges = new Map<number, RoleJudge | null>();
  readonly #step: Step;

  constructor(step: Step) {
    this.#step = step;
    this.#assignDocument();
    for (const field of step.oldFields.values()) this.#assignField(field);
    for (const number of step.census.annotationArrays) {
      const array: PdfValue = { kind: 'ref', number, generation: 0 };
      this.#assignSole(array, (was, now) => judgeAnnotations(step, was.value, now.value));
    }
  }

  /** Null for an object without a part, or with more than one. */
  of(number: number): RoleJudge | null {
    return this.#judges.get(number) ?? null;
  }

  #assignDocument(): void {
    const step = this.#step;
    const { trailer } = step.older;
    const catalog = catalogOf(step.file, step.older);
    const form = step.file.dict(step.older, entry(catalog, 'AcroForm'));
    // The catalog and the properties are judged whole, whether their own object changed or another took its place.
    this.#assign(entry(trailer, 'Root'), () => []);
    // Only trailers name the document's information; an object that does gives it a second part.
    const information = entry(trailer, 'Info');
    if (information.kind === 'ref' && !step.census.references.has(information.number)) {
      this.#assign(information, () => []);
    }
    this.#assignSole(entry(catalog, 'Metadata'), () => []);
    this.#assignSole(entry(catalog, 'DSS'), () => [{ kind: 'validation-data' }]);
    this.#assignSole(entry(catalog, 'AcroForm'), (was, now) => judgeForm(step, dictOf(was), dictOf(now)));
    this.#assignSole(entry(form, 'Fields'), (was, now) => judgeFieldList(step, was.value, now.value));
    this.#assignSole(entry(form, 'DR'), (was, now) => judgeResources(step, was.value, now.value));
  }

  #assignField(field: FormNode): void {
    const step = this.#step;
    this.#assign({ kind: 'ref', number: field.number, generation: 0 }, (was, now) => judgeField(step, field, was, now));
    this.#assignAppearance(entry(field.dict, 'AP'), field, 0);
  }

  /** The appearance, its three kinds, and the states that each may have. */
  #assignAppearance(value: PdfValue, field: FormNode, depth: number): void {
    if (value.kind === 'null' || depth > 2) return;
    this.#assignSole(value, () => judgeAppearance(this.#step, field));
    const { file, older } = this.#step;
    if (value.kind === 'ref' && file.object(older, value.number).isStream) return;
    for (const part of file.dict(older, value).entries.values()) this.#assignAppearance(part, field, depth + 1);
  }

  #assign(value: PdfValue, judge: RoleJudge): void {
    if (value.kind === 'ref') this.#judges.set(value.number, this.#judges.has(value.number) ? null : judge);
  }

  #assignSole(value: PdfValue, judge: RoleJudge): void {
    if (value.kind === 'ref' && hasOneUser(this.#step.census, value.number)) this.#assign(value, judge);
  }
}

function dictOf(found: Found): PdfDict {
  return found.value.kind === 'dict' ? found.value : { kind: 'dict', entries: new Map() };
}
