import type { BankPlace } from '../../../shared/model/comment-bank.ts';
import type { Assessment } from '../../../shared/model/pack.ts';
import type { UnknownPart } from '../../../shared/rules/bank-csv.ts';
import { getPack, versionsOf } from '../packs/packs.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Says of a place which part of it no version of its pack has. Reads each pack once, however many places are asked. */
export function unknownPartIn(workspace: Workspace): UnknownPart {
  const known = new Map<string, readonly Assessment[]>();
  const assessmentsOf = (code: string) => {
    const found = known.get(code) ?? readAssessments(workspace, code);
    known.set(code, found);
    return found;
  };
  return (place) => unknownPart(assessmentsOf(place.pack), place);
}

function readAssessments(workspace: Workspace, code: string): readonly Assessment[] {
  return versionsOf(workspace, code).flatMap(({ digest }) => {
    const pack = getPack(workspace, digest);
    return pack.ok ? pack.value.assessments : [];
  });
}

/** The same assessment may stand there several times, in versions of one pack; any of them will do. */
function unknownPart(assessments: readonly Assessment[], { assessment, section, criterion }: BankPlace) {
  if (assessments.length === 0) return 'pack';
  const versions = assessments.filter((one) => one.id === assessment);
  if (versions.length === 0) return 'assessment';
  if (section === null) return null;
  const sections = versions.flatMap((one) => one.scheme.sections.filter((part) => part.id === section));
  if (sections.length === 0) return 'section';
  if (criterion === null) return null;
  return sections.some((part) => part.criteria.some((one) => one.id === criterion)) ? null : 'criterion';
}
