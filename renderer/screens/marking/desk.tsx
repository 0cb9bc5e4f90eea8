import { IconChevronLeft, IconChevronRight, IconPlayerTrackNext } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { SheetView } from '../../../shared/api/contract.ts';
import type { SheetId } from '../../../shared/model/ids.ts';
import { FieldHistory } from '../../features/history/field-history.tsx';
import { HistoryButton } from '../../features/history/history-button.tsx';
import { StepButtons } from '../../features/history/step-buttons.tsx';
import { useSteps } from '../../features/history/use-steps.ts';
import { FeedbackFootProvider } from '../../features/mark-sheet/feedback-slot.ts';
import { type HistorySlot, HistorySlotProvider } from '../../features/mark-sheet/history-slot.ts';
import { MarkSheet, type SheetHandle } from '../../features/mark-sheet/mark-sheet.tsx';
import { RevisionActions } from '../../features/revisions/revision-actions.tsx';
import { type ScriptHandle, ScriptViewer } from '../../features/script-viewer/script-viewer.tsx';
import { deskFindings } from '../../features/sign-off/desk-finding.ts';
import type { FindingPlace } from '../../features/sign-off/finding-place.ts';
import { RehearsalPanel } from '../../features/sign-off/rehearsal-panel.tsx';
import { SignDialog } from '../../features/sign-off/sign-dialog.tsx';
import { SignedNote } from '../../features/sign-off/signed-note.tsx';
import { useCrumbs } from '../../store/crumbs.ts';
import { useMarking } from '../../store/marking.ts';
import { unsavedOf, useUnsaved } from '../../store/marking-unsaved.ts';
import { useQueue } from '../../store/queue.ts';
import { useRoute } from '../../store/route.ts';
import { CommandButton } from '../../ui/command-button.tsx';
import { Screen } from '../../ui/screen.tsx';
import { TitleActions } from '../../ui/title-actions.tsx';
import styles from './desk.module.css';
import { DeskStatus } from './desk-status.tsx';
import { LayoutButton } from './layout-button.tsx';
import { type PaperForm, PaperFormDialog } from './paper-form-dialog.tsx';
import { SheetByEvidence } from './sheet-by-evidence.tsx';
import { SplitPane } from './split-pane.tsx';
import { useDeskCommands } from './use-desk-commands.ts';
import { useNeighbours } from './use-neighbours.ts';
import { useQuotes } from './use-quotes.tsx';
import { useRehearsing } from './use-rehearsing.ts';
import { WithBank } from './with-bank.tsx';

const historyOf: HistorySlot = (field) => <HistoryButton field={field} />;

/** How the rehearsal was opened; asked for again it takes the keyboard again. */
type Rehearsing = { readonly opened: number; readonly blocked: boolean };

/** The desk of one sheet: script on one side, sheet on the other, and one line that says how it stands. */
export function Desk({ sheet }: { readonly sheet: SheetId }) {
  // Not the sheet whole: what is typed changes it with every key, and the desk only with what is stored.
  const view = useMarking((state) => state.sheets.get(sheet)?.view);
  if (!view) return null;
  return (
    <WithBank>
      <HistorySlotProvider value={historyOf}>
        <OpenDesk sheet={sheet} view={view} />
      </HistorySlotProvider>
    </WithBank>
  );
}

function OpenDesk({ sheet, view }: { readonly sheet: SheetId; readonly view: SheetView }) {
  const found = useMarking((state) => state.sheets.get(sheet)?.findings ?? null);
  const findings = deskFindings(useUnsaved(sheet), found);
  const { attempt, learner, assessment } = view;
  const byEvidence = assessment.scheme.rule.kind === 'criteria-met';
  const [rehearsing, setRehearsing] = useState<Rehearsing | null>(null);
  const [signing, setSigning] = useState(false);
  const [form, setForm] = useState<PaperForm | null>(null);
  const [shown, setShown] = useState<'start' | 'end'>('end');
  const script = useRef<ScriptHandle>(null);
  const marks = useRef<SheetHandle>(null);
  const scriptSide = useRef<HTMLDivElement>(null);
  const sheetSide = useRef<HTMLDivElement>(null);
  const leftOnSheet = useRef<Element | null>(null);
  const neighbours = useNeighbours(attempt.id);
  const { save, rehearse } = useMarking.getState();
  useRehearsing(sheet, view.version, view.state);
  const steps = useSteps(view, {
    side: sheetSide,
    onShow: (field, change) => marks.current?.show(field, change),
  });

  useCrumbs(
    useMemo(
      () => [
        { label: 'Marking' },
        { label: assessment.title },
        { label: attempt.number === 1 ? learner.name : `${learner.name}, attempt ${attempt.number}` },
      ],
      [assessment.title, learner.name, attempt.number],
    ),
  );

  const showScript = useCallback(() => setShown('start'), []);
  const showSheet = useCallback(() => setShown('end'), []);
  const readingPlace = useCallback(() => script.current?.place() ?? null, []);
  const quotes = useQuotes({ view, script, marks, showScript, showSheet });
  const freshFindings = async () => {
    await save(sheet);
    await rehearse(sheet);
    // What was typed while the rehearsal ran is stored or refused too before anything is concluded.
    await save(sheet);
    const open = useMarking.getState().sheets.get(sheet);
    return deskFindings(unsavedOf(open), open?.findings ?? null) ?? [];
  };
  const showRehearsal = (blocked: boolean) => setRehearsing((now) => ({ opened: (now?.opened ?? 0) + 1, blocked }));
  const openPortfolio = () => {
    marks.current?.leave();
    const of = { learner: learner.id, pack: attempt.pack, qualification: assessment.qualification };
    useRoute.getState().go({ screen: 'portfolio', ...of });
  };
  const commands = useDeskCommands({
    neighbours,
    draft: view.state === 'draft',
    rehearse: () => {
      showRehearsal(false);
      void freshFindings();
    },
    sign: async () => {
      const blocked = (await freshFindings()).some((one) => one.severity === 'error');
      if (blocked) showRehearsal(true);
      else setRehearsing(null);
      setSigning(!blocked);
    },
    showForm: async () => {
      // What is shown is what was typed, to the last character.
      await save(sheet);
      const latest = view.signed.at(-1);
      setForm(view.state === 'signed' && latest ? { kind: 'signed', revision: latest } : { kind: 'preview' });
    },
    showBrief: () => marks.current?.showBrief(),
    openPortfolio: byEvidence ? openPortfolio : null,
    switchSide: () => {
      const toSheet = scriptSide.current?.contains(document.activeElement) ?? false;
      if (!toSheet) leftOnSheet.current = document.activeElement;
      setShown(toSheet ? 'end' : 'start');
      queueMicrotask(() => {
        const left = leftOnSheet.current;
        if (!toSheet) script.current?.focus();
        else if (left instanceof HTMLElement && sheetSide.current?.contains(left)) left.focus();
        else marks.current?.focus();
      });
    },
  });

  const goTo = (place: FindingPlace) => {
    const { go } = useRoute.getState();
    if (place.kind === 'learner') return go({ screen: 'learners', learner: learner.id });
    if (place.kind === 'centre') return go({ screen: 'settings' });
    if (place.kind === 'portfolio') return openPortfolio();
    setShown('end');
    const target = place.kind === 'redo' ? { section: null, part: 'redo' as const } : place;
    requestAnimationFrame(() => marks.current?.goTo(target));
  };
  const closeRehearsal = () => {
    setRehearsing(null);
    marks.current?.focus();
  };

  // Another sheet is opened at another desk; what was typed here is sent before this one is left.
  useEffect(() => () => void save(sheet), [save, sheet]);

  return (
    <Screen
      title={`Marking ${learner.name}, ${assessment.title}`}
      status={<DeskStatus view={view} findings={findings} commands={commands} />}
    >
      <div className={styles.desk}>
        <TitleActions>
          {view.state === 'draft' && <StepButtons steps={steps} />}
          <LayoutButton />
          <CommandButton command={commands.previous} icon={<IconChevronLeft size={17} stroke={1.75} />} iconOnly />
          <CommandButton command={commands.next} icon={<IconChevronRight size={17} stroke={1.75} />} iconOnly />
          <CommandButton command={commands.unfinished} icon={<IconPlayerTrackNext size={17} stroke={1.5} />} iconOnly />
        </TitleActions>
        <SplitPane
          startName="Script"
          endName="Sheet"
          shown={shown}
          onShow={setShown}
          startRef={scriptSide}
          endRef={sheetSide}
          start={
            <ScriptViewer
              attempt={attempt}
              wordCount={view.wordCount}
              onReach={showScript}
              overlay={quotes.overlay}
              ref={script}
            />
          }
          end={
            <div className={styles.sheet}>
              <SignedNote view={view} show={commands.form} revisions={<RevisionActions view={view} />} />
              <div className={styles.marks}>
                <FeedbackFootProvider value={quotes.foot}>
                  {byEvidence ? (
                    <SheetByEvidence
                      view={view}
                      script={script}
                      readingPlace={readingPlace}
                      onReach={showSheet}
                      onSection={quotes.onSection}
                      ref={marks}
                    />
                  ) : (
                    <MarkSheet
                      sheet={sheet}
                      evidence={null}
                      readingPlace={readingPlace}
                      onReach={showSheet}
                      onSection={quotes.onSection}
                      ref={marks}
                    />
                  )}
                </FeedbackFootProvider>
              </div>
            </div>
          }
        />
        {rehearsing && view.state === 'draft' && (
          <RehearsalPanel
            key={rehearsing.opened}
            sheet={sheet}
            findings={findings}
            scheme={assessment.scheme}
            blocked={rehearsing.blocked}
            onGo={goTo}
            onClose={closeRehearsal}
          />
        )}
      </div>
      <SignDialog
        view={view}
        warnings={(found ?? []).filter((one) => one.severity === 'warning')}
        opened={signing}
        onClose={() => setSigning(false)}
        onSigned={() => {
          setSigning(false);
          setRehearsing(null);
          void useQueue.getState().reload();
        }}
      />
      <FieldHistory view={view} side={sheetSide} onRestored={(field) => marks.current?.show(field, null)} />
      <PaperFormDialog view={view} form={form} onClose={() => setForm(null)} />
      {quotes.dialogs}
    </Screen>
  );
}
