/** A text as pdfkit writes a string rather than a name: pdfkit tells them apart by the String object. */
export function pdfString(text: string): object {
  return Object(text);
}
