import type { Instant } from '../../lib/dates.ts';
import type { EventKind } from '../../model/audit.ts';
import type { Problem } from '../unreadable.ts';

/** An event that an extract shows. */
export type ShownEvent = { readonly sequence: number; readonly at: Instant; readonly kind: EventKind };

/** What was found in an extract of an audit chain. */
export type ChainFinding =
  | { readonly code: 'json-unreadable'; readonly severity: 'not-checkable'; readonly problem: Problem }
  /** JSON, but neither an extract nor a register. */
  | { readonly code: 'json-unknown'; readonly severity: 'not-checkable' }
  | {
      readonly code: 'text-not-as-named';
      readonly severity: 'altered' | 'not-checkable';
      readonly what: 'extract' | 'register';
      readonly problem: Problem;
    }
  | {
      readonly code: 'chain-whole';
      readonly severity: 'good';
      readonly from: number;
      readonly to: number;
      readonly head: string;
      readonly shown: number;
      readonly hidden: number;
    }
  /** The links do not lead to the head: cut, reordered, exchanged or spliced. */
  | { readonly code: 'chain-broken'; readonly severity: 'altered'; readonly from: number; readonly to: number }
  | { readonly code: 'chain-length'; readonly severity: 'altered'; readonly links: number; readonly stated: number }
  | { readonly code: 'payload-altered'; readonly severity: 'altered'; readonly sequence: number }
  | { readonly code: 'payloads-withheld'; readonly severity: 'note'; readonly sequences: readonly number[] }
  | { readonly code: 'chain-begins-late'; readonly severity: 'note'; readonly from: number }
  | { readonly code: 'chain-clock-back'; readonly severity: 'warning'; readonly sequence: number }
  | {
      readonly code: 'chain-events';
      readonly severity: 'note';
      readonly title: string;
      readonly events: readonly ShownEvent[];
      readonly count: number;
    }
  /** Who the text says made it is not who signed it. */
  | { readonly code: 'maker-differs'; readonly severity: 'altered'; readonly stated: string; readonly signer: string }
  | {
      readonly code: 'register-read';
      readonly severity: 'good';
      readonly edition: number;
      readonly centre: string;
      readonly people: readonly string[];
    };
