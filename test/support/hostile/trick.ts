/** A file that tries something. Its name says what; the bytes are the same each time that they are made. */
export type Trick = { readonly name: string; readonly make: () => Buffer | Promise<Buffer> };

export function trick(name: string, make: Trick['make']): Trick {
  return { name, make };
}
