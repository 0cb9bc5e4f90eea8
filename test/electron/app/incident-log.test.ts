import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { incidentLog } from '../../../electron/app/incident-log.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('the log of incidents', () => {
  it('says when, which and where, and never quotes what an error says', () => {
    const folder = join(temporaryFolder(), 'logs');
    const error = Object.assign(new TypeError('Amira wrote\n    at home'), { code: 'SQLITE_ERROR' });
    incidentLog(folder)('ab12cd34', error);
    const text = readFileSync(join(folder, 'incidents.log'), 'utf8');
    expect(text).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z ab12cd34 TypeError \(SQLITE_ERROR\)\n {4}at /);
    expect(text).toContain('incident-log.test.ts');
    expect(text).not.toContain('Amira');
    expect(text).not.toContain('at home');
  });

  it('takes anything that was thrown', () => {
    const folder = temporaryFolder();
    incidentLog(folder)('ab12cd34', 'a text');
    expect(readFileSync(join(folder, 'incidents.log'), 'utf8')).toMatch(/ ab12cd34 string\n$/);
  });

  it('keeps one old file when it has grown', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'incidents.log'), 'x'.repeat(1024 * 1024 + 1));
    incidentLog(folder)('ab12cd34', new Error('x'));
    expect(readFileSync(join(folder, 'incidents.log.old'), 'utf8')).toHaveLength(1024 * 1024 + 1);
    expect(readFileSync(join(folder, 'incidents.log'), 'utf8')).toContain('ab12cd34');
  });

  it('does not stop the app where it cannot be written', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    incidentLog(join(folder, 'file'))('ab12cd34', new Error('x'));
    expect(existsSync(join(folder, 'file', 'incidents.log'))).toBe(false);
  });
});
