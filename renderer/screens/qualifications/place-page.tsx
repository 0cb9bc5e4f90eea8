import { Button } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import type { PackSummary } from '../../../shared/api/contract.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { Pack } from '../../../shared/model/pack.ts';
import { EnterCriteria } from '../../features/entered-criteria/enter-criteria.tsx';
import { AssessmentPage } from '../../features/qualifications/assessment-page.tsx';
import { PackNotes } from '../../features/qualifications/pack-notes.tsx';
import { PackPage } from '../../features/qualifications/pack-page.tsx';
import { notesFor, type Place } from '../../features/qualifications/places.ts';
import { QualificationPage } from '../../features/qualifications/qualification-page.tsx';
import { UnitPage } from '../../features/qualifications/unit-page.tsx';
import { useRoute } from '../../store/route.ts';

type Props = {
  readonly pack: Pack;
  readonly summary: PackSummary;
  /** The newest version of the pack, where this is an older one. */
  readonly newer: PackSummary | null;
  readonly place: Place;
  /** Goes to another page, "unit:602". */
  readonly onOpen: (place: string) => void;
};

/** One page of a pack, with the notes on it at its head. */
export function PlacePage(props: Props) {
  return (
    <>
      <PackNotes notes={notesFor(props.pack, props.place)} />
      <Content {...props} />
    </>
  );
}

function Content({ pack, summary, newer, place, onOpen }: Props) {
  const go = useRoute((state) => state.go);
  const onUnit = (code: string) => onOpen(`unit:${code}`);
  switch (place.kind) {
    case 'pack':
      return <PackPage pack={pack} summary={summary} />;
    case 'qualification':
      return (
        <QualificationPage
          pack={pack}
          qualification={place.qualification}
          onUnit={onUnit}
          actions={
            <Button
              variant="default"
              leftSection={<IconTable size="1rem" stroke={1.75} aria-hidden="true" />}
              onClick={() => go({ screen: 'plan', pack: summary.digest, qualification: place.qualification.code })}
            >
              Assessment plan
            </Button>
          }
        />
      );
    case 'unit':
      return (
        <UnitPage
          pack={pack}
          unit={place.unit}
          onAssessment={(id) => onOpen(`assessment:${id}`)}
          entering={
            <EnterCriteria
              key={place.id}
              pack={pack}
              digest={summary.digest}
              unit={place.unit}
              older={newer !== null}
              onEntered={(made) => go({ screen: 'qualifications', pack: made, place: place.id })}
            />
          }
        />
      );
    case 'assessment':
      return <AssessmentPage pack={pack} assessment={place.assessment} onUnit={onUnit} />;
    default:
      return assertNever(place);
  }
}
