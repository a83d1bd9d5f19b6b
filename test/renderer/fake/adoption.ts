import type { AdoptionRow, AdoptionState, AdoptedTable } from '../../../preload/contract/adoption';
import type { Result } from '../../../preload/contract/model';

const ok = <T>(value: T): Result<T> => ({ ok: true, value });

interface Listed {
  readonly table: AdoptedTable;
  readonly certainty?: AdoptionRow['certainty'] | undefined;
  readonly undecided?: boolean | undefined;
  readonly search?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** Customers that are taken along to another package; there are no articles. */
export function createAdoption(given: readonly AdoptionRow[], changed: (area: 'integrations') => void) {
  let rows = given;
  const state = (): AdoptionState => {
    const count = (wanted: (row: AdoptionRow) => boolean) => rows.filter(wanted).length;
    const adopted = count(({ chosen }) => chosen !== null);
    return {
      customers: {
        read: 40,
        counts: {
          sure: count(({ certainty }) => certainty === 'sure'),
          doubtful: count(({ certainty }) => certainty === 'doubtful'),
          none: count(({ certainty }) => certainty === 'none'),
          undecided: count(({ isDecided }) => !isDecided),
          adopted,
          fresh: 40 - adopted,
        },
      },
      articles: { read: 0, counts: { sure: 0, doubtful: 0, none: 0, undecided: 0, adopted: 0, fresh: 0 } },
    };
  };
  const put = (id: number, chosen: string | null): void => {
    rows = rows.map((row) => (row.id === id ? { ...row, chosen, isDecided: true } : row));
    changed('integrations');
  };
  return {
    adoptionState: () => state(),
    adoptionRead: () => ok(state()),
    adoptionRows: ({ table, certainty, undecided, search = '', offset, limit }: Listed) => {
      const found = rows.filter(
        (row) =>
          table === 'customers' &&
          (certainty === undefined || row.certainty === certainty) &&
          (undecided !== true || !row.isDecided) &&
          row.label.toLowerCase().includes(search.toLowerCase()),
      );
      return { total: found.length, rows: found.slice(offset, offset + limit) };
    },
    adoptionDecide: ({ id, externalId }: { id: number; externalId: string | null }) => {
      put(id, externalId);
      return ok(null);
    },
    adoptionDecideAll: ({ how }: { how: 'best' | 'none' }) => {
      const open = rows.filter(({ isDecided }) => !isDecided);
      for (const { id, candidates } of open) put(id, how === 'best' ? (candidates[0]?.externalId ?? null) : null);
      return ok({ decided: open.length });
    },
  };
}
