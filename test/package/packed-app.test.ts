import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { extractAll } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAll } from '../../electron/setup/build.ts';
import { type ArchivedFile, filesInArchive, integrityOf } from '../support/archive.ts';
import { filesUnder } from '../support/files-under.ts';
import { type Packed, packApp, type Target } from '../support/pack-app.ts';
import type { PackedReport } from '../support/packed-process.ts';
import { packageOf, reachedPackages } from '../support/reached-packages.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = resolve(import.meta.dirname, '..', '..');
const folder = temporaryFolder(afterAll);
const own = process.arch === 'arm64' ? 'arm64' : 'x64';
const TARGETS = [
  { platform: 'linux', arch: own },
  { platform: 'win', arch: 'x64' },
  { platform: 'mac', arch: 'arm64' },
] as const satisfies readonly Target[];
const packed = new Map<Target['platform'], Packed>();
const archives = new Map<Target['platform'], ReadonlyMap<string, ArchivedFile>>();

beforeAll(async () => {
  await buildAll(root);
  await Promise.all(
    TARGETS.map(async (target) => {
      const place = join(folder, target.platform);
      mkdirSync(place);
      const made = await packApp(target, place);
      packed.set(target.platform, made);
      archives.set(target.platform, filesInArchive(join(made.resources, 'app.asar')));
    }),
  );
}, 240_000);

const app = (platform: Target['platform'] = 'linux') => {
  const made = packed.get(platform);
  const files = archives.get(platform);
  if (!made || !files) throw new Error(`Nothing was packed for ${platform}`);
  return { ...made, archive: join(made.resources, 'app.asar'), files, names: [...files.keys()] };
};
const below = (...path: string[]) => [...filesUnder(join(root, ...path)).keys()].map((name) => join(...path, name));

describe('the packed archive', () => {
  it('holds the bundles, the built page, the packs, the starter statements and the licence, and of the project nothing else', () => {
    const own = app().names.filter((name) => !name.startsWith('node_modules/'));
    const meant = [
      ['dist', 'electron'],
      ['dist', 'renderer'],
      ['seeds', 'packs'],
      ['seeds', 'bank'],
    ].flatMap((path) => below(...path));
    expect(own.sort()).toEqual([...meant, 'LICENSE', 'package.json'].sort());
  });

  it('holds every package that the bundles can reach, and no other', async () => {
    const extracted = join(folder, 'extracted');
    extractAll(app().archive, extracted);
    const reached = await reachedPackages(extracted);
    const held = new Set(
      app()
        .names.map(packageOf)
        .filter((name) => name !== null),
    );
    // Fonts are read as files; unicode-trie names pako for a builder that is not run.
    expect([...held].sort()).toEqual(
      [...new Set([...reached, 'node_modules/dejavu-fonts-ttf', 'node_modules/pako'])].sort(),
    );
  });

  it('holds no development dependency, and nothing of what the page is bundled from', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const held = new Set(app().names.map(packageOf));
    expect(Object.keys(devDependencies).filter((name) => held.has(`node_modules/${name}`))).toEqual([]);
    expect(devDependencies).toHaveProperty('playwright-core');
    expect(devDependencies).toHaveProperty('react');
  });

  it('holds no map, no type, no source of another language', () => {
    expect(app().names.filter((name) => /\.(map|ts|cts|mts|tsx|c|cc|cpp|h|hpp|gyp|flow|coffee)$/.test(name))).toEqual(
      [],
    );
  });

  it('holds the fonts that the bundles name, and no other', () => {
    const bundles = [...filesUnder(join(root, 'dist', 'electron')).values()].join('\n');
    const named = [...bundles.matchAll(/'?"?(DejaVu[\w-]+\.ttf)/g)].map((found) => found[1]);
    const held = app()
      .names.filter((name) => name.includes('dejavu-fonts-ttf/ttf/'))
      .map((name) => name.split('/').at(-1));
    expect(held.sort()).toEqual([...new Set(named)].sort());
    expect(held.length).toBeGreaterThan(2);
  });

  it('keeps the licence of every package that has one', () => {
    const isLicence = (name: string) => /^(licen[cs]e|copying|notice)/i.test(name);
    const packages = new Set(
      app()
        .names.map(packageOf)
        .filter((name) => name !== null),
    );
    const lost = [...packages]
      .filter((name) => existsSync(join(root, name)))
      .flatMap((name) =>
        readdirSync(join(root, name))
          .filter(isLicence)
          .map((file) => `${name}/${file}`),
      )
      .filter((file) => !app().files.has(file));
    expect(lost).toEqual([]);
    expect(app().names).toContain('dist/renderer/licences/bundled-packages.md');
    expect(app().names).toContain('dist/renderer/licences/source-sans-3.txt');
  });

  it('describes itself without scripts and development dependencies', () => {
    const described = JSON.parse(readFileSync(join(folder, 'extracted', 'package.json'), 'utf8'));
    expect(described).toMatchObject({
      name: 'countersign',
      main: 'dist/electron/main.js',
      type: 'module',
      desktopName: 'countersign.desktop',
    });
    expect(described).not.toHaveProperty('scripts');
    expect(described).not.toHaveProperty('devDependencies');
  });

  it('is small', () => {
    const bytes = [...app().files.values()].reduce((sum, file) => sum + file.size, 0);
    expect(bytes).toBeLessThan(30_000_000);
  });

  it('asks nothing of the preload but Electron, since a sandbox has nothing else', () => {
    const preload = readFileSync(join(folder, 'extracted', 'dist', 'electron', 'preload.cjs'), 'utf8');
    expect([...preload.matchAll(/\brequire\(["']([^"']+)["']\)/g)].map((found) => found[1])).toEqual(['electron']);
    expect(preload).not.toMatch(/^import /m);
  });
});

describe.each(TARGETS)('packed for $platform $arch', ({ platform, arch }) => {
  const native = { linux: `linux-${arch}`, win: `win32-${arch}`, mac: `darwin-${arch}` }[platform];
  const magic = { linux: '7f454c46', win: '4d5a', mac: 'cffaedfe' }[platform];

  it('holds the one native part of this system, outside the archive', () => {
    const file = `node_modules/better-sqlite3/prebuilds/${native}.node`;
    expect(app(platform).names.filter((name) => /\.(node|dll|so|dylib|exe)$/.test(name))).toEqual([file]);
    const unpacked = [...app(platform).files].filter(([, { unpacked }]) => unpacked).map(([name]) => name);
    expect(unpacked).toEqual([file]);
    const bytes = readFileSync(join(`${app(platform).archive}.unpacked`, file));
    expect(bytes.toString('hex', 0, magic.length / 2)).toBe(magic);
  });

  it('holds otherwise what the other systems hold', () => {
    const common = (of: Target['platform']) => app(of).names.filter((name) => !name.endsWith('.node'));
    expect(common(platform).sort()).toEqual(common('linux').sort());
  });

  it('has its fuses set', async () => {
    const wire = await getCurrentFuseWire(app(platform).binary);
    const set = Object.fromEntries(
      [0, 1, 2, 3, 4, 5, 6, 7].map((fuse) => [
        FuseV1Options[fuse],
        String.fromCharCode(Number(Reflect.get(wire, fuse))),
      ]),
    );
    expect(set).toEqual({
      RunAsNode: '0',
      EnableCookieEncryption: '1',
      EnableNodeOptionsEnvironmentVariable: '0',
      EnableNodeCliInspectArguments: '0',
      EnableEmbeddedAsarIntegrityValidation: '1',
      OnlyLoadAppFromAsar: '1',
      LoadBrowserProcessSpecificV8Snapshot: '0',
      GrantFileProtocolExtraPrivileges: '0',
    });
  });

  it("leaves Chromium's other languages out", () => {
    const words = [...filesUnder(app(platform).folder).keys()].filter((name) => /\.(pak|lproj)\b/.test(name));
    expect(words.filter((name) => /fr\b/.test(name))).toEqual([]);
    expect(words.length).toBeGreaterThan(0);
  });
});

describe('packed for macOS', () => {
  const plist = () => readFileSync(join(app('mac').folder, 'Contents', 'Info.plist'), 'utf8');

  it('names the digest of its archive, which the fuse has checked at each start', () => {
    expect(plist()).toContain(`<string>${integrityOf(app('mac').archive)}</string>`);
  });

  it('is offered for scripts beside what opens them already', () => {
    expect(plist()).toMatch(/<key>CFBundleTypeRole<\/key>\s*<string>Viewer<\/string>/);
    expect(plist()).toMatch(/<key>LSHandlerRank<\/key>\s*<string>Alternate<\/string>/);
  });

  it('has its icon', () => {
    const icon = readFileSync(join(app('mac').resources, 'icon.icns'));
    expect(icon.equals(readFileSync(join(root, 'electron', 'app', 'resources', 'icon.icns')))).toBe(true);
  });
});

describe('the packed main process', () => {
  let report: PackedReport;

  beforeAll(() => {
    const workplace = join(folder, 'workplace');
    mkdirSync(workplace);
    const program = join(root, 'test', 'support', 'packed-process.ts');
    const args = [program, join(folder, 'extracted'), workplace, join(root, 'seeds', 'demo')];
    const ran = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { encoding: 'utf8' });
    if (ran.status !== 0) throw new Error(ran.stderr);
    expect(ran.stderr).toBe('');
    report = JSON.parse(ran.stdout);
  });

  it('does the first part of the demo, with readers, fonts and packs out of the archive', () => {
    expect(report.refused).toBeNull();
    expect(report.scripts.length).toBeGreaterThan(2);
    expect(new Set(report.scripts.map((script) => script.words))).toEqual(new Set(['counted']));
    expect(report.sheets.filter((sheet) => sheet.state === 'signed').length).toBeGreaterThan(1);
  });

  it('serves the page with its policy, and everything that the page loads', () => {
    expect(report.served.filter((one) => one.status !== 200)).toEqual([]);
    const [page] = report.served;
    expect(page).toMatchObject({ path: '/', type: 'text/html; charset=utf-8' });
    expect(page?.policy).toContain("script-src 'self'");
    expect(report.served.some((one) => /^\/assets\/.*\.js$/.test(one.path))).toBe(true);
  });

  it('serves scripts and signed files byte for byte, and previews', () => {
    const digests = (start: string, end = '') =>
      report.served.filter((one) => one.path.startsWith(start) && one.path.endsWith(end)).map((one) => one.sha256);
    expect(digests('/content/script/').sort()).toEqual(report.scripts.map((script) => script.sha256).sort());
    const signed = report.sheets.flatMap((sheet) => sheet.signed);
    expect(digests('/content/signed/', '.pdf').sort()).toEqual(signed.map(({ pdf }) => pdf.sha256).sort());
    expect(digests('/content/signed/', '.docx').sort()).toEqual(signed.map(({ docx }) => docx.sha256).sort());
    const previews = report.served.filter((one) => one.path.startsWith('/content/preview/'));
    expect(previews.map((one) => one.type)).toEqual(report.sheets.map(() => 'application/pdf'));
  });

  it('quits once the page has saved', () => {
    expect(report.quits).toBe(1);
  });
});
