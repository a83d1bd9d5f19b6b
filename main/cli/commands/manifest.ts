import type { ConnectorId } from '../../../connectors/_kit/manifest';
import { problem } from '../../../connectors/_kit/problem';
import { connectorIds, loadConnector } from '../../../connectors/registry';
import { EXIT, type ExitCode } from '../exit-codes';
import type { Output } from '../output';

/** What a connector declares. Needs no data folder. */
export async function manifest(name: string, output: Output): Promise<ExitCode> {
  if (!isConnector(name)) return output.failure(problem('invalid-input', 'package-not-available', { package: name }));
  const declared = (await loadConnector(name)).manifest;
  const { link, settings } = declared;
  const fields = [...link.registration, ...link.credentials].map(({ key, label }) => `  ${key}: ${label.nl}`);
  const lines = settings.map(({ key, kind, label }) => `  ${key} (${kind}): ${label.nl}`);
  await output.answer(declared, [
    declared.label,
    output.say('manifest.link'),
    ...fields,
    output.say('manifest.settings'),
    ...lines,
  ]);
  return EXIT.done;
}

const isConnector = (name: string): name is ConnectorId => connectorIds.some((id) => id === name);
