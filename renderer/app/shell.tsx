import { useCommands } from '../store/commands.ts';
import { useRoute } from '../store/route.ts';
import { APP_COMMANDS } from './app-commands.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Navigation } from './navigation.tsx';
import { Palette } from './palette.tsx';
import { RouteScreen } from './route-screen.tsx';
import styles from './shell.module.css';
import { TitleBar } from './title-bar.tsx';
import { Toasts } from './toasts.tsx';
import { useShortcuts } from './use-shortcuts.ts';

/** The window of an open workspace: title bar, navigation, and the screen of the route. */
export function Shell() {
  const route = useRoute((state) => state.route);
  const go = useRoute((state) => state.go);
  useCommands(APP_COMMANDS);
  useShortcuts();
  return (
    <div className={styles.shell}>
      <TitleBar />
      <Navigation />
      <main className={styles.main} id="main">
        <ErrorBoundary key={route.screen} place="This screen" onLeave={() => go({ screen: 'home' })}>
          <RouteScreen route={route} />
        </ErrorBoundary>
      </main>
      <Palette />
      <Toasts />
    </div>
  );
}
