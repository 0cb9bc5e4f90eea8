/** An object or a list that is open, with where its next member stands. */
type Open = { readonly keys: Set<string> | null; at: string | number };

const STRING = /"(?:[^"\\]|\\.)*"/y;

/**
 * The places, from the outermost key inwards, of members that an object has already: parsing keeps the last of them and
 * says nothing. `text` must be JSON; keys are compared as they read, however they are written.
 */
export function repeatedKeys(text: string): readonly (readonly (string | number)[])[] {
  const found: (readonly (string | number)[])[] = [];
  const open: Open[] = [];
  let expectsKey = false;
  for (let at = 0; at < text.length; at++) {
    const inner = open.at(-1);
    switch (text[at]) {
      case '{':
        open.push({ keys: new Set(), at: '' });
        expectsKey = true;
        break;
      case '[':
        open.push({ keys: null, at: 0 });
        expectsKey = false;
        break;
      case '}':
      case ']':
        open.pop();
        expectsKey = false;
        break;
      case ',':
        if (inner && typeof inner.at === 'number') inner.at += 1;
        expectsKey = inner !== undefined && inner.keys !== null;
        break;
      case '"': {
        const written = stringAt(text, at);
        at += written.length - 1;
        if (!expectsKey || !inner?.keys) break;
        const key = String(JSON.parse(written));
        inner.at = key;
        if (inner.keys.has(key)) found.push(open.map((one) => one.at));
        inner.keys.add(key);
        expectsKey = false;
        break;
      }
    }
  }
  return found;
}

function stringAt(text: string, at: number): string {
  STRING.lastIndex = at;
  return STRING.exec(text)?.[0] ?? '"';
}
