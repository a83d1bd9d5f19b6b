/** Runs in the main process: the app with its window and tray. The order of the start is the order of the code. */
import { homedir } from 'node:os';
import { amsterdamDay } from '../connectors/_kit/amsterdam-day';
import { RESOURCES } from '../connectors/_kit/model';
import { ok, type Result } from '../connectors/_kit/result';
import type { Navigation } from '../preload/contract/events';
import type { AppSettings, AppState, Language } from '../preload/contract/views';
import { nextZoomPercent, USUAL_ZOOM_PERCENT } from '../preload/contract/zoom';
import { startArguments, type Launch } from './cli/launch';
import { PRACTICE_COMPANY } from './companies/company-register';
import type { CompanyCalls } from './company/company';
import { createCompanyPages } from './company-pages';
import { compose, withCompany, type ComposeOptions, type Services } from './compose';
import type { Handlers, HandlersOf } from './ipc/answer';
import { createCareCalls, type CareCallsParts } from './ipc/care-calls';
import { registerIpc } from './ipc/register';
import { createFirstRunCalls } from './ipc/first-run-calls';
import { createFileCalls, type FileCallsParts } from './ipc/file-calls';
import { createOpenDocumentCall, type OpenDocumentParts } from './ipc/open-document-call';
import { createPaperCalls, type PaperCallsParts } from './ipc/paper-calls';
import { createShownPapers } from './ipc/shown-papers';
import { createShellCalls, type ShellCallsParts } from './ipc/shell-calls';
import { createShellEvents, joinedEvents } from './ipc/shell-events';
import { createLastSave } from './last-save';
import type { Lifecycle } from './lifecycle';
import { knownText } from './log/catalogue';
import type { FileLogger } from './log/logger';
import type { Application } from './platform/application';
import { createDiagnostics } from './diagnostics/diagnostics';
import { createBooksWindow } from './platform/books-window';
import { askFileToOpen, askFileToSave, askFolder, type FileKind } from './platform/file-dialogs';
import { createConnectionCheck } from './platform/connection-check';
import { readLicences } from './platform/licences';
import { createLoginItem, type LoginItem } from './platform/login-item';
import { createMainWindow, showTheme, type MainWindow } from './platform/main-window';
import { setMenu } from './platform/menu';
import { createNotifications, type Notifications } from './platform/notifications';
import { followCompanies } from './platform/office-attention';
import { watchPower } from './platform/power';
import { createPaperOpener } from './platform/open-paper';
import { createPagePrinter } from './platform/page-printer';
import { openScreens } from './platform/screens';
import { showFile } from './platform/show-file';
import { systemTime } from './platform/system-time';
import { showTaskbarProgress } from './platform/taskbar-progress';
import { createTray, type AppTray } from './platform/tray';
import { versions } from './platform/versions';
import type { MakeXlsx } from './tables/xlsx-thread';
import type { FirstRunFollower } from './practice/first-run';
import { readWholeFile, writeWholeFile } from './platform/whole-file';

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
  const composed = await compose(parts, logger, lifecycle);
  if (!composed.ok) return composed;
  const services = composed.value;
  const { companies, settings } = services;
  await companies.openAll();
  const language = (): Language => settings.app().language;
  const loginItem = createLoginItem(startArguments(launch));
  respectSystem(loginItem, services);
  showTheme(settings.app().theme);

  const notifications = createNotifications(logger);
  const shell = createShellEvents();
  const window = openWindow(parts, services, notifications, pageUrl);
  let needOffice: readonly string[] = [];
  const state = (companyId: string): AppState => ({
    version: application.version,
    company: companies.summary(companyId),
    companies: companies.register
      .ids()
      .map((id) => ({ ...companies.summary(id), needsOffice: needOffice.includes(id) })),
    settings: settings.app(),
    keychain: services.keychain,
    dataFolder: parts.folder.root,
  });
  const tellState = (): void => shell.tell('app:state', state(companies.register.shownId()));
  const wakeAll = (): void => companies.allOpened().forEach((company) => company.wake());
  const saveSettings = (next: AppSettings): void => {
    if (next.startWithComputer !== settings.app().startWithComputer) loginItem.set(next.startWithComputer);
    const isOtherProxy = JSON.stringify(next.proxy) !== JSON.stringify(settings.app().proxy);
    const isOtherPace = next.pullIntervalMinutes !== settings.app().pullIntervalMinutes;
    settings.saveApp(next);
    if (isOtherProxy) services.network.proxyChanged();
    showTheme(next.theme);
    window.zoomTo(next.zoomPercent);
    if (isOtherProxy || isOtherPace) wakeAll();
    tellState();
  };
  setMenu({
    onZoom: (direction) => {
      const now = settings.app().zoomPercent;
      const zoomPercent = direction === 0 ? USUAL_ZOOM_PERCENT : nextZoomPercent(now, direction);
      window.zoomTo(zoomPercent);
      settings.saveZoomPercent(zoomPercent);
      tellState();
    },
    text: (name) => knownText(`menu.${name}`)[language()],
  });
  const renameCompany = (id: string, name: string): Result<null> => {
    const renamed = companies.register.rename(id, name);
    if (renamed.ok) tellState();
    return renamed;
  };
  const lastSave = createLastSave(() => shell.tell('app:closing', null), systemTime.sleep);
  const pages = createCompanyPages({ companies, window, pageUrl, logger });
  const firstRun = await followFirstRun(services, lifecycle);
  const practice = practiceOf(services, window, firstRun);
  const openPage = practice === null ? services.openInBrowser : practice.openPage;
  const files = fileDialogs(window, language, logger, services.makeXlsx);
  const papers = openPapers(window, lifecycle, logger);
  const care = createCareCalls(
    careParts(parts, services, window, notifications, language, files.writeBytes, tellState),
  );
  const handlersOf: HandlersOf = (companyId) => {
    if (!companies.register.ids().includes(companyId)) return null;
    const shellCalls = createShellCalls({
      companyId,
      state,
      saveSettings,
      onSavedAll: lastSave.done,
      practice,
      backups: services.backups,
      renameCompany,
      addCompany: pages.add,
      chooseCompany: pages.choose,
    });
    const company = companies.opened(companyId);
    if (company === null) return { ...shellCalls, ...care };
    return {
      ...(firstRun?.watch(company.calls) ?? company.calls),
      ...shellCalls,
      ...createFirstRunCalls(firstRun),
      ...care,
      ...createFileCalls({ company, ...files }),
      ...createOpenDocumentCall({ company, openPage }),
      ...createPaperCalls({ company, ...files, ...papers }),
    } satisfies Handlers;
  };
  lifecycle.onStop('ipc', registerIpc(window.window, pageUrl, handlersOf, joinedEvents(companies, shell), logger));
  // Before the calls that save come to an end.
  lifecycle.onStop('what was typed', lastSave.ask);

  const tray = openTray(services, application, window);
  lifecycle.onStop('tray', tray.remove);
  // The page itself goes to another company: it may hold changes that are not saved yet.
  const openAt = (companyId: string, place: Navigation): void => {
    window.show();
    shell.tell('app:navigate', { ...place, companyId });
  };
  const onNeedsOffice = (companyIds: readonly string[]): void => {
    needOffice = companyIds;
    tellState();
  };
  const attention = await followCompanies({
    companies,
    tray,
    notifications,
    settings: settings.app,
    openAt,
    onNeedsOffice,
    time: systemTime,
    logger,
  });
  lifecycle.onStop('attention', attention.stop);
  lifecycle.onStop('app state', shell.on('app:state', attention.refresh));

  lifecycle.onStop('taskbar', showTaskbarProgress(companies, window.window));
  application.onShowAgain(window.show);
  companies.onRecovered((id) => {
    tellState();
    // Its page has nothing but the problem.
    if (id === companies.register.shownId()) window.reload();
  });
  await pages.openFirst();
  if (!launch.hidden) window.show();
  lifecycle.onStop('power', watchPower({ onWake: wakeAll, onShutdown: () => void application.exit(0) }));
  await companies.startAll();
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
    zoomPercent: settings.app().zoomPercent,
    keepPlace: settings.saveWindowPlace,
    onHidden: tellItKeepsRunning,
    onSessionEnd: () => void application.exit(0),
    onCrash: (reason) => void logger.bug('window', new Error(`The page's process ended: ${reason}`)),
  });
  lifecycle.onStop('window', window.close);
  return window;
}

/** What the menu of the tray does, it does for every company that is linked. */
function openTray({ companies, logger }: Services, application: Application, window: MainWindow): AppTray {
  const forEachLinked = (work: (calls: CompanyCalls) => Promise<unknown>): void => {
    for (const { id, calls } of companies.allOpened()) {
      if (companies.register.of(id).settings.activePackage() === null) continue;
      work(calls).catch((error: unknown) => logger.bug('tray', error, { company: id }));
    }
  };
  return createTray({
    open: window.show,
    syncNow: () => forEachLinked((calls) => calls['sync:now']({ resources: RESOURCES.slice(), cleanUp: false })),
    setPaused: (paused) => forEachLinked((calls) => calls['sync:pause']({ paused })),
    quit: () => void application.exit(0),
  });
}

function careParts(
  { folder, logger }: WindowAppParts,
  services: Services,
  { window, show }: MainWindow,
  notifications: Notifications,
  language: () => Language,
  writeBytes: FileCallsParts['writeBytes'],
  onRemoved: () => void,
): CareCallsParts {
  const { companies, connectors, settings, network, proxyPassword, removal, keychain } = services;
  const text = (key: string): string => knownText(key)[language()];
  const activePackages = (): readonly string[] =>
    companies.register.ids().flatMap((id) => companies.register.of(id).settings.activePackage() ?? []);
  return {
    companies,
    connectors,
    testNotification: () =>
      notifications.show({
        title: text('notifications.test.title'),
        body: text('notifications.test.body'),
        onClick: show,
      }),
    licences: readLicences,
    checkConnection: createConnectionCheck({ connectors, inUse: activePackages, network, time: systemTime }),
    proxyPassword,
    proxyChanged: network.proxyChanged,
    diagnostics: createDiagnostics({
      companies,
      settings,
      connectors,
      versions,
      keychain,
      dataFolder: folder.root,
      logFolder: folder.logs,
      homeDirectory: homedir(),
      logger,
    }),
    removal,
    onRemoved,
    askFolder: () => askFolder(window, text('files.last-backup-title')),
    askZipFile: (name) =>
      askFileToSave(window, text('files.diagnostics-title'), name, { name: text('files.zip'), extension: 'zip' }),
    writeBytes,
  };
}

/** The kind of a file is known by what is in it; the names only help to find one. */
const IMPORT_KINDS = (text: (key: string) => string): readonly FileKind[] => [
  { name: text('import-kinds'), extensions: ['xlsx', 'csv', 'json', 'tsv', 'txt'] },
  { name: text('any-kind'), extensions: ['*'] },
];

function fileDialogs(
  { window }: MainWindow,
  language: () => Language,
  logger: FileLogger,
  makeXlsx: MakeXlsx,
): Omit<FileCallsParts, 'company'> {
  const text = (key: string): string => knownText(`files.${key}`)[language()];
  return {
    askImportFile: () => askFileToOpen(window, text('import-title'), IMPORT_KINDS(text)),
    askFolder: () => askFolder(window, text('drop-title')),
    askListFile: (name, format) =>
      askFileToSave(window, text('list-title'), `${name} ${amsterdamDay(Date.now())}.${format}`, {
        name: text(format),
        extension: format,
      }),
    askRecordFile: (name, format) =>
      askFileToSave(window, text('record-title'), name, { name: text(format), extension: format }),
    askPdfFile: (name) => askFileToSave(window, text('pdf-title'), name, { name: text('pdf'), extension: 'pdf' }),
    readFile: readWholeFile,
    writeFile: writeWholeFile,
    writeBytes: (path, bytes) => writeWholeFile(path, [bytes]),
    showFile: (path) => void showFile(path, logger),
    makeXlsx,
    language,
  };
}

function openPapers(
  { window }: MainWindow,
  lifecycle: Lifecycle,
  logger: FileLogger,
): Pick<PaperCallsParts, 'shown' | 'openPaper' | 'printPages'> {
  const opener = createPaperOpener(logger);
  lifecycle.onStop('opened papers', opener.stop);
  const printer = createPagePrinter(window, logger);
  lifecycle.onStop('page printer', printer.stop);
  return { shown: createShownPapers(), openPaper: opener.open, printPages: printer.print };
}

function practiceOf(
  { practice, connectors, companies }: Services,
  { window }: MainWindow,
  firstRun: FirstRunFollower | null,
): (NonNullable<ShellCallsParts['practice']> & Pick<OpenDocumentParts, 'openPage'>) | null {
  if (practice === null) return null;
  const books = createBooksWindow();
  return {
    credentials: async (id) => practice.credentials((await connectors.load(id)).manifest),
    showBooks: async () => {
      const id = companies.register.of(PRACTICE_COMPANY).settings.activePackage() ?? practice.ids[0];
      if (id === undefined) throw new Error('There is nothing to practise with');
      await books.open(window, (await practice.simulator(id)).booksPage);
      await firstRun?.sawBooks();
    },
    openPage: async (url) => {
      await books.open(window, url);
      await firstRun?.sawBooks();
      return true;
    },
  };
}

/** Null outside the practice administration, and when its data cannot be opened. */
async function followFirstRun(
  { practice, companies, logger }: Services,
  lifecycle: Lifecycle,
): Promise<FirstRunFollower | null> {
  const company = companies.opened(PRACTICE_COMPANY);
  if (practice === null || company === null) return null;
  const { createFirstRun } = await import('./practice/first-run');
  const { firstRun: read, saveFirstRun: save } = companies.register.of(PRACTICE_COMPANY);
  const firstRun = createFirstRun({ company, read, save, onBug: (error) => void logger.bug('practice', error) });
  lifecycle.onStop('first run', () => Promise.resolve(firstRun.stop()));
  return firstRun;
}

/** Links the practice administration at its first start and fills it with examples; loaded only when practising. */
async function startPractising(services: Services, lifecycle: Lifecycle): Promise<void> {
  if (services.practice === null) return;
  const practising = await withCompany(services, PRACTICE_COMPANY);
  // Its page tells why.
  if (!practising.ok) return;
  const { keepExamplesComing, linkOnce } = await import('./practice/first-start');
  lifecycle.onStop('examples', keepExamplesComing(practising.value));
  await linkOnce(practising.value, services.practice);
}
