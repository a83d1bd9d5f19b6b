import type { ConnectorId } from '../../connectors/_kit/manifest';
import type { CompanySettings, IntegrationRecord } from '../../main/ports';
import { STANDARD_APP_SETTINGS } from '../../preload/contract/app-settings';
import type { AppSettings } from '../../preload/contract/views';

const UNTOUCHED: IntegrationRecord = {
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

/** The settings file of one company, in memory. Survives `createCompany` when a test keeps it, as the file does. */
export class MemoryCompanySettings implements CompanySettings {
  private readonly records = new Map<ConnectorId, string>();
  private active: ConnectorId | null = null;
  private leading: ConnectorId | null = null;
  /** Set by a test: another company of the installation, and the administration it is linked with. */
  otherCompany: { readonly name: string; readonly administrationId: string } | null = null;
  private paused = false;
  private appSettings: AppSettings = STANDARD_APP_SETTINGS;

  // As text, like a file: what was handed out can never be changed from outside.
  readonly integration = (id: ConnectorId): IntegrationRecord => {
    const text = this.records.get(id);
    return text === undefined ? UNTOUCHED : (JSON.parse(text) as IntegrationRecord);
  };
  readonly putIntegration = (id: ConnectorId, record: IntegrationRecord): void => {
    this.records.set(id, JSON.stringify(record));
  };
  readonly activePackage = (): ConnectorId | null => this.active;
  readonly setActivePackage = (id: ConnectorId | null): void => {
    this.active = id;
    this.leading = id ?? this.leading;
  };
  readonly handBackTo = (led: ConnectorId | null): void => {
    this.active = null;
    this.leading = led;
  };
  readonly leadingPackage = (): ConnectorId | null => this.leading;
  readonly companyLinkedTo = (_id: ConnectorId, administrationId: string): string | null =>
    this.otherCompany?.administrationId === administrationId ? this.otherCompany.name : null;
  readonly pausedByUser = (): boolean => this.paused;
  readonly setPausedByUser = (paused: boolean): void => {
    this.paused = paused;
  };
  readonly app = (): AppSettings => this.appSettings;

  setApp(change: Partial<AppSettings>): void {
    this.appSettings = { ...this.appSettings, ...change };
  }

  /** Everything that would stand in the file; for asserting that no secret is in it. */
  fileText(): string {
    return JSON.stringify([...this.records.values()]);
  }
}
