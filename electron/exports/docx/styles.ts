import { AlignmentType, type IStylesOptions, LevelFormat } from 'docx';

/** Half-points. */
export const SIZE = {
  text: 18,
  small: 15,
  pattern: 16,
  mark: 22,
  heading1: 26,
  heading2: 22,
  heading3: 20,
  footer: 13,
} as const;

/** Named, never embedded: Word and LibreOffice put their own face for a script that Arial lacks. */
export const FONT = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: 'Microsoft YaHei' } as const;
/** For the tick boxes, which Arial lacks. */
export const SYMBOL_FONT = {
  ascii: 'Segoe UI Symbol',
  hAnsi: 'Segoe UI Symbol',
  cs: 'Segoe UI Symbol',
  eastAsia: 'Segoe UI Symbol',
} as const;

export const COLOUR = { text: '000000', quiet: '595959', rule: '404040', shade: 'E7E6E6' } as const;

export const BULLETS = 'criteria-bullets';

const heading = (size: number) => ({
  run: { font: FONT, size, sizeComplexScript: size, bold: true, color: COLOUR.text },
  paragraph: { spacing: { before: 120, after: 120 }, keepNext: true },
});

/** The document's styles: one face, a form's sizes, British English. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: {
        font: FONT,
        size: SIZE.text,
        sizeComplexScript: SIZE.text,
        language: { value: 'en-GB', eastAsia: 'zh-CN', bidirectional: 'ar-SA' },
      },
    },
    heading1: heading(SIZE.heading1),
    heading2: heading(SIZE.heading2),
    heading3: heading(SIZE.heading3),
  },
};

/** The bullets of criteria and of referred sections. */
export const NUMBERING = {
  config: [
    {
      reference: BULLETS,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '\u2022',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 200, hanging: 200 } }, run: { font: 'Arial' } },
        },
      ],
    },
  ],
} as const;
