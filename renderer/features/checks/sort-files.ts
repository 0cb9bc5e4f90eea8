/** A signed sheet as it is opened: its PDF, and its DOCX where it came too. */
export type SheetFiles<F> = { readonly pdf: F; readonly docx: F | null };

export type SortedFiles<F> = {
  readonly sheets: readonly SheetFiles<F>[];
  /** A DOCX without its PDF, and files of any other type. */
  readonly left: readonly F[];
};

/**
 * Puts each PDF with its DOCX: by the name that both were exported under, or because there is one of each. What the files
 * hold is judged where they arrive.
 */
export function sortFiles<F extends { readonly name: string }>(files: readonly F[]): SortedFiles<F> {
  const pdfs = files.filter((file) => endingOf(file) === 'pdf');
  const docxs = files.filter((file) => endingOf(file) === 'docx');
  const others = files.filter((file) => !pdfs.includes(file) && !docxs.includes(file));
  const free = new Set(docxs);
  const sheets = pdfs.map((pdf) => {
    const docx = [...free].find((one) => baseOf(one) === baseOf(pdf)) ?? null;
    if (docx) free.delete(docx);
    return { pdf, docx };
  });
  const [only, ...more] = sheets;
  const [docx] = free;
  if (only && more.length === 0 && only.docx === null && docx && free.size === 1) {
    return { sheets: [{ pdf: only.pdf, docx }], left: others };
  }
  return { sheets, left: [...free, ...others] };
}

function endingOf({ name }: { readonly name: string }): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

function baseOf({ name }: { readonly name: string }): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('.'))).toLowerCase();
}
