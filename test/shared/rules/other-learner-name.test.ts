import { describe, expect, it } from 'vitest';
import { otherLearnersNamed } from '../../../shared/rules/other-learner-name.ts';

const learners = (...names: readonly string[]) =>
  names.map((name, index) => ({ name, registrationNumber: `R${index + 1}` }));

/** What is found of the others on the sheet of Rhys Jones, assessed by Asha Ray. */
const named = (text: string, ...others: readonly string[]) =>
  otherLearnersNamed(text, learners(...others), ['Rhys Jones (demo)', 'Asha Ray', 'Fernhollow Training']).map(
    ({ words, learner }) => [words, learner.registrationNumber],
  );

describe('another learner’s name in a text', () => {
  it.each([
    ['in full', 'Well done, Amira Okafor.', 'Amira Okafor', 'Amira Okafor'],
    ['in small letters', 'well done amira okafor', 'Amira Okafor', 'amira okafor'],
    ['in capitals', 'AMIRA OKAFOR', 'Amira Okafor', 'AMIRA OKAFOR'],
    ['over a line end', 'Amira\nOkafor', 'Amira Okafor', 'Amira Okafor'],
    ['by the family name alone', 'Okafor shows how.', 'Amira Okafor', 'Okafor'],
    ['with an s behind it', "Okafor's plan", 'Amira Okafor', 'Okafor'],
    ['with a curly s behind it', 'Amira Okafor’s plan', 'Amira Okafor', 'Amira Okafor'],
    ['with another word between', 'Amira Ngozi Okafor', 'Amira Okafor', 'Amira Ngozi Okafor'],
    ['family name first', 'Okafor, Amira has', 'Amira Okafor (demo)', 'Okafor Amira'],
    ['registered family name first', 'Amira Okafor has', 'Okafor, Amira', 'Amira Okafor'],
    ['with a form of address', 'Mrs Okafor has', 'Dr Amira Okafor', 'Okafor'],
    ['without its accents', 'Zoe Angstrom did', 'Zoë Ångström', 'Zoe Angstrom'],
    ['with accents of its own', 'Nguyễn Thị Hạnh did', 'Nguyen Thi Hanh', 'Nguyễn Thị Hạnh'],
    ['with an apostrophe', 'as O’Brien says', "Sean O'Brien", 'O’Brien'],
    ['with a hyphen', 'as Bielak-Nowak says', 'Ewa Bielak-Nowak', 'Bielak-Nowak'],
    ['in another alphabet', 'Пишет Дмитрий Орлов', 'Дмитрий Орлов', 'Дмитрий Орлов'],
    ['both words ordinary, with capitals', 'Mark Field answers', 'Mark Field', 'Mark Field'],
    ['the given name ordinary', 'grace okafor answers', 'Grace Okafor', 'grace okafor'],
    ['of the learner’s own family', 'Amira Jones answers', 'Amira Jones', 'Amira Jones'],
    ['of the learner’s own given name', 'Rhys Okafor answers', 'Rhys Okafor', 'Rhys Okafor'],
  ])('%s', (_, text, name, words) => expect(named(text, name)).toEqual([[words, 'R1']]));

  it.each([
    ['a given name that is a word', 'Give yourself credit: the mark and the grace of it.', 'Mark Okafor'],
    ['a given name alone', 'Amira, your manager, agreed.', 'Amira Okafor'],
    ['a family name that is a word', 'The field research and the price are given. Field work is.', 'Amira Field'],
    ['two words that are ordinary', 'You will mark field by field, with will power.', 'Mark Field'],
    ['the learner’s own name', 'Rhys Jones, you explain it well. Jones is right.', 'Rhys Jones'],
    ['the learner’s own family name', 'As Jones you sign.', 'Amira Jones'],
    ['the assessor’s own name', 'Asha Ray, assessor', 'Peter Asha'],
    ['a part of a word', 'The Okaforian way', 'Amira Okafor'],
    ['a small letter where only the family name stands', 'the okafor of it', 'Amira Okafor'],
    ['an author of the literature', 'Kotter’s eight steps and Porter’s forces.', 'Amira Kotter'],
    ['whoever is cited with a year', 'Okafor (2019) says so; so do Okafor and Bell, 2020.', 'Amira Okafor'],
    ['whoever is cited with others', 'Okafor et al. say so.', 'Amira Okafor'],
    ['a name of two letters', 'Li is a unit of distance.', 'Wei Li'],
    ['a text without words', '… 12 %', 'Amira Okafor'],
  ])('is not found in %s', (_, text, name) => expect(named(text, name)).toEqual([]));

  it('names each learner once, and who is named in full is not taken for the family', () => {
    expect(named('Amira Okafor and Amira Okafor again.', 'Amira Okafor', 'Tunde Okafor')).toEqual([
      ['Amira Okafor', 'R1'],
    ]);
    expect(named('Okafor did.', 'Amira Okafor', 'Tunde Okafor')).toEqual([['Okafor', 'R1']]);
    expect(named('Okafor and Bielak did.', 'Amira Okafor', 'Tomasz Bielak')).toEqual([
      ['Okafor', 'R1'],
      ['Bielak', 'R2'],
    ]);
  });
});
