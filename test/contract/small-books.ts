import { onTestFinished } from 'vitest';
import type { Connector } from '../../connectors/_kit/connector';
import type { RunningSimulator, SimulatorOptions } from '../../connectors/_kit/simulator/contract';
import { openSession, type Session, type SessionOptions } from './session';

/** Opens sessions of one package on its small books, unless a test asks for others; each ends with its test. */
export function onSmallBooks<Books>(
  connector: Connector,
  start: (options: SimulatorOptions) => Promise<RunningSimulator<Books>>,
): (options?: SessionOptions) => Promise<Session<Books>> {
  return async (options = {}) => {
    const { session, close } = await openSession(connector, start, {
      ...options,
      simulator: { books: 'small', ...options.simulator },
    });
    onTestFinished(close);
    return session;
  };
}
