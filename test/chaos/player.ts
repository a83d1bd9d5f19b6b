/** A process that plays worlds: gets one request from the process that started it, tells each world that ended. */
import { play, type PlayRequest } from './play';

process.once('disconnect', () => process.exit());
process.once('message', (request: PlayRequest) => void answer(request));

async function answer(request: PlayRequest): Promise<void> {
  for await (const world of play(request)) process.send?.(world);
  process.disconnect();
}
