import type { RemoteBackupJobs } from '../db/backups/backup-jobs';
import type { RemoteStore } from '../db/store';
import type {
  CompanySettings,
  Connectors,
  DatabaseTraces,
  Fetch,
  LoginReturn,
  Logger,
  PdfPrinter,
  OpenLoginPage,
  Random,
  SecretStore,
  Time,
  UserName,
} from '../ports';
import type { Engine, EngineParts } from '../sync/engine';
import type { MakeXlsx } from '../tables/xlsx-thread';
import { createLookout } from '../sync/lookout';
import type { ConnectorId } from '../../connectors/_kit/manifest';
import { EXAMPLE_WORKS } from '../../preload/contract/package-settings';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import { createDayListMaker } from '../documents/day-list-maker';
import { createPdfMaker } from '../documents/pdf-maker';
import { createAdoption } from './adoption';
import { createAdoptionCalls } from './adoption-calls';
import { createActiveLink } from './active-link';
import { createArchive } from './archive';
import { createArchiveCheck } from './archive-check';
import { createBackgroundRuns } from './background-runs';
import type { Company } from './company';
import { createCompanyLog } from './company-log';
import { createCompanyLogoCalls } from './company-logo';
import { createCompanySettingsCalls } from './company-settings';
import { costsOf } from './costs-of';
import { createCustomFormCalls } from './custom-forms';
import { createCompanyEvents } from './events';
import { createDocumentExample } from './document-example';
import { createDocumentPage } from './document-page';
import { createFolderDrop } from './folder-drop/folder-drop';
import type { DropFiles } from './folder-drop/drop-files';
import { createGoOn } from './go-on';
import { createImportDesk } from './import/import-desk';
import { createImporter, takeIn } from './import/importer';
import type { ImportReader } from './import/read-file';
import { createIntegrations } from './integrations';
import { createDailyBackups } from './daily-backups';
import { createDatabaseTrace } from './database-trace';
import { createChosenAdministration } from './chosen-administration';
import { createLink } from './link';
import { createLinkConnections } from './link-connections';
import { createLinking } from './linking';
import { createLoginEnds } from './login-end';
import { createLongWorks } from './long-work';
import { createLogins } from './login';
import { createBackupBefore } from './backup-before';
import { createDocumentAmounts } from './document-amounts';
import { createChoiceLabels } from './choice-labels';
import { createCleanUpAnswers } from './clean-up-answers';
import { createDeliveryRecord } from './delivery-record';
import { createListTable } from './exports/list-table';
import { createPricedTimes } from './exports/priced-times';
import { createFollowedSaveList } from './exports/save-followed';
import { createMasterDataCalls } from './master-data';
import { createOneAtATime } from './one-at-a-time';
import { createRefuseTaking } from './other-administration';
import { createOverview } from './overview';
import { createLongWorkCalls } from './page-work';
import { createPapers } from './papers';
import { createOverviewFigures } from './overview-figures';
import { createPackages } from './packages';
import { createPlanningCalls } from './planning-board';
import { showRuns } from './run-as-long-work';
import { createQueueCalls } from './queue';
import { createSaveSettings } from './save-settings';
import { withDefaults } from './setting-rules';
import { createSettingChecks } from './setting-checks';
import { createSettingsHistory } from './settings-history';
import { createShownValues } from './shown-values';
import { orStorageProblem } from './storage-refusal';
import { createSupportText } from './support-text';
import { createSyncCalls, createSyncStatus, notLinked } from './sync-calls';
import { createTakeBackWipe } from './take-back-wipe';
import { tellRestore } from './tell-restore';
import { createWaitsWithoutLink } from './waits-without-link';
import { createWipe } from './wipe';
import { createAttachment, createWorkOrderFileCalls } from './work-order-files';
import { createSigningCalls } from './work-order-signing';
import { createTemplateCalls } from './work-order-templates';
import { createWorkOrderCalls } from './work-orders';

/** A link that works has renewed its login by the first look. */
const BETWEEN_LOOKS_MS = 5 * 60_000;

export interface CompanyParts {
  readonly id: string;
  /** As it stands on the PDFs. */
  readonly name: () => string;
  readonly store: RemoteStore;
  readonly companySettings: CompanySettings;
  readonly secrets: SecretStore;
  readonly traces: DatabaseTraces;
  readonly connectors: Connectors;
  readonly fetch: Fetch;
  readonly loginReturn: LoginReturn;
  readonly openLoginPage: OpenLoginPage;
  readonly print: PdfPrinter;
  readonly time: Time;
  readonly userName: UserName;
  readonly random: Random;
  readonly logger: Logger;
  /** The file that `store` works with. */
  readonly databaseFile: string;
  /** Where backups go; made when it is not there. */
  readonly backupFolder: string;
  readonly backups: RemoteBackupJobs;
  readonly makeXlsx: MakeXlsx;
  readonly importReader: ImportReader;
  readonly dropFiles: DropFiles;
  readonly createEngine: (parts: EngineParts) => Engine;
}

/**
 * Builds the use cases of one company on an open store. `stop` of the company closes the store. Throws a `StorageError` when
 * the store refuses; then it is still open.
 */
export async function createCompany(parts: CompanyParts): Promise<Company> {
  const { id, store, companySettings, connectors, time, logger } = parts;
  // Before an engine is made that could send.
  const trace = await createDatabaseTrace(parts);
  await tellRestore(store, logger);
  const stopped = new AbortController();
  const events = createCompanyEvents((error) => logger.bug('company', error));
  const labelOf = async (packageId: ConnectorId): Promise<string> => (await connectors.load(packageId)).manifest.label;
  const packages = createPackages(connectors, companySettings, store);
  const log = createCompanyLog(parts);
  const connections = createLinkConnections({ ...parts, companyId: id });
  const sheets = { ...parts, companyName: parts.name, language: () => companySettings.app().language };
  const pdfs = createPdfMaker({
    ...sheets,
    costsOf: (workOrderId) =>
      costsOf(activeLink.engine()?.preview(workOrderId) ?? Promise.resolve(fail(problem('blocked', 'pdf-no-prices')))),
  });
  const activeLink = await createActiveLink({ ...parts, connections, pdfs, events });
  const runs = createBackgroundRuns(activeLink, logger);
  const status = createSyncStatus({ store, companySettings, activeLink });

  const loginEnds = createLoginEnds({ ...parts, log, events });
  const waitsWithoutLink = createWaitsWithoutLink({ ...parts, activeLink, events });
  const lookout = createLookout({
    area: 'company',
    everyMs: BETWEEN_LOOKS_MS,
    look: async () => {
      await waitsWithoutLink();
      await loginEnds.look();
    },
    time,
    logger,
  });

  const shared = { ...parts, companyId: id, packages, connections, activeLink, runs, events, log };
  const check = createArchiveCheck({ ...shared, pdfs });
  const refuseTaking = createRefuseTaking(store, packages);
  const chosenAdministration = createChosenAdministration({ connections, refuseTaking, stopped: stopped.signal });
  const labels = createChoiceLabels();
  const checks = createSettingChecks({ ...shared, labels, chosenAdministration, stopped: stopped.signal });
  const backupBefore = createBackupBefore(parts);
  const wipe = createWipe({ ...shared, backupBefore });
  const linking = createLinking({ ...shared, refuseTaking, stopped: stopped.signal });
  const link = createLink({ ...shared, linking });
  const history = createSettingsHistory({ ...parts, labels });
  const saveSettings = createSaveSettings({ ...shared, checks, history });
  const integrations = createIntegrations({
    ...shared,
    tellStatus: async () => events.tell('sync:status', await status()),
  });
  const goOn = createGoOn({ ...shared, linking, saveSettings });
  const adoption = createAdoption({ ...shared, backupBefore, stopped: stopped.signal });
  const takeBackWipe = createTakeBackWipe({ ...shared, integrations });
  const linkQueue = createOneAtATime();
  const changingLink = <T>(change: () => Promise<Result<T>>): Promise<Result<T>> =>
    linkQueue(() => orStorageProblem(change));
  const dailyBackups = createDailyBackups({
    ...parts,
    isBusy: async () => (await status()).connection === 'busy',
    log,
    onChange: () => events.changed('log'),
  });
  const language = () => companySettings.app().language;
  const amounts = createDocumentAmounts({
    store,
    settings: () => {
      const manifest = activeLink.current()?.manifest;
      return manifest === undefined
        ? {}
        : withDefaults(manifest.settings, companySettings.integration(manifest.id).settings);
    },
  });
  events.on('data:changed', ({ areas }) => {
    if (areas.includes('articles') || areas.includes('customers')) amounts.forget();
  });
  const syncCalls = createSyncCalls(shared, status);
  const works = createLongWorks({ time, tell: (now) => events.tell('work:progress', now) });
  showRuns(events, works, {
    pause: () => void syncCalls['sync:pause']({ paused: true }),
    cancel: () => void syncCalls['sync:cancel'](),
  });
  const lists = createFollowedSaveList(
    {
      tableOf: createListTable({ store, language, labelOf, pricedTimes: createPricedTimes(store, amounts) }),
      language,
      makeXlsx: parts.makeXlsx,
      onProgress: (progress) => events.tell('export:progress', progress),
    },
    works,
  );
  const importer = createImporter({ ...shared, reader: parts.importReader, language });
  const importQueue = createOneAtATime();
  const importDesk = createImportDesk({ works, importer, store, events, queue: importQueue, stopped: stopped.signal });
  const folderDrop = createFolderDrop({
    ...shared,
    files: parts.dropFiles,
    importer,
    queue: importQueue,
    language,
  });
  const documentPage = createDocumentPage(parts);
  const logins = createLogins({ ...shared, linking, changingLink, stopped: stopped.signal });

  return {
    id,
    calls: {
      'overview:get': createOverview(store, status, loginEnds, dailyBackups.late),
      'overview:figures': createOverviewFigures(store, amounts, time),
      'overview:seen': (row) =>
        orStorageProblem(async () => {
          await store.log.settle([row]);
          events.changed('log');
          return ok(null);
        }),
      ...createCompanySettingsCalls(store, events),
      ...createCompanyLogoCalls(store, events),
      ...createMasterDataCalls(store, time, events),
      ...createCustomFormCalls(store, time, events),
      ...createWorkOrderCalls(store, time, events),
      ...createTemplateCalls(store, time, events),
      ...createWorkOrderFileCalls(store, time, events),
      ...createSigningCalls(store, time, events),
      ...createPlanningCalls(store, events),
      'work-orders:check': check,
      ...createArchive({ ...shared, check }),
      'work-orders:preview': (workOrderId) =>
        activeLink.engine()?.preview(workOrderId) ?? Promise.resolve(fail(notLinked())),
      ...createQueueCalls(shared),
      'queue:document-page': async (entryId) => (await documentPage(entryId))?.shows ?? null,
      'integrations:list': integrations.list,
      'integrations:accept-terms': (name) => changingLink(() => integrations.acceptTerms(name)),
      'integrations:wipe-preview': wipe.preview,
      'integrations:wipe': (request) => changingLink(() => wipe.run(request.package, request.parts)),
      'integrations:link': (request) => changingLink(() => link(request.package, request.credentials)),
      'integrations:login': (request) => logins.logIn(request.package, request.credentials),
      'integrations:login-answer': (request) => logins.answer(request.package, request.address),
      'integrations:login-cancel': (name) => {
        logins.cancel(name);
        return Promise.resolve(null);
      },
      'integrations:kept-values': createShownValues(shared),
      'integrations:check-setting': (request) => checks.check(request.package, request.key, request.settings),
      'integrations:choices': (request) => checks.choices(request.package, request.key, request.settings),
      'integrations:save-settings': (request) => changingLink(() => saveSettings(request.package, request.settings)),
      'integrations:settings-history': history.list,
      'integrations:example-works': () => store.recentWork.list(EXAMPLE_WORKS),
      'integrations:document-example': createDocumentExample({ ...shared, chosenAdministration, pdfs, language }),
      'integrations:filter-word': ({ word }) => store.recentWork.holding(word),
      'integrations:adopt': (name) => changingLink(() => adoption.choose(name)),
      'integrations:adoption-read': (name) => orStorageProblem(() => adoption.read(name)),
      ...createAdoptionCalls(store, events),
      'integrations:adoption-finish': (name) => changingLink(() => adoption.finish(name)),
      'integrations:go-on': (name) => changingLink(() => goOn(name)),
      'integrations:take-back-wipe': (name) => changingLink(() => takeBackWipe(name)),
      'integrations:deactivate': (name) => changingLink(() => integrations.deactivate(name)),
      ...importDesk.calls,
      ...folderDrop.calls,
      ...syncCalls,
      ...createLongWorkCalls(works),
      ...createCleanUpAnswers({ ...shared, backupBefore }),
      'log:list': (request) => store.log.list(request),
      'log:window': (request) => store.log.window(request),
      'log:support-text': createSupportText({
        ...parts,
        language,
        packageLabels: () => Promise.all(connectors.ids.map(labelOf)),
      }),
      'log:moments': (request) => store.log.moments(request),
      'exports:cancel': () => {
        lists.cancel();
        return Promise.resolve(null);
      },
    },
    start: async (options) => {
      await activeLink.start(options);
      if (!options.background) return;
      dailyBackups.start();
      trace.start();
      lookout.start();
      folderDrop.start();
    },
    run: (request, trigger) => activeLink.engine()?.run(request, trigger) ?? Promise.resolve(fail(notLinked())),
    settle: async (maxWaitMs, onWait, options) => {
      const engine = activeLink.engine();
      if (engine !== null) return engine.settle(maxWaitMs, onWait, options);
      const [{ waiting, sending, unsure }, pdfs] = await Promise.all([store.queue.counts(), store.pdfs.counts()]);
      return { open: waiting + sending + unsure + pdfs.open };
    },
    takeIn: (file, how) => importQueue(() => orStorageProblem(() => takeIn(importer, file, how))),
    importDesk,
    folderDrop,
    papers: createPapers({ ...sheets, pdfs, dayLists: createDayListMaker(sheets) }),
    attachment: createAttachment(store),
    documentPage,
    deliveryRecord: createDeliveryRecord({
      ...parts,
      clock: time,
      companyName: parts.name,
      language: () => companySettings.app().language,
      labelOf,
    }),
    lists,
    integrity: () => store.info.integrityCheck(),
    asking: () => store.log.askingCauses(),
    on: events.on,
    wake: () => activeLink.engine()?.wake(),
    stop: async () => {
      stopped.abort();
      lists.cancel();
      await folderDrop.stop();
      await logins.ended();
      await linkQueue(activeLink.close);
      await connections.closeAll();
      await dailyBackups.stop();
      await trace.stop();
      await lookout.stop();
      await store.close();
    },
  };
}
