/** Group A: logins and tokens that end, are withdrawn, or are renewed while the program dies. */
import type { FaultMatch } from '../../connectors/_kit/simulator/faults';
import { CHAOS_PACKAGES } from '../chaos/packages';
import { CALLS, type CallName } from './calls';
import type { Cell, Workshop } from './cell';
import { HOUR_MS, TOKEN_LIFE_MS } from './durations';
import { World } from './world';

interface TokenFault {
  readonly name: string;
  readonly call: string;
  readonly happens: (stage: Stage) => void | Promise<void>;
  /** Only where a login gives a refresh token, which is kept. */
  readonly needsLogin?: true;
  /** The office must be asked to log in again. */
  readonly isWithdrawn?: true;
}

interface Stage {
  readonly world: World;
  readonly match: (call: CallName) => FaultMatch;
}

const ended: TokenFault['happens'] = ({ world }) => world.office.endGrants();
const endsBefore =
  (call: CallName): TokenFault['happens'] =>
  ({ world, match }) =>
    world.network.before(match(call), () => world.office.endGrants());

const TOKEN_FAULTS: readonly TokenFault[] = [
  { name: 'ends in the middle of a pull', call: 'pull', happens: endsBefore('pull') },
  { name: 'ends in the middle of a create', call: 'create', happens: endsBefore('create') },
  { name: 'ended: several calls are refused at once', call: 'all', happens: ended },
  {
    name: 'ended, and the clock says that it is valid',
    call: 'all',
    happens: (stage) => {
      stage.world.clocks.setComputer(-HOUR_MS);
      return ended(stage);
    },
  },
  {
    name: 'killed when the renewal leaves (t1)',
    call: 'token',
    happens: (stage) => {
      stage.world.network.before(stage.match('token'), () => stage.world.computer.end());
      return ended(stage);
    },
  },
  {
    name: 'killed when the renewal is answered (t2)',
    call: 'token',
    happens: (stage) => {
      stage.world.network.after(stage.match('token'), () => stage.world.computer.end());
      return ended(stage);
    },
  },
  {
    name: 'killed when the new token is kept (t3)',
    call: 'token',
    needsLogin: true,
    happens: (stage) => {
      stage.world.computer.killAt({ place: 'keychain after', nth: 1 });
      return ended(stage);
    },
  },
  {
    name: 'answer to the renewal is lost',
    call: 'token',
    happens: (stage) => {
      stage.world.control.fault({ kind: 'reset-after-commit', match: stage.match('token') });
      return ended(stage);
    },
  },
  {
    name: 'login withdrawn by the office',
    call: 'all',
    needsLogin: true,
    isWithdrawn: true,
    happens: ({ world }) => {
      (world.control.books as { readonly revokeLogin: () => void }).revokeLogin();
    },
  },
];

export function tokenCells(): readonly Cell[] {
  return Object.keys(CHAOS_PACKAGES).flatMap((name) =>
    TOKEN_FAULTS.filter(
      ({ needsLogin }) => needsLogin !== true || CHAOS_PACKAGES[name]?.connector.auth.login !== undefined,
    ).map((fault): Cell => ({
      group: 'A',
      call: fault.call,
      package: name,
      fault: fault.name,
      play: (workshop) => played(workshop, name, fault),
    })),
  );
}

async function played({ workerFile }: Workshop, name: string, fault: TokenFault): Promise<readonly string[]> {
  const [pack, calls] = [CHAOS_PACKAGES[name], CALLS[name]];
  if (pack === undefined || calls === undefined) throw new Error(`No package ${name}`);
  const match = (call: CallName): FaultMatch => calls.matches[call] ?? { path: /^$/ };
  const world = await World.open({ package: pack, workerFile });
  try {
    await world.start();
    await world.activity.pass(TOKEN_LIFE_MS);
    await world.archive();
    await world.archive();
    const before = tokensAsked(world);
    await fault.happens({ world, match });
    // The pull and the deliveries at once, as when a whole office begins its day.
    world.engine.nudge();
    await world.pullAll();
    await world.settle();
    world.clocks.setComputer(0);
    const count = (tokensAsked(world) - before) / calls.tokensPerRenewal;
    const told = world.linkProblems.filter(({ kind }) => kind === 'needs-login');
    const isOnce = ended === fault.happens && count !== 1 ? [`${count} renewals`] : [];
    const isSilent = fault.isWithdrawn === true && told.length === 0 ? ['the office was not asked to log in'] : [];
    const violations = (await world.audit())
      // The office ended the login itself.
      .filter(({ kind }) => !(fault.isWithdrawn === true && kind === 'logged-out'))
      .map(({ kind, detail }) => `${kind}: ${detail}`);
    return [...isOnce, ...isSilent, ...violations];
  } finally {
    await world.close();
  }

  function tokensAsked(of: World): number {
    const { path, operation } = match('token');
    return of
      .requests()
      .filter((one) =>
        operation === undefined ? path instanceof RegExp && path.test(one.path) : one.operation === operation,
      ).length;
  }
}
