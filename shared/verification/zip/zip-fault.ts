/** Why a ZIP cannot be what an honest program wrote, or is of a kind that is not read here. */
export type ZipFaultKind =
  | 'ends-early'
  | 'gap'
  | 'overlap'
  | 'trailing'
  | 'twice'
  | 'contradiction'
  | 'damaged'
  | 'name'
  | 'zip64'
  | 'encrypted'
  | 'method'
  | 'too-many';

/** Raised by the ZIP reader and turned into a value by `verifyDocx`. */
export class ZipFault extends Error {
  readonly kind: ZipFaultKind;

  constructor(kind: ZipFaultKind) {
    super(kind);
    this.kind = kind;
  }
}

/** Kinds that no program writes: somebody put something into the file, or it was damaged. */
export function showsTampering(kind: ZipFaultKind): boolean {
  switch (kind) {
    case 'gap':
    case 'overlap':
    case 'trailing':
    case 'twice':
    case 'contradiction':
    case 'damaged':
    case 'name':
      return true;
    default:
      return false;
  }
}
