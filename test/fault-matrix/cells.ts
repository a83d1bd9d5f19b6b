import type { Cell, CellChoice, Workshop } from './cell';
import { clockCells } from './clock-cells';
import { diskCells } from './disk-cells';
import { editCells } from './edit-cells';
import { instanceCells } from './instance-cells';
import { killCells } from './kill-cells';
import { networkCells } from './network-cells';
import { restoreCells } from './restore-cells';
import { tokenCells } from './token-cells';
import { upgradeCells } from './upgrade-cells';

/** All cells of the matrix that are asked for, always in the same order. */
export function chosenCells(
  { groups, package: packageName }: CellChoice,
  { boundaries }: Pick<Workshop, 'boundaries'>,
): readonly Cell[] {
  const isChosen = (cell: Cell): boolean =>
    (groups.length === 0 || groups.includes(cell.group)) && (packageName === null || packageName === cell.package);
  return [
    ...killCells(boundaries),
    ...networkCells(),
    ...tokenCells(),
    ...clockCells(),
    ...diskCells(),
    ...instanceCells(),
    ...restoreCells(),
    ...editCells(),
    ...upgradeCells(),
  ].filter(isChosen);
}
