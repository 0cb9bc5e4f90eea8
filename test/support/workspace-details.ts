/** A real derivation that takes a millisecond. */
export const CHEAP_COST = { N: 2 ** 10, r: 8, p: 1 };
export const PASSPHRASE = 'correct horse battery';
export const DETAILS = {
  passphrase: PASSPHRASE,
  centre: { number: '012345', name: 'Fernhollow Training Centre' },
  person: { name: 'Morgan Vale' },
};
