import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeInTwoSteps } from '../../../electron/app/closing.ts';
import { BrowserWindow, PreventableEvent } from '../../support/electron-window.ts';

describe('a window that closes', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function open() {
    const window = new BrowserWindow({});
    const askFlush = vi.fn();
    const flushed = closeInTwoSteps(window as never, askFlush);
    return { window, askFlush, flushed };
  }

  it('asks the page to save, and goes when the page has', () => {
    const { window, askFlush, flushed } = open();
    window.close();
    expect(askFlush).toHaveBeenCalledTimes(1);
    expect(window.destroyed).toBe(false);
    flushed();
    expect(window.destroyed).toBe(true);
  });

  it('is not hurried by a second click on the cross', () => {
    const { window, askFlush } = open();
    window.close();
    window.close();
    expect(askFlush).toHaveBeenCalledTimes(1);
    expect(window.destroyed).toBe(false);
  });

  it('waits five seconds for a page that does not answer, and no longer', () => {
    const { window } = open();
    window.close();
    vi.advanceTimersByTime(4999);
    expect(window.destroyed).toBe(false);
    vi.advanceTimersByTime(1);
    expect(window.destroyed).toBe(true);
  });

  it('does not wait for a page that is gone already', () => {
    const { window, askFlush } = open();
    window.webContents.crashed = true;
    window.close();
    expect(askFlush).not.toHaveBeenCalled();
    expect(window.destroyed).toBe(true);
  });

  it('does not wait for a page that goes while it is asked', () => {
    const { window } = open();
    window.close();
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    expect(window.destroyed).toBe(true);
  });

  it('stays where the page answers without having been asked', () => {
    const { window, flushed } = open();
    flushed();
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    expect(window.destroyed).toBe(false);
  });

  it('saves what it can when Windows goes down, and does not hold it up', () => {
    const { window, askFlush, flushed } = open();
    const event = new PreventableEvent();
    window.emit('query-session-end', event);
    flushed();
    expect(askFlush).toHaveBeenCalledTimes(1);
    expect(event.defaultPrevented).toBe(false);
    expect(window.destroyed).toBe(false);
  });
});
