import { setTimeout as wait } from 'node:timers/promises';
import { WEB_APP } from '../document-page';
import { BooksFile } from './books-file';
import { startInMemory } from './in-memory';
import type { RunningSimulator, SimulatedDocument, SimulatorOptions } from './contract';
import { createOwnPages } from './own-pages';
import { OWN_PATHS, startSimulatorServer, type SimulatorServer, type SimulatorServerOptions } from './server';

/** What a vendor's simulator adds to the frame. */
export interface SimulatorParts<Edits extends object> extends Omit<
  SimulatorServerOptions,
  'port' | 'host' | 'sleep' | 'ownPages'
> {
  /** Connector id. */
  readonly package: string;
  /** The vendor's name as the books page shows it. */
  readonly packageLabel: string;
  /** Name of the administration. */
  readonly title: string;
  readonly documents: () => readonly SimulatedDocument[];
  readonly edits: Edits;
  /** Where the books are kept; null = in memory only. */
  readonly file: BooksFile | null;
  /** What a client needs to begin, now that the origin (`http://127.0.0.1:PORT`) is known. */
  readonly announce: (address: string) => Pick<RunningSimulator, 'endpoints' | 'credentials' | 'registration'>;
}

/** Starts the server of a simulator with its own pages. Rejects with SimulatorStartError when the port is taken. */
export async function runSimulator<Edits extends object>(
  parts: SimulatorParts<Edits>,
  options: SimulatorOptions,
): Promise<RunningSimulator<Edits>> {
  const { documents, edits, file } = parts;
  const start = options.listen === false ? startInMemory : startSimulatorServer;
  const server: SimulatorServer = await start({
    ...parts,
    port: options.port ?? 0,
    host: options.host ?? '127.0.0.1',
    sleep: options.sleep ?? ((ms) => wait(ms)),
    ownPages: createOwnPages({
      title: parts.title,
      packageLabel: parts.packageLabel,
      documents,
      control: options.control === true ? { server: () => server, edits } : null,
    }),
  });
  const { address, fetch, requests, clearRequests, fault, clearFaults } = server;
  const booksPage = `${address}${OWN_PATHS.page}`;
  const { endpoints, ...rest } = parts.announce(address);
  return {
    package: parts.package,
    address,
    fetch,
    ...rest,
    endpoints: { ...endpoints, [WEB_APP]: booksPage },
    booksPage,
    control: { requests, clearRequests, fault, clearFaults, documents, books: edits },
    close: async () => {
      await server.close();
      await file?.settled();
    },
  };
}

/**
 * Opens the books file of the options, if there is one, and reads what it holds. `parse` throws SimulatorStartError for
 * a file of another program.
 */
export async function openBooksFile<Content>(
  path: string | undefined,
  parse: (value: unknown, path: string) => Content,
): Promise<{ readonly file: BooksFile | null; readonly stored: Content | null }> {
  if (path === undefined) return { file: null, stored: null };
  const file = new BooksFile(path);
  const value = await file.load();
  return { file, stored: value === null ? null : parse(value, path) };
}
