import type { Assessment, Unit } from '../../model/pack.ts';
import type { Found, Path } from './finding.ts';

/**
 * Where criteria are judged one by one, every criterion of the units assessed is answered by one of them and by no
 * more: what none answers would never be judged, and what two answer could be judged both ways.
 */
export function answerFindings(
  units: ReadonlyMap<string, Pick<Unit, 'outcomes'>>,
  { scheme, units: assessed }: Assessment,
  path: Path,
): readonly Found[] {
  if (scheme.rule.kind === 'section-minimum') return [];
  const sections = [...path, 'scheme', 'sections'];
  const answered = new Set<string>();
  const twice: Found[] = [];
  for (const [s, section] of scheme.sections.entries()) {
    for (const [c, criterion] of section.criteria.entries()) {
      for (const [a, { unit, criterion: number }] of criterion.answers.entries()) {
        const name = `${unit} ${number}`;
        if (answered.has(name)) {
          const at = [...sections, s, 'criteria', c, 'answers', a];
          twice.push({ code: 'duplicate', path: at, message: `“${name}” is answered here a second time.` });
        }
        answered.add(name);
      }
    }
  }
  const left = assessed.flatMap((unit) =>
    (units.get(unit)?.outcomes ?? [])
      .flatMap((outcome) => outcome.criteria.map((one) => `${unit} ${one.number}`))
      .filter((name) => !answered.has(name)),
  );
  return [
    ...twice,
    ...left.map((name): Found => {
      const message = `No criterion here answers “${name}”, which the units assessed ask for.`;
      return { code: 'reference', path: sections, message };
    }),
  ];
}
