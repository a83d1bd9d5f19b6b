import type { Result } from '../../connectors/_kit/result';
import type { AppState } from '../../preload/contract/views';
import type { CompanyServices, Services } from '../compose';
import type { Output } from './output';

/** What a command works with that is about the data folder, or that finds out by itself which company it is about. */
export interface FolderContext {
  readonly services: Services;
  readonly output: Output;
  readonly version: AppState['version'];
  readonly dataFolder: AppState['dataFolder'];
  /** Name or id of the company, as given on the command line; null when none was. */
  readonly companyOption: string | null;
  /** Everything on stdin. */
  readonly readInput: () => Promise<string>;
  /** Opens a company, for work on request only. Problems: those of `withCompany`. */
  readonly openCompany: (id: string) => Promise<Result<CommandContext>>;
}

/** What a command works with that is about one company. */
export interface CommandContext extends Pick<FolderContext, 'output' | 'version' | 'dataFolder'> {
  readonly services: CompanyServices;
}
