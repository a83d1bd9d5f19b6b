import { FaultPlan, type FaultMatch } from '../../connectors/_kit/simulator/faults';
import type { Fetch } from '../../main/ports';
import { Detours, type Detour } from './detours';

interface PlannedDetour {
  readonly match: FaultMatch;
  readonly detour: Detour;
}

interface PlannedDeed {
  readonly match: FaultMatch;
  readonly deed: () => void | Promise<void>;
}

/** Real requests, some of which go where nobody or somebody else answers. */
export class Network {
  private readonly plan = new FaultPlan<PlannedDetour>();
  private readonly deedsBefore = new FaultPlan<PlannedDeed>();
  private readonly deedsAfter = new FaultPlan<PlannedDeed>();
  private readonly detours: Detours;
  /** How many requests took a detour. */
  taken = 0;

  /** `onSilence`: a request is under way that will never be answered. */
  constructor(
    private readonly straight: Fetch,
    onSilence: () => void,
  ) {
    this.detours = new Detours(onSilence);
  }

  /** The requests that match go over this detour. */
  detour(match: FaultMatch, detour: Detour): void {
    this.plan.add({ match, detour });
  }

  /** Does something just before the request that matches leaves. */
  before(match: FaultMatch, deed: () => void | Promise<void>): void {
    this.deedsBefore.add({ match, deed });
  }

  /** Does something when the answer to the request that matches came, before the program has it. */
  after(match: FaultMatch, deed: () => void | Promise<void>): void {
    this.deedsAfter.add({ match, deed });
  }

  clear(): void {
    this.plan.clear();
  }

  readonly fetch: Fetch = async (url, init) => {
    const asked = {
      method: init.method ?? 'GET',
      path: decodeURIComponent(new URL(url).pathname),
      ...operationOf(init),
    };
    await this.deedsBefore.take(asked)?.deed();
    const planned = this.plan.take(asked);
    if (planned !== null) this.taken += 1;
    const address = planned === null ? url : await this.detours.address(planned.detour, url);
    const response = await this.straight(address, init);
    await this.deedsAfter.take(asked)?.deed();
    return response;
  };

  close(): Promise<void> {
    return this.detours.close();
  }
}

/** The operation of a SOAP request stands at the end of its header. */
function operationOf({ headers }: RequestInit): { readonly operation?: string } {
  const operation = /\/(\w+)"?$/.exec(new Headers(headers).get('soapaction') ?? '')?.[1];
  return operation === undefined ? {} : { operation };
}
