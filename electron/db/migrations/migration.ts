/** One step of the schema. A published migration never changes; the next one mends it. */
export type Migration = { readonly version: number; readonly name: string; readonly sql: string };
