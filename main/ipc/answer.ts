/** Runs in the main process: what happens with every call from the screens, whichever it is. */
import type { Logger } from '../ports';
import { calls, type Channel, type Output, type ParsedInput, type Reply } from '../../preload/contract/calls';

/** One function for each declared call, no more and no less. Expected failures are in the output; a throw is a bug. */
export type Handlers = { readonly [C in Channel]: (input: ParsedInput<C>) => Promise<Output<C>> };

/**
 * Parses the input with the declared schema and calls the handler. A bug (also: input that the screens should never have
 * sent) becomes data with the id under which it stands in the technical log; its text stays in main.
 */
export async function answer(
  handlers: Handlers,
  channel: Channel,
  input: unknown,
  logger: Logger,
): Promise<Reply<unknown>> {
  try {
    const parsed = calls[channel].input.parse(input);
    // The table ties schema and handler of one channel together; the compiler cannot follow that through a variable.
    const handle = handlers[channel] as (input: unknown) => Promise<unknown>;
    return { ok: true, value: await handle(parsed) };
  } catch (error) {
    return { ok: false, bug: { id: logger.bug('ipc', error, { channel }) } };
  }
}
