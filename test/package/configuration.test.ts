import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OPENED } from '../../electron/app/opened-files.ts';
import { mediaType } from '../../electron/readers/file-type.ts';

const root = resolve(import.meta.dirname, '..', '..');
const resources = join(root, 'electron', 'app', 'resources');
const configuration = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
const text = (name: string) => readFileSync(join(resources, name), 'utf8');
const bytes = (...name: string[]) => readFileSync(join(resources, ...name));

describe('what the packing is told', () => {
  it('publishes nothing and updates nothing over a network', () => {
    expect(configuration).toMatch(/^publish: null$/m);
    expect(configuration).not.toMatch(/electron-updater|provider:/);
  });

  it('keeps what people wrote when the app is uninstalled', () => {
    expect(configuration).toMatch(/^ {2}deleteAppDataOnUninstall: false$/m);
  });

  it('hardens the app on macOS with one right more than none: to compile as it runs', () => {
    expect(configuration).toMatch(/^ {2}hardenedRuntime: true$/m);
    const named = [...configuration.matchAll(/entitlements(?:Inherit)?: electron\/app\/resources\/(\S+)/g)];
    expect(named.map((found) => found[1])).toEqual(['entitlements.mac.plist', 'entitlements.mac.plist']);
    const rights = [...text('entitlements.mac.plist').matchAll(/<key>([^<]+)<\/key>\s*<(true|false)\/>/g)];
    expect(rights.map(([, right, given]) => [right, given])).toEqual([['com.apple.security.cs.allow-jit', 'true']]);
  });

  it('offers the app on every system for the files that it takes from a start, and for no other', () => {
    const mac = /fileAssociations:\s+- ext: \[([^\]]+)\]/.exec(configuration)?.[1]?.split(', ');
    const windows = [...text('installer.nsh').matchAll(/SupportedTypes" "\.(\w+)"/g)].map((found) => found[1]);
    const linux = /mimeTypes:\n((?: +- \S+\n)+)/.exec(configuration)?.[1]?.match(/[^\s-]\S*\/\S+/g);
    expect(mac).toEqual(OPENED);
    expect(windows).toEqual(OPENED);
    expect(linux).toEqual((['pdf', 'docx', 'odt', 'rtf'] as const).map((ending) => mediaType(ending)));
  });

  it("is nobody's default on Windows, and goes without a trace", () => {
    const installer = text('installer.nsh');
    expect(installer).not.toMatch(/APP_ASSOCIATE|Classes\\\./);
    const written = [...installer.matchAll(/WriteRegStr SHELL_CONTEXT "([^"]+)"/g)].map((found) => found[1] ?? '');
    const removed = /DeleteRegKey SHELL_CONTEXT "([^"]+)"/.exec(installer)?.[1] ?? 'nothing';
    expect(written.filter((key) => !key.startsWith(removed))).toEqual([]);
  });
});

describe('the icons', () => {
  const size = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];
  const isPng = (data: Buffer) => data.toString('latin1', 1, 4) === 'PNG';

  it('are drawn in the sizes that Linux asks for', () => {
    const names = readdirSync(join(resources, 'icons')).sort();
    expect(names).toEqual([
      '128x128.png',
      '16x16.png',
      '256x256.png',
      '32x32.png',
      '48x48.png',
      '512x512.png',
      '64x64.png',
    ]);
    for (const name of names) {
      const side = Number.parseInt(name, 10);
      expect(size(bytes('icons', name))).toEqual([side, side]);
    }
  });

  it('stand in one file for Windows, up to 256 pixels', () => {
    const file = bytes('icon.ico');
    expect(file.readUInt16LE(2)).toBe(1);
    const sides = Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
      const entry = 6 + 16 * index;
      const start = file.readUInt32LE(entry + 12);
      const image = file.subarray(start, start + file.readUInt32LE(entry + 8));
      expect(isPng(image)).toBe(true);
      expect(size(image)[0]).toBe(file[entry] || 256);
      return size(image)[0];
    });
    expect(sides).toEqual([16, 24, 32, 48, 64, 128, 256]);
  });

  it('stand in one file for macOS, up to 1024 pixels', () => {
    const file = bytes('icon.icns');
    expect(file.toString('latin1', 0, 4)).toBe('icns');
    expect(file.readUInt32BE(4)).toBe(file.length);
    const sides = new Map<string, number | undefined>();
    for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
      const image = file.subarray(at + 8, at + file.readUInt32BE(at + 4));
      expect(isPng(image)).toBe(true);
      sides.set(file.toString('latin1', at, at + 4), size(image)[0]);
    }
    const meant = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 };
    expect(Object.fromEntries(sides)).toEqual(meant);
  });
});
