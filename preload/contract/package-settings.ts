/** What the screens of a package's settings show beside the settings themselves. */
import type { Settings } from '../../connectors/_kit/settings';
import type { LocalizedText } from '../../connectors/_kit/text';
import type { DocumentPreview, WorkOrderStatus } from './views';

/** One setting that a save changed, in the words of the moment of saving. */
export interface SettingChange {
  readonly key: string;
  readonly label: LocalizedText;
  /** Null: nothing was saved before. */
  readonly from: LocalizedText | null;
  readonly to: LocalizedText;
}

/** The settings of a package as they were saved once. They hold no secrets: those are in the keychain. */
export interface SettingsVersion {
  /** As the queue names it beside each document. */
  readonly version: number;
  /** UTC ms; null: saved before versions were kept. */
  readonly savedAtMs: number | null;
  /** Name with which somebody was logged in to the computer; empty: not known. */
  readonly savedBy: string;
  readonly settings: Settings;
  readonly changes: readonly SettingChange[];
  /** Documents that were sent under this version. */
  readonly documents: number;
}

/** A work order whose document or description can be looked at under other settings. */
export interface ExampleWork {
  readonly id: number;
  readonly number: string;
  readonly status: WorkOrderStatus;
  readonly customerName: string;
  readonly description: string;
}

/** A document as these settings would make it. Nothing is kept and nothing is asked of the package. */
export interface DocumentExample {
  /** The work order it is of; null: a made-up one, because there is none yet. */
  readonly work: ExampleWork | null;
  /** Codes of articles that Simon did not pull (yet), of which texts and prices are missing in a made-up one. */
  readonly unknownArticles: readonly string[];
  readonly preview: DocumentPreview;
}

/** How many work orders hold a filter word. */
export interface FilterWordCounts {
  /** Not archived yet. */
  readonly open: { readonly all: number; readonly holding: number };
  /** Archived last, at most `RECENTLY_ARCHIVED`. */
  readonly archived: { readonly all: number; readonly holding: number };
}

export const RECENTLY_ARCHIVED = 200;
/** Work orders to choose an example from. */
export const EXAMPLE_WORKS = 30;
