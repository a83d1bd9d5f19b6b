/** Holds requests of the simulator until the test lets go, so that a test acts in the middle of one without waiting for a clock. */
import { setTimeout as wait } from 'node:timers/promises';
import type { SimulatorControl } from '../../connectors/_kit/simulator/contract';
import type { FaultMatch } from '../../connectors/_kit/simulator/faults';

export interface Held {
  /** Resolves when the request is being held. */
  readonly arrived: Promise<void>;
  readonly letGo: () => void;
}

/** No real fault waits this long; each held request has a number of its own above it. */
const FIRST_TICKET_MS = 1_000_000_000;

export class HeldAnswers {
  private readonly tickets = new Map<number, { readonly arrive: () => void; readonly free: Promise<void> }>();
  private readonly open: (() => void)[] = [];

  /** Stands in for the simulator's own waiting. */
  readonly sleep = async (ms: number): Promise<void> => {
    const ticket = this.tickets.get(ms);
    if (ticket === undefined) return wait(ms);
    ticket.arrive();
    await ticket.free;
  };

  /** Holds a request before the simulated package carries it out. */
  before(control: SimulatorControl, match: FaultMatch): Held {
    const { delayMs, held } = this.ticket();
    control.fault({ kind: 'late-commit', match, delayMs });
    return held;
  }

  /** Holds the answer of a request that the simulated package has carried out. */
  after(control: SimulatorControl, match: FaultMatch): Held {
    const { delayMs, held } = this.ticket();
    control.fault({ kind: 'slow', match, delayMs });
    return held;
  }

  letGoOfAll(): void {
    for (const letGo of this.open) letGo();
  }

  private ticket(): { readonly delayMs: number; readonly held: Held } {
    const delayMs = FIRST_TICKET_MS + this.tickets.size;
    let arrive = (): void => undefined;
    let letGo = (): void => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const free = new Promise<void>((resolve) => (letGo = resolve));
    this.tickets.set(delayMs, { arrive, free });
    this.open.push(letGo);
    return { delayMs, held: { arrived, letGo } };
  }
}
