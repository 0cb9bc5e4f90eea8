import { describe, expect, it, vi } from 'vitest';
import { openOutside } from '../../../electron/app/open-outside.ts';

const shell = (answer = '') => ({ openPath: vi.fn(async () => answer), showItemInFolder: vi.fn() });

describe('a file that is opened outside', () => {
  it.each(['script-1.pdf', 'script-1.DOCX', 'script-1.odt', 'script-1.jpg', 'script-1.mp4'])(
    'opens %s',
    async (file) => {
      const system = shell();
      expect(await openOutside(system as never, `/tmp/x/${file}`)).toBe(true);
      expect(system.openPath).toHaveBeenCalledExactlyOnceWith(`/tmp/x/${file}`);
    },
  );

  it.each([
    'exe',
    'bat',
    'cmd',
    'com',
    'scr',
    'msi',
    'lnk',
    'ps1',
    'vbs',
    'js',
    'jar',
    'sh',
    'desktop',
    'app',
    'command',
    'docm',
    'html',
    'svg',
    '',
  ])('is never run: one that ends in "%s" is shown in its folder', async (ending) => {
    const system = shell();
    const file = `/tmp/x/script-1${ending === '' ? '' : `.${ending}`}`;
    expect(await openOutside(system as never, file)).toBe(true);
    expect(system.openPath).not.toHaveBeenCalled();
    expect(system.showItemInFolder).toHaveBeenCalledExactlyOnceWith(file);
  });

  it('says where there is no program for it', async () => {
    expect(await openOutside(shell('No application is registered') as never, '/tmp/x/script-1.odt')).toBe(false);
  });
});
