/** What the folder that Simon keeps an eye on needs from the computer; `main/platform/drop-files.ts` is the real one. */
import type { Result } from '../../../connectors/_kit/result';

/** Folders beside the files in which they end up. Their names are Dutch in any language: other programs look there too. */
export const PLACES = { done: 'verwerkt', failed: 'mislukt' } as const;
export type Place = keyof typeof PLACES;

export interface DroppedFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly changedAtMs: number;
}

export interface DropFiles {
  /**
   * The files that may be meant for Simon, by name. Makes the folders of `PLACES`. Problems: `folder-drop-gone`,
   * `folder-drop-not-writable`.
   */
  readonly open: (folder: string) => Promise<Result<readonly DroppedFile[]>>;
  /** The whole file; null when it is not there any more. Problem: `file-unreadable`. */
  readonly read: (folder: string, name: string) => Promise<Result<Uint8Array | null>>;
  /**
   * Writes `<name>.txt` in the place and moves the file beside it. Where the name is taken there, both get a number;
   * nothing is written over but the report of an earlier attempt that did not get as far as moving. The name that the
   * file has there. Problem: `folder-drop-not-moved`.
   */
  readonly putAway: (folder: string, name: string, place: Place, report: string) => Promise<Result<string>>;
  /** Calls back when something in the folder changes, as far as the system tells. Returns how to end it. */
  readonly watch: (folder: string, onChange: () => void) => () => void;
}

const SPREADSHEETS_AND_JSON = /\.(?:json|csv|tsv|xlsx|xlsm|xls)$/iu;
/** Names that programs give a file they have not finished, or have open. */
const UNFINISHED = /^(?:\.|~)|\.(?:tmp|part|partial|crdownload|lock|bak)$/iu;

/** Whether a file of this name is taken in; others stay where they are. */
export const isForSimon = (name: string): boolean => SPREADSHEETS_AND_JSON.test(name) && !UNFINISHED.test(name);
