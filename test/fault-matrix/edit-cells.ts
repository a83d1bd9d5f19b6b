/** Group E: what the office does with a work order, its customer or its number while the document is on its way. */
import { CHAOS_PACKAGES } from '../chaos/packages';
import { draftOf } from '../chaos/work-draft';
import type { WorkDone } from '../chaos/auditor';
import { CALLS } from './calls';
import type { Cell, Workshop } from './cell';
import { atMoment, type Moment } from './moments';
import { World } from './world';

interface Edit {
  readonly name: string;
  readonly moment: Moment;
  /** What is wrong with how Simon took it. */
  readonly happens: (world: World, work: WorkDone) => Promise<readonly string[]>;
}

const orderOf = async (world: World, work: WorkDone) => {
  const { workOrderId } = await world.entry(work);
  const order = await world.store.workOrders.get(workOrderId);
  if (order === null) throw new Error(`No work order ${workOrderId}`);
  return order;
};

const EDITS: readonly Edit[] = [
  ...(['b3', 'b6', 'b9'] as const).map((moment): Edit => ({
    name: 'work order changed',
    moment,
    happens: async (world, work) => {
      const { id, version } = await orderOf(world, work);
      const draft = draftOf(1, 'Iets anders', 15);
      const saved = await world.store.workOrders.save(id, version, draft, world.clocks.time.nowMs());
      return saved.ok ? ['an archived work order could be changed'] : [];
    },
  })),
  ...(['b3', 'b6', 'b9'] as const).map((moment): Edit => ({
    name: 'archiving taken back',
    moment,
    happens: async (world, work) => {
      const taken = await world.store.queue.takeBack(work.entryId, world.clocks.time.nowMs());
      return taken.ok ? ['what may be in the books could be taken back'] : [];
    },
  })),
  {
    name: 'customer renamed in the package',
    moment: 'b6',
    happens: (world, work) => {
      world.office.renameCustomer(work.customer.number, 'Heel anders');
      return Promise.resolve([]);
    },
  },
  {
    name: 'article gets another text and price',
    moment: 'b5',
    happens: (world) => {
      world.office.describeArticle('ARBEID', 'Heel andere arbeid');
      world.office.priceArticle('ARBEID', '99.95');
      return Promise.resolve([]);
    },
  },
];

export function editCells(): readonly Cell[] {
  return Object.keys(CHAOS_PACKAGES).flatMap((name) =>
    EDITS.map((edit): Cell => ({
      group: 'E',
      call: edit.moment,
      package: name,
      fault: edit.name,
      play: (workshop) => played(workshop, name, edit),
    })),
  );
}

async function played({ workerFile }: Workshop, name: string, edit: Edit): Promise<readonly string[]> {
  const [pack, create] = [CHAOS_PACKAGES[name], CALLS[name]?.matches.create];
  if (pack === undefined || create === undefined) throw new Error(`No package ${name}`);
  const world = await World.open({ package: pack, workerFile });
  const wrong: string[] = [];
  let happened = false;
  try {
    await world.start();
    const work = await world.archive();
    atMoment(world, create, edit.moment, async () => {
      happened = true;
      wrong.push(...(await edit.happens(world, work)));
    });
    world.engine.nudge();
    await world.settle();
    await world.pullAll();
    const violations = (await world.audit()).map(({ kind, detail }) => `${kind}: ${detail}`);
    return [...(happened ? [] : ['the moment did not come']), ...wrong, ...violations];
  } finally {
    await world.close();
  }
}
