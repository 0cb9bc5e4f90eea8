import { describe, expect, it, vi } from 'vitest';
import { closeInTwoSteps } from '../../../electron/app/closing.ts';
import { recoverPage } from '../../../electron/app/recovery.ts';
import { BrowserWindow } from '../../support/electron-window.ts';

function open(wants: boolean) {
  const window = new BrowserWindow({});
  const time = { now: 0 };
  const askToRestart = vi.fn(async () => wants);
  const log = vi.fn();
  recoverPage(window as never, { elapsed: () => time.now, askToRestart, log });
  const stop = async (reason = 'crashed') => {
    window.webContents.emit('render-process-gone', {}, { reason, exitCode: 5 });
    await Promise.resolve();
    await Promise.resolve();
  };
  return { window, time, askToRestart, log, stop };
}

describe('a page whose process stops', () => {
  it.each(['crashed', 'oom', 'killed', 'abnormal-exit', 'memory-eviction'])('comes back after %s', async (reason) => {
    const { window, stop, askToRestart } = open(true);
    await stop(reason);
    expect(window.webContents.reloads).toBe(1);
    expect(askToRestart).not.toHaveBeenCalled();
  });

  it('is logged with how it ended', async () => {
    const { log, stop } = open(true);
    await stop('oom');
    expect(log).toHaveBeenCalledWith(
      expect.stringMatching(/^[0-9a-f]{8}$/),
      expect.objectContaining({ code: 'oom-5' }),
    );
  });

  it('is left alone where it ended by itself', async () => {
    const { window, stop, log } = open(true);
    await stop('clean-exit');
    expect(window.webContents.reloads).toBe(0);
    expect(log).not.toHaveBeenCalled();
  });

  it('asks first when it stopped three times in a minute, and comes back where that is wanted', async () => {
    const { window, stop, askToRestart } = open(true);
    for (let times = 0; times < 3; times += 1) await stop();
    expect(askToRestart).toHaveBeenCalledExactlyOnceWith('stopping');
    expect(window.webContents.reloads).toBe(3);
  });

  it('closes where it is not wanted back', async () => {
    const { window, stop } = open(false);
    for (let times = 0; times < 3; times += 1) await stop();
    expect(window.webContents.reloads).toBe(2);
    expect(window.destroyed).toBe(true);
  });

  it('does not ask where the stops are a minute apart', async () => {
    const { time, stop, askToRestart } = open(true);
    for (let times = 0; times < 5; times += 1) {
      await stop();
      time.now += 60_000;
    }
    expect(askToRestart).not.toHaveBeenCalled();
  });

  it('is not brought back into a window that was closing', async () => {
    const window = new BrowserWindow({});
    closeInTwoSteps(window as never, () => undefined);
    recoverPage(window as never, { elapsed: () => 0, askToRestart: async () => true, log: () => undefined });
    window.close();
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    expect(window.webContents.reloads).toBe(0);
    expect(window.destroyed).toBe(true);
  });
});

describe('a page that hangs', () => {
  it.each([
    [true, 1],
    [false, 0],
  ])('is ended only where that is wanted (%s)', async (wants, killed) => {
    const { window, askToRestart } = open(wants);
    window.emit('unresponsive');
    await vi.waitFor(() => expect(askToRestart).toHaveBeenCalledExactlyOnceWith('not-answering'));
    await Promise.resolve();
    expect(window.webContents.killed).toBe(killed);
  });
});
