/** Runs in the main process: the app with its window and tray. The order of the start is the order of the code. */
import { DateTime } from 'luxon';
import { RESOURCES } from '../connectors/_kit/model';
import { ok, type Result } from '../connectors/_kit/result';
import type { View } from '../preload/contract/events';
import type { AppSettings, AppState, Language } from '../preload/contract/views';
import { startArguments, type Launch } from './cli/launch';
import { compose, type ComposeOptions, type Services } from './compose';
import { registerIpc } from './ipc/register';
import { createShellCalls, type ShellCallsParts } from './ipc/shell-calls';
import { createShellEvents, joinedEvents } from './ipc/shell-events';
import type { Lifecycle } from './lifecycle';
import { knownText } from './log/catalogue';
import type { FileLogger } from './log/logger';
import type { Application } from './platform/application';
import { createBooksWindow } from './platform/books-window';
import { askFileToOpen, askFileToSave } from './platform/file-dialogs';
import { createLoginItem, type LoginItem } from './platform/login-item';
import { createMainWindow, showTheme, type MainWindow } from './platform/main-window';
import { setMenu } from './platform/menu';
import { createNotifications, type Notifications } from './platform/notifications';
import { followCompany } from './platform/office-attention';
import { watchPower } from './platform/power';
import { openScreens } from './platform/screens';
import { showFile } from './platform/show-file';
import { readTextFile, writeTextFile } from './platform/text-files';
import { createTray, type AppTray } from './platform/tray';
import { writeWholeFile } from './platform/whole-file';

export interface WindowAppParts extends ComposeOptions {
  readonly launch: Extract<Launch, { kind: 'window' }>;
  readonly application: Application;
  readonly lifecycle: Lifecycle;
  readonly logger: FileLogger;
}

/** Starts everything. Problems: those of `compose`; then nothing is shown yet. */
export async function startWindowApp(parts: WindowAppParts): Promise<Result<null>> {
  const { launch, application, lifecycle, logger } = parts;
  const pageUrl = openScreens();
  setMenu();
  const composed = await compose(parts, logger, lifecycle);
  if (!composed.ok) return composed;
  const services = composed.value;
  const { company, settings } = services;
  const language = (): Language => settings.app().language;
  const loginItem = createLoginItem(startArguments(launch));
  respectSystem(loginItem, services);
  showTheme(settings.app().theme);

  const notifications = createNotifications(logger);
  const shell = createShellEvents();
  const window = openWindow(parts, services, notifications, pageUrl);
  const state = (): AppState => ({
    version: application.version,
    company: services.summary(),
    settings: settings.app(),
    keychain: services.keychain,
    dataFolder: parts.folder.root,
  });
  const saveSettings = (next: AppSettings): void => {
    if (next.startWithComputer !== settings.app().startWithComputer) loginItem.set(next.startWithComputer);
    settings.saveApp(next);
    showTheme(next.theme);
    // The time between two runs may be another one now.
    company.wake();
    shell.tell('app:state', state());
  };
  const shellCalls = createShellCalls({
    company,
    state,
    saveSettings,
    practice: practiceOf(services, window),
    ...fileDialogs(window, language, logger),
  });
  const handlers = { ...company.calls, ...shellCalls };
  lifecycle.onStop('ipc', registerIpc(window.window, pageUrl, handlers, joinedEvents(company, shell), logger));

  const tray = openTray(services, application, window);
  lifecycle.onStop('tray', tray.remove);
  const openAt = (view: View): void => {
    window.show();
    shell.tell('app:navigate', { view });
  };
  const wanted = (): boolean => settings.app().notifications;
  const attention = await followCompany({ company, tray, notifications, language, wanted, openAt, logger });
  lifecycle.onStop('attention', attention.stop);
  lifecycle.onStop('app state', shell.on('app:state', attention.refresh));

  application.onShowAgain(window.show);
  await window.load();
  if (!launch.hidden) window.show();
  lifecycle.onStop('power', watchPower({ onWake: company.wake, onShutdown: () => void application.exit(0) }));
  await company.start({ background: true });
  await startPractising(services, lifecycle);
  return ok(null);
}

function respectSystem(loginItem: LoginItem, { settings }: Services): void {
  const now = settings.app();
  if (now.startWithComputer && loginItem.switchedOffBySystem()) settings.saveApp({ ...now, startWithComputer: false });
}

function openWindow(
  { application, lifecycle, logger }: WindowAppParts,
  { settings }: Services,
  notifications: Notifications,
  url: string,
): MainWindow {
  const tellItKeepsRunning = (): void => {
    if (settings.toldThatItKeepsRunning()) return;
    settings.saveToldThatItKeepsRunning();
    const text = (key: string): string => knownText(`notifications.keeps-running.${key}`)[settings.app().language];
    notifications.show({ title: text('title'), body: text('body'), onClick: () => window.show() });
  };
  const window = createMainWindow({
    url,
    place: settings.windowPlace(),
    keepPlace: settings.saveWindowPlace,
    onHidden: tellItKeepsRunning,
    onSessionEnd: () => void application.exit(0),
    onCrash: (reason) => void logger.bug('window', new Error(`The page's process ended: ${reason}`)),
  });
  lifecycle.onStop('window', window.close);
  return window;
}

function openTray({ company, logger }: Services, application: Application, window: MainWindow): AppTray {
  const call = (work: Promise<unknown>): void => void work.catch((error: unknown) => logger.bug('tray', error));
  return createTray({
    open: window.show,
    syncNow: () => call(company.calls['sync:now']({ resources: RESOURCES.slice(), cleanUp: false })),
    setPaused: (paused) => call(company.calls['sync:pause']({ paused })),
    quit: () => void application.exit(0),
  });
}

function fileDialogs(
  { window }: MainWindow,
  language: () => Language,
  logger: FileLogger,
): Pick<
  ShellCallsParts,
  'askWorkOrderFile' | 'askLogFile' | 'askPdfFile' | 'readFile' | 'writeFile' | 'writePdf' | 'showFile'
> {
  const text = (key: string): string => knownText(`files.${key}`)[language()];
  return {
    askWorkOrderFile: () =>
      askFileToOpen(window, text('import-title'), { name: text('work-orders'), extension: 'json' }),
    askLogFile: () => {
      const suggested = `${text('log-name')} ${DateTime.now().toISODate()}.csv`;
      return askFileToSave(window, text('export-title'), suggested, { name: text('log'), extension: 'csv' });
    },
    askPdfFile: (name) => askFileToSave(window, text('pdf-title'), name, { name: text('pdf'), extension: 'pdf' }),
    readFile: readTextFile,
    writeFile: writeTextFile,
    writePdf: (path, bytes) => writeWholeFile(path, [bytes]),
    showFile: (path) => void showFile(path, logger),
  };
}

function practiceOf({ practice, connectors, company }: Services, { window }: MainWindow): ShellCallsParts['practice'] {
  if (practice === null) return null;
  const books = createBooksWindow();
  return {
    credentials: async (id) => practice.credentials((await connectors.load(id)).manifest),
    showBooks: async () => {
      const { package: active } = await company.calls['sync:status'](undefined);
      const id = active ?? practice.ids[0];
      if (id === undefined) throw new Error('There is nothing to practise with');
      await books.open(window, (await practice.simulator(id)).booksPage);
    },
  };
}

/** Links the practice administration at its first start and fills it with examples; loaded only when practising. */
async function startPractising(services: Services, lifecycle: Lifecycle): Promise<void> {
  if (services.practice === null) return;
  const { keepExamplesComing, linkOnce } = await import('./practice/first-start');
  lifecycle.onStop('examples', keepExamplesComing(services));
  await linkOnce(services, services.practice);
}
