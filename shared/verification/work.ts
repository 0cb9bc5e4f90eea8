import { Unreadable } from './unreadable.ts';

/**
 * How much may be spent on a file, in bytes read. Objects may overlap and point at each other, so that a small file
 * could ask for endless reading; an honest one stays far below.
 */
export class Work {
  #left: number;

  constructor(limit: number) {
    this.#left = limit;
  }

  spend(amount: number): void {
    this.#left -= amount;
    if (this.#left < 0) throw new Unreadable('too-much');
  }
}
