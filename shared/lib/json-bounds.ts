/** How much a text of JSON may hold: brackets within brackets, and values. */
export type JsonBounds = { readonly depth: number; readonly values: number };

/**
 * Counts brackets and commas outside of strings, before anything is made of a text from outside: parsing what is nested
 * millions deep takes seconds. Says nothing of whether it is JSON. Values are counted to within one for each bracket.
 */
export function jsonBounds(text: string, bounds: JsonBounds): 'within' | 'too-deep' | 'too-many' {
  let depth = 0;
  let values = 1;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (inString) {
      if (unit === 0x5c) at += 1;
      else if (unit === 0x22) inString = false;
    } else if (unit === 0x22) inString = true;
    else if (unit === 0x2c) values += 1;
    else if (unit === 0x7b || unit === 0x5b) {
      depth += 1;
      values += 1;
    } else if (unit === 0x7d || unit === 0x5d) depth -= 1;
    if (depth > bounds.depth) return 'too-deep';
    if (values > bounds.values) return 'too-many';
  }
  return 'within';
}
