/** A request of the page to its own origin, as every transport hands it over. */
export type PageRequest = {
  readonly method: string;
  readonly url: URL;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: () => Promise<Uint8Array>;
};

export type PageResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

/** A response without content. */
export function plain(status: number): PageResponse {
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: new Uint8Array() };
}

export function json(status: number, value: unknown): PageResponse {
  return { status, headers: { 'Content-Type': 'application/json' }, body: Buffer.from(JSON.stringify(value)) };
}
