/** A store with as many work orders as an office makes in years. */
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { openConnection } from '../../main/db/connection';

const ZONE = 'Europe/Amsterdam';
const EMPLOYEES = 20;
/** A visit every two hours from seven: five a day for each employee. */
const VISITS_A_DAY = 5;
const UNPLANNED = 4_000;
const CUSTOMERS = 2_000;

/**
 * Puts work orders straight into the database of a company that is not open: the newest are not planned, the others fill
 * the weeks up to half a year from now. What lies in the past is archived.
 */
export function fillCompany(dataFolder: string, companyId: string, count: number): void {
  const file = join(dataFolder, 'companies', companyId, 'simon.sqlite');
  const { handle, close } = openConnection(file);
  const perDay = EMPLOYEES * VISITS_A_DAY;
  const today = DateTime.now().setZone(ZONE).startOf('day');
  const daysAhead = 130;
  const newest = count - UNPLANNED;
  handle.transaction(() => {
    const employee = handle.prepare('INSERT INTO employee (name, name_key, active) VALUES (?, ?, 1)');
    for (let n = 1; n <= EMPLOYEES; n += 1) employee.run(`Monteur ${n}`, `monteur ${String(n).padStart(2, '0')}`);
    const workOrder = handle.prepare(`
      INSERT INTO work_order (number, status, version, description, customer_reference, notes, employee_id,
        planned_start_at_ms, planned_end_at_ms, created_at_ms, reported_ready_at_ms, archived_at_ms, search_text)
      VALUES (?, ?, 1, ?, '', '', ?, ?, ?, 0, ?, ?, ?)`);
    for (let n = 0; n < count; n += 1) {
      const isPlanned = n < newest;
      const day = today.plus({ days: daysAhead - Math.floor((newest - 1 - n) / perDay) });
      const start = day.plus({ hours: 7 + 2 * (Math.floor(n / EMPLOYEES) % VISITS_A_DAY) });
      const isPast = isPlanned && start < today;
      const description = `Ketel ${n} nakijken bij klant ${n % CUSTOMERS} in Utrecht`;
      workOrder.run(
        String(100_001 + n),
        isPast ? 'archived' : 'planned',
        description,
        isPlanned ? 1 + (n % EMPLOYEES) : null,
        isPlanned ? start.toMillis() : null,
        isPlanned ? start.plus({ minutes: 105 }).toMillis() : null,
        isPast ? 1 : null,
        isPast ? 1 : null,
        `${100_001 + n} ${description.toLowerCase()} dorpsstraat 3512ab`,
      );
    }
  })();
  close();
}
