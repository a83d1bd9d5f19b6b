import type { Resource } from './model';
import type { SettingField } from './settings';
import type { LocalizedText } from './text';

/** Name of a package's folder and of its line in connectors/registry.ts: `snelstart`. */
export type ConnectorId = string;

/** A value that makes the link. Secret ones go to the keychain and never come back to the screen. */
export interface CredentialField {
  readonly key: string;
  readonly label: LocalizedText;
  readonly help: LocalizedText;
  /** Steps to find the value, one sentence each; left out when the help says all there is to say. */
  readonly whereToFind?: readonly LocalizedText[];
  readonly secret: boolean;
  /** True: may be left empty. */
  readonly optional?: boolean;
  /** Pattern the trimmed value must match before it is tried, as a RegExp source. */
  readonly pattern?: string;
}

/** How long a link lasts that Simon does not use, because the app was off, paused or deactivated. */
export interface LinkLife {
  /** Days after the last renewal; null = no end is known. */
  readonly unusedDays: number | null;
  /**
   * `documented`: the vendor's own words. `reported`: by others who use it. `unknown`: differs by registration, or nobody
   * tells.
   */
  readonly certainty: 'documented' | 'reported' | 'unknown';
  /** Where that stands. */
  readonly source: string;
}

export interface LinkMethod {
  /** `key`: values typed or pasted by the office. `oauth`: the office logs in in the system browser. */
  readonly kind: 'key' | 'oauth';
  /** What the office types. */
  readonly credentials: readonly CredentialField[];
  /** What identifies this app to the vendor; provisioned by IT or entered once. */
  readonly registration: readonly CredentialField[];
  readonly life: LinkLife;
  /** Label of the button that tries it, e.g. "Check in SnelStart". */
  readonly checkLabel: LocalizedText;
  /** What happens at a login on the package's own page, one sentence a step; empty for a key. */
  readonly loginSteps: readonly LocalizedText[];
}

export interface ResourceCapability {
  /** `change-date`: only what changed since the mark. `none`: the whole table each time. */
  readonly incremental: 'change-date' | 'none';
  /** `flag`: inactive rows say so. `absence`: only the clean-up sees it. */
  readonly deletions: 'flag' | 'absence' | 'feed';
}

export interface AttachmentCapability {
  /** `in-create`: in the call that creates the document. `after-create`: one by one, beside a document that is there. */
  readonly how: 'in-create' | 'after-create';
  /** Where the office finds them in the package: "Documenten van de factuur". */
  readonly place: LocalizedText;
  /** Largest PDF that the package takes, in bytes. */
  readonly maxBytes: number;
}

/** How several work orders stand on one document. */
export interface CombiningCapability {
  /** `line`: a line of text only above each. `first-article`: in front of the text of its first article. */
  readonly headings: 'line' | 'first-article';
  /** Longest text of a line in characters, where the heading goes in front of one; null = the package tells none. */
  readonly maxLineText: number | null;
}

/** Calls in a longer time than a minute. */
export interface CallAllowance {
  readonly per: 'hour' | 'day';
  /** How many; null = the package tells how many are left (`Auth.callsLeft`). */
  readonly requests: number | null;
  /** Of these, how many pulling leaves to deliveries. */
  readonly reserve: number;
}

export interface Capabilities {
  readonly resources: Readonly<Partial<Record<Resource, ResourceCapability>>>;
  /** Automatic pull of customers and articles, in minutes. */
  readonly pullIntervalMinutes: { readonly default: number; readonly minimum: number };
  /** Looking a document up by its marker. */
  readonly lookUp: {
    /** False: an unknown outcome is held and the office is asked. */
    readonly reliable: boolean;
    /** Absence counts only this long after the last send, in milliseconds... */
    readonly quietMs: number;
    /** ...and after a second look-up this much later. */
    readonly repeatMs: number;
  };
  /** Whether PDFs can go along; null when the package takes none. */
  readonly attachments: AttachmentCapability | null;
  /** Left out: work orders are never put together on one document. */
  readonly combining?: CombiningCapability;
  /** Own pacing below the vendor's limit. */
  readonly requestsPerMinute: number;
  /** Left out when the vendor tells of no such limit. */
  readonly allowance?: CallAllowance;
  /** Decimals the package keeps. */
  readonly decimals: { readonly quantity: number; readonly unitPrice: number };
}

/** What a connector declares: plain data, crosses IPC. Wizard, settings, Controleer, queue and log are drawn from it. */
export interface Manifest {
  readonly id: ConnectorId;
  readonly label: string;
  readonly vendorSite: string;
  /** What an archived work order becomes, without article: "verkooporder". */
  readonly documentName: LocalizedText;
  /** A few lines that explain what the integration will do. */
  readonly explanation: readonly LocalizedText[];
  readonly link: LinkMethod;
  /** Base addresses by name; the endpoints file overrides them. */
  readonly endpoints: Readonly<Record<string, string>>;
  readonly capabilities: Capabilities;
  readonly settings: readonly SettingField[];
}
