import { useEffect, useRef } from 'react';
import { usePdfAtHand } from '../features/script-viewer/pdf/use-pdf-at-hand.ts';
import { OfferedFilesStrip } from '../screens/offered-files/offered-files-strip.tsx';
import { useCommands } from '../store/commands.ts';
import { type Route, useRoute } from '../store/route.ts';
import { APP_COMMANDS } from './app-commands.ts';
import { CheatSheet } from './cheat-sheet.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Navigation } from './navigation.tsx';
import { Palette } from './palette.tsx';
import { RouteScreen } from './route-screen.tsx';
import styles from './shell.module.css';
import { TitleBar } from './title-bar.tsx';
import { Toasts } from './toasts.tsx';
import { useAppliedSettings } from './use-applied-settings.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** The window of an open workspace: title bar, navigation, and the screen of the route. */
export function Shell() {
  const route = useRoute((state) => state.route);
  const go = useRoute((state) => state.go);
  useCommands(APP_COMMANDS);
  useShortcuts();
  useAppliedSettings();
  usePdfAtHand();
  const main = useRef<HTMLElement>(null);
  // A screen that goes takes the keyboard's place with it; it comes back to the new screen, not to the top of the window.
  // biome-ignore lint/correctness/useExhaustiveDependencies: on every change of screen
  useEffect(() => {
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, [route.screen]);
  return (
    <div className={styles.shell}>
      <TitleBar />
      <OfferedFilesStrip />
      <Navigation />
      <main ref={main} className={styles.main} tabIndex={-1}>
        <ErrorBoundary key={boundaryKey(route)} place="This screen" onLeave={() => go({ screen: 'home' })}>
          <RouteScreen route={route} />
        </ErrorBoundary>
      </main>
      <Palette />
      <CheatSheet />
      <Toasts />
    </div>
  );
}

/** A screen that stopped stands in nobody else's way: every attempt and every check has its own boundary. */
function boundaryKey(route: Route): string {
  if (route.screen === 'marking') return route.attempt ?? '';
  return route.screen === 'checks' ? (route.check ?? route.screen) : route.screen;
}
