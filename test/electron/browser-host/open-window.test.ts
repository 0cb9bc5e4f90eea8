import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORIGIN } from '../../../electron/browser-host/open-window.ts';
import { type Session, startSession } from '../../e2e/support.ts';

/** What the page's own functions and a stranger's are asked in the browser; text, because it runs there. */
const ASK = `(call) => call('workspace.status', {}).then((reply) => reply.ok ? 'answered' : reply.error.code, () => 'failed')`;

describe('the browser host', () => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession();
  });
  afterAll(() => session.end());

  it('answers the page on its own origin', async () => {
    expect(await session.page.evaluate(`(${ASK})((name, input) => window.countersign.call(name, input))`)).toBe(
      'answered',
    );
  });

  it('gives a frame no bridge, and refuses the call that it makes all the same', async () => {
    const { page } = session;
    await page.evaluate(`new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.name = 'stranger';
      frame.src = '/frame/document.html';
      frame.onload = resolve;
      document.body.append(frame);
    })`);
    const frame = page.frame({ name: 'stranger' });
    expect(await frame?.evaluate('typeof window.countersign')).toBe('undefined');
    expect(await frame?.evaluate(`(${ASK})(window.countersignCall)`)).toBe('sender-refused');
    expect(await frame?.evaluate('window.countersignChoose()')).toBeNull();
    await page.evaluate(`document.querySelector('iframe[name=stranger]').remove()`);
  });

  it('closes a window that the page or anybody opens', async () => {
    const { page } = session;
    const opened = page.context().waitForEvent('page');
    await page.evaluate(`void window.open('about:blank')`);
    const other = await opened;
    await expect.poll(() => other.isClosed()).toBe(true);
    expect(page.context().pages()).toHaveLength(1);
  });

  it('fetches nothing from anywhere else', async () => {
    const { page } = session;
    const asked = `fetch('https://example.org/').then(() => 'fetched', () => 'refused')`;
    expect(await page.evaluate(asked)).toBe('refused');
    const image = `new Promise((resolve) => { const image = new Image(); image.onload = () => resolve('loaded'); image.onerror = () => resolve('refused'); image.src = 'http://example.org/x.png'; })`;
    expect(await page.evaluate(image)).toBe('refused');
  });

  it('refuses the bridge to a page of another origin in the same window', async () => {
    const { page } = session;
    await page.goto('data:text/html,<title>elsewhere</title>');
    expect(await page.evaluate('typeof window.countersign')).toBe('undefined');
    expect(await page.evaluate(`(${ASK})(window.countersignCall)`)).toBe('sender-refused');
    await page.goto(`${ORIGIN}/`);
    expect(await page.evaluate(`(${ASK})((name, input) => window.countersign.call(name, input))`)).toBe('answered');
  });

  it.skipIf(process.platform !== 'linux')('opens no port (read from the kernel, so on Linux only)', () => {
    const ours = new Set(descendants(process.pid).flatMap(socketsOf));
    expect(ours.size).toBeGreaterThan(0);
    const listening = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) =>
      readFileSync(table, 'utf8')
        .split('\n')
        .slice(1)
        .map((line) => line.trim().split(/\s+/))
        .filter((fields) => fields[3] === '0A')
        .map((fields) => fields[9] ?? ''),
    );
    expect(listening.filter((inode) => ours.has(inode))).toEqual([]);
  });
});

/** A process and all that it started, by what the kernel says of parents. */
function descendants(root: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It ended meanwhile.
    }
  }
  const found = [root];
  for (const one of found) for (const [child, parent] of parents) if (parent === one) found.push(child);
  return found;
}

/** Inodes of the sockets that a process holds. */
function socketsOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      const socket = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`));
      return socket?.[1] ? [socket[1]] : [];
    });
  } catch {
    return [];
  }
}
