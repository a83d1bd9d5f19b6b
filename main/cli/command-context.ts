import type { AppState } from '../../preload/contract/views';
import type { Services } from '../compose';
import type { Output } from './output';

/** What a command works with. */
export interface CommandContext {
  readonly services: Services;
  readonly output: Output;
  readonly version: AppState['version'];
  readonly dataFolder: AppState['dataFolder'];
  /** Everything on stdin. */
  readonly readInput: () => Promise<string>;
}
