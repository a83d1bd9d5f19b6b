import { SimulatorStartError } from './contract';

/** The values a quirk can have; the first one is the default. */
export type QuirkChoices = Readonly<Record<string, readonly [string, ...string[]]>>;

/** A value for every quirk, by name. */
export type ChosenQuirks<Choices extends QuirkChoices> = { readonly [K in keyof Choices]: Choices[K][number] };

/**
 * Reads quirks by name; what is not given gets its default. `others` are the names of quirks that are no choice and that
 * the caller reads. Throws SimulatorStartError for an unknown name or value, with those there are.
 */
export function readQuirkChoices<const Choices extends QuirkChoices>(
  choices: Choices,
  given: Readonly<Record<string, string>>,
  others: readonly string[] = [],
): ChosenQuirks<Choices> {
  const known = [...Object.keys(choices), ...others];
  for (const name of Object.keys(given)) {
    if (!known.includes(name)) {
      throw unknownQuirk(`Unknown quirk ${name}. There are: ${known.join(', ')}.`);
    }
  }
  return Object.fromEntries(
    Object.entries(choices).map(([name, values]) => {
      const value = given[name] ?? values[0];
      if (!values.includes(value)) {
        throw unknownQuirk(`Quirk ${name} can be ${values.join(' or ')}, not ${value}.`);
      }
      return [name, value];
    }),
  ) as ChosenQuirks<Choices>;
}

/** The error for a quirk that cannot be read. */
export const unknownQuirk = (message: string): SimulatorStartError => new SimulatorStartError('unknown-quirk', message);
