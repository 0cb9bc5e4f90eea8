// biome-ignore lint/suspicious/noControlCharactersInRegex: XML names what it refuses
export const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/u;

/** A name without a colon, by XML 1.0 in its fifth edition. */
export const NAME =
  /[A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd][-.0-9A-Z_a-z\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff\u200c-\u200d\u203f\u2040\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd]*/y;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text with its references put in: the five of XML itself and numbers; null where there is any other. */
export function withReferences(text: string): string | null {
  let broken = false;
  const put = text.replace(/&([^;&]{0,12})(;?)/g, (_, name: string, end: string) => {
    const meant = end === ';' ? referred(name) : null;
    broken ||= meant === null;
    return meant ?? '';
  });
  return broken ? null : put;
}

function referred(name: string): string | null {
  const known = Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
  if (known !== undefined) return known;
  const digits = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
  if (!digits) return null;
  const point = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  if (point > 0x10ffff) return null;
  const character = String.fromCodePoint(point);
  return FORBIDDEN.test(character) ? null : character;
}
