import { z } from 'zod';

/** zod's own form of an issue before it is told; what it does not have is added then. */
type RawIssue = z.core.$ZodRawIssue;

/** More findings than anyone reads at once. */
export const MOST_FINDINGS = 200;

/**
 * A list in a file from outside: its length is looked at before its items, and its items only until so many findings
 * are made. What zod itself makes of a long list of bad items takes seconds and hundreds of megabytes.
 */
export function list<T extends z.ZodType>(item: T, least = 0, most = Number.POSITIVE_INFINITY) {
  return z
    .array(z.custom<z.output<T>>())
    .min(least)
    .check((context) => {
      const { value, issues } = context;
      if (value.length > most) {
        issues.push({ code: 'too_big', origin: 'array', maximum: most, inclusive: true, input: value });
        return;
      }
      for (const [at, one] of value.entries()) {
        if (issues.length > MOST_FINDINGS) return;
        const read = item.safeParse(one);
        if (read.success) value[at] = read.data;
        else issues.push(...read.error.issues.map((issue) => ({ ...issue, path: [at, ...issue.path] }) as RawIssue));
      }
    });
}
