import { describe, expect, it } from 'vitest';
import { roomFor } from '../../../../renderer/screens/marking/desk-layout.ts';

/** The desk of a window, in pixels, at a size of the text. */
const desk = (width: number, height: number, text = 16) => ({ width: width / text, height: height / text });
const laptop = desk(1274, 688);
const portrait = desk(988, 1840);
const phoneLike = desk(600, 900);

describe('the layout of the desk', () => {
  it('is side by side until somebody chooses', () => {
    expect(roomFor(laptop, null)).toMatchObject({ layout: 'beside', single: false, offered: null });
    expect(roomFor(laptop, 'above')).toMatchObject({ layout: 'above', single: false, offered: null });
  });

  it('offers the script above the sheet in a tall window, and lays nothing out by itself', () => {
    expect(roomFor(portrait, null)).toMatchObject({ layout: 'beside', single: false, offered: 'above' });
  });

  it('asks nobody again who has answered', () => {
    expect(roomFor(portrait, 'beside').offered).toBeNull();
    expect(roomFor(portrait, 'above').offered).toBeNull();
  });

  it('shows one side at a time where the layout has no room, and offers the one that has', () => {
    expect(roomFor(phoneLike, 'beside')).toMatchObject({ single: true, offered: 'above' });
    expect(roomFor(desk(1274, 400), 'above')).toMatchObject({ single: true, offered: 'beside' });
  });

  it('offers nothing where neither layout has room, as at twice the text on a laptop', () => {
    const twice = desk(1182, 610, 32);
    expect(roomFor(twice, 'beside')).toMatchObject({ single: true, offered: null });
    expect(roomFor(twice, 'above')).toMatchObject({ single: true, offered: null });
  });

  it('gives the sheet beside the script the width of its lines, and halves the height above each other', () => {
    expect(roomFor(laptop, 'beside').usual).toBeCloseTo(54.2, 1);
    expect(roomFor(desk(3000, 1400), 'beside').usual).toBe(66);
    expect(roomFor(laptop, 'above').usual).toBe(50);
  });
});
