import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Where a window was and how large, in screen pixels; no place is the middle of the first screen. */
export type WindowState = {
  readonly place: { readonly x: number; readonly y: number } | null;
  readonly width: number;
  readonly height: number;
  readonly maximised: boolean;
};

export const LEAST = { width: 900, height: 600 };
const USUAL = { width: 1366, height: 768 };
/** So much of the title bar must be on a screen for the window to be moved by it. */
const HANDLE = { width: 120, height: 32 };

const pixels = z.number().int().min(-100_000).max(100_000);
const stateSchema = z.strictObject({
  place: z.strictObject({ x: pixels, y: pixels }).nullable(),
  width: pixels.min(1),
  height: pixels.min(1),
  maximised: z.boolean(),
});

/** The state kept in `file`, made to fit the screens there are now (work areas, the first one first). */
export function readWindowState(file: string, screens: readonly Area[]): WindowState {
  return fitted(parseState(file), screens);
}

/** Keeps the state whole or not at all. A disk that refuses costs a window's place, nothing else. */
export function keepWindowState(file: string, state: WindowState): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  } catch {
    // The window opens in its usual place next time.
  }
}

function parseState(file: string): WindowState | null {
  try {
    return stateSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}

function fitted(kept: WindowState | null, screens: readonly Area[]): WindowState {
  const wanted = kept ?? { place: null, ...USUAL, maximised: false };
  const { place } = wanted;
  const home = (place && screens.find((screen) => canBeHeld(place, wanted.width, screen))) ?? null;
  const screen = home ?? screens[0] ?? { x: 0, y: 0, ...USUAL };
  const tooLarge = USUAL.width > screen.width || USUAL.height > screen.height;
  return {
    place: home ? place : null,
    width: within(wanted.width, LEAST.width, screen.width),
    height: within(wanted.height, LEAST.height, screen.height),
    maximised: kept ? kept.maximised : tooLarge,
  };
}

/** Whether enough of the title bar of a window at `place` is on the screen. */
function canBeHeld(place: { readonly x: number; readonly y: number }, width: number, screen: Area): boolean {
  const left = Math.max(place.x, screen.x);
  const right = Math.min(place.x + width, screen.x + screen.width);
  const inside = place.y >= screen.y && place.y + HANDLE.height <= screen.y + screen.height;
  return inside && right - left >= HANDLE.width;
}

/** Where the screen is smaller than the least a window may be, the least counts. */
function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
