/** Runs in the main process: what happens with every call from the screens, whichever it is. */
import { storageProblem } from '../db/storage-problem';
import type { Logger } from '../ports';
import { calls, type Channel, type Output, type ParsedInput, type Reply } from '../../preload/contract/calls';

/** One function for each declared call, no more and no less. Expected failures are in the output; a throw is a bug. */
export type Handlers = { readonly [C in Channel]: (input: ParsedInput<C>) => Promise<Output<C>> };

/**
 * The handlers for the page of one company. A company whose data cannot be opened answers only what its page needs to say
 * so. Null: there is no such company.
 */
export type HandlersOf = (companyId: string) => Partial<Handlers> | null;

/** A call as it arrives. */
export interface IncomingCall {
  readonly channel: Channel;
  readonly input: unknown;
  /** The company of the page that calls. */
  readonly companyId: unknown;
}

/**
 * Parses the input with the declared schema and calls the handler of the company that the call is for, whichever company
 * shows by then. A bug (also: input that the screens should never have sent) becomes data with the id under which it
 * stands in the technical log; its text stays in main. A disk or database that refuses is no bug, and told in words.
 */
export async function answer(
  handlersOf: HandlersOf,
  { channel, input, companyId }: IncomingCall,
  logger: Logger,
): Promise<Reply<unknown>> {
  try {
    const handlers = typeof companyId === 'string' ? handlersOf(companyId) : null;
    if (handlers === null) throw new Error('The call is for a company that is not there');
    const parsed = calls[channel].input.parse(input);
    // The table ties schema and handler of one channel together; the compiler cannot follow that through a variable.
    const handle = handlers[channel] as ((input: unknown) => Promise<unknown>) | undefined;
    if (handle === undefined) throw new Error(`The data of the company are not open, and ${channel} needs them`);
    return { ok: true, value: await handle(parsed) };
  } catch (error) {
    const refusal = storageProblem(error);
    if (refusal !== null) return { ok: false, refusal };
    return { ok: false, bug: { id: logger.bug('ipc', error, { channel }) } };
  }
}
