import { bridge } from './bridge.ts';

export type Destination = { readonly token: string; readonly label: string };

/** Lets the person choose a folder; null where they did not. */
export async function chooseDestination(): Promise<Destination | null> {
  return (await bridge()?.chooseDestination()) ?? null;
}
