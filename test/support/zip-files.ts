import { ZipFile } from 'yazl';

export type ZipPart = readonly [name: string, content: Buffer | string];

/** A ZIP with these parts, deflated, with times that never change. */
export function zipOf(parts: readonly ZipPart[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of parts) {
    zip.addBuffer(Buffer.from(content), name, { mtime: new Date(2026, 0, 1), forceDosTimestamp: true });
  }
  zip.end();
  return collected(zip.outputStream);
}

export async function collected(stream: AsyncIterable<Buffer | string>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** The same ZIP, with one part's size before deflating told as another, in the directory and at the part. */
export function withToldSize(zip: Buffer, part: string, told: number): Buffer {
  const lying = Buffer.from(zip);
  const end = lying.length - 22;
  if (lying.readUInt32LE(end) !== END) throw new Error('Not a ZIP without a comment');
  let at = lying.readUInt32LE(end + 16);
  while (lying.readUInt32LE(at) === CENTRAL) {
    const length = lying.readUInt16LE(at + 28);
    if (lying.toString('utf8', at + 46, at + 46 + length) === part) {
      lying.writeUInt32LE(told, at + 24);
      lying.writeUInt32LE(told, lying.readUInt32LE(at + 42) + 22);
      return lying;
    }
    at += 46 + length + lying.readUInt16LE(at + 30) + lying.readUInt16LE(at + 32);
  }
  throw new Error(`No part ${part}`);
}
