// Keeps the frame alive when a screen fails: what happened, and the way back in.
import { Component } from 'react';
import type { ReactNode } from 'react';
import { CallError } from '../api.ts';
import { ErrorPanel } from '../ui/ErrorPanel.tsx';

export class ScreenBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <div style={{ padding: 16 }}><ErrorPanel error={new CallError('screen', {})} onRetry={() => this.setState({ failed: false })} /></div>;
  }
}
