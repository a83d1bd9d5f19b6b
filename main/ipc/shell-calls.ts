/** Runs in the main process: the calls that need the window or the app itself. */
import { ok, type Result } from '../../connectors/_kit/result';
import type { ConnectorId } from '../../connectors/_kit/manifest';
import type { View } from '../../preload/contract/events';
import type { AppSettings, AppState } from '../../preload/contract/views';
import type { CompanyBackups } from '../companies/company-backups';
import type { ShellCalls } from '../company/company';
import type { CareCalls } from './care-calls';
import type { FileCalls } from './file-calls';
import type { FirstRunCalls } from './first-run-calls';
import type { OpenDocumentCall } from './open-document-call';
import type { PaperCalls } from './paper-calls';

export interface ShellCallsParts {
  /** The company of the page that calls. */
  readonly companyId: string;
  readonly state: (companyId: string) => AppState;
  /** Makes a company and shows its page. */
  readonly addCompany: (name: string) => Promise<Result<null>>;
  readonly renameCompany: (id: string, name: string) => Result<null>;
  /** Shows the page of this company. */
  readonly chooseCompany: (id: string, view: View) => Promise<Result<null>>;
  readonly backups: CompanyBackups;
  /** The page has saved what was typed. */
  readonly onSavedAll: () => void;
  /** Keeps the settings and lets everything follow them. */
  readonly saveSettings: (settings: AppSettings) => void;
  /** Null outside the practice administration. */
  readonly practice: {
    readonly credentials: (id: ConnectorId) => Promise<Readonly<Record<string, string>>>;
    readonly showBooks: () => Promise<void>;
  } | null;
}

/** The calls that any page can make. */
export function createShellCalls(
  parts: ShellCallsParts,
): Omit<
  ShellCalls,
  keyof FileCalls | keyof FirstRunCalls | keyof OpenDocumentCall | keyof PaperCalls | keyof CareCalls
> {
  const { companyId, practice } = parts;

  return {
    'app:state': () => Promise.resolve(parts.state(companyId)),
    'app:save-settings': (settings) => {
      parts.saveSettings(settings);
      return Promise.resolve(parts.state(companyId).settings);
    },
    'app:saved-all': () => {
      parts.onSavedAll();
      return Promise.resolve(null);
    },
    'app:open-practice-books': async () => {
      if (practice === null) throw new Error('The books belong to the practice administration');
      await practice.showBooks();
      return ok(null);
    },
    'integrations:practice-credentials': (id) => practice?.credentials(id) ?? Promise.resolve(null),
    'companies:add': ({ name }) => parts.addCompany(name),
    'companies:rename': ({ id, name }) => Promise.resolve(parts.renameCompany(id, name)),
    'backups:list': () => parts.backups.list(companyId),
    'backups:restore': ({ name }) => parts.backups.restore(companyId, name),
    'companies:choose': ({ id, view }) => parts.chooseCompany(id, view),
  };
}
