import { EmptyState } from '../ui/empty-state.tsx';

/** What a page opened outside the app says. */
export function NoBridge() {
  return (
    <main>
      <EmptyState heading="This page belongs to Countersign">
        It was opened outside the app, so it has no workspace to show. Nothing was changed. Close it and start
        Countersign.
      </EmptyState>
    </main>
  );
}
