import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../../shared/lib/dates.ts';
import { fingerprintWords } from '../../../../shared/lib/fingerprint-words.ts';
import type { Register } from '../../../../shared/model/evidence.ts';
import { ama, eleri, filesOf, rhys, sheetBy } from '../data/signed-sheets.ts';
import { codes, sentences, verify } from '../verifying.ts';
import { registerFile, registerOf, signedRegisterOf } from './chains.ts';

describe('a register by itself', () => {
  it('is intact, and says whom it lists', async () => {
    const verification = await verify(registerFile(registerOf()), 'register.json');
    expect(verification.verdict).toBe('intact');
    expect(sentences(verification)).toContain(
      'Register of Northgate Management Centre, centre 012345, edition 3: Ama Mensah and Rhys Pryce.',
    );
  });

  it('is wrong where another signed it than it says', async () => {
    const verification = await verify(registerFile(registerOf(), eleri), 'register.json');
    expect(verification.verdict).toBe('altered');
    expect(codes(verification)).toContain('maker-differs');
  });
});

describe('the register that a file carries', () => {
  const withRegister = async (register: Register, who = rhys) => {
    const files = await filesOf(sheetBy(ama), { register: signedRegisterOf(register, who) });
    return [await verify(files.pdf, 'sheet.pdf'), await verify(files.docx, 'sheet.docx')];
  };
  const person = (register: Register, index: number) => {
    const found = register.people[index];
    if (!found) throw new Error('No such person');
    return found;
  };
  const base = registerOf();

  it('lists the signer, and says who signed the register', async () => {
    for (const verification of await withRegister(base)) {
      expect(verification.verdict).toBe('intact');
      expect(verification.trust[0]?.carriedRegister).toBe('listed');
      expect(sentences(verification)).toContain(
        `edition 3, signed by Rhys Pryce with the key “${fingerprintWords(rhys.fingerprint).join(' ')}”) lists the key of Ama Mensah as that of Ama Mensah, assessor.`,
      );
    }
  });

  it('does not list the signer, which changes nothing of the verdict', async () => {
    for (const verification of await withRegister({ ...base, people: base.people.slice(1) })) {
      expect(verification.verdict).toBe('intact');
      expect(verification.trust[0]?.carriedRegister).toBe('not-listed');
      expect(sentences(verification)).toContain('does not list the key of Ama Mensah, nor anybody of that name');
    }
  });

  it('knows the same name with another key', async () => {
    const other = { ...person(base, 0), name: 'AMA  MENSÁH', keys: person(base, 1).keys };
    for (const verification of await withRegister({ ...base, people: [other] })) {
      expect(verification.verdict).toBe('intact');
      expect(verification.trust[0]?.carriedRegister).toBe('name-with-other-key');
      expect(sentences(verification)).toContain('knows the name Ama Mensah, but with another key');
    }
  });

  it('ended the key before it signed', async () => {
    const keys = person(base, 0).keys.map((one) => ({ ...one, until: '2026-11-20T00:00:00.000+00:00' as Instant }));
    for (const verification of await withRegister({ ...base, people: [{ ...person(base, 0), keys }] })) {
      expect(verification.verdict).toBe('intact');
      expect(sentences(verification)).toContain('ended this key on 20 Nov 2026, 00:00 +00:00, before the time');
    }
  });

  it('is not used where its own signature is another’s, and the file stays what it is', async () => {
    for (const verification of await withRegister(base, eleri)) {
      expect(verification.verdict).toBe('intact');
      expect(verification.trust[0]?.carriedRegister).toBe('no-register');
      expect(sentences(verification)).toContain(
        'who signed it is not who it names as the lead internal quality assurer',
      );
    }
  });

  it('is not used where its text was changed', async () => {
    const register = signedRegisterOf(base);
    const changed = { ...register, text: register.text.replace('Ama Mensah', 'Amy Mensah') };
    const { pdf } = await filesOf(sheetBy(ama), { register: changed });
    const verification = await verify(pdf);
    expect(verification.verdict).toBe('intact');
    expect(sentences(verification)).toContain(
      'The register that the file carries was not used: its own signature does not hold.',
    );
  });
});
