import { describe, expect, it } from 'vitest';
import {
  LEAST_REGION,
  middleOf,
  regionBetween,
  regionByKey,
} from '../../../../../renderer/features/script-viewer/pdf/region-box.ts';

const PAGE = { width: 400, height: 600 };
const BOX = { left: 100, top: 200, width: 50, height: 40 };

describe('a region of a page', () => {
  it('begins in the middle', () => {
    expect(middleOf(PAGE)).toEqual({ left: 100, top: 225, width: 200, height: 150 });
  });

  it('is drawn from any corner, and ends with the page', () => {
    const drawn = { left: 100, top: 200, width: 300, height: 400 };
    expect(regionBetween({ x: 100, y: 200 }, { x: 900, y: 700 }, PAGE)).toEqual(drawn);
    expect(regionBetween({ x: 900, y: 700 }, { x: 100, y: 200 }, PAGE)).toEqual(drawn);
  });

  it.each([
    { key: 'ArrowLeft', resize: false, after: { ...BOX, left: 92 } },
    { key: 'ArrowDown', resize: false, after: { ...BOX, top: 208 } },
    { key: 'ArrowRight', resize: true, after: { ...BOX, width: 58 } },
    { key: 'ArrowUp', resize: true, after: { ...BOX, height: 32 } },
  ])('is changed by $key, resized: $resize', ({ key, resize, after }) => {
    expect(regionByKey(BOX, key, resize, PAGE)).toEqual(after);
  });

  it('stays on the page and never becomes nothing', () => {
    expect(regionByKey({ ...BOX, left: 3 }, 'ArrowLeft', false, PAGE)).toEqual({ ...BOX, left: 0 });
    expect(regionByKey({ ...BOX, left: 349 }, 'ArrowRight', false, PAGE)).toEqual({ ...BOX, left: 350 });
    expect(regionByKey({ ...BOX, width: 9 }, 'ArrowLeft', true, PAGE)?.width).toBe(LEAST_REGION);
    expect(regionByKey(BOX, 'Tab', false, PAGE)).toBeNull();
  });
});
