import { EMPTY_DRAFT } from '../../../preload/contract/empty-draft';
import type { Result } from '../../../preload/contract/model';
import type { LeftOut, TemplateRow, WorkOrderMade } from '../../../preload/contract/work-order-templates';
import { NOW_MS } from './books';
import type { Orders } from './orders';

const FIRST: TemplateRow = {
  id: 1,
  name: 'Jaarlijks onderhoud cv',
  customerName: '',
  description: 'CV-ketel nakijken',
  articles: 2,
  changedAtMs: NOW_MS,
};
const SECOND: TemplateRow = { ...FIRST, id: 2, name: 'Dakgoot', customerName: 'VvE Prinsenhof', articles: 0 };
const ENDED: LeftOut = { kind: 'article', label: 'CV-1024 Expansievat' };

const refused = (code: string): Result<never> => ({
  ok: false,
  problem: { kind: 'invalid-input', code, params: { template: 'Dakgoot' } },
});

/** Templates that remember their names; of the first one an article has ended. */
export function createTemplates(orders: Orders, changed: (area: 'templates' | 'workOrders') => void) {
  let rows: readonly TemplateRow[] = [SECOND, FIRST];

  const make = (
    madeFrom: WorkOrderMade['workOrder']['madeFrom'],
    leftOut: readonly LeftOut[],
  ): Result<WorkOrderMade> => {
    const made = orders.create({ ...EMPTY_DRAFT, description: 'CV-ketel nakijken' });
    if (!made.ok) return made;
    changed('workOrders');
    return { ok: true, value: { workOrder: orders.changeElsewhere(made.value.id, { madeFrom }), leftOut } };
  };
  const put = (row: TemplateRow): Result<TemplateRow> => {
    rows = [...rows.filter(({ id }) => id !== row.id), row];
    changed('templates');
    return { ok: true, value: row };
  };

  return {
    duplicate: (id: number) => make({ kind: 'copy', number: orders.get(id)?.number ?? '' }, []),
    calls: {
      list: ({ search = '', offset, limit }: { search?: string; offset: number; limit: number }) => {
        const found = rows.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));
        return { total: found.length, rows: found.slice(offset, offset + limit) };
      },
      keep: ({ name, replace }: { name: string; replace: boolean }) => {
        const taken = rows.find((row) => row.name === name);
        return taken && !replace
          ? refused('template-name-taken')
          : put({ ...FIRST, id: taken?.id ?? rows.length + 1, name });
      },
      rename: ({ id, name }: { id: number; name: string }) => {
        const row = rows.find((one) => one.id === id);
        return row ? put({ ...row, name }) : refused('template-gone');
      },
      remove: (id: number): Result<null> => {
        rows = rows.filter((row) => row.id !== id);
        changed('templates');
        return { ok: true, value: null };
      },
      start: (id: number) => {
        const row = rows.find((one) => one.id === id);
        return row ? make({ kind: 'template', name: row.name }, id === 1 ? [ENDED] : []) : refused('template-gone');
      },
    },
  };
}
