import { Component, type ReactNode } from 'react';
import { ErrorState } from '../ui/ErrorState';

type Props = { children: ReactNode };
type State = { failure: unknown };

/** A screen that breaks while drawing shows so; the others and the navigation go on. */
export class BugBoundary extends Component<Props, State> {
  override state: State = { failure: null };

  static getDerivedStateFromError(failure: unknown): State {
    return { failure };
  }

  override render() {
    if (this.state.failure === null) return this.props.children;
    return <ErrorState failure={this.state.failure} onRetry={() => this.setState({ failure: null })} />;
  }
}
