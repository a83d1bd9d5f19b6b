/** Taking a company out of this Simon: what goes with it, and what is kept. */

export interface RemovalPreview {
  readonly id: string;
  readonly name: string;
  readonly customers: number;
  readonly articles: number;
  readonly workOrders: number;
  /** Documents and PDFs that are not in the accounting package yet, and will not come there any more. */
  readonly notSent: number;
  /** Of these, how many may be there already: Simon has not seen it yet. */
  readonly unsure: number;
  /** Whether a link with an accounting package is active. */
  readonly isLinked: boolean;
  /** Where the last backup is kept unless another folder is chosen. */
  readonly folder: string;
}

export interface CompanyRemoved {
  /** The last backup; null when there were no data to keep. */
  readonly backupFile: string | null;
  /** A folder of which the computer would not let go; null when nothing is left. */
  readonly leftFolder: string | null;
}
