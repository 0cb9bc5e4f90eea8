import { type PlaceName, type Route, type ScreenName, useRoute } from '../store/route.ts';

/**
 * Where a name in the navigation leads: back to where the person last was on that screen, and from a sheet that is checked
 * to the list of them.
 */
export function goTo(screen: PlaceName): void {
  const { entries, index, route, go } = useRoute.getState();
  if (route.screen === screen) {
    if (screen === 'checks') go(start(screen));
    return;
  }
  const last = entries.slice(0, index + 1).findLast((entry) => entry.screen === screen);
  go(last ?? start(screen));
}

/** The name in the navigation under which a screen stands. */
export function placeOf(screen: ScreenName): PlaceName {
  if (screen === 'portfolio') return 'learners';
  if (screen === 'bank') return 'marking';
  return screen === 'plan' ? 'qualifications' : screen;
}

function start(screen: PlaceName): Route {
  switch (screen) {
    case 'learners':
      return { screen, learner: null };
    case 'marking':
      return { screen, attempt: null };
    case 'checks':
      return { screen, check: null };
    case 'qualifications':
      return { screen, pack: null, place: null };
    default:
      return { screen };
  }
}
