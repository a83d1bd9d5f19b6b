import { problem } from '../../../connectors/_kit/problem';
import type { CommandContext } from '../command-context';
import { EXIT, type ExitCode } from '../exit-codes';

/** Stops pulling and sending; what waits in the queue stays there. */
export async function deactivate({ services, output }: CommandContext): Promise<ExitCode> {
  const { calls } = services.company;
  const { package: active } = await calls['sync:status'](undefined);
  if (active === null) return output.failure(problem('blocked', 'not-linked'));
  const stage = await calls['integrations:deactivate'](active);
  if (!stage.ok) return output.failure(stage.problem);
  await output.answer({ package: active, state: stage.value.state }, [output.say('deactivate.done')]);
  return EXIT.done;
}
