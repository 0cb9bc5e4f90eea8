import type { KeyId } from '../../../shared/model/ids.ts';
import type { StoredKey } from '../../db/stores/people-store.ts';
import { type SlotSecrets, unseal } from '../../vault/key-slots.ts';

/** The owner's private keys for as long as a piece of signing takes; each is opened once, however many sheets it signs. */
export type OpenedKeys = {
  /** PKCS#8; null for a key without a private half here. */
  readonly open: (key: StoredKey) => Uint8Array | null;
  /** Overwrites every one of them. */
  readonly wipe: () => void;
};

export function openedKeys(secrets: SlotSecrets): OpenedKeys {
  const opened = new Map<KeyId, Buffer>();
  return {
    open(key) {
      const known = opened.get(key.id);
      if (known) return known;
      const privateKey = key.sealedPrivateKey && unseal(secrets.seal, key.sealedPrivateKey);
      if (!privateKey) return null;
      opened.set(key.id, privateKey);
      return privateKey;
    },
    wipe() {
      for (const privateKey of opened.values()) privateKey.fill(0);
      opened.clear();
    },
  };
}
