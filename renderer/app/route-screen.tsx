import { assertNever } from '../../shared/lib/assert-never.ts';
import { BankScreen } from '../screens/bank/bank-screen.tsx';
import { CheckScreen } from '../screens/checks/check-screen.tsx';
import { ChecksScreen } from '../screens/checks/checks-screen.tsx';
import { HomeScreen } from '../screens/home/home-screen.tsx';
import { NothingToMark } from '../screens/home/nothing-to-mark.tsx';
import { LearnersScreen } from '../screens/learners/learners-screen.tsx';
import { MarkingScreen } from '../screens/marking/marking-screen.tsx';
import { PlanScreen } from '../screens/plan/plan-screen.tsx';
import { PortfolioScreen } from '../screens/portfolio/portfolio-screen.tsx';
import { ProgressScreen } from '../screens/progress/progress-screen.tsx';
import { QualificationsScreen } from '../screens/qualifications/qualifications-screen.tsx';
import { SettingsScreen } from '../screens/settings/settings-screen.tsx';
import { VerifyScreen } from '../screens/verify/verify-screen.tsx';
import type { Route } from '../store/route.ts';

/** The screen of a route. The desk is made anew for every attempt, so that nothing of one can show in another. */
export function RouteScreen({ route }: { readonly route: Route }) {
  switch (route.screen) {
    case 'home':
      return <HomeScreen />;
    case 'learners':
      return <LearnersScreen learner={route.learner} />;
    case 'marking':
      return route.attempt ? <MarkingScreen key={route.attempt} attempt={route.attempt} /> : <NothingToMark />;
    case 'checks':
      return route.check ? <CheckScreen key={route.check} check={route.check} /> : <ChecksScreen />;
    case 'verify':
      return <VerifyScreen />;
    case 'qualifications':
      return <QualificationsScreen pack={route.pack} place={route.place} />;
    case 'progress':
      return <ProgressScreen />;
    case 'portfolio':
      return (
        <PortfolioScreen
          key={`${route.learner} ${route.pack} ${route.qualification}`}
          learner={route.learner}
          pack={route.pack}
          qualification={route.qualification}
        />
      );
    case 'plan':
      return (
        <PlanScreen
          key={`${route.pack} ${route.qualification}`}
          pack={route.pack}
          qualification={route.qualification}
        />
      );
    case 'bank':
      return <BankScreen />;
    case 'settings':
      return <SettingsScreen />;
    default:
      return assertNever(route);
  }
}
