/**
 * Runs one simulator in a process of its own until SIGTERM or SIGINT.
 *
 *   simulator NAME [--port N] [--seed N] [--books practice|small|CUSTOMERSxARTICLES] [--books-file FILE]
 *                  [--quirk NAME=VALUE]... [--control]
 *
 * Prints exactly one JSON line on stdout: `{package, address, endpoints, credentials, registration, booksPage}`.
 * Exit code 2: unknown name, option or quirk, or the port is in use; the reason is on stderr.
 */
import { parseArgs } from 'node:util';
import { SimulatorStartError, type BooksSize, type SimulatorOptions } from './_kit/simulator/contract';
import { loadSimulator, connectorIds } from './registry';

const EXIT_USAGE = 2;

class UsageError extends Error {}

function readArguments(argv: readonly string[]): { readonly name: string; readonly options: SimulatorOptions } {
  const { values, positionals } = parse(argv);
  const [name, ...tooMany] = positionals;
  if (name === undefined || tooMany.length > 0) {
    throw new UsageError(`Give one name: ${connectorIds.join(', ')}.`);
  }
  const quirks = Object.fromEntries(
    (values.quirk ?? []).map((text) => {
      const at = text.indexOf('=');
      if (at < 1) throw new UsageError(`--quirk takes NAME=VALUE, not ${text}.`);
      return [text.slice(0, at), text.slice(at + 1)] as const;
    }),
  );
  return {
    name,
    options: {
      ...(values.port === undefined ? {} : { port: wholeNumber('--port', values.port) }),
      ...(values.seed === undefined ? {} : { seed: wholeNumber('--seed', values.seed) }),
      ...(values['books-file'] === undefined ? {} : { booksFile: values['books-file'] }),
      books: booksSize(values.books ?? 'practice'),
      control: values.control ?? false,
      quirks,
    },
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        port: { type: 'string' },
        seed: { type: 'string' },
        books: { type: 'string' },
        'books-file': { type: 'string' },
        quirk: { type: 'string', multiple: true },
        control: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`${option} takes a whole number, not ${text}.`);
  return Number(text);
}

function booksSize(text: string): BooksSize {
  if (text === 'practice' || text === 'small') return text;
  const [, customers, articles] = /^(\d{1,7})x(\d{1,7})$/.exec(text) ?? [];
  if (customers === undefined || articles === undefined) {
    throw new UsageError(`--books takes practice, small or CUSTOMERSxARTICLES, not ${text}.`);
  }
  return { customers: Number(customers), articles: Number(articles) };
}

async function main(): Promise<void> {
  const { name, options } = readArguments(process.argv.slice(2));
  if (!connectorIds.includes(name)) {
    throw new UsageError(`There is no simulator ${name}; there are: ${connectorIds.join(', ')}.`);
  }
  const { startSimulator } = await loadSimulator(name);
  const simulator = await startSimulator(options);
  const { address, endpoints, credentials, registration, booksPage } = simulator;
  console.log(JSON.stringify({ package: simulator.package, address, endpoints, credentials, registration, booksPage }));
  const stop = (): void => {
    void simulator.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  if (error instanceof UsageError || error instanceof SimulatorStartError) {
    console.error(error.message);
    process.exit(EXIT_USAGE);
  }
  throw error;
});
