import i18next from 'i18next';
import { BugInMain, RefusedByComputer } from '../api';
import { toLanguage } from '../i18n/language';
import { problemText } from '../i18n/problem-text';
import { showToast } from '../ui/toasts';

function report(failure: unknown): void {
  if (failure instanceof RefusedByComputer) {
    const { message, action } = problemText(failure.problem, toLanguage(i18next.language));
    showToast('error', [message, action].filter(Boolean).join(' '));
    return;
  }
  const id = failure instanceof BugInMain ? failure.id : null;
  showToast('error', id === null ? i18next.t('ui.state.broken') : i18next.t('ui.state.brokenWithId', { id }));
}

/** The one place where a failure ends that no screen shows by itself: the user hears of it, and can go on. */
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
