/** Renderer process: shows what main tells, and asks main for changes. */
import { setLocalTimeZone } from '@internationalized/date';
import { createRoot } from 'react-dom/client';
import { OFFICE_ZONE } from '../preload/contract/model';
import { api } from './api';
import { startI18n } from './i18n/i18n';
import { App } from './shell/App';
import { startAppStore, useAppStore } from './shell/app-store';
import { handleBugs } from './shell/bug-handler';
import { followContrast, showTheme } from './shell/theme';
import { keepTypingSafe } from './shell/typing-kept';
import './ui/tokens.css';
import './ui/base.css';

async function start(): Promise<void> {
  const { settings } = await api.app.state();
  await startI18n(settings.language);
  showTheme(settings.theme);
  handleBugs();
  // Calendars mark today on the clock of the office, too.
  setLocalTimeZone(OFFICE_ZONE);
  await startAppStore();
  followContrast(() => useAppStore.getState().app?.settings.theme ?? settings.theme);
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  // A company whose data cannot be opened takes nothing up.
  if (useAppStore.getState().app?.company.problem === null) keepTypingSafe();
  createRoot(root).render(<App />);
}

void start();
