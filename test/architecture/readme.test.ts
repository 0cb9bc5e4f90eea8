import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../electron/cli/scenario.ts';
import { contractTable } from '../../electron/setup/contract-table.ts';

const root = resolve(import.meta.dirname, '..', '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

describe('the README', () => {
  it('lists every call of the contract as the types have it', () => {
    const listed = /<!-- calls -->\n([\s\S]*?)\n<!-- \/calls -->/.exec(readme)?.[1]?.trim();
    expect(listed).toBe(contractTable(root));
  });

  it('shows a scenario of the form that the command line takes', () => {
    const example = /```json\n(\{\s*"steps"[\s\S]*?)\n```/.exec(readme)?.[1] ?? '';
    expect(typeof parseScenario(example)).toBe('object');
  });

  it('names no file that is not there', () => {
    const named = [...readme.matchAll(/\]\(([^)#]+)\)/g)]
      .map((match) => match[1] ?? '')
      .filter((path) => !path.includes(':'));
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
