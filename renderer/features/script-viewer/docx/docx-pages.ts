import type { Extent } from '../reading-place.ts';
import { isHeading } from './docx-paragraphs.ts';

/** How far a drawn page may outgrow its paper before its breaks are not taken for the printed ones. */
const OUTGROWN = 1.75;
const LONGEST_HEADING = 56;

/** The pages of a drawn document. */
export function pageElements(frame: Document): readonly HTMLElement[] {
  return [...frame.querySelectorAll<HTMLElement>('.docx-wrapper > section')];
}

/** Where the pages lie in the scrolled frame. */
export function pageExtents(frame: Document): readonly Extent[] {
  const scrolled = frame.documentElement.scrollTop;
  return pageElements(frame).map((page) => {
    const box = page.getBoundingClientRect();
    return { top: box.top + scrolled, width: box.width, height: box.height };
  });
}

/**
 * Whether the file says where its pages break. Where it does not, a "page" runs on far beyond its paper, and a page
 * number would not be the one that the learner's printout carries.
 */
export function hasPages(frame: Document): boolean {
  const pages = pageElements(frame);
  return pages.length > 0 && pages.every((page) => page.offsetHeight <= OUTGROWN * paperHeight(page));
}

function paperHeight(page: HTMLElement): number {
  const height = Number.parseFloat(page.ownerDocument.defaultView?.getComputedStyle(page).minHeight ?? '');
  return Number.isFinite(height) && height > 0 ? height : Number.POSITIVE_INFINITY;
}

/** The place being read in a file without pages: the heading it stands under, or its paragraph's number. */
export function headingPlace(frame: Document): string {
  const line = frame.documentElement.clientHeight * 0.35;
  const paragraphs = [...frame.querySelectorAll<HTMLElement>('article p')];
  const above = paragraphs.filter((paragraph) => paragraph.getBoundingClientRect().top < line);
  const heading = above.findLast(isHeading);
  if (!heading) return `para ${Math.max(1, above.length)}`;
  const words = heading.textContent.replace(/\s+/gu, ' ').trim();
  const characters = [...words];
  return `under “${characters.length > LONGEST_HEADING ? `${characters.slice(0, LONGEST_HEADING).join('')}…` : words}”`;
}
