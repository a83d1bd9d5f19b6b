import { figuresOf } from './figures';
import { manifest as snelstart } from '../../../connectors/snelstart/manifest';
import { ADMINISTRATION_KEY } from '../../../connectors/_kit/settings';
import type { AdoptionRow } from '../../../preload/contract/adoption';
import { appSettings, STANDARD_APP_SETTINGS } from '../../../preload/contract/app-settings';
import type { FirstRun } from '../../../preload/contract/first-run';
import type { AppBridge } from '../../../preload/contract/bridge';
import { DEFAULT_COMPANY_SETTINGS } from '../../../preload/contract/company-settings';
import type { Events, EventName } from '../../../preload/contract/events';
import type { ImportOnDesk } from '../../../preload/contract/imports';
import type { Problem, Result } from '../../../preload/contract/model';
import type { CompanyLogo } from '../../../preload/contract/papers';
import type {
  AppState,
  BackupRow,
  CleanUpQuestion,
  CleanUpRow,
  CompanyChoice,
  CompanySummary,
  ConnectionState,
  IntegrationStage,
  LateBackup,
  LogRow,
  LoginEnd,
  SyncStatus,
} from '../../../preload/contract/views';
import { ADMINISTRATIONS, KEPT_REGISTRATION, LOGIN_PAGE, loginPackage, PRACTICE_REGISTRATION } from './login-package';
import { createAdoption } from './adoption';
import { createForms } from './forms';
import { createOrders, type Orders } from './orders';
import { createFolderDrop, createImports } from './imports';
import { createPackageSettings } from './package-settings';
import { createPapers } from './papers';
import { groupsOf, isListed, rehearsalOf } from './queue';
import { createPlans } from './plans';
import { createTemplates } from './templates';
import { article, checkOf, customer, logRow, NOW_MS, queueEntry, run, workOrder } from './books';

/** What the fake holds: how many rows there are, and how the link is doing. */
export interface Scenario {
  readonly rows: number;
  readonly connection: ConnectionState;
  readonly stage: 'available' | 'activating' | 'linking' | 'linked' | 'active' | 'deactivated';
  /** Whether the package is linked with a key or by logging in. */
  readonly link: 'key' | 'login';
  readonly language: 'nl' | 'en';
  readonly theme: AppState['settings']['theme'];
  /** The practice administration, one company, several, or several of which this one cannot be opened. */
  readonly companies: 'practice' | 'one' | 'several' | 'damaged';
  /** A pause that the package asks for: until later today, or for the rest of the day. */
  readonly pause: 'none' | 'short' | 'day';
  /** Why the login is about to end, or that it is not. */
  readonly loginEnds: LoginEnd['why'] | 'no';
  readonly lateBackup: LateBackup | null;
  /** Clean-ups that wait for the office. */
  readonly cleanUps: readonly CleanUpQuestion[];
  /** Rows of another package that can be taken along; null: Simon holds none. */
  readonly adoption: readonly AdoptionRow[] | null;
  /** The file that was being taken in when another company's page was shown, and what is done with it now. */
  readonly importLeft: ImportOnDesk['work'] | 'nothing';
}

export const DEFAULT_SCENARIO: Scenario = {
  rows: 250,
  connection: 'idle',
  stage: 'active',
  link: 'key',
  language: 'nl',
  theme: 'system',
  companies: 'practice',
  pause: 'none',
  loginEnds: 'no',
  lateBackup: null,
  cleanUps: [],
  adoption: null,
  importLeft: 'nothing',
};

type Listeners = { [E in EventName]: Set<(fact: Events[E]) => void> };

/** A fake main process for one window, with what a test may want to do to it. */
export interface FakeApp {
  readonly bridge: AppBridge;
  readonly emit: <E extends EventName>(event: E, fact: Events[E]) => void;
  /** Every call as `area.verb`, with its input, in order. */
  readonly calls: readonly { readonly name: string; readonly input: unknown }[];
  /** What becomes of the login that waits; null: the person at the browser is done. */
  readonly endLogin: (refusal: Problem | null) => void;
  /** What was saved as settings of the package before. */
  readonly packageSettings: ReturnType<typeof createPackageSettings>;
  /** Work orders, to change behind the back of the screens. */
  readonly orders: Orders;
  /** The next call of this name breaks as on a bug in main. */
  readonly breakNext: (name: string, bugId: string) => void;
  /** The next call of this name is carried out, and answered only when the returned function is called. */
  readonly holdNext: (name: string) => () => void;
}

const PRACTICE_KEY = { koppelsleutel: 'goed', subscriptionKey: 'oefenen' };

const ok = <T>(value: T): Result<T> => ({ ok: true, value });
const refused = (code: string, nl: string, action: string): { ok: false; problem: Problem } => ({
  ok: false,
  problem: {
    kind: 'invalid-input',
    code,
    params: {},
    text: { message: { nl, en: nl }, action: { nl: action, en: action } },
  },
});

/** The first one is the company of the page. */
function companiesOf({ companies }: Scenario): readonly [CompanyChoice, ...CompanyChoice[]] {
  const company = (id: string, name: string): CompanyChoice => ({
    id,
    name,
    practice: false,
    problem: null,
    needsOffice: false,
  });
  const first = company('main', 'Jansen Installatietechniek B.V.');
  const others = [
    company('b', 'Dakdekkersbedrijf Van der Meulen en Zonen, vestiging ’s-Hertogenbosch'),
    { ...company('c', 'Elektro Peeters BV'), needsOffice: true },
  ];
  switch (companies) {
    case 'practice':
      return [{ ...company('practice', 'Oefenadministratie'), practice: true }];
    case 'one':
      return [first];
    case 'several':
      return [first, ...others];
    case 'damaged': {
      const { problem } = refused(
        'database-damaged',
        'Het bestand met gegevens is beschadigd.',
        'Zet een back-up terug.',
      );
      return [{ ...first, problem }, ...others];
    }
  }
}

const HOUR_MS = 3_600_000;

/** By the clock of the computer, because the screens name the day when it is not today. */
function pauseEndsAtMs(pause: Scenario['pause']): number | null {
  if (pause === 'none') return null;
  return pause === 'day' ? Date.now() + 36 * HOUR_MS : Date.now() + 60_000;
}

const BACKUPS: readonly BackupRow[] = [
  backup('dagelijks', 'daily', 9, 1),
  backup('voor wissen snelstart', 'before-wipe', 30, 0.9),
  backup('beschadigd', 'damaged', 55, null),
];

function backup(words: string, kind: BackupRow['kind'], hoursAgo: number, share: number | null): BackupRow {
  return {
    name: `${kind} ${words}.sqlite`,
    kind,
    madeAtMs: NOW_MS - hoursAgo * HOUR_MS,
    sizeBytes: 57_300_000,
    counts: share === null ? null : { workOrders: Math.round(1_250 * share), customers: Math.round(4_210 * share) },
  };
}

/** Hand-written stand-in for `window.app`: the same calls, answered from memory. */
export function createFakeApp(given: Partial<Scenario> = {}): FakeApp {
  const scenario = { ...DEFAULT_SCENARIO, ...given };
  const manifest = scenario.link === 'login' ? loginPackage : snelstart;
  let endLogin: FakeApp['endLogin'] = () => undefined;
  const calls: { name: string; input: unknown }[] = [];
  const broken = new Map<string, string>();
  const held = new Map<string, Promise<void>>();
  const listeners: Listeners = {
    'data:changed': new Set(),
    'sync:status': new Set(),
    'sync:progress': new Set(),
    'app:state': new Set(),
    'app:closing': new Set(),
    'app:navigate': new Set(),
    'work:progress': new Set(),
    'login:page': new Set(),
    'export:progress': new Set(),
    'import:progress': new Set(),
  };
  const emit: FakeApp['emit'] = (event, fact) => listeners[event].forEach((listener) => listener(fact));
  let revision = 0;
  const changed = (...areas: Events['data:changed']['areas']) => emit('data:changed', { revision: ++revision, areas });

  let app: AppState = {
    version: '0.1.0',
    company: companiesOf(scenario)[0],
    companies: companiesOf(scenario),
    settings: { ...STANDARD_APP_SETTINGS, language: scenario.language, theme: scenario.theme },
    keychain: { available: true, detail: '' },
    dataFolder: '/home/kantoor/.config/simon-koppel',
  };
  const isPast = (...stages: Scenario['stage'][]) => (stages.includes(scenario.stage) ? NOW_MS : null);
  let stage: IntegrationStage = {
    package: manifest.id,
    state: scenario.stage === 'linked' || scenario.stage === 'linking' ? 'activating' : scenario.stage,
    termsAcceptedAtMs: isPast('activating', 'linking', 'linked', 'active'),
    wipedAtMs: isPast('linking', 'linked', 'active'),
    linkedAtMs: isPast('linked', 'active', 'deactivated'),
    administrationName:
      scenario.stage === 'linked' || scenario.stage === 'active' ? 'Installatiebedrijf De Vries' : null,
    activatedAtMs: isPast('active', 'deactivated'),
    deactivatedAtMs: isPast('deactivated'),
    settings: {
      ...Object.fromEntries(manifest.settings.map((field) => [field.key, field.default])),
      ...(scenario.link === 'login' && scenario.stage === 'active' ? { [ADMINISTRATION_KEY]: '101' } : {}),
    },
    settingsVersion: scenario.stage === 'active' || scenario.stage === 'deactivated' ? 1 : 0,
    filledCredentials:
      scenario.link === 'login' && scenario.stage === 'active'
        ? loginPackage.link.registration.map(({ key }) => key)
        : [],
    login:
      scenario.link === 'login' && scenario.stage === 'active'
        ? { sinceMs: NOW_MS - 40 * 24 * HOUR_MS, endsAtMs: NOW_MS + 30 * 24 * HOUR_MS, certainty: 'documented' }
        : null,
    canGoOn: scenario.stage === 'deactivated',
    wipeBackup: null,
    adoption: null,
  };
  let isLoggedInAgain = false;
  const isActive = () => stage.state === 'active';
  const status = (): SyncStatus => ({
    connection: !isActive() ? 'not-linked' : scenario.pause === 'none' ? scenario.connection : 'paused',
    package: isActive() ? manifest.id : null,
    administrationName: stage.administrationName,
    lastRun: isActive() ? run(1) : null,
    nextRunAtMs: isActive() ? NOW_MS + 240_000 : null,
    pausedUntilMs: pauseEndsAtMs(scenario.pause),
    pausedByUser: false,
    allowance: isActive() ? { left: 4_812, per: 'day', refilledAtMs: NOW_MS + 9 * HOUR_MS, pullsWait: false } : null,
    lastGoodCallAtMs: NOW_MS - 3_600_000,
    problem:
      scenario.pause !== 'none'
        ? { kind: 'rate-limited', code: scenario.pause === 'day' ? 'day-limit' : 'rate-limited', params: {} }
        : scenario.connection !== 'needs-login'
          ? null
          : scenario.link === 'login'
            ? { kind: 'needs-login', code: 'login-ended', params: {} }
            : refused(
                'login-refused',
                'SnelStart weigert de koppelsleutel.',
                'Maak in SnelStart een nieuwe sleutel en koppel opnieuw.',
              ).problem,
    marks: isActive()
      ? (['customers', 'articleGroups', 'articles', 'orders'] as const).map((resource) => ({
          resource,
          highWater: resource === 'articleGroups' ? null : '2026-11-23T08:41:02.117',
          updatedAtMs: NOW_MS - 60_000,
          complete: true,
        }))
      : [],
    cleanUps: isActive() ? scenario.cleanUps : [],
  });
  const cleanUpRow = (id: number): CleanUpRow => ({
    id,
    number: String(10_000 + id),
    label: `Klant ${id}`,
    reason: 'gone',
    workOrders: id === 1 ? ['2026-0012'] : [],
    openWorkOrders: id === 1 ? 1 : 0,
  });

  const page = <T extends object>(
    make: (id: number) => T,
    request: { search?: string | undefined; offset: number; limit: number },
    keep: (row: T) => boolean = () => true,
  ) => {
    const search = request.search?.toLowerCase() ?? '';
    const found = Array.from({ length: scenario.rows }, (_, index) => make(index + 1)).filter(
      (row) => keep(row) && (search === '' || JSON.stringify(row).toLowerCase().includes(search)),
    );
    return { total: found.length, rows: found.slice(request.offset, request.offset + request.limit) };
  };
  const orderRow = (id: number) => {
    const order = workOrder(id);
    return {
      id,
      number: order.number,
      status: order.status,
      customerId: order.customerId,
      customerName: order.customer?.name ?? '',
      workAddressText: order.workAddress ? `${order.workAddress.street}, ${order.workAddress.city}` : '',
      description: order.description,
      employeeName: 'Henk de Monteur',
      plannedStartAtMs: order.plannedStartAtMs,
      workMinutes: 120,
      travelMinutes: 15,
      delivery: order.status === 'archived' ? queueEntry(id / 3).state : null,
      documentNumber: order.status === 'archived' ? queueEntry(id / 3).documentNumber : null,
    };
  };

  const plans = createPlans(scenario.rows);
  const forms = createForms(scenario.rows);
  const packageSettings = createPackageSettings(manifest, scenario.rows);
  const orders = createOrders(scenario.rows);
  const templates = createTemplates(orders, (area) => changed(area));
  let firstRun: FirstRun | null =
    scenario.companies === 'practice' ? { done: ['activate', 'customer'], putAway: false } : null;
  let companySettings = DEFAULT_COMPANY_SETTINGS;
  let passwordIsSet = false;
  let logo: CompanyLogo | null = null;

  const areas: Omit<AppBridgeValues, 'on'> = {
    app: {
      state: () => app,
      saveSettings: (given) => {
        const settings = appSettings.parse(given);
        app = { ...app, settings };
        emit('app:state', app);
        return settings;
      },
      savedAll: () => null,
      openPracticeBooks: () => ok(null),
      testNotification: () => ({ shown: true }),
      pullPaces: () =>
        isActive() ? [{ company: app.company.name, label: manifest.label, minimumMinutes: 5, standardMinutes: 5 }] : [],
      licences: () => [
        { name: 'react', version: '19.3.1', licence: 'MIT', text: 'MIT License\n\nCopyright (c) Meta Platforms' },
        { name: 'saxes', version: '6.0.0', licence: 'ISC', text: '' },
      ],
    },
    companySettings: {
      get: () => companySettings,
      save: (changes) => {
        companySettings = { ...companySettings, ...changes };
        changed('companySettings');
        return ok(companySettings);
      },
    },
    companyLogo: {
      get: () => logo,
      save: (chosen) => {
        logo = chosen;
        changed('companySettings');
        return ok(null);
      },
      remove: () => {
        logo = null;
        changed('companySettings');
        return ok(null);
      },
    },
    papers: createPapers(),
    network: {
      check: () => [
        {
          host: 'b2bapi.snelstart.nl',
          packages: ['SnelStart'],
          problem: null,
          tookMs: 84,
          proxy: 'proxy.bedrijf.nl:8080',
          ownIssuer: 'Bedrijf Root CA',
        },
        {
          host: 'auth.snelstart.nl',
          packages: ['SnelStart'],
          problem: { kind: 'offline', code: 'proxy-asks-name', params: { host: 'auth.snelstart.nl' } },
          tookMs: 12,
          proxy: 'proxy.bedrijf.nl:8080',
          ownIssuer: null,
        },
      ],
      passwordIsSet: () => ok(passwordIsSet),
      savePassword: ({ password }) => {
        passwordIsSet = password !== null;
        return ok(null);
      },
    },
    diagnostics: {
      collect: () => [
        { name: 'versions.json', text: '{ "app": "0.1.0" }' },
        { name: 'log.jsonl', text: '{"level":"info"}' },
      ],
      save: () => ok({ file: '/home/kantoor/simon-koppel 2026-11-23.zip' }),
    },
    companies: {
      removal: ({ id }) => {
        const { name } = app.companies.find((company) => company.id === id) ?? app.company;
        if (id === app.company.id) {
          return refused('company-is-sending', `Er wordt nu een werkbon van ${name} verzonden.`, 'Wacht even.');
        }
        const counts = { customers: 4_210, articles: 890, workOrders: 1_250, notSent: 3, unsure: 1 };
        return ok({ id, name, ...counts, isLinked: true, folder: `${app.dataFolder}/removed-companies` });
      },
      remove: ({ name }) =>
        ok({ backupFile: `${app.dataFolder}/removed-companies/${name}/dagelijks.sqlite`, leftFolder: null }),
      add: ({ name }) =>
        app.companies.some((company) => company.name === name)
          ? refused('company-name-taken', `Er is al een bedrijf met de naam ${name}.`, 'Kies een andere naam.')
          : ok(null),
      rename: ({ id, name }) => {
        const renamed = <C extends CompanySummary>(company: C): C =>
          company.id === id ? { ...company, name } : company;
        app = { ...app, company: renamed(app.company), companies: app.companies.map(renamed) };
        emit('app:state', app);
        return ok(null);
      },
      choose: () => ok(null),
    },
    backups: {
      list: () => ok({ folder: `${app.dataFolder}/companies/main/backups`, rows: BACKUPS }),
      restore: ({ name }) =>
        name === BACKUPS[1]?.name
          ? refused('backup-damaged', `Back-up ${name} is beschadigd.`, 'Kies een andere back-up.')
          : ok({ backupUntilMs: BACKUPS[0]?.madeAtMs ?? 0, keptAs: '2026-11-23 15.00.00 voor terugzetten.sqlite' }),
    },
    firstRun: {
      get: () => firstRun,
      putAway: ({ away }) => {
        firstRun = { done: [], ...firstRun, putAway: away };
        return ok(firstRun);
      },
    },
    overview: {
      get: () => ({
        sync: status(),
        counts: { customers: scenario.rows, articles: scenario.rows, planned: 12, ready: 4, archived: 61 },
        queue:
          scenario.rows === 0
            ? { waiting: 0, sending: 0, unsure: 0, booked: 0, skipped: 0, blocked: 0 }
            : { waiting: 2, sending: 1, unsure: 1, booked: 55, skipped: 1, blocked: 1 },
        pdfs: scenario.rows === 0 ? { open: 0, held: 0 } : { open: 1, held: 1 },
        attention:
          scenario.rows === 0
            ? []
            : [
                { ...logRow(1), untilMended: false },
                { ...logRow(5), untilMended: true },
              ],
        attentionTotal: scenario.rows === 0 ? 0 : 2,
        lateBackup: scenario.lateBackup,
        login: stage.login,
        loginEnds:
          scenario.loginEnds === 'no'
            ? null
            : {
                package: manifest.id,
                label: manifest.label,
                endsAtMs: NOW_MS + 5 * 24 * HOUR_MS,
                why: scenario.loginEnds,
                toldAtMs: NOW_MS,
              },
      }),
      figures: () => figuresOf(scenario.rows),
      seen: () => ok(null),
    },
    work: { list: () => [], pause: () => true, cancel: () => true, report: () => null },
    imports: createImports((progress) => emit('import:progress', progress), scenario.importLeft),
    folderDrop: createFolderDrop(() => changed('companySettings')),
    exports: {
      save: ({ what, format }) => ok({ rows: scenario.rows, file: `/home/kantoor/${what.list}.${format}` }),
      cancel: () => null,
    },
    customers: {
      list: (request) => page(customer, request),
      find: ({ text, limit }) => {
        const recent = text.trim() === '' && scenario.rows > 4 ? [customer(2), customer(5)] : [];
        const found = page(customer, { search: text, offset: 0, limit }).rows;
        return { recent, others: found.filter(({ id }) => !recent.some((row) => row.id === id)) };
      },
      findWorkAddresses: ({ customerId, text }) =>
        customer(customerId).workAddresses.filter(({ name, city }) => `${name} ${city}`.includes(text)),
      get: (id) => (id <= scenario.rows ? customer(id) : null),
      add: ({ name }) => ok({ ...customer(4), name }),
      addWorkAddress: ({ customerId, address }) => {
        changed('customers');
        return ok({ ...address, id: 9_000, customerId, kind: 'own', origin: 'simon' });
      },
    },
    articles: {
      list: (request) => page(article, request),
      find: ({ text, limit }) => [...page(article, { search: text, offset: 0, limit }).rows],
      withCodes: (codes) =>
        page(article, { search: '', offset: 0, limit: scenario.rows }).rows.filter(({ code }) =>
          codes.some((one) => one.toLowerCase() === code.toLowerCase()),
        ),
    },
    employees: {
      list: () => [
        { id: 1, name: 'Henk de Monteur', active: true },
        { id: 2, name: 'Fatima El Idrissi', active: true },
      ],
      add: ({ name }) => ok({ id: 3, name, active: true }),
      save: (employee) => ok(employee),
      order: () => ok([]),
    },
    customForms: {
      list: () => [...forms.list()],
      save: (request) => {
        const saved = forms.save(request);
        changed('customForms');
        return ok(saved);
      },
      setActive: (request) => {
        const put = forms.setActive(request);
        changed('customForms');
        return ok(put);
      },
      delete: (id) => {
        forms.remove(id);
        changed('customForms');
        return ok(null);
      },
    },
    workOrders: {
      timesElsewhere: ({ employeeIds, fromDay, toDay }) =>
        employeeIds.includes(2) && fromDay <= '2026-11-20' && '2026-11-20' <= toDay
          ? [{ workOrder: '2699', employeeId: 2, date: '2026-11-20', startMinute: 540, minutes: 60 }]
          : [],
      list: (request) => page(orderRow, request, (row) => !request.status || row.status === request.status),
      get: (id) => orders.get(id),
      create: (draft) => orders.create(draft),
      duplicate: (id) => templates.duplicate(id),
      save: (request) => orders.save(request),
      delete: () => ok(null),
      reportReady: (id) => orders.setStatus(id, 'ready'),
      reopen: (id) => orders.setStatus(id, 'planned'),
      sign: ({ workOrderId, name }) =>
        ok({ ...workOrder(workOrderId), signature: { name, signedAtMs: NOW_MS, fileId: 1, changedSince: [] } }),
      unsign: (id) => ok(workOrder(id)),
      check: (ids) => ids.map((id) => checkOf(workOrder(id))),
      archiveTogether: (ids) => ({
        archived: ids.map((id) => ({ id, number: workOrder(id).number, state: 'waiting', problem: null })),
        refused: [],
      }),
      chooseAgain: (id) => ok({ ...workOrder(id), status: 'ready', chosenAgainAtMs: NOW_MS }),
      keepDocument: (id) => ok(workOrder(id)),
      archive: (ids) => ({
        archived: ids.slice(1).map((id) => ({ id, number: workOrder(id).number, state: 'waiting', problem: null })),
        refused: ids.slice(0, 1).map((id) => ({
          id,
          number: workOrder(id).number,
          problem: refused('no-customer', 'Deze werkbon heeft geen klant.', 'Kies een klant uit SnelStart.').problem,
        })),
      }),
      preview: (id) => {
        const { document, request } = queueEntry(id);
        if (!document || !request) throw new Error('The fake has a document for each entry');
        return ok({ kind: 'document', document, request, pdfFileNames: ['Werkbon 2602.pdf'] });
      },
    },
    workOrderTemplates: templates.calls,
    workOrderFiles: {
      list: () => [],
      bytes: () => null,
      thumbnail: () => null,
      order: () => ok([]),
      add: () => refused('file-not-readable', 'Dit is geen foto.', 'Kies een foto.'),
      setCaption: () => refused('file-gone', 'Het bestand is weg.', 'Voeg het opnieuw toe.'),
      remove: () => ok(null),
      restore: () => refused('file-gone', 'Het bestand is weg.', 'Voeg het opnieuw toe.'),
      save: () => null,
    },
    planning: {
      board: (span) => [...plans.board(span)],
      unplanned: (request) => plans.unplanned(request),
      plan: (request) => {
        const planned = plans.plan(request);
        if (planned.ok) changed('workOrders');
        return planned;
      },
    },
    queue: {
      list: (request) => page(queueEntry, request, (row) => isListed(row, request)),
      get: (id) => (id <= scenario.rows ? queueEntry(id) : null),
      documentPage: (id) => (['booked', 'unsure'].includes(queueEntry(id).state) ? 'start' : null),
      openDocument: () => ok(null),
      groups: (request) => groupsOf(scenario.rows, request),
      rehearse: ({ action, target }) => ok(rehearsalOf(scenario.rows, action, target)),
      skip: (ids) => {
        changed('queue');
        return ok({ skipped: ids.length });
      },
      correctionChoices: () => ({
        articles: [],
        customers: [{ id: null, label: '', isAtFault: true, entries: 1 }],
        entries: 1,
        staying: [],
      }),
      correct: () => ok({ corrected: 1, retried: 1, staying: [] }),
      retry: (ids) => ok({ retried: ids.length }),
      retryPdfs: (ids) => ok({ retried: ids.length }),
      takeBack: () => ok(null),
      answerUnsure: () => ok(null),
      export: ({ id, format }) => ok({ file: `/home/kantoor/Verzending werkbon ${id}.${format}` }),
    },
    integrations: {
      list: () => [{ manifest, stage }],
      acceptTerms: () => {
        stage = { ...stage, termsAcceptedAtMs: NOW_MS, state: 'activating', canGoOn: false };
        return ok(stage);
      },
      wipePreview: () =>
        ok({
          everythingRequired: stage.activatedAtMs === null,
          canAdopt: scenario.adoption !== null,
          ...(scenario.rows === 0
            ? { counts: { customers: 0, articles: 0, workOrders: 0, log: 1 }, undelivered: 0, unsentPdfs: 0 }
            : { counts: { customers: 12, articles: 30, workOrders: 4, log: 9 }, undelivered: 1, unsentPdfs: 2 }),
        }),
      wipe: () => {
        if (scenario.rows === 0) {
          stage = { ...stage, wipedAtMs: NOW_MS };
          return ok({ backupFile: null, removed: { customers: 0, articles: 0, workOrders: 0, log: 0 } });
        }
        const [backup] = BACKUPS;
        stage = { ...stage, wipedAtMs: NOW_MS, wipeBackup: backup ? { name: backup.name, wipedAtMs: NOW_MS } : null };
        return ok({
          backupFile: '/home/kantoor/.config/simon-koppel/companies/practice/backups/2026-11-23.sqlite',
          removed: { customers: 12, articles: 30, workOrders: 4, log: 0 },
        });
      },
      link: ({ credentials }) => {
        if (credentials.koppelsleutel !== 'goed' || !credentials.subscriptionKey) {
          return refused('login-refused', 'SnelStart herkent deze koppel-sleutel niet.', 'Kopieer de sleutel opnieuw.');
        }
        stage = { ...stage, linkedAtMs: NOW_MS, administrationName: 'Installatiebedrijf De Vries' };
        return ok(stage);
      },
      login: () => {
        const cancelled = refused('cancelled', 'Gestopt.', '').problem;
        endLogin(cancelled);
        const ended = new Promise<Result<IntegrationStage>>((resolve) => {
          endLogin = (refusal) => {
            isLoggedInAgain ||= refusal === null;
            if (refusal === null) stage = { ...stage, linkedAtMs: NOW_MS, administrationName: 'Jansen Techniek B.V.' };
            resolve(refusal === null ? ok(stage) : { ok: false, problem: refusal });
          };
        });
        emit('login:page', { package: manifest.id, url: LOGIN_PAGE });
        return ended;
      },
      loginAnswer: ({ address }) => {
        if (!address.includes('code=')) {
          return refused(
            'login-answer-foreign',
            'Dit adres hoort niet bij deze aanmelding.',
            'Kopieer het hele adres.',
          );
        }
        endLogin(null);
        return ok(null);
      },
      loginCancel: () => {
        endLogin(refused('cancelled', 'Gestopt.', '').problem);
        return null;
      },
      keptValues: () => ok(stage.filledCredentials.includes('clientId') ? KEPT_REGISTRATION : {}),
      practiceCredentials: () => (scenario.link === 'login' ? PRACTICE_REGISTRATION : PRACTICE_KEY),
      checkSetting: ({ key, settings }) => {
        const value = settings[key];
        if (key === ADMINISTRATION_KEY && value === '') {
          return ok(refused('setting-empty', 'Kies een administratie.', ''));
        }
        if (value === 'FOUT') {
          const { problem } = refused(
            'article-unknown',
            'Artikel ‘FOUT’ bestaat niet in SnelStart.',
            'Kies een ander.',
          );
          return ok({ ok: false, problem });
        }
        return ok({
          ok: true,
          verified: key !== 'exclusionWord',
          detail: value === '' ? { nl: 'Niet ingevuld.', en: 'Not filled in.' } : { nl: 'In orde.', en: 'All right.' },
        });
      },
      choices: ({ key }) =>
        ok(
          key === ADMINISTRATION_KEY
            ? ADMINISTRATIONS
            : [{ value: 't1', label: { nl: 'Standaard verkooporder', en: 'Standard sales order' } }],
        ),
      saveSettings: ({ settings }) => {
        if (stage.adoption !== null) {
          stage = { ...stage, adoption: { settingsSaved: true } };
          return ok({ stage, refused: [] });
        }
        stage = {
          ...stage,
          settings: settings as IntegrationStage['settings'],
          state: 'active',
          activatedAtMs: NOW_MS,
        };
        emit('sync:status', status());
        return ok({ stage, refused: [] });
      },
      settingsHistory: packageSettings.settingsHistory,
      exampleWorks: packageSettings.exampleWorks,
      filterWord: packageSettings.filterWord,
      documentExample: ({ workOrderId, settings }) => {
        const work = packageSettings.works.find(({ id }) => workOrderId === null || id === workOrderId) ?? null;
        const preview = packageSettings.preview(work?.id ?? 1, settings as IntegrationStage['settings']);
        const code = settings.workArticle;
        return ok({ work, unknownArticles: work === null && typeof code === 'string' && code ? [code] : [], preview });
      },
      goOn: () => {
        if (scenario.connection === 'needs-login' && !isLoggedInAgain) {
          return { ok: false, problem: { kind: 'needs-login', code: 'login-ended', params: {} } };
        }
        stage = { ...stage, state: 'active', canGoOn: false, termsAcceptedAtMs: NOW_MS };
        emit('sync:status', status());
        return ok({ stage, refused: [] });
      },
      ...createAdoption(scenario.adoption ?? [], changed),
      adopt: () => {
        stage = { ...stage, adoption: { settingsSaved: false } };
        return ok(stage);
      },
      adoptionFinish: () => {
        stage = { ...stage, adoption: null, state: 'active', activatedAtMs: NOW_MS };
        emit('sync:status', status());
        return ok(stage);
      },
      takeBackWipe: () => {
        const backup = stage.wipeBackup?.name ?? '';
        stage = { ...stage, wipedAtMs: null, wipeBackup: null };
        return ok({ backup });
      },
      deactivate: () => {
        stage = { ...stage, state: 'deactivated', termsAcceptedAtMs: null, wipedAtMs: null, canGoOn: true };
        return ok(stage);
      },
    },
    sync: {
      status,
      now: () => ok(null),
      cancel: () => ok(null),
      pause: () => ok(null),
      cleanUpRows: (request) => page(cleanUpRow, request),
      confirmCleanUp: () => ok({ removed: 312, backupFile: 'voor schoonmaak.sqlite' }),
      refuseCleanUp: () => ok(null),
      runs: (request) => page(run, request),
      run: (id) => (id <= scenario.rows ? run(id) : null),
    },
    log: {
      list: ({ filter, before, limit }) => {
        const after = before?.id ?? 0;
        const { rows } = page(
          logRow,
          { search: filter.text, offset: 0, limit: scenario.rows },
          (row) => row.id > after && (!filter.levels || filter.levels.includes(row.level)),
        );
        return { rows: rows.slice(0, limit), more: rows.length > limit };
      },
      window: ({ filter, offset, limit }) => {
        const passes = (row: LogRow) => !filter.levels || filter.levels.includes(row.level);
        return page(logRow, { search: filter.text, offset, limit }, passes);
      },
      moments: ({ id }) => [0, 1, 2].map((n) => ({ atMs: logRow(id).lastAtMs - n * 3_600_000, runId: null })),
      supportText: () => '2026-11-22 14:05:00 Foutmelding Werkbon 2601 [naam K3F9]',
    },
  };

  const reply = (area: string, verbs: Readonly<Record<string, unknown>>) =>
    // Frozen, as what a preload offers is.
    frozenEntries(
      Object.entries(verbs).map(([verb, answer]) => [
        verb,
        (input: unknown) => {
          const name = `${area}.${verb}`;
          calls.push({ name, input });
          const bugId = broken.get(name);
          broken.delete(name);
          if (bugId !== undefined) return Promise.resolve({ ok: false, bug: { id: bugId } });
          const waits = held.get(name);
          held.delete(name);
          const value = Promise.resolve((answer as (input: unknown) => unknown)(input));
          return Promise.resolve(waits).then(async () => ({ ok: true, value: await value }));
        },
      ]),
    );

  return {
    bridge: {
      ...(Object.fromEntries(Object.entries(areas).map(([area, verbs]) => [area, reply(area, verbs)])) as Omit<
        AppBridge,
        'on'
      >),
      on: (event, listener) => {
        listeners[event].add(listener);
        return () => listeners[event].delete(listener);
      },
    },
    emit,
    calls,
    endLogin: (refusal) => endLogin(refusal),
    orders,
    packageSettings,
    breakNext: (name, bugId) => broken.set(name, bugId),
    holdNext: (name) => {
      let letGo = (): void => undefined;
      held.set(name, new Promise((resolve) => (letGo = resolve)));
      return letGo;
    },
  };
}

const frozenEntries = (entries: [string, unknown][]) => Object.freeze(Object.fromEntries(entries));

/** The bridge with the values that its replies carry. */
type AppBridgeValues = {
  readonly [A in keyof AppBridge]: {
    readonly [V in keyof AppBridge[A]]: AppBridge[A][V] extends (...input: infer I) => Promise<infer R>
      ? (...input: I) => Extract<R, { ok: true }> extends { value: infer O } ? O | Promise<O> : never
      : never;
  };
};
