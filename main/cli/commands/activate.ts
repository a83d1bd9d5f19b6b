import { z } from 'zod';
import { problem } from '../../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../../connectors/_kit/result';
import { activate as activateSteps, firstPull, type Activation } from '../activation';
import type { Command } from '../command-line';
import { companyToActivate } from '../chosen-company';
import type { CommandContext, FolderContext } from '../command-context';
import { EXIT, exitCodeOf, type ExitCode } from '../exit-codes';

const texts = z.record(z.string(), z.string());

/** The JSON on stdin. Keys of both groups are those of the manifest, and may stand in either. */
const request = z.strictObject({
  package: z.string().min(1),
  /** What the company is called in Simon; see `companyToActivate`. */
  company: z.string().trim().min(1).optional(),
  registration: texts.default({}),
  credentials: texts.default({}),
  settings: z.record(z.string(), z.json()).nullable().default(null),
});

type ActivateCommand = Extract<Command, { readonly name: 'activate' }>;

/** All steps of the activation with all checks, and the first pull. */
export async function activate({ wipe, login }: ActivateCommand, folder: FolderContext): Promise<ExitCode> {
  const input = readRequest(await folder.readInput());
  if (!input.ok) return folder.output.failure(input.problem);
  const { package: id, company: name, registration, credentials, settings } = input.value;
  const found = companyToActivate(folder.services.companies.register, folder.companyOption, name ?? null);
  if (!found.ok) return folder.output.failure(found.problem);
  const opened = await folder.openCompany(found.value.id);
  if (!opened.ok) return folder.output.failure(opened.problem);
  const context = opened.value;
  const { services, output } = context;

  const stopTelling = services.company.on('login:page', ({ url }) =>
    output.note(output.say('activate.login', { url })),
  );
  const activated = await activateSteps(services.company, {
    package: id,
    credentials: { ...registration, ...credentials },
    settings,
    mayWipeUndelivered: wipe,
    logInAgain: login,
  }).finally(stopTelling);
  if (!activated.ok) return output.failure(activated.problem);
  if (activated.value.refused.length > 0) return refusal(activated.value, context);
  // What was refused changes nothing, not even a name.
  if (found.value.newName !== null) services.companyStore.rename(found.value.newName);
  output.note(output.say('activate.pulling', { administration: activated.value.stage.administrationName ?? '' }));
  return pull(activated.value, context);
}

async function pull(activation: Activation, { services, output }: CommandContext): Promise<ExitCode> {
  const run = await firstPull(services.company);
  const { counts } = await services.company.calls['overview:get'](undefined);
  const { stage, wipe } = activation;
  const backupFile = wipe?.backupFile ?? null;
  const trouble = run.ok ? run.value.problem : run.problem;
  await output.answer(
    {
      package: stage.package,
      company: services.companyStore.name(),
      administration: stage.administrationName,
      state: stage.state,
      settingsVersion: stage.settingsVersion,
      backupFile,
      customers: counts.customers,
      articles: counts.articles,
      refused: [],
      run: run.ok ? { ...run.value, problem: trouble === null ? null : output.present(trouble) } : null,
    },
    [
      output.say('activate.done', { administration: stage.administrationName ?? '' }),
      ...(backupFile === null ? [] : [output.say('activate.backup', { file: backupFile })]),
      output.say('activate.counts', { customers: counts.customers, articles: counts.articles }),
    ],
  );
  if (trouble !== null) output.note(output.line(trouble));
  if (run.ok && run.value.result === 'finished') return EXIT.done;
  return trouble === null ? EXIT.partly : exitCodeOf(trouble);
}

async function refusal({ stage, refused }: Activation, { output }: CommandContext): Promise<ExitCode> {
  const presented = refused.map(({ key, problem: why }) => ({ key, ...output.present(why) }));
  for (const { key, problem: why } of refused) output.note(`${key}: ${output.line(why)}`);
  await output.answer({ package: stage.package, state: stage.state, refused: presented }, []);
  return EXIT.refused;
}

function readRequest(text: string): Result<z.output<typeof request>> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // The error quotes the text around the mistake, and that may be a key.
    return fail(problem('invalid-input', 'input-invalid', { detail: 'JSON' }));
  }
  const parsed = request.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  // Only where it is wrong: the value itself may be a key.
  const [issue] = parsed.error.issues;
  const detail = [issue?.path.join('.'), issue?.message].filter(Boolean).join(': ');
  return fail(problem('invalid-input', 'input-invalid', { detail }));
}
