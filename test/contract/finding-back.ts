/**
 * What becomes of a document whose outcome is unknown, played by the real engine on the package's simulator: for each kind
 * of document, each value of the settings that touch a reference or another text of it, and each way in which it can
 * have gone. Never none, never two, and whatever cannot be told is a question for the office.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Connector } from '../../connectors/_kit/connector';
import type { SettingField, Settings } from '../../connectors/_kit/settings';
import type { RunningSimulator, SimulatedDocument, SimulatorOptions } from '../../connectors/_kit/simulator/contract';
import type { Fault, FaultMatch } from '../../connectors/_kit/simulator/faults';
import type { Fetch } from '../../main/ports';
import { LinkedCompany, openBooks, type SharedBooks } from './linked-company';
import { leaveOut } from './leave-out';

/** What the office does with a document of ours in the package, in the words of its own service. */
export interface OfficeHands<Books> {
  /** A second document with the same marker. */
  readonly copy: (books: Books, document: SimulatedDocument, marker: string) => void;
  readonly changeAmount: (books: Books, document: SimulatedDocument) => void;
  readonly changeTexts: (books: Books, document: SimulatedDocument) => void;
  readonly changeCustomer: (books: Books, document: SimulatedDocument) => void;
  /** Finishes it: processed, booked, invoiced, whatever comes after a draft. */
  readonly finish: (books: Books, document: SimulatedDocument) => void;
  readonly remove: (books: Books, document: SimulatedDocument) => void;
  /** The package keeps the field that carries the marker in another form. */
  readonly keepMarkerAs: (books: Books, document: SimulatedDocument, text: string) => void;
  /** Makes it a document that no answer can be read from. */
  readonly distort: (books: Books, document: SimulatedDocument) => void;
  /** Makes other documents of the same day, for the same customer. */
  readonly addOthers: (books: Books, count: number) => void;
}

export interface FindingBackFixture<Books> {
  readonly connector: Connector;
  readonly start: (options: SimulatorOptions) => Promise<RunningSimulator<Books>>;
  /** Name of the document, for a package that makes more than one kind; else empty. */
  readonly kind?: string;
  readonly settings: Settings;
  readonly create: FaultMatch;
  /** The requests that look for the document. */
  readonly lookUp: FaultMatch;
  readonly office: OfficeHands<Books>;
  /** More documents than one answer of a look-up holds, or a reason in words why a look-up has no pages. */
  readonly severalPages: number | string;
  /** What a document that the office removed becomes: found among what was removed, or made again as nothing tells of it. */
  readonly removed: 'found' | 'made-again';
  /**
   * How the package says that Simon lacks a right, or a reason in words why there is none for a search alone, and how it says
   * that it does not take a search. Default: status 403 and 400.
   */
  readonly refusals?: { readonly right: Omit<Fault, 'match'> | string; readonly search: Omit<Fault, 'match'> };
  /** What follows when the search itself is refused: another one that finds it, or a question for the office. */
  readonly searchRefused: 'another-search' | 'question';
  /** Quirks of the simulator in which the field of the marker is lost or cannot be searched, or new documents show late. */
  readonly quirks?: readonly Readonly<Record<string, string>>[];
}

const RESET = 'reset-after-commit';
const BARE_REFUSALS: NonNullable<FindingBackFixture<unknown>['refusals']> = {
  right: { kind: 'status', status: 403, ...json('{}') },
  search: { kind: 'status', status: 400, ...json('{}') },
};
/** Shorter than the shortest quiet period. */
const LATE_MS = 100_000;
const LONG = 'Ketel vervangen en leidingen nagekeken volgens afspraak met de heer De Vries. '.repeat(8).trim();

/** Body and type of an answer in JSON. */
function json(body: string): Pick<Fault, 'body' | 'headers'> {
  return { body, headers: { 'content-type': 'application/json' } };
}

export function findingBack<Books>(fixture: FindingBackFixture<Books>): void {
  const { connector, office, refusals = BARE_REFUSALS } = fixture;
  const { manifest } = connector;
  const name = fixture.kind === undefined ? manifest.label : `${manifest.label}, ${fixture.kind}`;

  const open = async (
    settings: Settings,
    quirks: Readonly<Record<string, string>> = {},
    between?: (fetch: Fetch) => Fetch,
  ): Promise<Scene<Books>> => {
    const shared = await openBooks(connector, fixture.start, quirks);
    const company = await LinkedCompany.open(connector, shared, {
      settings: { ...fixture.settings, exclusionWord: '', pdfs: 'none', ...settings },
      ...(between === undefined ? {} : { between }),
    });
    return { shared, company };
  };
  const onCreate = (fault: Omit<Fault, 'match'>): Fault => ({ ...fault, match: fixture.create });

  /**
   * A document that was stored while its answer was lost, at the moment before anybody looked: the first look-up meets a
   * package that is out of order.
   */
  const lost = async ({ shared, company }: Scene<Books>): Promise<Lost> => {
    const { control } = shared.simulator;
    control.fault(onCreate({ kind: RESET }));
    control.fault({ kind: 'status', status: 503, retryAfterSeconds: 60, match: { ...fixture.lookUp, times: 1 } });
    const id = await company.archive();
    await company.deliverNow();
    expect(company.entry(id).state).toBe('unsure');
    const [document] = company.documents();
    if (document === undefined) throw new Error('Nothing was stored');
    control.clearRequests();
    return { id, document };
  };
  const creates = ({ shared }: Scene<Books>): number =>
    shared.simulator.control.requests().filter((request) => isOf(request, fixture.create)).length;
  const expectAdopted = (scene: Scene<Books>, { id, document }: Lost): void => {
    expect(scene.company.entry(id)).toMatchObject({ state: 'booked', held: false, externalId: document.id });
    expect(creates(scene)).toBe(0);
  };
  const expectQuestion = (scene: Scene<Books>, id: number, code: string): void => {
    expect(scene.company.entry(id)).toMatchObject({ state: 'unsure', held: true, problem: { code } });
    expect(creates(scene)).toBe(0);
    // Told once, with what to do.
    const { rows } = scene.company.store.log.list({ filter: {}, limit: 500 });
    const told = rows.filter(({ table, level }) => table === 'workOrder' && level !== 'info');
    expect(told.some(({ action }) => (action?.nl ?? '').includes('Archiefwachtrij') || (action?.nl ?? '') !== '')).toBe(
      true,
    );
  };

  describe.each(settingsThatTouchTexts(manifest.settings))(`${name}: finding back, %s`, (_what, settings, texts) => {
    it.each<[string, Omit<Fault, 'match'>]>([
      ['a lost answer', { kind: RESET }],
      ['a lost request', { kind: 'reset-before' }],
      ['a request that arrives late', { kind: 'late-commit', delayMs: LATE_MS }],
    ])('makes one document after %s, with the marker whole', async (_how, fault) => {
      const scene = await open(settings);
      scene.shared.simulator.control.fault(onCreate(fault));
      const id = await scene.company.archive(texts);
      await scene.company.settle();
      const documents = scene.company.documents();
      expect(documents).toHaveLength(1);
      const entry = scene.company.entry(id);
      expect(entry).toMatchObject({ state: 'booked', externalId: documents[0]?.id });
      expect(JSON.stringify(documents[0]?.fields)).toContain(entry.marker);
    });
  });

  describe(`${name}: finding back what is there`, () => {
    let scene: Scene<Books>;
    beforeEach(async () => {
      scene = await open({});
    });

    it('adopts it when the office changed its texts', async () => {
      const was = await lost(scene);
      office.changeTexts(scene.shared.simulator.control.books, was.document);
      await scene.company.settle();
      expectAdopted(scene, was);
    });

    it('adopts it when the office changed what it comes to, and tells both totals', async () => {
      const was = await lost(scene);
      office.changeAmount(scene.shared.simulator.control.books, was.document);
      await scene.company.settle();
      expectAdopted(scene, was);
      expect(scene.company.messages().some((message) => message.startsWith('Het totaal in'))).toBe(true);
    });

    it('adopts it when the office finished it', async () => {
      const was = await lost(scene);
      office.finish(scene.shared.simulator.control.books, was.document);
      await scene.company.settle();
      expectAdopted(scene, was);
    });

    it('adopts it whatever the package did to the capitals of the marker and the spaces around it', async () => {
      const was = await lost(scene);
      const { marker } = scene.company.entry(was.id);
      office.keepMarkerAs(scene.shared.simulator.control.books, was.document, ` ${marker.toLowerCase()}  `);
      await scene.company.settle();
      expectAdopted(scene, was);
    });

    it('asks the office when it stands with another customer', async () => {
      const { id, document } = await lost(scene);
      office.changeCustomer(scene.shared.simulator.control.books, document);
      await scene.company.settle();
      expectQuestion(scene, id, 'found-other-customer');
    });

    it('asks the office when it stands there twice', async () => {
      const { id, document } = await lost(scene);
      office.copy(scene.shared.simulator.control.books, document, scene.company.entry(id).marker);
      await scene.company.settle();
      expectQuestion(scene, id, 'found-twice');
    });

    it('asks the office when it cannot be read', async () => {
      const { id, document } = await lost(scene);
      office.distort(scene.shared.simulator.control.books, document);
      await scene.company.settle();
      expectQuestion(scene, id, 'found-unreadable');
    });

    it(`when the office removed it: ${fixture.removed}`, async () => {
      const was = await lost(scene);
      office.remove(scene.shared.simulator.control.books, was.document);
      await scene.company.settle();
      if (fixture.removed === 'found') return expectAdopted(scene, was);
      expect(scene.company.entry(was.id).state).toBe('booked');
      expect(creates(scene)).toBe(1);
      expect(scene.company.documents()).toHaveLength(1);
    });

    it('adopts it from behind the first page', async (context) => {
      const { severalPages } = fixture;
      if (typeof severalPages === 'string') return leaveOut(context, severalPages);
      const { control } = scene.shared.simulator;
      office.addOthers(control.books, severalPages);
      const was = await lost(scene);
      // Where the marker can be searched, all are read only when that is refused.
      if (fixture.searchRefused === 'another-search') {
        control.fault({ ...refusals.search, match: { ...fixture.lookUp, times: 1 } });
      }
      await scene.company.settle();
      expect(control.requests().filter((request) => isOf(request, fixture.lookUp)).length).toBeGreaterThan(1);
      expectAdopted(scene, was);
    });

    it('asks the office when the search needs a right that Simon lacks', async (context) => {
      const { right } = refusals;
      if (typeof right === 'string') return leaveOut(context, right);
      const { id } = await lost(scene);
      scene.shared.simulator.control.fault({ ...right, match: { ...fixture.lookUp, times: 100 } });
      await scene.company.settle();
      expectQuestion(scene, id, 'look-up-refused');
    });

    it(`when the search is refused: ${fixture.searchRefused}`, async () => {
      const was = await lost(scene);
      const times = fixture.searchRefused === 'question' ? 100 : 1;
      scene.shared.simulator.control.fault({ ...refusals.search, match: { ...fixture.lookUp, times } });
      await scene.company.settle();
      if (fixture.searchRefused === 'question') expectQuestion(scene, was.id, 'look-up-refused');
      else expectAdopted(scene, was);
    });
  });

  describe(`${name}: finding back in books that answer more than was asked`, () => {
    it.each<[string, Omit<Fault, 'match'>]>([
      ['a lost answer', { kind: RESET }],
      ['a lost request', { kind: 'reset-before' }],
    ])('makes one document after %s', async (_how, fault) => {
      const scene = await open({}, {}, withoutFilters(fixture.lookUp));
      const { control } = scene.shared.simulator;
      office.addOthers(control.books, 12);
      control.fault(onCreate(fault));
      const id = await scene.company.archive();
      await scene.company.settle();
      const documents = scene.company.documents();
      expect(documents).toHaveLength(1);
      expect(scene.company.entry(id)).toMatchObject({ state: 'booked', externalId: documents[0]?.id });
    });
  });

  describe(`${name}: two companies in one administration`, () => {
    it('find back each its own document of work orders with one number', async () => {
      const one = await open({});
      const other: Scene<Books> = {
        shared: one.shared,
        company: await LinkedCompany.open(connector, one.shared, {
          settings: { ...fixture.settings, exclusionWord: '', pdfs: 'none' },
        }),
      };
      const found: (string | null)[] = [];
      for (const { company, shared } of [one, other]) {
        shared.simulator.control.fault(onCreate({ kind: RESET }));
        const id = await company.archive();
        await company.settle();
        const entry = company.entry(id);
        expect(entry).toMatchObject({ state: 'booked', workOrderNumber: '1001' });
        found.push(entry.externalId);
      }
      expect(new Set(found).size).toBe(2);
      expect(one.company.documents().map(({ id }) => id)).toEqual(found);
    });
  });

  const { quirks = [] } = fixture;
  if (quirks.length === 0) return;
  describe(`${name}: finding back where the package behaves differently`, () => {
    const FAULTS: readonly Omit<Fault, 'match'>[] = [
      { kind: RESET },
      { kind: 'reset-before' },
      { kind: 'late-commit', delayMs: LATE_MS },
    ];
    it.each(quirks.flatMap((chosen) => FAULTS.map((fault) => [chosen, fault.kind, fault] as const)))(
      'makes one document with %j after %s',
      async (chosen, _kind, fault) => {
        const scene = await open({}, chosen);
        scene.shared.simulator.control.fault(onCreate(fault));
        const id = await scene.company.archive();
        await scene.company.settle();
        expect(scene.company.documents()).toHaveLength(1);
        expect(scene.company.entry(id).state).toBe('booked');
      },
    );
  });
}

interface Scene<Books> {
  readonly shared: SharedBooks<Books>;
  readonly company: LinkedCompany<Books>;
}

interface Lost {
  readonly id: number;
  readonly document: SimulatedDocument;
}

type Texts = Parameters<LinkedCompany<unknown>['archive']>[0];

/**
 * Each value of each setting that fills a text of the document from the work order, and all of them at their fullest with
 * texts that are too long: none of it may cost the marker its place.
 */
function settingsThatTouchTexts(fields: readonly SettingField[]): [string, Settings, Texts][] {
  const choices = fields.flatMap((field) =>
    field.kind === 'choice' && field.choices.some(({ value }) => value === 'workOrderNumber' || value === 'workAddress')
      ? [{ key: field.key, values: field.choices.map(({ value }) => value) }]
      : [],
  );
  const alone = choices.flatMap(({ key, values }) =>
    values.map((value): [string, Settings, Texts] => [`${key} = ${value}`, { [key]: value }, {}]),
  );
  const full: Settings = Object.fromEntries([
    ...choices.map(({ key, values }) => [key, values.at(-1) ?? '']),
    ...fields.flatMap((field) =>
      field.kind === 'yes-no' && field.key === 'firstLineDescription' ? [[field.key, true]] : [],
    ),
    ...fields.flatMap((field) =>
      field.kind === 'choices' ? [[field.key, field.choices.map(({ value }) => value)]] : [],
    ),
  ]) as Settings;
  const texts: Texts = { description: LONG, customerReference: `SK-ANDERE-1001-1 ${LONG}` };
  return [['nothing chosen', {}, {}], ...alone, ['every text at its longest', full, texts]];
}

const isOf = (
  { method, path, operation }: { readonly method: string; readonly path: string; readonly operation?: string },
  match: FaultMatch,
): boolean =>
  (match.method === undefined || match.method === method) &&
  (match.operation === undefined || match.operation === operation) &&
  (typeof match.path !== 'string' || path.includes(match.path));

/** Everything by which a look-up asks for less than all documents. */
const FILTERS = [
  '$filter',
  'externalReference',
  'modifiedSince',
  'lastModifiedDateTime',
  'lastModifiedDateTimeCondition',
];

/** A package that passes over every filter of a look-up and gives all that it has. */
const withoutFilters =
  ({ path, operation }: FaultMatch) =>
  (fetch: Fetch): Fetch =>
  (address, init) => {
    const url = new URL(address);
    const { body } = init;
    if (operation !== undefined && typeof body === 'string' && body.includes(operation)) {
      return fetch(address, { ...init, body: body.replace(/<Relatiecode>[^<]*</, '<Relatiecode><') });
    }
    const isLookUp = typeof path === 'string' && url.pathname.includes(path) && (init.method ?? 'GET') === 'GET';
    if (isLookUp) for (const name of FILTERS) url.searchParams.delete(name);
    return fetch(url.href, init);
  };
