import { describe, expect, it } from 'vitest';
import type { RemoteStore } from '../../../main/db/store';
import { FakeTime } from '../../fakes/fake-time';
import { ScriptedPackage, type CreateStep } from '../../fakes/scripted-package';
import { EngineHarness } from './engine-harness';

class Killed extends Error {}

/**
 * One life of the program that ends at its `lastPoint`-th boundary: before or after a write of the queue, or before or
 * after a call to the package. After that nothing of it works any more.
 */
class Life {
  points = 0;
  private isOver = false;

  constructor(private readonly lastPoint = Infinity) {}

  readonly pass = (name: string): void => {
    if (this.isOver) throw new Killed(`Dead at ${name}`);
    this.points += 1;
    if (this.points === this.lastPoint) {
      this.isOver = true;
      throw new Killed(`Killed at ${name}`);
    }
  };

  readonly wrap = (store: RemoteStore): RemoteStore => ({
    ...store,
    queue: Object.fromEntries(
      Object.entries(store.queue as Record<string, (...args: unknown[]) => Promise<unknown>>).map(([name, method]) => [
        name,
        WRITES.has(name) ? this.guarded(name, method) : this.alive(method),
      ]),
    ) as unknown as RemoteStore['queue'],
  });

  private guarded(name: string, method: (...args: unknown[]) => Promise<unknown>) {
    return async (...args: unknown[]): Promise<unknown> => {
      this.pass(`before ${name}`);
      const result = await method(...args);
      this.pass(`after ${name}`);
      return result;
    };
  }

  private alive(method: (...args: unknown[]) => Promise<unknown>) {
    return (...args: unknown[]): Promise<unknown> =>
      this.isOver ? Promise.reject(new Killed('Dead')) : method(...args);
  }
}

const WRITES: ReadonlySet<string> = new Set([
  'freeze',
  'sending',
  'booked',
  'notSent',
  'blocked',
  'unsure',
  'absent',
  'released',
  'held',
  'recoverInterrupted',
]);

interface Scenario {
  readonly name: string;
  readonly workOrders: number;
  readonly variants: number;
  readonly steps: readonly CreateStep[];
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
];

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
  const lives = [...deaths, Infinity].map((death) => new Life(death));
  let life = lives[0] ?? new Life();
  books.onBoundary = (name) => life.pass(name);
  const company = new EngineHarness(books, time, (store) => life.wrap(store));
  const ids: number[] = [];
  for (let index = 0; index < scenario.workOrders; index += 1) ids.push(await company.archive());

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
    return isRight ? [] : [`killed at ${deaths.join(' and ')}: ${arrived.length} documents, ${state}`];
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
});
