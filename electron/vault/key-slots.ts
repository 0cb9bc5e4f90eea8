import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';

/**
 * The workspace has one random key; slots wrap it. A slot holds two secrets: the workspace key, which opens database
 * and vault, and the seal key, which opens the owner's signing key. Opening a workspace unwraps only the first, so that
 * signing needs the passphrase again; changing the passphrase rewrites one slot and nothing else.
 * Recovery codes and the operating system's store become further slots without a migration.
 */
export type KeySlot = z.infer<typeof keySlotSchema>;
/** `workspace` opens the data, `seal` opens the owner's private key. 32 bytes each. */
export type SlotSecrets = { readonly workspace: Buffer; readonly seal: Buffer };
export type ScryptCost = { readonly N: number; readonly r: number; readonly p: number };

/** About half a second and 128 MiB. scrypt, because Electron's cryptography has no argon2. */
export const DEFAULT_COST: ScryptCost = { N: 2 ** 17, r: 8, p: 1 };

/** Four times the default. The file is read before anything proves who wrote it, so what it may ask for is bounded. */
const MOST_COST = 4 * DEFAULT_COST.N * DEFAULT_COST.r * DEFAULT_COST.p;

const base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/);
export const keySlotSchema = z.strictObject({
  id: z.string().min(1).max(64),
  kind: z.literal('passphrase'),
  kdf: z
    .strictObject({
      name: z.literal('scrypt'),
      N: z
        .number()
        .int()
        .min(2)
        .refine((n) => Number.isInteger(Math.log2(n)), 'is no power of two'),
      r: z.number().int().min(1),
      p: z.number().int().min(1),
      salt: base64,
    })
    .refine(({ N, r, p }) => N * r * p <= MOST_COST, 'asks for more memory or time than a slot may'),
  workspaceKey: base64,
  sealKey: base64,
});

/** Wraps both secrets under a passphrase. */
export async function makePassphraseSlot(
  id: string,
  passphrase: string,
  secrets: SlotSecrets,
  cost: ScryptCost,
): Promise<KeySlot> {
  const salt = randomBytes(32);
  const key = await derive(passphrase, salt, cost);
  return {
    id,
    kind: 'passphrase',
    kdf: { name: 'scrypt', ...cost, salt: salt.toString('base64') },
    workspaceKey: wrap(key, 'workspace', secrets.workspace),
    sealKey: wrap(key, 'seal', secrets.seal),
  };
}

/** Both secrets, or null where the passphrase is wrong. */
export async function openPassphraseSlot(slot: KeySlot, passphrase: string): Promise<SlotSecrets | null> {
  const { N, r, p, salt } = slot.kdf;
  const key = await derive(passphrase, Buffer.from(salt, 'base64'), { N, r, p });
  const workspace = unwrap(key, 'workspace', slot.workspaceKey);
  const seal = unwrap(key, 'seal', slot.sealKey);
  return workspace && seal ? { workspace, seal } : null;
}

/** The same passphrase typed on another keyboard or system gives the same key: NFKC. */
function derive(passphrase: string, salt: Buffer, cost: ScryptCost): Promise<Buffer> {
  const options = { ...cost, maxmem: 256 * cost.N * cost.r };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

function purposeKey(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `countersign slot ${purpose}`, 32));
}

function wrap(key: Buffer, purpose: string, secret: Buffer): string {
  return seal(purposeKey(key, purpose), secret).toString('base64');
}

function unwrap(key: Buffer, purpose: string, wrapped: string): Buffer | null {
  return unseal(purposeKey(key, purpose), Buffer.from(wrapped, 'base64'));
}

/** AES-256-GCM under a random nonce: nonce, cipher text, tag. */
export function seal(key: Buffer, secret: Uint8Array): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
}

/** What was sealed, or null where key or bytes are not the ones. */
export function unseal(key: Buffer, sealed: Uint8Array): Buffer | null {
  if (sealed.length < 28) return null;
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(-16));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
  } catch {
    return null;
  }
}

/** A key for one purpose, derived from the workspace key. */
export function derivedKey(workspaceKey: Buffer, purpose: 'database' | 'vault'): Buffer {
  return Buffer.from(hkdfSync('sha256', workspaceKey, Buffer.alloc(0), `countersign ${purpose}`, 32));
}
