import { describe, expect, it } from 'vitest';
import { FakeTime } from '../../fakes/fake-time';
import { ScriptedPackage, type CreateStep, type PutStep } from '../../fakes/scripted-package';
import { printSmallPdf } from '../../fakes/small-pdf';
import { EngineHarness } from './engine-harness';
import { Life } from './life';

interface Scenario {
  readonly name: string;
  readonly workOrders: number;
  readonly variants: number;
  readonly steps: readonly CreateStep[];
  /** How PDFs go along; absent = there are none. */
  readonly pdfs?: 'in-create' | 'after-create';
  /** Which ones; absent = both. */
  readonly which?: 'workOrder';
  readonly puts?: readonly PutStep[];
}

const SCENARIOS: readonly Scenario[] = [
  { name: 'ordinary deliveries', workOrders: 2, variants: 1, steps: [] },
  {
    name: 'a lost answer and a lost request',
    workOrders: 2,
    variants: 1,
    steps: [
      { does: 'lose-answer', kind: 'outcome-unknown' },
      { does: 'lose-request', kind: 'maintenance' },
    ],
  },
  {
    name: 'a refused variant and a late arrival',
    workOrders: 2,
    variants: 2,
    steps: [
      { does: 'lose-request', kind: 'rejected' },
      { does: 'arrive-late', afterMs: 100_000 },
    ],
  },
  {
    name: 'a package that is out of reach',
    workOrders: 1,
    variants: 1,
    steps: [
      { does: 'lose-request', kind: 'offline' },
      { does: 'lose-request', kind: 'needs-login' },
    ],
  },
  {
    name: 'PDFs in the call of the document, whose answer is lost once',
    workOrders: 2,
    variants: 1,
    steps: [{ does: 'lose-answer', kind: 'outcome-unknown' }],
    pdfs: 'in-create',
  },
  { name: 'PDFs beside the document', workOrders: 2, variants: 1, steps: [], pdfs: 'after-create' },
  {
    name: 'PDFs beside the document, in every kind of trouble',
    workOrders: 2,
    variants: 1,
    steps: [],
    pdfs: 'after-create',
    puts: [
      { does: 'lose-answer', kind: 'outcome-unknown' },
      { does: 'lose-request', kind: 'maintenance' },
      { does: 'arrive-late', afterMs: 100_000 },
      { does: 'lose-request', kind: 'offline' },
      { does: 'lose-request', kind: 'not-allowed' },
    ],
  },
];

const FORMS = [{ title: 'Oplevering', answers: [{ question: 'Lekvrij?', answer: 'ja' }] }];

interface Outcome {
  /** Boundaries that the last life but one passed. */
  readonly points: number;
  readonly wrong: readonly string[];
}

/** Lets the program die at these boundaries of its first lives, one life each, and then work undisturbed. */
async function liveAndDie(scenario: Scenario, deaths: readonly number[]): Promise<Outcome> {
  const time = new FakeTime();
  const books = new ScriptedPackage(time);
  books.variants = scenario.variants;
  books.createSteps.push(...scenario.steps);
  books.putSteps.push(...(scenario.puts ?? []));
  const { pdfs } = scenario;
  if (pdfs !== undefined)
    books.attachments = { how: pdfs, place: { nl: 'Documenten', en: 'Documents' }, maxBytes: 1e6 };
  const lives = [...deaths, Infinity].map((death) => new Life(death));
  let life = lives[0] ?? new Life();
  books.onBoundary = (name) => life.pass(name);
  const company = new EngineHarness(books, time, (store) => life.wrap(store));
  if (pdfs !== undefined) company.settings = { ...company.settings, pdfs: scenario.which ?? 'both' };
  // The same work order gives other bytes each time it is printed, as Chromium does.
  let printed = 0;
  company.print = (html) => {
    life.pass('before printing');
    printed += 1;
    return printSmallPdf(`${printed} ${html}`);
  };
  const ids: number[] = [];
  for (let index = 0; index < scenario.workOrders; index += 1) ids.push(await company.archive({ forms: FORMS }));

  for (const next of lives) {
    life = next;
    // Being killed shows as a rejection of whatever was going on.
    const restarted = next === lives[0] ? Promise.resolve() : company.restart((store) => next.wrap(store));
    await restarted.then(() => company.settle()).catch(() => undefined);
  }

  const wrong = ids.flatMap((id) => {
    const { marker, externalId, state } = company.detail(id);
    const arrived = books.documents.filter((one) => one.marker === marker);
    const isRight = arrived.length === 1 && state === 'booked' && arrived[0]?.externalId === externalId;
    const asked = pdfs === undefined ? [] : company.store.pdfs.of(id);
    const there = books.pdfs.filter(({ documentId }) => documentId === externalId);
    const expected = pdfs === undefined ? 0 : scenario.which === undefined ? 2 : 1;
    const isEachThereOnce =
      asked.length === expected &&
      there.length === asked.length &&
      asked.every(({ sha256 }) => there.some((pdf) => pdf.sha256 === sha256)) &&
      company.detail(id).pdfs.every((pdf) => pdf.state === 'done');
    return isRight && isEachThereOnce
      ? []
      : [`killed at ${deaths.join(' and ')}: ${arrived.length} documents, ${state}, ${there.length} PDFs`];
  });
  await company.finish(company.engine.stop());
  return { points: lives.at(-1)?.points ?? 0, wrong };
}

describe('a program that is killed while it delivers', () => {
  it.each(SCENARIOS)(
    'at any boundary of $name makes one document of each work order',
    async (scenario) => {
      const { points, wrong } = await liveAndDie(scenario, []);
      expect(wrong).toEqual([]);
      expect(points).toBeGreaterThan(5);
      for (let death = 1; death <= points; death += 1) {
        expect((await liveAndDie(scenario, [death])).wrong).toEqual([]);
      }
    },
    120_000,
  );

  it('and killed again while it recovers makes one document all the same', async () => {
    const scenario: Scenario = { name: 'one delivery', workOrders: 1, variants: 1, steps: [] };
    const { points } = await liveAndDie(scenario, []);
    for (let first = 1; first <= points; first += 1) {
      const { points: recovery } = await liveAndDie(scenario, [first]);
      for (let second = 1; second <= recovery; second += 1) {
        expect((await liveAndDie(scenario, [first, second])).wrong).toEqual([]);
      }
    }
  }, 120_000);

  it('and killed again while it puts a PDF makes one document with one PDF all the same', async () => {
    const scenario: Scenario = {
      name: 'one delivery with a PDF',
      workOrders: 1,
      variants: 1,
      steps: [],
      pdfs: 'after-create',
      which: 'workOrder',
      puts: [{ does: 'lose-answer', kind: 'outcome-unknown' }],
    };
    const { points } = await liveAndDie(scenario, []);
    for (let first = 1; first <= points; first += 1) {
      const { points: recovery } = await liveAndDie(scenario, [first]);
      for (let second = 1; second <= recovery; second += 1) {
        expect((await liveAndDie(scenario, [first, second])).wrong).toEqual([]);
      }
    }
  }, 120_000);
});
