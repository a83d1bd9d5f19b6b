/** What the office does, by the calls of the screens: the ground for tests that are about something else. */
import { expect, type Page } from '@playwright/test';
import type { Input } from '../../preload/contract/calls';
import { EMPTY_DRAFT } from '../../preload/contract/empty-draft';
import type { Settings } from '../../preload/contract/model';
import type { QueueRow, RunRow, WorkOrderDetail } from '../../preload/contract/views';
import { ask, right } from './bridge';

type Draft = Input<'work-orders:create'>;

/** A work order in words that an office knows: names, codes and minutes. */
export interface Job {
  /** Absent: no customer yet. */
  readonly customer?: string;
  readonly description: string;
  readonly customerReference?: string;
  readonly workMinutes?: number;
  readonly travelMinutes?: number;
  readonly articles?: readonly { readonly code: string; readonly quantity: string }[];
}

/** A work order of which nothing is filled in yet, as the calls take it. */
export const EMPTY_WORK_ORDER: Draft = EMPTY_DRAFT;
const DAY = '2026-03-02';

/** Makes a work order and reports it ready. */
export async function readyWorkOrder(window: Page, job: Job): Promise<WorkOrderDetail> {
  const { customer, description, customerReference = '', workMinutes = 0, travelMinutes = 0, articles = [] } = job;
  const times = [
    { kind: 'work' as const, minutes: workMinutes },
    { kind: 'travel' as const, minutes: travelMinutes },
  ].map((time) => ({ ...time, employeeId: null, date: DAY, startMinute: null, note: '' }));
  const draft: Draft = {
    ...EMPTY_WORK_ORDER,
    ...(customer === undefined ? {} : await customerIds(window, customer)),
    description,
    customerReference,
    times: times.filter(({ minutes }) => minutes > 0),
    articles: await Promise.all(
      articles.map(async ({ code, quantity }) => ({
        articleId: await articleId(window, code),
        quantity,
        unitPrice: null,
        description: null,
      })),
    ),
  };
  const made = right(await ask(window, 'work-orders:create', draft));
  return right(await ask(window, 'work-orders:report-ready', made.id));
}

export async function archive(window: Page, ...workOrders: readonly WorkOrderDetail[]): Promise<void> {
  const { refused } = await ask(
    window,
    'work-orders:archive',
    workOrders.map(({ id }) => id),
  );
  expect(refused).toEqual([]);
}

/** The entry of a work order in the queue. */
export async function queueRow(window: Page, { number }: WorkOrderDetail): Promise<QueueRow | undefined> {
  const { rows } = await ask(window, 'queue:list', { search: number, offset: 0, limit: 50 });
  return rows.find(({ workOrderNumber }) => workOrderNumber === number);
}

/** Archives a work order and waits until its entry stands at `state`. */
export async function archiveUntil(window: Page, job: Job, state: QueueRow['state']): Promise<WorkOrderDetail> {
  const workOrder = await readyWorkOrder(window, job);
  await archive(window, workOrder);
  await expect.poll(async () => (await queueRow(window, workOrder))?.state).toBe(state);
  return workOrder;
}

/** Settings that differ from these have their default. */
export async function saveSettings(window: Page, settings: Settings): Promise<void> {
  const saved = right(
    await ask(window, 'integrations:save-settings', { package: 'snelstart', settings: { ...settings } }),
  );
  expect(saved.refused).toEqual([]);
}

/** Nu synchroniseren, up to its end. */
export async function syncNow(window: Page): Promise<RunRow> {
  const lastRun = async (): Promise<RunRow | null> => (await ask(window, 'sync:status')).lastRun;
  const before = (await lastRun())?.id;
  right(
    await ask(window, 'sync:now', { resources: ['customers', 'articleGroups', 'articles', 'orders'], cleanUp: false }),
  );
  await expect
    .poll(async () => {
      const run = await lastRun();
      return run !== null && run.id !== before && run.result;
    })
    .toBe('finished');
  const run = await lastRun();
  if (run === null) throw new Error('There was no run');
  return run;
}

async function customerIds(window: Page, name: string): Promise<Pick<Draft, 'customerId' | 'workAddressId'>> {
  const { rows } = await ask(window, 'customers:list', { search: name, offset: 0, limit: 50 });
  const found = rows.find((row) => row.name === name);
  if (found === undefined) throw new Error(`Simon has no customer ${name}`);
  const addresses = (await ask(window, 'customers:get', found.id))?.workAddresses ?? [];
  return { customerId: found.id, workAddressId: addresses[0]?.id ?? null };
}

async function articleId(window: Page, code: string): Promise<number> {
  const { rows } = await ask(window, 'articles:list', { search: code, offset: 0, limit: 50 });
  const found = rows.find((row) => row.code === code);
  if (found === undefined) throw new Error(`Simon has no article ${code}`);
  return found.id;
}
