import type { Cell, CellChoice } from './cell';
import { networkCells } from './network-cells';

/** All cells of the matrix that are asked for, always in the same order. */
export function chosenCells({ groups, package: packageName }: CellChoice): readonly Cell[] {
  const isChosen = (cell: Cell): boolean =>
    (groups.length === 0 || groups.includes(cell.group)) && (packageName === null || packageName === cell.package);
  return [...networkCells()].filter(isChosen);
}
