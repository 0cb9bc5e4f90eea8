import { describe, expect, it } from 'vitest';
import { inspect, notRead, refusedAs, withWords } from '../../support/inspect.ts';
import { pdfOf, qpdf } from '../../support/script-files.ts';

const PAGES = ['What I learned about leading a team.', 'What I shall do next.'];
const WORDS = 12;
const essay = () => pdfOf(...PAGES);

describe('a PDF', () => {
  it('is shown as PDF, with its pages and the words on them', async () => {
    expect(await inspect('essay.pdf', await essay())).toEqual({
      ok: true,
      value: {
        mediaType: 'application/pdf',
        display: 'pdf',
        words: { kind: 'counted', words: WORDS },
        pages: 2,
      },
    });
  });

  it('without any text, as a scan is, has no words rather than none of them', async () => {
    expect(await inspect('scan.pdf', await pdfOf(''))).toMatchObject(notRead('no-text'));
  });

  it('counts a word once that is broken over lines by its length', async () => {
    expect(await inspect('essay.pdf', await pdfOf(`${'word '.repeat(300)}`))).toMatchObject(withWords(300));
  });

  it('that only its author may change is read like any other', async () => {
    const locked = qpdf(await essay(), '--encrypt', '', 'owner', '256', '--print=none', '--extract=n', '--');
    expect(await inspect('essay.pdf', locked)).toMatchObject({ ...withWords(WORDS), ok: true });
  });

  it.each(['40', '128', '256'])('under a passphrase of %s bits is refused as encrypted', async (bits) => {
    const weak = bits === '256' ? [] : ['--allow-weak-crypto'];
    const locked = qpdf(await essay(), ...weak, '--encrypt', 'user', 'owner', bits, '--');
    expect(await inspect('essay.pdf', locked)).toMatchObject(refusedAs('file-encrypted'));
  });

  it.each([0.2, 0.5, 0.9, 0.98])('cut at %f of its length is refused as truncated', async (share) => {
    const whole = await essay();
    const cut = whole.subarray(0, Math.floor(whole.length * share));
    expect(await inspect('essay.pdf', cut)).toEqual({
      ok: false,
      error: { code: 'file-truncated', name: 'essay.pdf' },
    });
  });

  it.each([0.6, 0.95])(
    'made for fast web view, which has an end mark early on, is noticed cut at %f too',
    async (share) => {
      const whole = qpdf(await essay(), '--linearize');
      expect(await inspect('essay.pdf', whole)).toMatchObject(withWords(WORDS));
      const cut = whole.subarray(0, Math.floor(whole.length * share));
      expect(await inspect('essay.pdf', cut)).toMatchObject(refusedAs('file-truncated'));
    },
  );

  it('whose later version is cut short is not shown as its earlier one', async () => {
    const cut = Buffer.concat([await essay(), Buffer.from('\n7 0 obj\n<< /Type /Annot /Contents (the part that coun')]);
    expect(await inspect('essay.pdf', cut)).toMatchObject(refusedAs('file-truncated'));
  });

  it('with some bytes after its end, as mail programs leave them, is read', async () => {
    const padded = Buffer.concat([await essay(), Buffer.alloc(300, '\r\n')]);
    expect(await inspect('essay.pdf', padded)).toMatchObject(withWords(WORDS));
  });

  it('that holds nothing between its head and its end is refused as damaged', async () => {
    expect(await inspect('essay.pdf', Buffer.from('%PDF-1.7\nnothing\n%%EOF\n'))).toEqual({
      ok: false,
      error: { code: 'file-damaged', name: 'essay.pdf', claimed: 'pdf' },
    });
  });

  it('named as something else is refused, by both names', async () => {
    expect(await inspect('essay.docx', await essay())).toEqual({
      ok: false,
      error: { code: 'file-not-what-its-name-says', name: 'essay.docx', claimed: 'docx', found: 'pdf' },
    });
  });

  it.each(['essay', 'essay.xyz'])('named %s, which claims nothing, is shown as PDF', async (name) => {
    expect(await inspect(name, await essay())).toMatchObject({ ok: true, value: { display: 'pdf', pages: 2 } });
  });
});
