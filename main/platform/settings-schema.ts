/** What stands in settings.json. No secrets: those are in the keychain. */
import { z } from 'zod';
import { appSettings, STANDARD_APP_SETTINGS } from '../../preload/contract/app-settings';
import type { Json } from '../../connectors/_kit/text';
import type { IntegrationRecord } from '../ports';

export const SETTINGS_FORMAT = 1;

const momentMs = z.number().int().nullable();
const json: z.ZodType<Json> = z.json();

const packageId = z.string().min(1).max(40);

const integration = z.object({
  termsAcceptedAtMs: momentMs,
  wipedAtMs: momentMs,
  linkedAtMs: momentMs,
  administration: z.object({ id: z.string(), name: z.string(), facts: json }).nullable(),
  filledCredentials: z.array(z.string()),
  settings: z.record(z.string(), json),
  settingsVersion: z.number().int().min(0),
  activatedAtMs: momentMs,
  deactivatedAtMs: momentMs,
  adoption: z.object({ settingsSaved: z.boolean() }).optional(),
  lastWipe: z.object({ backup: z.string(), atMs: z.number().int(), ledBefore: packageId.nullable() }).optional(),
}) satisfies z.ZodType<IntegrationRecord>;

const company = z.object({
  name: z.string(),
  activePackage: packageId.nullable(),
  /** The package that was active last, also when none is now: its customers and articles are the ones in Simon. */
  leadingPackage: packageId.nullable().optional(),
  pausedByUser: z.boolean(),
  integrations: z.record(packageId, integration),
  /** When the practice administration got its example work orders; absent elsewhere. */
  examplesAddedAtMs: z.number().int().optional(),
  /** What the office was told in a notification and still stands, with when it was told; absent until that was looked at. */
  told: z.record(z.string(), z.number().int()).optional(),
  /** How far the guided first run of the practice administration is; absent elsewhere. */
  firstRun: z
    .object({ done: z.array(z.string()), putAway: z.boolean(), blocked: z.array(z.number().int()) })
    .optional(),
});

const windowPlace = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  maximized: z.boolean(),
});

export const settingsContent = z.object({
  format: z.literal(SETTINGS_FORMAT),
  /** Made once; keeps the keychain entries of two data folders of one user apart. */
  installationId: z.uuid(),
  app: appSettings,
  window: windowPlace.nullable(),
  /** Whether the office was told once that closing the window does not stop the app. */
  toldThatItKeepsRunning: z.boolean(),
  /** The company whose screens show; absent until one was chosen. */
  shownCompany: z.string().optional(),
  /** By company id, which is also the name of its folder; in the order in which they were added. */
  companies: z.record(z.string(), company),
});

export type SettingsContent = z.output<typeof settingsContent>;
export type CompanySection = z.output<typeof company>;
export type WindowPlace = z.output<typeof windowPlace>;

export const NEW_COMPANY: Omit<CompanySection, 'name'> = { activePackage: null, pausedByUser: false, integrations: {} };

export const NEW_INTEGRATION: IntegrationRecord = {
  termsAcceptedAtMs: null,
  wipedAtMs: null,
  linkedAtMs: null,
  administration: null,
  filledCredentials: [],
  settings: {},
  settingsVersion: 0,
  activatedAtMs: null,
  deactivatedAtMs: null,
};

export function newSettings(installationId: string): SettingsContent {
  return {
    format: SETTINGS_FORMAT,
    installationId,
    app: STANDARD_APP_SETTINGS,
    window: null,
    toldThatItKeepsRunning: false,
    companies: {},
  };
}
