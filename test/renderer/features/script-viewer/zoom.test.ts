import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asZoom, fitScale, showScale, stepZoom, wheelZoom } from '../../../../renderer/features/script-viewer/zoom.ts';

const scales = fc.double({ min: 0.25, max: 4, noNaN: true });
const scaleOf = (zoom: ReturnType<typeof stepZoom>) => (zoom.kind === 'scale' ? zoom.scale : Number.NaN);

describe('zooming by steps', () => {
  it.each([
    [1, 1, 1.1],
    [1, -1, 0.9],
    [0.95, 1, 1],
    [1.004, -1, 0.9],
    [4, 1, 4],
    [0.25, -1, 0.25],
  ] as const)('from %d by %d comes to %d', (from, direction, to) => {
    expect(stepZoom(from, direction)).toEqual({ kind: 'scale', scale: to });
  });

  it('goes the way it was asked, and never out of bounds', () => {
    fc.assert(
      fc.property(scales, (scale) => {
        const larger = scaleOf(stepZoom(scale, 1));
        const smaller = scaleOf(stepZoom(scale, -1));
        expect(larger > scale || scale > 3.9).toBe(true);
        expect(smaller < scale || scale < 0.26).toBe(true);
        expect(larger).toBeLessThanOrEqual(4);
        expect(smaller).toBeGreaterThanOrEqual(0.25);
      }),
    );
  });
});

describe('zooming by the wheel', () => {
  it('enlarges upwards, comes back downwards, and stays in bounds whatever the wheel says', () => {
    fc.assert(
      fc.property(scales, fc.double({ min: -5000, max: 5000, noNaN: true }), (scale, delta) => {
        const moved = scaleOf(wheelZoom(scale, delta));
        expect(moved).toBeGreaterThanOrEqual(0.25);
        expect(moved).toBeLessThanOrEqual(4);
        if (delta < 0) expect(moved).toBeGreaterThanOrEqual(scale);
        if (delta > 0) expect(moved).toBeLessThanOrEqual(scale);
      }),
    );
    expect(scaleOf(wheelZoom(scaleOf(wheelZoom(1, -40)), 40))).toBeCloseTo(1);
  });
});

describe('the zoom of a setting', () => {
  it('fits the width where none was chosen, and stays in bounds', () => {
    expect(asZoom(null)).toEqual({ kind: 'fit-width' });
    expect(asZoom(1.5)).toEqual({ kind: 'scale', scale: 1.5 });
    expect(asZoom(9)).toEqual({ kind: 'scale', scale: 4 });
  });
});

describe('fitting the width', () => {
  it('leaves the margins, stops where text reads well, and stays in bounds in no room at all', () => {
    expect(fitScale(624, 600, 12)).toBe(1);
    expect(fitScale(3000, 600, 12)).toBe(1.25);
    expect(fitScale(0, 600, 12)).toBe(0.25);
    expect(fitScale(600, 0, 12)).toBe(1.25);
  });

  it('is shown in whole per cent', () => {
    expect([showScale(1.1), showScale(0.333)]).toEqual(['110%', '33%']);
  });
});
