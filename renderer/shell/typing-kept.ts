import i18next from 'i18next';
import { api, onEvent } from '../api';
import { showToast } from '../ui/toasts';
import { restoreTyping, saveAll } from '../views/work-orders/unsaved-editors';

/**
 * Takes up what was typed before the page or the app ended by itself, and saves at once whenever somebody turns away from
 * the window, hides it or ends the app. Returns how to stop.
 */
export function keepTypingSafe(): () => void {
  void tellRestored();
  const save = () => void saveAll();
  window.addEventListener('blur', save);
  document.addEventListener('visibilitychange', save);
  const stopHearing = onEvent('app:closing', () => void saveAll().then(() => api.app.savedAll()));
  return () => {
    window.removeEventListener('blur', save);
    document.removeEventListener('visibilitychange', save);
    stopHearing();
  };
}

async function tellRestored(): Promise<void> {
  const numbers = await restoreTyping();
  if (numbers.length === 0) return;
  showToast('info', i18next.t('ui.saving.restored', { count: numbers.length, numbers: numbers.join(', ') }));
}
