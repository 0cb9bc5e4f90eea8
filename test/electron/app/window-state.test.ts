import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepWindowState, readWindowState, type WindowState } from '../../../electron/app/window-state.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const LAPTOP = { x: 0, y: 0, width: 1366, height: 728 };
const DESK = { x: 1366, y: -200, width: 2560, height: 1400 };

function readBack(content: unknown, screens = [LAPTOP, DESK]): WindowState {
  const file = join(temporaryFolder(), 'window.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readWindowState(file, screens);
}

describe("the window's place and size", () => {
  it('are the same the next time', () => {
    const file = join(temporaryFolder(), 'kept', 'window.json');
    const state = { place: { x: 1500, y: 10 }, width: 1200, height: 900, maximised: true };
    keepWindowState(file, state);
    expect(readWindowState(file, [LAPTOP, DESK])).toEqual(state);
    expect(existsSync(`${file}.new`)).toBe(false);
  });

  it('are usual on a large screen the first time, and the whole of a small one', () => {
    const missing = join(temporaryFolder(), 'window.json');
    expect(readWindowState(missing, [DESK])).toEqual({ place: null, width: 1366, height: 768, maximised: false });
    expect(readWindowState(missing, [LAPTOP])).toEqual({ place: null, width: 1366, height: 728, maximised: true });
  });

  it.each([
    ['on a screen that is gone', { x: 5000, y: 100 }],
    ['above every screen', { x: 100, y: -900 }],
    ['below every screen', { x: 100, y: 1350 }],
    ['with nothing of the title bar to take hold of', { x: -1150, y: 100 }],
  ])('are in the middle again where the window was %s', (_where, place) => {
    expect(readBack({ place, width: 1200, height: 700, maximised: false })).toMatchObject({ place: null, width: 1200 });
  });

  it('are kept where a part of the title bar can be taken hold of', () => {
    const place = { x: -1000, y: 100 };
    expect(readBack({ place, width: 1200, height: 700, maximised: false })).toMatchObject({ place });
  });

  it('fit the screen there is now', () => {
    const kept = { place: { x: 10, y: 10 }, width: 2400, height: 1300, maximised: false };
    expect(readBack(kept, [LAPTOP])).toMatchObject({ width: 1366, height: 728 });
    expect(readBack({ ...kept, width: 1, height: 1 }, [LAPTOP])).toMatchObject({ width: 900, height: 600 });
  });

  it.each([
    ['nothing', ''],
    ['half a file', '{"place":null,"wid'],
    ['another form', { width: 1000, height: 700 }],
    ['a field too many', { place: null, width: 1000, height: 700, maximised: false, url: 'https://example.com' }],
    ['numbers in words', { place: null, width: '1000', height: 700, maximised: false }],
    ['numbers without end', { place: { x: 1e308, y: 0 }, width: 1000, height: 700, maximised: false }],
  ])('are usual where the file holds %s', (_what, content) => {
    expect(readBack(content, [DESK])).toEqual({ place: null, width: 1366, height: 768, maximised: false });
  });

  it('can always be reached and read, whatever the file holds', () => {
    const file = join(temporaryFolder(), 'window.json');
    const anyNumber = fc.oneof(fc.integer({ min: -10_000, max: 10_000 }), fc.double());
    fc.assert(
      fc.property(anyNumber, anyNumber, anyNumber, anyNumber, (x, y, width, height) => {
        writeFileSync(file, JSON.stringify({ place: { x, y }, width, height, maximised: false }));
        const state = readWindowState(file, [LAPTOP]);
        expect(state.width).toBeGreaterThanOrEqual(900);
        expect(state.width).toBeLessThanOrEqual(1366);
        expect(state.height).toBeGreaterThanOrEqual(600);
        expect(state.height).toBeLessThanOrEqual(728);
        if (state.place) {
          expect(state.place.x).toBeLessThanOrEqual(1366 - 120);
          expect(state.place.y).toBeGreaterThanOrEqual(0);
          expect(state.place.y).toBeLessThanOrEqual(728 - 32);
        }
      }),
    );
  });

  it('cost nothing but the place where the disk refuses', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'window.json'));
    keepWindowState(join(folder, 'window.json'), { place: null, width: 1000, height: 700, maximised: false });
    writeFileSync(join(folder, 'file'), '');
    keepWindowState(join(folder, 'file', 'window.json'), { place: null, width: 1000, height: 700, maximised: false });
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('');
  });
});
