import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..', '..');

export type Target = { readonly platform: 'linux' | 'win' | 'mac'; readonly arch: 'x64' | 'arm64' };
export type Packed = {
  /** Everything that would be installed. */
  readonly folder: string;
  readonly resources: string;
  /** What the fuses are in. */
  readonly binary: string;
};

/** Fuses as Electron is delivered: each `1` on, `0` off, the last one not known to the tools yet. */
const DELIVERED = '101100010';
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** Packs the built app as `npm run package` does, into folders, around a few bytes in the place of Electron's binary. */
export async function packApp(target: Target, folder: string): Promise<Packed> {
  const stub = join(folder, 'electron');
  const out = join(folder, 'out');
  writeStub(stub, target.platform);
  await runBuilder([
    `--${target.platform}`,
    'dir',
    `--${target.arch}`,
    '--publish=never',
    `-c.electronDist=${stub}`,
    `-c.directories.output=${out}`,
    // Resources of a Windows program are edited only in a Windows program.
    ...(target.platform === 'win' ? ['-c.win.signAndEditExecutable=false', '-c.disableAsarIntegrity=true'] : []),
    ...(target.platform === 'mac' ? ['-c.mac.identity=null'] : []),
  ]);
  const suffix = target.arch === 'arm64' ? '-arm64' : '';
  switch (target.platform) {
    case 'linux': {
      const packed = join(out, `linux${suffix}-unpacked`);
      return { folder: packed, resources: join(packed, 'resources'), binary: join(packed, 'countersign') };
    }
    case 'win': {
      const packed = join(out, `win${suffix}-unpacked`);
      return { folder: packed, resources: join(packed, 'resources'), binary: join(packed, 'Countersign.exe') };
    }
    case 'mac': {
      const packed = join(out, `mac${suffix}`, 'Countersign.app');
      return { folder: packed, resources: join(packed, 'Contents', 'Resources'), binary: packed };
    }
  }
}

/** The files of an Electron distribution that the packing touches. */
function writeStub(folder: string, platform: Target['platform']): void {
  const binary = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, DELIVERED.length]), Buffer.from(DELIVERED)]);
  const contents = 'Electron.app/Contents';
  const plist = '<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict></dict></plist>';
  const files: Readonly<Record<Target['platform'], Readonly<Record<string, string | Buffer>>>> = {
    linux: { electron: binary },
    win: { 'electron.exe': binary },
    mac: {
      [`${contents}/Info.plist`]: plist,
      [`${contents}/MacOS/Electron`]: '',
      [`${contents}/Resources/en.lproj/locale.pak`]: '',
      [`${contents}/Resources/fr.lproj/locale.pak`]: '',
      [`${contents}/Frameworks/Electron Framework.framework/Electron Framework`]: binary,
      [`${contents}/Frameworks/Electron Framework.framework/Versions/A/Resources/en.lproj/locale.pak`]: '',
      [`${contents}/Frameworks/Electron Helper.app/Contents/Info.plist`]: plist,
      [`${contents}/Frameworks/Electron Helper.app/Contents/MacOS/Electron Helper`]: '',
    },
  };
  const common = { version: '0.0.0', 'locales/en-GB.pak': '', 'locales/en-US.pak': '', 'locales/fr.pak': '' };
  for (const [name, bytes] of Object.entries({ ...common, ...files[platform] })) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    chmodSync(file, 0o755);
  }
}

function runBuilder(args: readonly string[]): Promise<void> {
  const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
  const env = { ...process.env, NO_UPDATE_NOTIFIER: '1' };
  const child = spawn(process.execPath, [builder, ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (data: Buffer) => (said += data.toString()));
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  return new Promise((done, failed) => {
    child.once('close', (code) => (code === 0 ? done() : failed(new Error(said))));
  });
}
