import { describe, expect, it } from 'vitest';
import { problem } from '../../../connectors/_kit/problem';
import { fail, ok } from '../../../connectors/_kit/result';
import type { Settings } from '../../../connectors/_kit/settings';
import { connector as vismaNet } from '../../../connectors/visma-net/index';
import { withEmployeeIds } from '../../../main/cli/employee-keys';
import type { EmployeeRow } from '../../../preload/contract/views';

const { settings: fields } = vismaNet.manifest;

function office(...names: string[]) {
  const employees: EmployeeRow[] = [];
  const add = (name: string): EmployeeRow => {
    const made = { id: employees.length + 1, name, active: true };
    employees.push(made);
    return made;
  };
  names.forEach(add);
  const withIds = (settings: Settings) =>
    withEmployeeIds(
      {
        'employees:list': () => Promise.resolve(employees),
        'employees:add': ({ name }) =>
          Promise.resolve(
            name.trim() === '' ? fail(problem('invalid-input', 'employee-without-name')) : ok(add(name.trim())),
          ),
      },
      fields,
      settings,
    );
  return { employees, withIds };
}

describe('employees in the settings of the command line', () => {
  it('are found by name, whatever the capitals, or by id', async () => {
    const { withIds } = office('Piet de Vries', 'Klaas');
    const given = { warehouse: '1', warehousePerEmployee: { 'piet DE vries ': 'BUS2', '2': 'BUS3' } };
    expect(await withIds(given)).toEqual(ok({ warehouse: '1', warehousePerEmployee: { '1': 'BUS2', '2': 'BUS3' } }));
  });

  it('that are not there yet are made, as by the import', async () => {
    const { employees, withIds } = office('Klaas');
    expect(await withIds({ warehousePerEmployee: { Jan: 'BUS3' } })).toEqual(
      ok({ warehousePerEmployee: { '2': 'BUS3' } }),
    );
    expect(employees.map(({ name }) => name)).toEqual(['Klaas', 'Jan']);
  });

  it('need a name', async () => {
    expect(await office().withIds({ warehousePerEmployee: { ' ': 'BUS3' } })).toMatchObject({
      problem: { code: 'employee-without-name' },
    });
  });

  it('that are given in another shape are left to the checks', async () => {
    expect(await office().withIds({ warehousePerEmployee: 'BUS3' })).toEqual(ok({ warehousePerEmployee: 'BUS3' }));
  });
});
