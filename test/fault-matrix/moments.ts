/** Moments in the delivery of a document at which something can be done to the program, the computer or the package. */
import type { FaultMatch } from '../../connectors/_kit/simulator/faults';
import type { RemoteStore } from '../../main/db/store';
import { FOR_EVER_MS, LATE_MS } from './durations';
import type { World } from './world';

/**
 * - `b3` that it is being sent is on the disk
 * - `b4` the request leaves
 * - `b5` the package has it and did nothing with it yet; it will, after the program gave up on it
 * - `b6` the package booked it and does not answer
 * - `b7` half of the answer is read
 * - `b8` the answer is read and not stored
 * - `b9` that it is booked is on the disk
 */
export const MOMENTS = ['b3', 'b4', 'b5', 'b6', 'b7', 'b8', 'b9'] as const;
export type Moment = (typeof MOMENTS)[number];

export type Deed = () => void | Promise<void>;

type Method = (...args: unknown[]) => Promise<unknown>;

/** Deeds that wait for a step of the store, each done once. */
export class StoreSteps {
  private readonly deeds = new Map<string, Deed>();

  /** `step`: `before queue.sending`, `after queue.booked`. */
  at(step: string, deed: Deed): void {
    this.deeds.set(step, deed);
  }

  /** The same store. `current`: the one that is open now, with the methods of `store`. */
  watch(store: RemoteStore, current: () => RemoteStore): RemoteStore {
    const areas = Object.entries(store) as [string, Method | Readonly<Record<string, Method>>][];
    return Object.fromEntries(
      areas.map(([area, methods]) => [
        area,
        typeof methods === 'function'
          ? () => current().close()
          : Object.fromEntries(
              Object.keys(methods).map((method) => [
                method,
                async (...args: unknown[]) => {
                  await this.reached(`before ${area}.${method}`);
                  const now = current() as unknown as Readonly<Record<string, Readonly<Record<string, Method>>>>;
                  const value = await now[area]?.[method]?.(...args);
                  await this.reached(`after ${area}.${method}`);
                  return value;
                },
              ]),
            ),
      ]),
    ) as RemoteStore;
  }

  private async reached(step: string): Promise<void> {
    const deed = this.deeds.get(step);
    this.deeds.delete(step);
    await deed?.();
  }
}

/** Bytes of the answer that came before the deed of `b7`. */
const HALF_BYTES = 10;
const BYTE_INTERVAL_MS = 1_000;

/** Does something once at this moment of the next create call. */
export function atMoment(world: World, create: FaultMatch, moment: Moment, deed: Deed): void {
  switch (moment) {
    case 'b3':
      return world.steps.at('after queue.sending', deed);
    case 'b4':
      return world.network.before(create, deed);
    case 'b5':
      world.control.fault({ kind: 'late-commit', delayMs: LATE_MS, match: create });
      return world.activity.whenHeld(1, deed);
    case 'b6':
      world.control.fault({ kind: 'slow', delayMs: FOR_EVER_MS, match: create });
      return world.activity.whenHeld(1, deed);
    case 'b7':
      world.control.fault({ kind: 'slow', byteIntervalMs: BYTE_INTERVAL_MS, match: create });
      return world.activity.whenHeld(HALF_BYTES, deed);
    case 'b8':
      return world.steps.at('before queue.booked', deed);
    case 'b9':
      return world.steps.at('after queue.booked', deed);
  }
}
