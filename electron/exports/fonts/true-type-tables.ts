/** The tables of a TrueType font that a subset is cut from, as views of the file's bytes. */
export type TrueTypeTables = {
  readonly head: DataView;
  readonly hhea: DataView;
  readonly maxp: DataView;
  readonly hmtx: DataView;
  readonly loca: DataView;
  readonly glyf: DataView;
};

/** Finds the tables by the font's directory. Throws if one is missing. */
export function readTables(bytes: Uint8Array): TrueTypeTables {
  return {
    head: findTable(bytes, 'head'),
    hhea: findTable(bytes, 'hhea'),
    maxp: findTable(bytes, 'maxp'),
    hmtx: findTable(bytes, 'hmtx'),
    loca: findTable(bytes, 'loca'),
    glyf: findTable(bytes, 'glyf'),
  };
}

/** One table, by the font's directory. Throws if it is missing. */
export function findTable(bytes: Uint8Array, tag: string): DataView {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = file.getUint16(4);
  for (let index = 0; index < count; index++) {
    const entry = 12 + index * 16;
    if (String.fromCharCode(...bytes.subarray(entry, entry + 4)) !== tag) continue;
    return new DataView(bytes.buffer, bytes.byteOffset + file.getUint32(entry + 8), file.getUint32(entry + 12));
  }
  throw new Error(`The font has no table ${tag}`);
}

/** A glyph's outline as the file holds it; empty for one that draws nothing. */
export function outlineOf(tables: TrueTypeTables, glyph: number): Uint8Array {
  const long = tables.head.getInt16(50) === 1;
  const at = (index: number): number =>
    long ? tables.loca.getUint32(index * 4) : tables.loca.getUint16(index * 2) * 2;
  const start = at(glyph);
  return new Uint8Array(tables.glyf.buffer, tables.glyf.byteOffset + start, at(glyph + 1) - start);
}

/** A glyph's advance width and left side bearing in units of the font. */
export function metricsOf(
  tables: TrueTypeTables,
  glyph: number,
): { readonly advance: number; readonly bearing: number } {
  const full = tables.hhea.getUint16(34);
  if (glyph < full) return { advance: tables.hmtx.getUint16(glyph * 4), bearing: tables.hmtx.getInt16(glyph * 4 + 2) };
  return {
    advance: tables.hmtx.getUint16((full - 1) * 4),
    bearing: tables.hmtx.getInt16(full * 4 + (glyph - full) * 2),
  };
}
