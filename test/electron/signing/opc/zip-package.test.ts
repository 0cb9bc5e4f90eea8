import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Item, itemOf, readItems, writeItems } from '../../../../electron/signing/opc/zip-package.ts';
import { withToldSize, zipOf } from '../../../support/zip-files.ts';
import { partsOf } from './opc-tools.ts';

const A = itemOf('a.xml', Buffer.from('<a/>'));
const LONG = itemOf('word/long.xml', Buffer.from('<long/>'.repeat(1000)));

describe('the items of a package', () => {
  it('are read as they were written, in their order, by us and by others', async () => {
    const zip = writeItems([LONG, A]);
    expect(await readItems(zip)).toEqual(
      [LONG, A].map((item) => ({ ...item, packed: Buffer.from(item.packed), content: Buffer.from(item.content) })),
    );
    expect([...(await partsOf(zip))]).toEqual([LONG, A].map(({ name, content }) => [name, Buffer.from(content)]));
  });

  it('keep their packed bytes and lose their times', async () => {
    const zip = await zipOf([
      ['a.xml', '<a/>'],
      ['b.xml', '<b/>'.repeat(500)],
    ]);
    const items = await readItems(zip);
    const again = writeItems(items);
    for (const { packed } of items) expect(Buffer.from(again).includes(Buffer.from(packed))).toBe(true);
    expect(Buffer.from(again).readUInt32LE(10)).toBe((1 << 21) | (1 << 16));
    expect(writeItems(await readItems(again))).toEqual(again);
  });

  it('leave folders out', async () => {
    const zip = writeItems([itemOf('word/', new Uint8Array()), A]);
    expect((await readItems(zip)).map(({ name }) => name)).toEqual(['a.xml']);
  });
});

describe('a package is refused', () => {
  const told = (item: Item, more: Partial<Item>) => writeItems([{ ...item, ...more }]);
  const bomb = deflateRawSync(Buffer.alloc(60_000_000));
  const flagged = (zip: Uint8Array) => {
    const bytes = Buffer.from(zip);
    bytes.writeUInt16LE(1, bytes.readUInt32LE(bytes.length - 6) + 8);
    return bytes;
  };
  const otherName = (zip: Uint8Array) => {
    const bytes = Buffer.from(zip);
    bytes.write('b', 30);
    return bytes;
  };
  const movedHead = (zip: Uint8Array, to: number) => {
    const bytes = Buffer.from(zip);
    bytes.writeUInt32LE(to, bytes.readUInt32LE(bytes.length - 6) + 42);
    return bytes;
  };

  it.each<[string, Uint8Array]>([
    ['that holds a name twice', writeItems([A, A])],
    ['that holds a name in both cases', writeItems([A, { ...A, name: 'A.XML' }])],
    ['whose part leads out of it', writeItems([{ ...A, name: '../a.xml' }])],
    ['whose part stands at the root of the disk', writeItems([{ ...A, name: '/a.xml' }])],
    ['whose part is named by a backslash', writeItems([{ ...A, name: 'word\\a.xml' }])],
    ['whose part has letters beyond ASCII', writeItems([{ ...A, name: 'é.xml' }])],
    ['whose part has another checksum', told(A, { crc: 1 })],
    ['whose part unpacks to more than it says', withToldSize(Buffer.from(writeItems([LONG])), LONG.name, 100)],
    ['whose part unpacks to less than it says', withToldSize(Buffer.from(writeItems([LONG])), LONG.name, 100_000)],
    ['whose part is no deflated stream', told(LONG, { packed: Buffer.from('not deflated at all') })],
    ['whose part is packed in another way', told(LONG, { method: 12 })],
    [
      'that is packed too tight',
      told(A, { method: 8, packed: bomb, crc: crc32(Buffer.alloc(60_000_000)), content: Buffer.alloc(60_000_000) }),
    ],
    ['that is too large', told(A, { content: Buffer.alloc(300_000_000) })],
    [
      'that has too many parts',
      writeItems(Array.from({ length: 5001 }, (_, index) => ({ ...A, name: `${index}.xml` }))),
    ],
    ['that is encrypted', flagged(writeItems([LONG]))],
    ['whose part has another name at its head', otherName(writeItems([A]))],
    ['whose part begins elsewhere', movedHead(writeItems([A]), 4)],
    ['whose part begins after its end', movedHead(writeItems([A]), 90)],
    ['that is cut', writeItems([A, LONG]).subarray(0, 200)],
  ])('%s', async (_, zip) => {
    await expect(readItems(zip)).rejects.toThrow();
  });
});
