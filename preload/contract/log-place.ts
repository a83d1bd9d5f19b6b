import type { ConnectorId } from './model';

/** Where the office acts on a message, declared with it, when that is not the record that it names. */
export type LogPlace =
  /** One setting of a package; null: all of them. */
  | { readonly what: 'setting'; readonly package: ConnectorId; readonly key: string | null }
  /** What became of its work order, in the archive queue. */
  | { readonly what: 'delivery' }
  /** The run that it was told in. */
  | { readonly what: 'run' }
  | {
      readonly what: 'screen';
      readonly view: 'overview' | 'queue' | 'settings';
      /** What stands behind the screen in its address. */
      readonly detail?: string;
    };
