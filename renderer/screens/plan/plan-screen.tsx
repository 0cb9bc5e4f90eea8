import { useMemo } from 'react';
import { count } from '../../../shared/api/amounts.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { Digest } from '../../../shared/model/ids.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useCrumbs } from '../../store/crumbs.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Screen } from '../../ui/screen.tsx';
import { StatusItem, StatusLine } from '../../ui/status-line.tsx';
import { Waiting } from '../../ui/waiting.tsx';

type Props = { readonly pack: Digest; readonly qualification: string };

/** The centre's assessment plan for a qualification. */
export function PlanScreen({ pack, qualification }: Props) {
  const { value, error } = useAnswer('plans.get', { pack, qualification });
  const title = value?.qualification.title;
  useCrumbs(
    useMemo(
      () => [
        { label: 'Qualifications', to: { screen: 'qualifications', pack, place: null } as const },
        { label: title ? `Assessment plan, ${title}` : 'Assessment plan' },
      ],
      [pack, title],
    ),
  );
  return (
    <Screen
      title="Assessment plan"
      status={
        <StatusLine>
          {value && <StatusItem live>{count(value.plan?.works.length ?? 0, 'piece', 'pieces')} of work</StatusItem>}
        </StatusLine>
      }
    >
      <Panel heading={title ?? 'Assessment plan'}>
        {value ? (
          <p>{count(value.units.length, 'unit', 'units')} to be assessed.</p>
        ) : error ? (
          <Notice tone="error">{sentenceFor(error)}</Notice>
        ) : (
          <Waiting label="Reading the plan" />
        )}
      </Panel>
    </Screen>
  );
}
