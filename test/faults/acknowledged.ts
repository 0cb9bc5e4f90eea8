/** What an assessor was shown as done. Whatever happens afterwards, all of it must be there. */
export type Acknowledged = {
  created: boolean;
  /** Number of the passphrase that is sure to be in force, or the one after it if its change was being made. */
  passphrase: number;
  readonly learners: Set<string>;
  /** Attempts by id, with the SHA-256 of their script. */
  readonly taken: Map<string, string>;
  /** `sheet/section` with the length of the text that was saved. */
  readonly saved: Map<string, number>;
  /** `sheet/section` with the mark that was typed. */
  readonly marked: Map<string, string>;
  /** `sheet/section` with the length of the text that was undone and redone. */
  readonly redone: Map<string, number>;
  /** Signed sheets with their digest. */
  readonly signed: Map<string, string>;
  /** Exported files by name, with their SHA-256. */
  readonly exported: Map<string, string>;
  /** The chain's events that were seen at its head: sequence and hash. */
  readonly heads: Map<number, string>;
};

export function nothingAcknowledged(): Acknowledged {
  return {
    created: false,
    passphrase: 0,
    learners: new Set(),
    taken: new Map(),
    saved: new Map(),
    marked: new Map(),
    redone: new Map(),
    signed: new Map(),
    exported: new Map(),
    heads: new Map(),
  };
}

/** One line of an assessor's, tab-separated, said only after the act was acknowledged. Other lines say what is begun. */
export function acknowledge(record: Acknowledged, line: string): void {
  const [what, id = '', value = ''] = line.split('\t');
  switch (what) {
    case 'created':
      record.created = true;
      break;
    case 'passphrase':
      record.passphrase = Number(id);
      break;
    case 'learner':
      record.learners.add(id);
      break;
    case 'taken':
      record.taken.set(id, value);
      break;
    case 'saved':
      record.saved.set(id, Number(value));
      break;
    case 'marked':
      record.marked.set(id, value);
      break;
    case 'redone':
      record.redone.set(id, Number(value));
      break;
    case 'signed':
      record.signed.set(id, value);
      break;
    case 'exported':
      record.exported.set(id, value);
      break;
    case 'head':
      record.heads.set(Number(id), value);
      break;
  }
}

export function copyOf(record: Acknowledged): Acknowledged {
  return structuredClone(record);
}

export function passphraseOf(number: number): string {
  return `a long enough passphrase, number ${number}`;
}
