/** A process that plays cells: gets one request from the process that started it, tells each cell that ended. */
import { playCell, type CellChoice, type CellEnd, type Workshop } from './cell';
import { chosenCells } from './cells';

export interface PlayRequest extends CellChoice {
  readonly workshop: Workshop;
  /** This process takes every `players`-th cell, from the `player`-th on. */
  readonly players: number;
  readonly player: number;
}

process.once('disconnect', () => process.exit());
process.once('message', (request: PlayRequest) => void answer(request));

async function answer({ workshop, players, player, ...choice }: PlayRequest): Promise<void> {
  for (const [index, cell] of chosenCells(choice, workshop).entries()) {
    if (index % players !== player) continue;
    const end: CellEnd = await playCell(cell, workshop);
    process.send?.(end);
  }
  // Not while the message of the other side is still being handled, as when there was no cell to play.
  setImmediate(() => process.disconnect());
}
