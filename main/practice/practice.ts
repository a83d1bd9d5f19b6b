/**
 * Runs in the main process, only when the practice administration was chosen: simulated accounting packages on this
 * computer. Nothing that is practised reaches a real package.
 */
import { join } from 'node:path';
import { baseAddress } from '../../connectors/_kit/base-address';
import { WEB_APP, type FindDocumentPage } from '../../connectors/_kit/document-page';
import { anchorOf } from '../../connectors/_kit/simulator/books-page';
import type { RunningSimulator } from '../../connectors/_kit/simulator/contract';
import type { Manifest, ConnectorId } from '../../connectors/_kit/manifest';
import type { Settings } from '../../connectors/_kit/settings';
import { connectorIds, loadConnector, loadSimulator } from '../../connectors/registry';
import { makeFolder } from '../platform/make-folder';
import type { OpenLoginPage } from '../ports';
import { walkLoginPage } from './walk-login-page';

/** Always the same practice books, so that a lesson can be repeated. */
const SEED = 1;

export interface Practice {
  /** Packages that can be practised with. */
  readonly ids: readonly ConnectorId[];
  /** The simulated package; started when it is first needed, with the books as they were left. */
  readonly simulator: (id: ConnectorId) => Promise<RunningSimulator>;
  /** What the office would have typed to link it. */
  readonly credentials: (manifest: Manifest) => Promise<Readonly<Record<string, string>>>;
  /** Settings that are right in the practice books. */
  readonly settings: (id: ConnectorId) => Promise<Settings>;
  /** In the practice books every document has a place of its own. */
  readonly documentPage: FindDocumentPage;
  /** Logs in by itself; null when a person does. */
  readonly openLoginPage: OpenLoginPage | null;
  /** Stops the simulators; their books are complete on disk then. */
  readonly stop: () => Promise<void>;
}

export interface PracticeOptions {
  /** Folder of the practice company; the books are kept there. */
  readonly folder: string;
  /** What a login meets: a page on which somebody agrees, or agreement at once, for when nobody is there. */
  readonly consent: 'page' | 'automatic';
}

export function createPractice({ folder, consent }: PracticeOptions): Practice {
  const running = new Map<ConnectorId, Promise<RunningSimulator>>();

  const start = async (id: ConnectorId): Promise<RunningSimulator> => {
    const [{ startSimulator, practiceQuirks }, { manifest }] = await Promise.all([
      loadSimulator(id),
      loadConnector(id),
    ]);
    const quirks = { ...practiceQuirks, ...(manifest.link.kind === 'oauth' ? { consent } : {}) };
    makeFolder(folder);
    return startSimulator({ seed: SEED, books: 'practice', booksFile: join(folder, `books-${id}.json`), quirks });
  };
  const simulator: Practice['simulator'] = (id) => {
    const started = running.get(id) ?? start(id);
    running.set(id, started);
    return started;
  };

  return {
    ids: connectorIds,
    simulator,
    credentials: async ({ id, link }) => {
      const { credentials, registration } = await simulator(id);
      const values = { ...registration, ...credentials };
      const keys = [...link.registration, ...link.credentials].map((field) => field.key);
      return Object.fromEntries(keys.flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]]])));
    },
    settings: async (id) => (await loadSimulator(id)).practiceSettings,
    documentPage: ({ externalId }, { endpoints }) =>
      externalId === ''
        ? null
        : { url: `${baseAddress(endpoints, WEB_APP)}#${encodeURIComponent(anchorOf(externalId))}`, shows: 'document' },
    openLoginPage: consent === 'automatic' ? walkLoginPage : null,
    stop: async () => {
      const started = await Promise.allSettled(running.values());
      await Promise.all(started.flatMap((one) => (one.status === 'fulfilled' ? [one.value.close()] : [])));
    },
  };
}
