import { type RefObject, useLayoutEffect, useState } from 'react';

/** Width below which two sides cannot both be read; all in units of the text's size, so that large text counts too. */
const LEAST_FOR_TWO = 48;
/** Width at which the sheet's lines are as long as they should be. */
const SHEET = 36.5;

type Room = {
  /** There is room for one side only. */
  readonly narrow: boolean;
  /** The share of the width, in per cent, that the script has until the person moves the divider. */
  readonly usual: number;
};

/** The sheet gets the width its lines want, and the script, which is read most, gets the rest. */
export function useRoom(root: RefObject<HTMLElement | null>): Room {
  const [room, setRoom] = useState<Room>({ narrow: false, usual: 55 });
  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    const measure = () => {
      const text = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const width = element.clientWidth / text;
      const usual = Math.max(50, Math.min(66, 100 - (100 * SHEET) / Math.max(1, width)));
      setRoom({ narrow: width < LEAST_FOR_TWO, usual });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [root]);
  return room;
}
