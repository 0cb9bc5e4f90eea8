import { describe, expect, it } from 'vitest';
import { drawPdf } from '../../../../electron/exports/pdf/draw-pdf.ts';
import { complaints, facts, fonts, objectJson, placedText, readAloud, readOut, structureText } from './pdf-tools.ts';
import { sampleForm } from './sample-form.ts';

const sheet = await drawPdf(sampleForm());
const structure = structureText(sheet);
const said = readOut(structure).replace(/\s+/g, ' ');

describe('a drawn mark sheet', () => {
  it('is a clean PDF with a title, a language and tags', () => {
    expect(complaints(sheet)).toBe('');
    expect(facts(sheet)).toMatch(/Title:\s+MARK SHEET: REFLECTIVE REVIEW: 602, Rhiannon Jones/);
    expect(facts(sheet)).toMatch(/Subject:\s+Reflective review & <evaluation>/);
    expect(facts(sheet)).toMatch(/Tagged:\s+yes/);
    expect(facts(sheet)).toMatch(/Page size:\s+595\.28 x 841\.89 pts \(A4\)/);
    expect(objectJson(sheet)).toMatch(/"\/Lang": "u:en-GB"/);
    expect(objectJson(sheet)).toMatch(/"\/DisplayDocTitle": true/);
  });

  it('carries every field of the paper form, in its order', () => {
    const order = [
      'MARK SHEET: REFLECTIVE REVIEW: 602',
      'Centre Number: 012345',
      'Centre Name: Northgate Management Centre',
      'Learner Registration No: ABC123',
      '1. Learner named below confirms authenticity of submission.',
      'Learner Name: Rhiannon Jones',
      '2. ILM uses learners’ submissions – on an anonymous basis – for assessment standardisation.',
      'please refuse by ticking the box: ☒',
      'Criteria Strengths Areas for Improvement Assr mark QA mark',
      'Context • Context of assignment is provided A clear context. Say more of “Context” next time. 8 /10 marks (min 5)',
      'Collect and analyse feedback on own managerial practice',
      '26 /30 marks (min 15)',
      'Evaluate own management performance',
      '14 /30 marks (min 15)',
      'Action plan for improvement',
      '21 /30 marks (min 15)',
      'Assessor’s decision Quality assurance use',
      'Total marks Outcome (circle as applicable) Total marks Outcome (circle as applicable)',
      'Total 50 + overall, AND minimum in each section 69',
      'PASS/ REFERRAL',
      'Section referral if applicable: Evaluate own management performance',
      'Date of IQA check:',
      'Name of assessor: Ama Mensah',
      'Name of IQA:',
      'Assessor signature and date:',
      'IQA signature:',
      'ILM EV signature:',
      'Date externally verified (where applicable):',
    ];
    let from = 0;
    for (const words of order) {
      const at = said.indexOf(words, from);
      expect(at, `"${words}" in order`).toBeGreaterThanOrEqual(from);
      from = at + words.length;
    }
  });

  it('has table heads with their scope, lists, and a form element for every field', () => {
    expect(structure.match(/\/Scope \/Column/g)).toHaveLength(7);
    expect(structure.match(/\/Scope \/Row/g)).toHaveLength(4);
    expect(structure).toMatch(/L \(block\):\s+\/ListNumbering \/Disc\s+LI \(block\)\s+Lbl \(block\)/);
    expect(structure.match(/^\s+Form\s+Object \d+ 0$/gm)).toHaveLength(12);
    expect(structure).toMatch(/\/Summary \(Criteria with strengths, areas for improvement and marks\)/);
  });

  it('names its fields for people and for programs', () => {
    const json = objectJson(sheet);
    for (const name of ['qa/mark/0', 'iqa/date', 'iqa/name', 'assessor/signature', 'ev/date']) {
      expect(json).toContain(`"/T": "u:${name}"`);
    }
    expect(json).toContain('"/TU": "u:QA mark, Context"');
    expect(json).not.toContain('NeedAppearances');
  });

  it('locks with each signature what its signer fills in', () => {
    const iqa = ['0', '1', '2', '3'].map((section) => `"u:qa/mark/${section}"`);
    const fields = [...iqa, '"u:qa/total"', '"u:qa/outcome"', '"u:iqa/date"', '"u:iqa/name"'];
    const json = objectJson(sheet).replace(/\s+/g, ' ');
    expect(json).toContain(`"/Action": "/Include", "/Fields": [ ${fields.join(', ')} ], "/Type": "/SigFieldLock"`);
    expect(json).toContain('"/Fields": [ "u:ev/date" ]');
  });

  it('embeds its fonts, subset', () => {
    expect(fonts(sheet).length).toBe(2);
    for (const font of fonts(sheet)) {
      expect(font).toMatch(/^[A-Z]{6}\+DejaVuSansCondensed\S*\s+CID TrueType\s+Identity-H\s+yes yes yes/);
    }
  });

  it('says at the foot of every page what it is and which page of how many', () => {
    const pages = placedText(sheet).split('\f').slice(0, -1);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('Sheet digest (SHA-256) 7d1a54127b222502f5b79b5fb0803061152a44f92b37e23c6527baf665d4da9a');
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
    }
    expect(said).not.toContain('Page 1');
    expect(said).not.toContain('Sheet digest');
  });

  it('says DRAFT on every page of what is not final, and nothing on what is', async () => {
    const draft = await drawPdf(sampleForm({ watermark: 'DRAFT' }));
    const letters = placedText(draft).split('\f').slice(0, -1);
    for (const page of letters) for (const letter of 'DRAFT') expect(page).toContain(letter);
    expect(readAloud(draft)).not.toContain('DRAFT');
    expect(Buffer.from(draft).equals(Buffer.from(sheet))).toBe(false);
  });

  it('is the same file for the same document', async () => {
    expect(Buffer.from(await drawPdf(sampleForm())).equals(Buffer.from(sheet))).toBe(true);
  });
});
