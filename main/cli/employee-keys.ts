/** Runs in the main process: who writes settings without the screens knows employees by name, the rules know their ids. */
import { ok, type Result } from '../../connectors/_kit/result';
import type { SettingField, Settings } from '../../connectors/_kit/settings';
import type { Json } from '../../connectors/_kit/text';
import type { Company } from '../company/company';

type EmployeeCalls = Pick<Company['calls'], 'employees:list' | 'employees:add'>;

/**
 * The settings with ids where a `per-employee` value names employees, without regard to case. One who is not known yet is
 * added, because the import makes employees too and may come later. A whole number is taken for an id.
 * Problems: those of `employees:add`.
 */
export async function withEmployeeIds(
  calls: EmployeeCalls,
  fields: readonly SettingField[],
  settings: Settings,
): Promise<Result<Settings>> {
  const converted: Record<string, Json> = { ...settings };
  for (const { key } of fields.filter(({ kind }) => kind === 'per-employee')) {
    const value = settings[key];
    if (!isRecord(value)) continue;
    const byId = new Map<string, Json>();
    for (const [employee, chosen] of Object.entries(value)) {
      const id = await idOf(calls, employee);
      if (!id.ok) return id;
      byId.set(id.value, chosen);
    }
    converted[key] = Object.fromEntries(byId);
  }
  return ok(converted);
}

async function idOf(calls: EmployeeCalls, employee: string): Promise<Result<string>> {
  if (/^\d+$/.test(employee)) return ok(employee);
  const known = (await calls['employees:list'](undefined)).find(({ name }) => isSameName(name, employee));
  if (known !== undefined) return ok(String(known.id));
  const added = await calls['employees:add']({ name: employee });
  return added.ok ? ok(String(added.value.id)) : added;
}

const isSameName = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

// A value of another shape is left to the checks, which tell what is wrong with it.
const isRecord = (value: Json | undefined): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
