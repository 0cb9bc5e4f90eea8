/** The CMap from which a reader copies text: for each code, the characters that it stands for. Code 0 stands for none. */
export function toUnicodeMap(characters: readonly (readonly number[])[]): string {
  const lines: string[] = [];
  for (const [code, points] of characters.entries()) {
    if (points.length > 0) lines.push(`<${hex(code)}> <${points.map(utf16).join('')}>`);
  }
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += 100) {
    const block = lines.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <FFFF>',
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}

function utf16(point: number): string {
  let text = '';
  const units = String.fromCodePoint(point);
  for (let unit = 0; unit < units.length; unit++) text += hex(units.charCodeAt(unit));
  return text;
}

/** Four hexadecimal digits. */
export function hex(value: number): string {
  return value.toString(16).padStart(4, '0').toUpperCase();
}
