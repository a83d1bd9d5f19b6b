import i18next from 'i18next';
import { BugInMain } from '../api';
import { showToast } from '../ui/toasts';

function report(failure: unknown): void {
  const id = failure instanceof BugInMain ? failure.id : null;
  showToast('error', id === null ? i18next.t('ui.state.broken') : i18next.t('ui.state.brokenWithId', { id }));
}

/** The one place where a bug ends that no screen shows by itself: the user hears of it, and can go on. */
export function handleBugs(): () => void {
  const onRejection = (event: PromiseRejectionEvent) => report(event.reason);
  const onError = (event: ErrorEvent) => {
    // Chromium says this when a layout takes two frames; nothing is wrong.
    if (!event.message.startsWith('ResizeObserver loop')) report(event.error);
  };
  window.addEventListener('unhandledrejection', onRejection);
  window.addEventListener('error', onError);
  return () => {
    window.removeEventListener('unhandledrejection', onRejection);
    window.removeEventListener('error', onError);
  };
}
