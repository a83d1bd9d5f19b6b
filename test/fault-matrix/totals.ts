import { GROUPS, type Group } from './cell';

export interface GroupTotal {
  readonly group: Group;
  readonly cells: number;
  readonly failed: number;
}

/** How many cells each group has, in the order of the groups; without those that have none. */
export function totalsOf(
  cells: readonly { readonly group: Group; readonly result?: 'pass' | 'fail' }[],
): readonly GroupTotal[] {
  return GROUPS.map((group) => {
    const own = cells.filter((cell) => cell.group === group);
    return { group, cells: own.length, failed: own.filter(({ result }) => result === 'fail').length };
  }).filter((total) => total.cells > 0);
}
