import { createHash } from 'node:crypto';
import { amsterdamDay } from '../../../connectors/_kit/amsterdam-day';
import type { Address } from '../../../connectors/_kit/model';
import { addressLine } from '../../../connectors/_kit/compose-text';
import { problem, type Problem } from '../../../connectors/_kit/problem';

import type { ImportRow } from '../../../preload/contract/imports';
import type { WorkOrderDetail, WorkOrderForm } from '../../../preload/contract/views';
import type { ImportTake, ImportTime, RemoteStore } from '../../db/store';
import { fold } from '../../db/search-text';
import type { Time } from '../../ports';
import { articleKey, missingFrom, timeKey } from './additions';
import { asDesigned } from './form';
import type { CheckedRecord } from './imported-record';
import type { ImportRecord } from './record';
import { resolveArticles, resolvePlace } from './resolve';

/** What would become of a record now. */
export interface PlannedRecord {
  readonly row: ImportRow;
  /** What the store is to be asked; null when nothing is to be done. */
  readonly take: ImportTake | null;
  /** Called once the store agreed: what later records of the file may count on. */
  readonly agreed: () => void;
}

export type Planner = (checked: CheckedRecord) => Promise<PlannedRecord>;

export interface PlannerParts {
  readonly store: RemoteStore;
  readonly time: Pick<Time, 'nowMs'>;
}

type Work = Omit<ImportRecord, 'description'> & { readonly description: string };

/**
 * Looks up record after record of one file, in their order, without changing anything. Between them it remembers what
 * earlier ones make, so that a check tells of a new employee once.
 */
export async function createPlanner(
  { store, time }: PlannerParts,
  { fileKey, fileName }: { readonly fileKey: string; readonly fileName: string },
): Promise<Planner> {
  const taken = new Map((await store.imports.takenFrom(fileKey)).map(({ record, workOrder }) => [record, workOrder]));
  const madeIds = new Set<string>();
  const madeEmployees = new Set<string>();
  const contents = new Map<string, number>();
  const madeAddresses = new Map<number, Address[]>();

  return async (checked) => {
    const { key, record, refused } = checked;
    if (refused !== null || record === null) {
      if (refused === null) throw new Error('A record that is neither checked nor refused');
      return nothing({ ...blank(checked), line: refused.line, outcome: 'refused', problem: refused.problem });
    }
    const before = taken.get(key);
    if (before !== undefined) return nothing({ ...blank(checked), outcome: 'there', workOrder: before });
    const { workOrderNumber, externalId, description } = record;
    if (workOrderNumber != null) {
      const id = await store.workOrders.idByNumber(workOrderNumber);
      return id === null
        ? refusal(checked, 'import-work-order-unknown', { workOrder: workOrderNumber })
        : planAdditions(checked, record, id);
    }
    if (externalId != null) {
      const number = await store.workOrders.numberByImportId(externalId);
      if (number !== null && description == null) {
        return planAdditions(checked, record, (await store.workOrders.idByNumber(number)) ?? 0);
      }
      if (number !== null) return nothing({ ...blank(checked), outcome: 'there', workOrder: number });
      // Made by an earlier record of this file, in a check: there is nothing yet to hold it against.
      if (madeIds.has(externalId))
        return nothing({ ...blank(checked), outcome: description == null ? 'added' : 'there' });
    }
    if (description == null) return refusal(checked, 'import-external-id-unknown', { externalId: externalId ?? '' });
    const contentKey = externalId == null ? contentKeyOf(record) : null;
    const same = contentKey === null ? null : await store.imports.takenAs(contentKey);
    if (same !== null) return nothing({ ...blank(checked), outcome: 'there', workOrder: same });
    return planNew(checked, { ...record, description }, contentKey);
  };

  /**
   * The office mends a file in which some records were refused, and takes it in again under the same name: what is
   * still the same came in before. The second of two equal records is another one.
   */
  function contentKeyOf(record: ImportRecord): string {
    const content = JSON.stringify(record);
    const times = (contents.get(content) ?? 0) + 1;
    contents.set(content, times);
    return createHash('sha256').update(`${fileName}\n${times}\n${content}`).digest('hex');
  }

  async function planNew(checked: CheckedRecord, record: Work, contentKey: string | null): Promise<PlannedRecord> {
    const place = await resolvePlace(store, record, (customerId) => madeAddresses.get(customerId) ?? []);
    if (!place.ok) return refused(checked, place.problem);
    const articles = await resolveArticles(store, record);
    if (!articles.ok) return refused(checked, articles.problem);
    const { customerId, customerName, workAddress } = place.value;
    const day = amsterdamDay(record.plannedStart ?? time.nowMs());
    const employee = record.employee ?? null;
    const times = timesOf(record, employee, day);
    const newEmployees = await unknownEmployees([employee, ...times.map((entry) => entry.employee)]);
    const isMadeBefore =
      typeof workAddress === 'object' &&
      workAddress !== null &&
      (madeAddresses.get(customerId ?? 0) ?? []).includes(workAddress);
    const row: ImportRow = {
      ...blank(checked),
      outcome: 'new',
      customer: customerName,
      times: times.length,
      articles: articles.value.length,
      newEmployees,
      newWorkAddress:
        workAddress === null || typeof workAddress === 'number' || isMadeBefore ? null : addressLine(workAddress),
      ready: record.ready,
    };
    const take: ImportTake = {
      fileKey,
      record: checked.key,
      kind: 'new',
      externalId: record.externalId ?? null,
      contentKey,
      ready: record.ready,
      draft: {
        customerId,
        workAddress,
        description: record.description,
        customerReference: record.customerReference,
        notes: record.notes,
        employee,
        plannedStartAtMs: record.plannedStart ?? null,
        plannedEndAtMs: record.plannedEnd ?? null,
        times,
        articles: articles.value,
        forms: await formsOf(record),
      },
    };
    return {
      row,
      take,
      agreed: () => {
        remember(newEmployees);
        if (record.externalId != null) madeIds.add(record.externalId);
        if (customerId !== null && typeof workAddress === 'object' && workAddress !== null && !isMadeBefore) {
          madeAddresses.set(customerId, [...(madeAddresses.get(customerId) ?? []), workAddress]);
        }
      },
    };
  }

  async function planAdditions(checked: CheckedRecord, record: ImportRecord, id: number): Promise<PlannedRecord> {
    const detail = await store.workOrders.get(id);
    if (detail === null) throw new Error(`Work order ${id} has a number but is not there`);
    if (record.times.some(({ date }) => date == null)) return refusal(checked, 'import-date-missing');
    const articles = await resolveArticles(store, record);
    if (!articles.ok) return refused(checked, articles.problem);
    const names = new Map((await store.employees.list()).map((one) => [one.id, one.name]));
    const employee = detail.employeeId === null ? null : (names.get(detail.employeeId) ?? null);
    const times = missingFrom(timesOf(record, employee, ''), timeKeysOf(detail, names), (entry) =>
      timeKey({ ...entry, employee: folded(entry.employee) }),
    );
    const lines = missingFrom(articles.value, detail.articles.map(articleKey), articleKey);
    const row: ImportRow = {
      ...blank(checked),
      label: labelOf(checked, detail),
      workOrder: detail.number,
      outcome: 'there',
    };
    if (times.length === 0 && lines.length === 0) return nothing(row);
    const newEmployees = await unknownEmployees(times.map((entry) => entry.employee));
    return {
      row: { ...row, outcome: 'added', times: times.length, articles: lines.length, newEmployees },
      take: { fileKey, record: checked.key, kind: 'added', workOrderId: id, times, articles: lines },
      agreed: () => remember(newEmployees),
    };
  }

  /** A form of a title that the office designed takes its questions, when everything in it fits. */
  async function formsOf({ forms }: ImportRecord): Promise<readonly WorkOrderForm[]> {
    const designed: WorkOrderForm[] = [];
    for (const form of forms) {
      const design = await store.customForms.currentByTitle(form.title);
      designed.push((design && asDesigned(form, design)) ?? form);
    }
    return designed;
  }

  async function unknownEmployees(names: readonly (string | null)[]): Promise<readonly string[]> {
    const unknown = new Map<string, string>();
    for (const name of names) {
      if (name === null || madeEmployees.has(fold(name)) || unknown.has(fold(name))) continue;
      if ((await store.employees.byName(name)) === null) unknown.set(fold(name), name);
    }
    return [...unknown.values()];
  }

  function remember(employees: readonly string[]): void {
    for (const name of employees) madeEmployees.add(fold(name));
  }
}

const timesOf = ({ times }: ImportRecord, employee: string | null, day: string): readonly ImportTime[] =>
  times.map((entry) => ({
    employee: entry.employee ?? employee,
    kind: entry.kind,
    date: entry.date ?? day,
    startMinute: entry.start ?? null,
    minutes: entry.minutes,
    note: entry.note,
  }));

const timeKeysOf = ({ times }: WorkOrderDetail, names: ReadonlyMap<number, string>): readonly string[] =>
  times.map(({ employeeId, ...entry }) =>
    timeKey({ ...entry, employee: folded(employeeId === null ? null : (names.get(employeeId) ?? null)) }),
  );

const folded = (name: string | null): string | null => (name === null ? null : fold(name.trim()));

const labelOf = ({ label }: CheckedRecord, { number, description }: WorkOrderDetail): string =>
  label.includes(' · ') ? label : [number, description.split('\n')[0]?.slice(0, 80)].join(' · ');

const blank = ({ line, label }: CheckedRecord): ImportRow => ({
  line,
  label,
  outcome: 'there',
  workOrder: null,
  customer: '',
  times: 0,
  articles: 0,
  newEmployees: [],
  newWorkAddress: null,
  ready: false,
  problem: null,
  differs: false,
});

const nothing = (row: ImportRow): PlannedRecord => ({ row, take: null, agreed: () => undefined });
const refused = (checked: CheckedRecord, why: Problem): PlannedRecord =>
  nothing({ ...blank(checked), outcome: 'refused', problem: why });
const refusal = (checked: CheckedRecord, code: string, params: Record<string, string> = {}): PlannedRecord =>
  refused(checked, problem('invalid-input', code, params));
