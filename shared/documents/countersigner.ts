import type { Form, SignaturePlace } from '../model/pack.ts';
import type { Role } from '../model/person.ts';

/** Where another assessor countersigns what an assessor in training signed; no form of source 003 has such a place. */
const COUNTERSIGNER: SignaturePlace = {
  id: 'countersigner',
  role: 'countersigning-assessor',
  signatureLabel: 'Countersigning assessor signature and date:',
  nameLabel: 'Name of countersigning assessor:',
  dateLabel: null,
};

/** The form that a person's sheet is signed on: for an assessor in training with the app's place, where it has none. */
export function formFor(form: Form, roles: readonly Role[]): Form {
  const places = form.signaturePlaces;
  if (!roles.includes('assessor-in-training')) return form;
  if (places.some((place) => place.role === COUNTERSIGNER.role || place.id === COUNTERSIGNER.id)) return form;
  const after = places.findIndex((place) => place.role === 'assessor') + 1;
  return { ...form, signaturePlaces: [...places.slice(0, after), COUNTERSIGNER, ...places.slice(after)] };
}

/** Whether it is the place that the app adds, which the print says. */
export function isAddedPlace(place: SignaturePlace): boolean {
  return place.id === COUNTERSIGNER.id && place.signatureLabel === COUNTERSIGNER.signatureLabel;
}
