import {
  type ComponentProps,
  memo,
  type ReactNode,
  type Ref,
  useCallback,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { contentUrls } from '../../../shared/api/content-urls.ts';
import type { Anchor } from '../../../shared/model/highlight.ts';
import type { ScriptId } from '../../../shared/model/ids.ts';
import type { Attempt, Script, WordCountVerdict } from '../../../shared/model/submission.ts';
import { useCommands } from '../../store/commands.ts';
import { useSettings } from '../../store/settings.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { OpenOutside } from './open-outside.tsx';
import { OutsideFile } from './outside-file.tsx';
import type { LayerPlace, ReaderOverlay, ScriptSelection } from './overlay.ts';
import { Reader } from './reader.tsx';
import { readerCommands } from './reader-commands.ts';
import { ScriptTabs } from './script-tabs.tsx';
import styles from './script-viewer.module.css';
import { createViewer, type Surface, type Viewer } from './viewer-state.ts';
import { WordCount } from './word-count.tsx';
import { asZoom } from './zoom.ts';

/** What the desk asks of the script beside the sheet. */
export type ScriptHandle = {
  /** The place being read ("p 4"), with the file's number where there are several; null where none can be told. */
  readonly place: () => string | null;
  /** The file being read and the place in it; null where there is no file. */
  readonly reading: () => { readonly script: Script; readonly place: string | null } | null;
  readonly focus: () => void;
  /** What is selected in the file on show; null where nothing is. */
  readonly selected: () => ({ readonly script: ScriptId } & ScriptSelection) | null;
  readonly letGo: () => void;
  /** Brings the file and the place into sight, once the file is open. */
  readonly show: (script: ScriptId, anchor: Anchor) => void;
};

/** What is drawn over each file; as `ReaderOverlay`, with the file. Keep it stable. */
export type ScriptOverlay = {
  readonly layer: (script: ScriptId, place: LayerPlace) => ReactNode;
  readonly toolbar: (script: ScriptId, selection: ScriptSelection) => ReactNode;
  readonly bar: ReactNode;
};

type Props = {
  readonly attempt: Attempt;
  readonly wordCount: WordCountVerdict;
  /** Called before the find field opens, where the script may be out of sight. Keep it stable. */
  readonly onReach?: () => void;
  readonly overlay?: ScriptOverlay | null;
  readonly ref?: Ref<ScriptHandle>;
};

/** The learner's files, one tab each. A file that cannot be shown stands as its name, and can be marked all the same. */
export const ScriptViewer = memo(function ScriptViewer({ attempt, wordCount, onReach, overlay = null, ref }: Props) {
  const { scripts } = attempt;
  const [chosen, setChosen] = useState<ScriptId | null>(scripts[0]?.id ?? null);
  const [opened, setOpened] = useState<readonly ScriptId[]>(chosen ? [chosen] : []);
  const viewers = useRef(new Map<ScriptId, Viewer>());
  const root = useRef<HTMLDivElement>(null);
  const script = scripts.find((one) => one.id === chosen) ?? scripts[0];

  const viewerOf = useCallback((id: ScriptId): Viewer => {
    const known = viewers.current.get(id);
    if (known) return known;
    const made = createViewer(asZoom(useSettings.getState().zoom));
    made.subscribe(({ zoom }, before) => {
      if (zoom !== before.zoom) useSettings.getState().change({ zoom: zoom.kind === 'scale' ? zoom.scale : null });
    });
    viewers.current.set(id, made);
    return made;
  }, []);
  const marked = overlay !== null;
  const commands = useMemo(
    () =>
      readerCommands(() => (chosen ? (viewers.current.get(chosen) ?? null) : null), {
        reach: onReach,
        marked,
      }),
    [chosen, onReach, marked],
  );
  useCommands(useMemo(() => Object.values(commands), [commands]));

  const choose = useCallback((id: ScriptId) => {
    setChosen(id);
    setOpened((now) => (now.includes(id) ? now : [...now, id]));
  }, []);

  useImperativeHandle(ref, () => {
    const surface = () => (chosen ? (viewers.current.get(chosen)?.getState().surface ?? null) : null);
    return {
      place: () => {
        const place = surface()?.place() ?? null;
        const file = scripts.findIndex((one) => one.id === chosen) + 1;
        return place !== null && scripts.length > 1 ? `file ${file}, ${place}` : place;
      },
      reading: () => {
        const script = scripts.find((one) => one.id === chosen);
        return script ? { script, place: surface()?.place() ?? null } : null;
      },
      focus: () => {
        const shown = surface();
        if (shown) shown.focus();
        else root.current?.focus();
      },
      selected: () => {
        const selection = chosen ? viewers.current.get(chosen)?.getState().selection : null;
        return chosen && selection ? { script: chosen, ...selection } : null;
      },
      letGo: () => surface()?.letGo(),
      show: (id, anchor) => {
        choose(id);
        whenOpen(viewerOf(id), (opened) => opened.show(anchor));
      },
    };
  }, [chosen, scripts, choose, viewerOf]);

  if (!script) {
    return (
      <div className={styles.viewer} ref={root} tabIndex={-1}>
        <EmptyState heading="No script">
          No file has been taken in for this attempt. Add the learner’s file under Learners; the sheet can be filled in
          meanwhile.
        </EmptyState>
      </div>
    );
  }
  const words = <WordCount verdict={wordCount} files={scripts.length} />;
  return (
    <div className={styles.viewer} ref={root} tabIndex={-1}>
      {scripts.length > 1 && <ScriptTabs scripts={scripts} chosen={script.id} onChoose={choose} />}
      <div className={styles.files}>
        {scripts
          .filter((one) => opened.includes(one.id))
          .map((one) => (
            // Out of sight, not taken away: each file keeps its page, its zoom and what was sought.
            <div key={one.id} className={styles.file} data-hidden={one.id !== script.id} inert={one.id !== script.id}>
              {one.display === 'external' ? (
                <OutsideFile script={one} aside={words} />
              ) : (
                <ScriptReader
                  script={one.id}
                  overlay={overlay}
                  viewer={viewerOf(one.id)}
                  commands={commands}
                  display={one.display}
                  source={sourceOf(one)}
                  label={`Script, ${one.name}`}
                  aside={words}
                  instead={<OpenOutside script={one.id} />}
                  takesKeyboard
                />
              )}
            </div>
          ))}
      </div>
    </div>
  );
});

/** The reader of one file, whose layers know which file it is. */
function ScriptReader({
  script,
  overlay,
  ...reader
}: { readonly script: ScriptId; readonly overlay: ScriptOverlay | null } & Omit<
  ComponentProps<typeof Reader>,
  'overlay'
>) {
  const own = useMemo<ReaderOverlay | null>(
    () =>
      overlay && {
        layer: (place) => overlay.layer(script, place),
        toolbar: (selection) => overlay.toolbar(script, selection),
        bar: overlay.bar,
      },
    [overlay, script],
  );
  return <Reader {...reader} overlay={own} />;
}

/** Does something with a file's surface now, or as soon as there is one. */
function whenOpen(viewer: Viewer, act: (surface: Surface) => void): void {
  const { surface } = viewer.getState();
  if (surface) {
    act(surface);
    return;
  }
  const stop = viewer.subscribe(({ surface: opened, phase }) => {
    if (phase.kind === 'failed') stop();
    if (!opened) return;
    stop();
    act(opened);
  });
}

function sourceOf(script: Script): { readonly url: string; readonly size: number } {
  return { url: contentUrls.script(script.id), size: script.size };
}
