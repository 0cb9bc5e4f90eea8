import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ZodType } from 'zod';
import { inputs } from '../../shared/api/inputs.ts';

/** The README's table of calls: input fields from the schemas, outputs from the type that the compiler checks. */
export function contractTable(root: string): string {
  const source = readFileSync(join(root, 'shared', 'api', 'contract.ts'), 'utf8');
  const block = /export type Outputs = \{\n([\s\S]*?)\n\};/.exec(source)?.[1] ?? '';
  const outputs = new Map(
    [...block.matchAll(/^ {2}'([^']+)': ([\s\S]*?);(?=\n {2}'|$(?![\s\S]))/gm)].map((match) => [match[1], match[2]]),
  );
  const rows = Object.entries(inputs).map(([call, schema]) => {
    const output = (outputs.get(call) ?? '').replaceAll('readonly ', '').replaceAll('|', '\\|').replace(/\s+/g, ' ');
    return `| \`${call}\` | ${fieldsOf(schema)} | \`${output}\` |`;
  });
  return ['| call | input | output |', '| --- | --- | --- |', ...rows].join('\n');
}

function fieldsOf(schema: { readonly shape: Readonly<Record<string, ZodType>> }): string {
  const fields = Object.entries(schema.shape).map(([name, field]) =>
    field.safeParse(undefined).success ? `\`${name}?\`` : `\`${name}\``,
  );
  return fields.length === 0 ? 'none' : fields.join(', ');
}
