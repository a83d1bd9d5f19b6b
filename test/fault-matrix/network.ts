import { FaultPlan, type FaultMatch } from '../../connectors/_kit/simulator/faults';
import type { Fetch } from '../../main/ports';
import { Detours, type Detour } from './detours';

interface PlannedDetour {
  readonly match: FaultMatch;
  readonly detour: Detour;
}

/** Real requests, some of which go where nobody or somebody else answers. */
export class Network {
  private readonly plan = new FaultPlan<PlannedDetour>();
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

  clear(): void {
    this.plan.clear();
  }

  readonly fetch: Fetch = async (url, init) => {
    const planned = this.plan.take({
      method: init.method ?? 'GET',
      path: decodeURIComponent(new URL(url).pathname),
      ...operationOf(init),
    });
    if (planned === null) return this.straight(url, init);
    this.taken += 1;
    return this.straight(await this.detours.address(planned.detour, url), init);
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
