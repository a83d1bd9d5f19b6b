/** Groups T and S: what happens to the clock of the computer, and to the computer itself, while a document is delivered. */
import { CHAOS_PACKAGES } from '../chaos/packages';
import { CALLS } from './calls';
import type { Cell, Workshop } from './cell';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './durations';
import { atMoment, MOMENTS, type Moment } from './moments';
import { sentTooEarly } from './request-rules';
import { World } from './world';

/** The packages with the longest and the shortest life of a token. */
const PACKAGES = ['snelstart', 'exact-online'] as const;

interface ClockFault {
  readonly name: string;
  /** Absent: an ordinary day. */
  readonly startMs?: number;
  readonly happens: (world: World) => void;
}

/** Just before the clocks of the Netherlands go one hour on, and one hour back. */
const SPRING_NIGHT_MS = Date.UTC(2027, 2, 28, 0, 59);
const AUTUMN_NIGHT_MS = Date.UTC(2026, 9, 25, 0, 59);

const set = (wrongMs: number) => (world: World) => {
  world.clocks.setComputer(wrongMs);
  world.engine.nudge();
};
const zone = (name: string) => () => {
  process.env.TZ = name;
};

const CLOCK_FAULTS: readonly ClockFault[] = [
  { name: 'clock set 1 hour back', happens: set(-HOUR_MS) },
  { name: 'clock set 1 hour on', happens: set(HOUR_MS) },
  { name: 'clock set 2 days back', happens: set(-2 * DAY_MS) },
  { name: 'clock set 2 days on', happens: set(2 * DAY_MS) },
  { name: 'night in which summer begins', startMs: SPRING_NIGHT_MS, happens: zone('Europe/Amsterdam') },
  { name: 'night in which summer ends', startMs: AUTUMN_NIGHT_MS, happens: zone('Europe/Amsterdam') },
  { name: 'another time zone', happens: zone('Pacific/Auckland') },
];

const SLEEPS: readonly (readonly [name: string, ms: number])[] = [
  ['sleeps 10 minutes', 10 * MINUTE_MS],
  ['sleeps 8 hours', 8 * HOUR_MS],
  ['sleeps 3 days', 3 * DAY_MS],
];

export function clockCells(): readonly Cell[] {
  const cells = (group: 'T' | 'S', fault: string, happensAt: (moment: Moment) => Happening): readonly Cell[] =>
    PACKAGES.flatMap((name) =>
      MOMENTS.map((moment) => ({
        group,
        call: moment,
        package: name,
        fault,
        play: (workshop: Workshop) => played(workshop, name, moment, happensAt(moment)),
      })),
    );
  return [
    ...CLOCK_FAULTS.flatMap((fault) => cells('T', fault.name, () => clockSet(fault))),
    // The package lives a day later than this computer, whatever the moment: as its answers are dated.
    ...PACKAGES.map((name): Cell => ({
      group: 'T',
      call: 'all the time',
      package: name,
      fault: 'answers are dated a day later',
      play: (workshop) =>
        played(workshop, name, 'b5', {
          begins: (world) => world.clocks.setComputer(-DAY_MS),
          happens: () => undefined,
        }),
    })),
    ...SLEEPS.flatMap(([fault, ms]) => cells('S', fault, () => sleeps(ms))),
  ];
}

interface Happening {
  readonly startMs?: number;
  readonly begins?: (world: World) => void;
  readonly happens: (world: World) => void | Promise<void>;
  /** What must be seen afterwards. */
  readonly afterwards?: (world: World) => Promise<readonly string[]>;
}

const clockSet = ({ startMs, happens }: ClockFault): Happening => ({
  ...(startMs === undefined ? {} : { startMs }),
  happens,
});

/** While the computer sleeps the connections end, and its clock of durations stands still. */
function sleeps(ms: number): Happening {
  let wokeAtMs = 0;
  return {
    happens: async (world) => {
      await cutAll(world);
      world.clocks.suspend(ms);
      wokeAtMs = world.clocks.vendorNowMs();
      world.computer.wake();
    },
    afterwards: async (world) => {
      const { quietMs } = world.options.package.connector.manifest.capabilities.lookUp;
      const create = CALLS[world.options.package.connector.manifest.id]?.matches.create;
      const sent = world.requests().filter(({ path }) => create?.path instanceof RegExp && create.path.test(path));
      // One with a token that ended meanwhile was refused, and went out again with another.
      const posts = sent.filter(({ method, status }) => method === 'POST' && status !== 401);
      const [, second] = posts;
      const isTooSoon = second !== undefined && second.atMs - wokeAtMs < quietMs;
      const soon = (await world.runs()).filter(({ startedAtMs }) => Math.abs(startedAtMs - wokeAtMs) < MINUTE_MS);
      return [
        ...(isTooSoon ? [`sent again ${second.atMs - wokeAtMs} ms after it woke up`] : []),
        ...(soon.length > 1 ? [`${soon.length} runs in the minute after it woke up`] : []),
      ];
    },
  };
}

/** Every connection with the package ends; the next one finds it again. */
async function cutAll(world: World): Promise<void> {
  const { control } = world;
  control.fault({ kind: 'refuse', match: { path: '/cut' } });
  await fetch(`${world.started.simulator.address}/cut`).catch(() => undefined);
  control.clearFaults();
}

async function played(
  { workerFile }: Workshop,
  name: (typeof PACKAGES)[number],
  moment: Moment,
  { startMs, begins, happens, afterwards }: Happening,
): Promise<readonly string[]> {
  const [pack, calls] = [CHAOS_PACKAGES[name], CALLS[name]];
  if (pack === undefined || calls?.matches.create === undefined) throw new Error(`No package ${name}`);
  const zoneBefore = process.env.TZ;
  const world = await World.open({ package: pack, workerFile, ...(startMs === undefined ? {} : { startMs }) });
  let happened = false;
  try {
    begins?.(world);
    await world.start();
    await world.archive();
    atMoment(world, calls.matches.create, moment, async () => {
      happened = true;
      await happens(world);
    });
    world.engine.nudge();
    await world.settle();
    // Whoever looks at the tables does so with the right date.
    world.clocks.setComputer(0);
    const wrong = (await afterwards?.(world)) ?? [];
    const { quietMs } = pack.connector.manifest.capabilities.lookUp;
    return [
      ...(happened ? [] : ['the moment did not come']),
      ...wrong,
      ...sentTooEarly(world.requests(), quietMs),
      ...(await world.audit()).map(({ kind, detail }) => `${kind}: ${detail}`),
    ];
  } finally {
    if (zoneBefore === undefined) delete process.env.TZ;
    else process.env.TZ = zoneBefore;
    await world.close();
  }
}
