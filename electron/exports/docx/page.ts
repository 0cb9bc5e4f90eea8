/** A4 with narrow margins, as the paper form has it. Twips: twentieths of a point. */
export const PAGE = {
  width: 11_906,
  height: 16_838,
  margin: { top: 794, bottom: 794, left: 794, right: 794, header: 397, footer: 397 },
} as const;

/** Width of the text between the margins, in twips. */
export const TEXT_WIDTH = PAGE.width - PAGE.margin.left - PAGE.margin.right;

/** Column widths in twips that add up to the text's width exactly. */
export function columnWidths(shares: readonly number[]): readonly number[] {
  let used = 0;
  let share = 0;
  return shares.map((one) => {
    share += one;
    const end = Math.round(share * TEXT_WIDTH);
    const width = end - used;
    used = end;
    return width;
  });
}
