/** Plays one fault on one call of one package. */
import { isCarriedOut, type Fault, type FaultMatch } from '../../connectors/_kit/simulator/faults';
import type { Problem } from '../../connectors/_kit/problem';
import type { ChaosPackage } from '../chaos/offices/office';
import { describe } from '../../main/log/problem-text';
import { CHAOS_PACKAGES } from '../chaos/packages';
import { CALLS, type CallName, type PackageCalls } from './calls';
import type { Cell, Workshop } from './cell';
import { TOKEN_LIFE_MS } from './durations';
import { NETWORK_FAULTS, type NetworkFault } from './network-faults';
import { sentTooEarly, calledInPause, startedOver } from './request-rules';
import { World } from './world';

/** The first one meets the fault, the others must not wait for it. */
const WORK_ORDERS = 3;

/** One call of one package that goes wrong. */
interface Stage {
  readonly world: World;
  readonly calls: PackageCalls;
  readonly fault: NetworkFault;
  readonly times: number;
}

export function networkCells(): readonly Cell[] {
  return Object.entries(CHAOS_PACKAGES).flatMap(([name, pack]) => {
    const calls = CALLS[name];
    if (calls === undefined) throw new Error(`No calls of ${name}`);
    const names = Object.keys(calls.matches) as CallName[];
    const refusedInAnswer: Cell = {
      group: 'N3',
      call: 'create',
      package: name,
      fault: 'refused in an answer with 200',
      play: (workshop) => playedRefusedInAnswer(workshop, pack),
    };
    const playedCells = names.flatMap((call) =>
      NETWORK_FAULTS.flatMap((fault) =>
        fault.times.map((times): Cell => ({
          group: fault.group,
          call,
          package: name,
          fault: times === 1 || fault.isEverywhere === true ? fault.name : `${fault.name}, ${times} in a row`,
          play: (workshop) => played(workshop, pack, calls, call, fault, times),
        })),
      ),
    );
    return isSoap(calls) ? [...playedCells, refusedInAnswer] : playedCells;
  });
}

async function played(
  { workerFile }: Workshop,
  pack: ChaosPackage,
  calls: PackageCalls,
  call: CallName,
  fault: NetworkFault,
  times: number,
): Promise<readonly string[]> {
  const isPull = call === 'pull';
  const world = await World.open({ package: pack, workerFile, ...(isPull ? { articles: calls.articles } : {}) });
  try {
    const wrong = await PLAYS[call]({ world, calls, fault, times });
    const told = await toldBy(world, call);
    const violations = (await world.audit()).map(({ kind, detail }) => `${kind}: ${detail}`);
    return [
      ...wrong,
      ...wronglyTold({ label: pack.connector.manifest.label, calls, call, fault }, told),
      ...sentTooEarly(world.requests(), pack.connector.manifest.capabilities.lookUp.quietMs),
      ...('detour' in fault.played ? [] : calledInPause(world.requests(), fault.played)),
      ...violations,
    ];
  } finally {
    await world.close();
  }
}

const PLAYS: Readonly<Record<CallName, (stage: Stage) => Promise<readonly string[]>>> = {
  pull: async (stage) => {
    arrange(stage, 'pull', { nth: stage.calls.page });
    await stage.world.start();
    if (stage.fault.isHarmless === true) return struck(stage);
    return [...struck(stage), ...startedOver(stage.world.requests(), matchOf(stage, 'pull'))];
  },

  create: async (stage) => {
    const { world, fault } = stage;
    await world.start();
    for (let count = 0; count < WORK_ORDERS; count += 1) await world.archive();
    const isRefused = fault.refuses === true && !isSoap(stage.calls);
    if (isRefused) {
      const [first] = world.done;
      const variants = first === undefined ? null : (await world.entry(first)).request?.variants;
      arrange(stage, 'create', { times: variants?.length ?? 0 });
    } else {
      arrange(stage, 'create');
    }
    world.engine.nudge();
    await world.settle();
    const parked = isRefused ? await parkedWrongly(world) : [];
    // What was refused for a reason of which only the office knows that it is gone.
    await world.sendAgain();
    return [...struck(stage), ...parked];
  },

  /** The document is there or not, in turns: whether the fault met a look-up that finds something must not matter. */
  'look-up': async (stage) => {
    const { world } = stage;
    await world.start();
    for (const kind of ['reset-before', 'reset-after-commit'] as const) {
      await world.archive();
      world.control.fault({ kind, match: matchOf(stage, 'create') });
      arrange(stage, 'look-up');
      world.engine.nudge();
      await world.settle();
      world.control.clearFaults();
      world.network.clear();
    }
    return struck(stage);
  },

  token: async (stage) => {
    const { world } = stage;
    await world.start();
    await world.activity.pass(TOKEN_LIFE_MS);
    world.office.endGrants();
    await world.archive();
    arrange(stage, 'token');
    world.engine.nudge();
    await world.settle();
    return struck(stage);
  },

  attachment: async (stage) => {
    const { world } = stage;
    await world.start();
    await world.archive();
    arrange(stage, 'attachment');
    world.engine.nudge();
    await world.settle();
    await world.sendAgain();
    return struck(stage);
  },
};

/** What `refuseNext` of the books of e-Boekhouden takes: the operation, "customer unknown" of its manual, and how often. */
interface RefusingBooks {
  readonly refuseNext: (operation: string, code: string, times: number) => void;
}

async function playedRefusedInAnswer({ workerFile }: Workshop, pack: ChaosPackage): Promise<readonly string[]> {
  const world = await World.open({ package: pack, workerFile });
  try {
    await world.start();
    for (let count = 0; count < WORK_ORDERS; count += 1) await world.archive();
    (world.control.books as RefusingBooks).refuseNext('AddFactuur', 'CFACT025', 1);
    world.engine.nudge();
    await world.settle();
    const parked = await parkedWrongly(world);
    await world.sendAgain();
    return [...parked, ...(await world.audit()).map(({ kind, detail }) => `${kind}: ${detail}`)];
  } finally {
    await world.close();
  }
}

/** Over SOAP a refusal comes in an answer with 200; another status is not the vendor's, and says nothing of the document. */
const isSoap = ({ matches }: PackageCalls): boolean => matches.create?.operation !== undefined;

function matchOf({ calls }: Stage, call: CallName): FaultMatch {
  const match = calls.matches[call];
  if (match === undefined) throw new Error(`No call ${call}`);
  return match;
}

function arrange(stage: Stage, call: CallName, which: Pick<FaultMatch, 'nth' | 'times'> = {}): void {
  const { world, fault, times } = stage;
  const match = { ...(fault.isEverywhere === true ? {} : matchOf(stage, call)), times, ...which };
  if ('detour' in fault.played) world.network.detour(match, fault.played.detour);
  else world.control.fault({ ...fault.played, match } satisfies Fault);
}

/** A cell whose fault met no request shows nothing. */
function struck({ world, fault }: Stage): readonly string[] {
  const count =
    'detour' in fault.played
      ? world.network.taken
      : world.requests().filter((request) => request.fault === (fault.played as Fault).kind).length;
  return count > 0 ? [] : ['the fault met no request'];
}

/** What the office was told of it, in any place: queue, runs, log, status. */
interface Told {
  readonly problems: readonly Problem[];
  readonly texts: readonly string[];
}

async function toldBy(world: World, call: CallName): Promise<Told> {
  const entries = await Promise.all(world.done.map((work) => world.entry(work)));
  const steps = entries.flatMap((entry) =>
    entry.steps
      // PDFs that come later have troubles of their own, which pass by themselves.
      .filter(({ step }) => call === 'attachment' || !step.startsWith('pdf-'))
      .flatMap(({ facts }) => ('problem' in facts && facts.problem !== null ? [facts.problem] : [])),
  );
  const pdfs = (call === 'attachment' ? entries : []).flatMap((entry) =>
    entry.pdfs.flatMap(({ problem }) => problem ?? []),
  );
  const runs = (await world.runs()).flatMap((run) => [
    ...(run.problem === null ? [] : [run.problem]),
    ...run.resources.flatMap(({ problem }) => problem ?? []),
  ]);
  const log = (await world.log()).filter(({ level }) => level === 'warning' || level === 'error');
  return {
    problems: [...steps, ...pdfs, ...runs, ...world.linkProblems],
    texts: log.map(({ message, action }) => `${message.nl} ${action?.nl ?? ''}`),
  };
}

const WRITES: ReadonlySet<CallName> = new Set(['create', 'attachment']);

interface Subject {
  readonly label: string;
  readonly calls: PackageCalls;
  readonly call: CallName;
  readonly fault: NetworkFault;
}

function wronglyTold({ label, calls, call, fault }: Subject, told: Told): readonly string[] {
  // An interrupted create is what a look-up begins with.
  const isFollowed = call === 'look-up' || fault.isEverywhere === true;
  // An answer that carried the only copy of the next refresh token was lost.
  const isLoginLost = call === 'token' && !('detour' in fault.played) && isCarriedOut({ ...fault.played, match: {} });
  const besides = [
    ...(isFollowed ? ['outcome-unknown', ...fault.tells.read] : []),
    ...(isLoginLost ? ['needs-login'] : []),
    ...(isSoap(calls) && fault.group === 'N3' ? ['outcome-unknown', 'bad-response', 'maintenance'] : []),
    // What was put a moment ago is not always seen at once.
    ...(call === 'attachment' ? ['maintenance'] : []),
  ];
  const allowed = new Set<string>([...(WRITES.has(call) ? fault.tells.write : fault.tells.read), ...besides]);
  const others = told.problems
    .filter(({ kind }) => !allowed.has(kind))
    .map(({ kind, code }) => `tells ${kind} (${code})`);
  // What lasts must stand in the log; what passes at once need not be told at all.
  const sentences = told.problems.map((one) => sentenceOf(label, one));
  const texts = fault.isEverywhere === true ? told.texts : [...told.texts, ...sentences];
  const mayBeSilent = texts.length === 0 && fault.isEverywhere !== true;
  const isSilent = fault.mustSay !== undefined && !mayBeSilent && !texts.some((text) => fault.mustSay?.test(text));
  return [
    ...new Set([...others, ...(isSilent ? [`does not say ${String(fault.mustSay)}: ${texts.join(' | ')}`] : [])]),
  ];
}

function sentenceOf(label: string, problem: Problem): string {
  const { message, action } = describe(problem, label);
  return `${message.nl} ${action?.nl ?? ''}`;
}

/** Refused for its content: held for the office with something to do, while the others are there. */
async function parkedWrongly(world: World): Promise<readonly string[]> {
  const entries = await Promise.all(world.done.map((work) => world.entry(work)));
  const blocked = entries.filter(({ state }) => state === 'blocked');
  const booked = entries.filter(({ state }) => state === 'booked');
  const withoutAction = blocked.filter(({ problem }) => problem === null || describe(problem, '').action === null);
  return [
    ...(booked.length === WORK_ORDERS - 1 ? [] : [`${booked.length} of the others were booked`]),
    ...(blocked.length === 1 ? [] : [`${blocked.length} are blocked`]),
    ...withoutAction.map(({ problem }) => `blocked without anything to do: ${problem?.code ?? 'no problem'}`),
  ];
}
