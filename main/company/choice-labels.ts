import type { ConnectorId } from '../../connectors/_kit/manifest';
import type { Choice } from '../../connectors/_kit/settings';
import type { LocalizedText } from '../../connectors/_kit/text';

/**
 * What the package called the values that it offered, as long as the app runs: so that what is saved can be told in words
 * without asking the package again.
 */
export interface ChoiceLabels {
  readonly keep: (id: ConnectorId, key: string, choices: readonly Choice[]) => void;
  /** Null when the package did not offer this value. */
  readonly of: (id: ConnectorId, key: string, value: string) => LocalizedText | null;
}

export function createChoiceLabels(): ChoiceLabels {
  const known = new Map<string, Map<string, LocalizedText>>();
  return {
    keep: (id, key, choices) => {
      const labels = known.get(`${id}/${key}`) ?? new Map<string, LocalizedText>();
      known.set(`${id}/${key}`, labels);
      for (const { value, label } of choices) labels.set(value, label);
    },
    of: (id, key, value) => known.get(`${id}/${key}`)?.get(value) ?? null,
  };
}
