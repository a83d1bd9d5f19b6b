/** Another Simon that works on the same administration: its work orders have the same numbers, and are none of ours. */
import { SeededRandom } from '../../connectors/_kit/simulator/random';
import { asRemote } from '../../main/db/as-remote';
import { openStore } from '../../main/db/open-store';
import { Backups } from './backups';
import type { Clocks } from './clocks';
import { Computer } from './computer';
import { Desk } from './desk';
import type { ChaosPackage, StartedPackage } from './offices/office';

const MINUTE_MS = 60_000;
const WORK_ORDERS = 4;
/** Long enough for a few deliveries that nothing disturbs. */
const WORK_MS = 20 * MINUTE_MS;

/** Lets it deliver a few work orders, and leave. Returns the tag by which its markers are told from ours. */
export async function neighbourWorks(
  chaosPackage: ChaosPackage,
  started: StartedPackage,
  { time, vendorNowMs }: Clocks,
): Promise<{ readonly markerTag: string }> {
  const store = openStore({ file: ':memory:', now: time.nowMs });
  const computer = new Computer({
    package: chaosPackage,
    started,
    store: asRemote(store),
    time,
    random: new SeededRandom(1, 'neighbour'),
    pullIntervalMinutes: 60,
    broken: null,
    vendorNowMs,
  });
  const backups = new Backups(time.nowMs, true);
  const desk = new Desk({ computer, time, backups, packageLabel: chaosPackage.connector.manifest.label }, store);
  try {
    await computer.linkUp();
    await computer.start();
    await time.advance(MINUTE_MS);
    const customer = desk.customers()[0];
    for (let count = 0; count < WORK_ORDERS && customer !== undefined; count += 1) await desk.archiveNew(customer, 60);
    computer.nudge();
    await time.advance(WORK_MS);
    if (store.queue.counts().booked !== WORK_ORDERS) throw new Error('The neighbour did not come to its end');
    return { markerTag: store.info.identity().markerTag };
  } finally {
    computer.end();
    store.close();
  }
}
