import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where Chromium, Chrome or Edge usually are; the first that is there, or what COUNTERSIGN_BROWSER names. */
export function findBrowser(): string | null {
  const named = process.env.COUNTERSIGN_BROWSER;
  if (named) return existsSync(named) ? named : null;
  return places().find((place) => existsSync(place)) ?? null;
}

function places(): readonly string[] {
  if (process.platform === 'darwin') {
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
  }
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    const ends = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return roots.flatMap((root) => (root ? ends.map((end) => join(root, end)) : []));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  return names.flatMap((name) => [`/usr/bin/${name}`, `/usr/local/bin/${name}`, `/snap/bin/${name}`]);
}
