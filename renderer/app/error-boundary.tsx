import { Button } from '@mantine/core';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { EmptyState } from '../ui/empty-state.tsx';

type Props = {
  /** What stopped: "The queue". */
  readonly place: string;
  readonly children: ReactNode;
  /** A way out beside trying again. */
  readonly onLeave?: () => void;
};

/** Stands in for a part of the window that threw, and says what is safe. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const { place, onLeave } = this.props;
    return (
      <div role="alert">
        <EmptyState
          heading={`${place} cannot be shown`}
          actions={
            <>
              <Button onClick={() => this.setState({ failed: false })}>Show it again</Button>
              {onLeave && (
                <Button variant="default" onClick={onLeave}>
                  Go to Home
                </Button>
              )}
            </>
          }
        >
          A fault in Countersign stopped it. Everything that the status line called saved is safe in the workspace; what
          was typed in the last second may not be. Show it again, and if it stops once more, close Countersign and open
          it again.
        </EmptyState>
      </div>
    );
  }
}
