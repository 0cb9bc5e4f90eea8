import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { crypto, fixture } from './verifying.ts';

describe('verifying', () => {
  it('needs nothing of Node or a browser: it runs where there is only the language', async () => {
    const entry = fileURLToPath(new URL('../../../shared/verification/verify-file.ts', import.meta.url));
    const built = await build({
      configFile: false,
      logLevel: 'error',
      build: { write: false, lib: { entry, formats: ['iife'], name: 'verification' } },
    });
    const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
    const code = outputs.map((one) => ('code' in one ? one.code : '')).join('');
    const context = vm.createContext({ bytes: fixture('pdfsig-two-signatures.pdf'), crypto });
    const said: unknown = await vm.runInContext(
      `${code}; verification.verifyFile('a.pdf', bytes, crypto).then(({ verdict, findings }) =>
        [verdict, ...findings.map((one) => one.code)].join(' '))`,
      context,
    );
    expect(said).toBe('intact signed update-allowed signed no-data trust-not-judged trust-not-judged');
  });
});
