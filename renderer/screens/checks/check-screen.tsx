import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { contentUrls } from '../../../shared/api/content-urls.ts';
import type { CheckView } from '../../../shared/api/contract.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { CivilDate } from '../../../shared/lib/dates.ts';
import type { CheckId } from '../../../shared/model/ids.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { CheckSheet } from '../../features/checks/check-sheet.tsx';
import { OutcomeBanner } from '../../features/checks/outcome-banner.tsx';
import { SignPlaceDialog } from '../../features/checks/sign-place-dialog.tsx';
import { useCheck } from '../../features/checks/use-check.ts';
import { PdfReader } from '../../features/script-viewer/pdf-reader.tsx';
import { FIT_WIDTH } from '../../features/script-viewer/zoom.ts';
import { useCrumbs } from '../../store/crumbs.ts';
import { useRoute } from '../../store/route.ts';
import { useSession } from '../../store/workspace.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Screen } from '../../ui/screen.tsx';
import { TitleActions } from '../../ui/title-actions.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { LayoutButton } from '../marking/layout-button.tsx';
import { SplitPane } from '../marking/split-pane.tsx';
import styles from './check-screen.module.css';
import { CheckStatus } from './check-status.tsx';
import { useCheckCommands } from './use-check-commands.ts';

/** One sheet that came in: its PDF, and beside it the sheet with what is to be entered and signed. */
export function CheckScreen({ check }: { readonly check: CheckId }) {
  const { value, error } = useAnswer('checks.get', { check });
  const [signed, setSigned] = useState<CheckView | null>(null);
  const session = useSession();
  const view = signed ?? value;
  const name = view?.sheet.learner.name;
  useCrumbs(
    useMemo(
      () => [{ label: 'Checks', to: { screen: 'checks', check: null } as const }, ...(name ? [{ label: name }] : [])],
      [name],
    ),
  );
  if (view && session) return <Checking view={view} today={session.today} onSigned={setSigned} />;
  return (
    <Screen title="Check">
      {error ? (
        <EmptyState heading="This sheet cannot be shown">{sentenceFor(error)}</EmptyState>
      ) : (
        <Waiting label="Opening the sheet and checking its signatures" />
      )}
    </Screen>
  );
}

type Props = {
  readonly view: CheckView;
  readonly today: CivilDate;
  readonly onSigned: (view: CheckView) => void;
};

function Checking({ view, today, onSigned }: Props) {
  const check = useCheck(view, today);
  const { due, qa, signing, setSigning } = check;
  const [shown, setShown] = useState<'start' | 'end'>('end');
  const file = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const go = useRoute((state) => state.go);
  const outcome = qa?.decision.outcome;
  // The banner comes up under the marks; the one that is being typed stays in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: on every change of the outcome
  useLayoutEffect(() => {
    const held = document.activeElement;
    if (held && sheet.current?.contains(held)) held.scrollIntoView({ block: 'nearest' });
  }, [outcome]);
  const commands = useCheckCommands({
    view,
    check,
    sign: () => setSigning(due),
    back: () => go({ screen: 'checks', check: null }),
    switchSide: () => switchSide(file.current, sheet.current, setShown),
  });
  return (
    <Screen title="Check" status={<CheckStatus view={view} check={check} commands={commands} />}>
      <TitleActions>
        <LayoutButton />
      </TitleActions>
      <SplitPane
        start={
          <PdfReader
            key={view.pdf.sha256}
            source={{ url: contentUrls.received(view.check), size: view.pdf.size }}
            label="Signed sheet"
            zoom={FIT_WIDTH}
          />
        }
        end={
          <div className={styles.sheet}>
            <h2 className={styles.title}>{view.exportName}</h2>
            <CheckSheet view={view} check={check} onSign={commands.sign.perform} />
            {qa && <OutcomeBanner sheet={view.sheet} qa={qa.decision} />}
          </div>
        }
        startName="Signed PDF"
        endName="Sheet"
        shown={shown}
        onShow={setShown}
        startRef={file}
        endRef={sheet}
      />
      {signing && (
        <SignPlaceDialog
          view={view}
          place={signing.place}
          qa={signing.place.role === 'iqa' ? qa : null}
          date={check.dated ? check.date : null}
          onClose={() => setSigning(null)}
          onSigned={(next) => {
            setSigning(null);
            check.forget();
            onSigned(next);
          }}
        />
      )}
    </Screen>
  );
}

/** To the other side than the one that has the keyboard. */
function switchSide(
  file: HTMLDivElement | null,
  sheet: HTMLDivElement | null,
  show: (side: 'start' | 'end') => void,
): void {
  const toSheet = !sheet?.contains(document.activeElement);
  show(toSheet ? 'end' : 'start');
  const side = toSheet ? sheet : file;
  const wanted = side?.querySelector(toSheet ? 'input, button' : '[tabindex="0"], button');
  requestAnimationFrame(() => wanted instanceof HTMLElement && wanted.focus());
}
