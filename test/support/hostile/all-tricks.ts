import { CONTAINERS } from './containers.ts';
import { DOCX_THAT_ACT } from './docx-that-acts.ts';
import { DOCX_THAT_SWELL } from './docx-that-swells.ts';
import { OTHER_FILES } from './other-files.ts';
import { PDFS_IN_CIRCLES } from './pdf-in-circles.ts';
import { PDFS_OF_ODD_SIZES } from './pdf-of-odd-sizes.ts';
import { PDFS_THAT_ACT } from './pdf-that-acts.ts';
import { PDFS_THAT_SWELL } from './pdf-that-swells.ts';
import type { Trick } from './trick.ts';

/** Every file of test/fixtures/hostile. */
export const ALL_TRICKS: readonly Trick[] = [
  ...PDFS_THAT_ACT,
  ...PDFS_IN_CIRCLES,
  ...PDFS_OF_ODD_SIZES,
  ...PDFS_THAT_SWELL,
  ...DOCX_THAT_ACT,
  ...DOCX_THAT_SWELL,
  ...CONTAINERS,
  ...OTHER_FILES,
];
