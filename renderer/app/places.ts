import { type Route, type ScreenName, useRoute } from '../store/route.ts';

/**
 * Where a name in the navigation leads: back to where the person last was on that screen, and from a sheet that is checked
 * to the list of them.
 */
export function goTo(screen: ScreenName): void {
  const { entries, index, route, go } = useRoute.getState();
  if (route.screen === screen) {
    if (screen === 'checks') go(start(screen));
    return;
  }
  const last = entries.slice(0, index + 1).findLast((entry) => entry.screen === screen);
  go(last ?? start(screen));
}

function start(screen: ScreenName): Route {
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
