import { amsterdamDay } from '../../connectors/_kit/amsterdam-day';
import { problem, type Problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { ImportOutcome, WorkOrderDetail, WorkOrderForm } from '../../preload/contract/views';
import type { RemoteStore } from '../db/store';
import type { Time } from '../ports';
import type { CompanyEvents } from './events';
import { asDesigned } from './import-form';
import { checkImportRecord, labelOf } from './import-record';
import { resolveRecord, type ResolvedRecord } from './import-resolve';
import { readImportText } from './import-text';
import type { CompanyLog } from './company-log';

export interface ImportParts {
  readonly store: RemoteStore;
  readonly time: Time;
  readonly events: CompanyEvents;
  readonly log: CompanyLog;
}

/**
 * Takes in a file of work orders (docs/import-format.md). Each record comes in wholly or not at all; one that is wrong
 * is reported with its line and stops none of the others. Problems of the file as a whole: those of `readImportText`.
 */
export function createImport(parts: ImportParts) {
  const { store, time, events, log } = parts;

  return async (json: string): Promise<Result<ImportOutcome>> => {
    const read = readImportText(json);
    if (!read.ok) return read;
    const imported: { line: number; number: string }[] = [];
    const refused: { line: number; record: string; problem: Problem }[] = [];
    try {
      for (const { line, value } of read.value) {
        const outcome = await takeIn(value);
        if (outcome.ok) imported.push({ line, number: outcome.value.number });
        else {
          const record = labelOf(value);
          await log.notImported(line, record, outcome.problem);
          refused.push({ line, record, problem: outcome.problem });
        }
      }
    } finally {
      await log.imported(imported.length, refused.length);
      events.changed('workOrders', 'customers', 'employees', 'log');
    }
    return ok({ imported, refused });
  };

  async function takeIn(value: unknown): Promise<Result<WorkOrderDetail>> {
    const record = checkImportRecord(value);
    if (!record.ok) return record;
    const { externalId } = record.value;
    const before = externalId == null ? null : await store.workOrders.numberByImportId(externalId);
    if (externalId != null && before !== null) {
      return fail(problem('invalid-input', 'import-already-there', { externalId, workOrder: before }));
    }
    const resolved = await resolveRecord(store, record.value);
    return resolved.ok ? keep(resolved.value) : resolved;
  }

  /** Only what the store itself refuses can still go wrong here; a work order made by then is taken away again. */
  async function keep(resolved: ResolvedRecord): Promise<Result<WorkOrderDetail>> {
    const { record, customerId, articles } = resolved;
    const workAddressId = await workAddressOf(resolved);
    if (!workAddressId.ok) return workAddressId;
    const employeeId = await employeeOf(record.employee);
    const nowMs = time.nowMs();
    const day = amsterdamDay(record.plannedStart ?? nowMs);
    const times = [];
    for (const { employee, kind, minutes, date, start, note } of record.times) {
      const doneBy = employee == null ? employeeId : await employeeOf(employee);
      times.push({ employeeId: doneBy, kind, minutes, date: date ?? day, startMinute: start ?? null, note });
    }

    const created = await store.workOrders.create(
      {
        customerId,
        workAddressId: workAddressId.value,
        description: record.description,
        customerReference: record.customerReference,
        notes: record.notes,
        employeeId,
        plannedStartAtMs: record.plannedStart ?? null,
        plannedEndAtMs: record.plannedEnd ?? null,
        times,
        articles,
        forms: await formsOf(record),
      },
      nowMs,
      record.externalId ?? undefined,
    );
    if (!created.ok || !record.ready) return created;
    const ready = await store.workOrders.reportReady(created.value.id, time.nowMs());
    if (!ready.ok) await store.workOrders.remove(created.value.id);
    return ready;
  }

  /** A form of a title that the office designed takes its questions, when everything in it fits. */
  async function formsOf({ forms }: ResolvedRecord['record']): Promise<readonly WorkOrderForm[]> {
    const taken: WorkOrderForm[] = [];
    for (const form of forms) {
      const design = await store.customForms.currentByTitle(form.title);
      taken.push((design && asDesigned(form, design)) ?? form);
    }
    return taken;
  }

  async function workAddressOf({ customerId, workAddress }: ResolvedRecord): Promise<Result<number | null>> {
    if (workAddress === null || typeof workAddress === 'number') return ok(workAddress);
    if (customerId === null) throw new Error('A work address without a customer');
    const added = await store.customers.addWorkAddress(customerId, workAddress, time.nowMs());
    return added.ok ? ok(added.value.id) : added;
  }

  async function employeeOf(name: string | null | undefined): Promise<number | null> {
    if (name == null) return null;
    const known = (await store.employees.byName(name)) ?? (await store.employees.add(name));
    return known.id;
  }
}
