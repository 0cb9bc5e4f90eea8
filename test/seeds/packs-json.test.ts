import { expect, it } from 'vitest';
import { packsCommand } from '../../electron/cli/packs-command.ts';
import { soundPack } from './shipped-pack.ts';

it('“packs --json” prints every shipped pack whole, as the tests beside this one hold it against its source', () => {
  const lines: string[] = [];
  expect(packsCommand(true, (line) => lines.push(line))).toBe(0);
  const printed: unknown = JSON.parse(lines.join('\n'));
  expect(printed).toMatchObject(
    ['cmi-7d27v2', 'cmi-level-6', 'cmi-public-service', 'ilm-8316'].map((code) => ({ pack: soundPack(code) })),
  );
});
