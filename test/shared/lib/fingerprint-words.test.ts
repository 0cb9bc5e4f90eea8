import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { FINGERPRINT_WORDS } from '../../../shared/lib/fingerprint-word-list.ts';
import { fingerprintWords } from '../../../shared/lib/fingerprint-words.ts';

/** Words that sound the same to many speakers of English; no two of a line may be in the list. */
const HOMOPHONES = `
aisle isle|altar alter|ascent assent|ate eight|ball bawl|band banned|bare bear|barn born|baron barren|base bass|be bee|beach beech
beat beet|bell belle|berry bury|berth birth|blew blue|boar bore board bored|bolder boulder|bough bow|brake break|bread bred
bridal bridle|buy by bye|canvas canvass|carat carrot|cast caste|cede seed|ceiling sealing|cell sell|cellar seller|cent scent sent
cereal serial|cheap cheep|check cheque|choir quire|chord cord|cite sight site|climb clime|coarse course|collar caller color colour
complement compliment|core corps|council counsel|creak creek|crews cruise|currant current|cymbal symbol|days daze|dear deer
desert dessert|dew due|die dye|discreet discrete|doe dough|draft draught|dual duel|earn urn|ewe you|eye aye|faint feint|fair fare
feat feet|find fined|fir fur|flair flare|flea flee|flew flu flue|flour flower|for four fore|formally formerly|fort fought|foul fowl
gait gate|genes jeans|gilt guilt|gorilla guerrilla|grate great|groan grown|guessed guest|hail hale|hair hare|hall haul|hangar hanger
heal heel|hear here|heard herd|him hymn|hoarse horse|hole whole|hour our|idle idol|in inn|jam jamb|kernel colonel|key quay
knead need|knew new|knight night|knit nit|knot not|know no|laser lazar|leak leek|lessen lesson|licence license|links lynx|loan lone
made maid|mail male|main mane|maize maze|manner manor|mantle mantel|marshal martial|mask masque|meat meet|medal meddle
metal mettle|might mite|mind mined|miner minor|missed mist|moose mousse|morning mourning|muscle mussel|mustard mustered
naval navel|none nun|oar ore|one won|paced paste|pail pale|pain pane|pair pear pare|palate palette|passed past|patience patients
pause paws|peace piece|peak peek pique|peal peel|pearl purl|pedal peddle|peer pier|petal pedal|pigeon pidgin|place plaice
plain plane|pole poll|pore pour poor|praise prays|presence presents|prince prints|principal principle|profit prophet|racket racquet
rain reign rein|rap wrap|read red|real reel|right rite write|ring wring|road rode|role roll|root route|rose rows|rough ruff|rung wrung
sail sale|sauce source|scene seen|sea see|seam seem|session cession|sew so sow|shake sheikh|shear sheer|shoe shoo|slay sleigh
soar sore saw|sole soul|some sum|son sun|stair stare|stake steak|stationary stationery|steal steel|stile style|storey story
straight strait|suite sweet|summary summery|tail tale|taught taut|tea tee|team teem|tenner tenor|their there|threw through
throne thrown|thyme time|tide tied|tire tyre|to too two|toad toed|toe tow|vain vein vane|vale veil|verandah veranda|vial vile
wail whale|waist waste|wait weight|wander wonder|warn worn|watt what|way weigh|weak week|weather whether|wet whet|which witch
whine wine|whirled world|wood would|yoke yolk`
  .trim()
  .split(/\n|\|/)
  .map((line) => line.split(' '));

/** A word by its consonants and the places of its vowels, roughly as it is heard over a bad line. */
function sound(word: string): string {
  return word
    .replace(/^(kn|gn|pn)/, 'n')
    .replace(/^wr/, 'r')
    .replace(/^wh/, 'w')
    .replace(/ph/g, 'f')
    .replace(/(?<=[aeiou])gh/g, '')
    .replace(/sc(?=[eiy])/g, 's')
    .replace(/tch|ch/g, 'C')
    .replace(/dg(?=[eiy])/g, 'j')
    .replace(/mb$/, 'm')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/ck|[cq]/g, 'k')
    .replace(/z/g, 's')
    .replace(/(.)\1/g, '$1')
    .replace(/(?<=[^aeiouy])e$/, '')
    .replace(/[aeiouy]+/g, 'V');
}

/** A word with each of its letters hidden: words that differ in one letter share one of these. */
function blurred(word: string): readonly string[] {
  return [...word].map((_, at) => `${word.slice(0, at)}*${word.slice(at + 1)}`);
}

function shared(of: (word: string) => readonly string[]): readonly string[] {
  const owner = new Map<string, string>();
  const clashes: string[] = [];
  for (const word of FINGERPRINT_WORDS) {
    for (const key of of(word)) {
      const other = owner.get(key);
      if (other !== undefined && other !== word) clashes.push(`${other} ${word}`);
      owner.set(key, word);
    }
  }
  return clashes;
}

describe('the words of a fingerprint', () => {
  it('are 2,048 short words in the order of the alphabet', () => {
    expect(FINGERPRINT_WORDS).toHaveLength(2048);
    expect(FINGERPRINT_WORDS).toEqual([...new Set(FINGERPRINT_WORDS)].sort());
    expect(FINGERPRINT_WORDS.filter((word) => !/^[a-z]{4,8}$/.test(word))).toEqual([]);
  });

  it('never change their places', () => {
    expect(createHash('sha256').update(FINGERPRINT_WORDS.join(' ')).digest('hex')).toBe(
      'edf73ed7fd5ec6d54e14019a21971ec1e7abd6a529d284fa38e41f31a862ca52',
    );
  });

  it('can be told apart by their first four letters', () => {
    expect(shared((word) => [word.slice(0, 4)])).toEqual([]);
  });

  it('differ by two letters or more: changed, left out, added or swapped', () => {
    const left = (word: string) => [...word].map((_, at) => word.slice(0, at) + word.slice(at + 1));
    const swapped = (word: string) =>
      [...word].map((_, at) => word.slice(0, at) + [...word.slice(at, at + 2)].reverse().join('') + word.slice(at + 2));
    const known = new Set(FINGERPRINT_WORDS);
    expect(shared(blurred)).toEqual([]);
    expect(FINGERPRINT_WORDS.flatMap(left).filter((one) => known.has(one))).toEqual([]);
    expect(FINGERPRINT_WORDS.flatMap((word) => swapped(word).filter((one) => one !== word && known.has(one)))).toEqual(
      [],
    );
  });

  it('sound different, whatever the vowels', () => {
    expect(shared((word) => [sound(word)])).toEqual([]);
  });

  it('hold no two of a list of homophones', () => {
    const known = new Set(FINGERPRINT_WORDS);
    expect(HOMOPHONES.filter((group) => group.filter((word) => known.has(word)).length > 1)).toEqual([]);
  });
});

describe('a fingerprint in words', () => {
  it('is its first 66 bits, eleven a word', () => {
    expect(fingerprintWords('0'.repeat(64))).toEqual(Array.from({ length: 6 }, () => 'abacus'));
    expect(fingerprintWords('f'.repeat(64))).toEqual(Array.from({ length: 6 }, () => 'zoom'));
    const second = (0b00000000001_00000000010_00000000011_00000000100n << 4n).toString(16).padStart(12, '0');
    expect(fingerprintWords(second.padEnd(64, '0'))).toEqual(['abbey', 'about', 'above', 'absent', 'abacus', 'abacus']);
  });

  it('stays the same for ever', () => {
    const of = (text: string) => fingerprintWords(createHash('sha256').update(text).digest('hex')).join(' ');
    expect(of('a certificate')).toBe('lupin home sundae comb whisk fanfare');
  });

  it.each(['', 'A'.repeat(64), 'f'.repeat(63), 'f'.repeat(65), `${'f'.repeat(63)}g`])('is not made of %j', (text) => {
    expect(() => fingerprintWords(text)).toThrow(RangeError);
  });
});
