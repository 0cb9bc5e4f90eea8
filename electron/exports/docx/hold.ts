import type { IParagraphOptions } from 'docx';

/** What holds a row to the one below it: Word asks it of the paragraphs. */
export type Hold = Pick<IParagraphOptions, 'keepNext'>;
