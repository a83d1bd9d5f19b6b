import type { DecimalString } from '../../_kit/decimal';
import { typeNamed } from './description';
import type { ElementDescription, Sequence } from './elements';

export type SentValue = string | number | boolean | SentValues | readonly SentValues[];

/**
 * The values of a sequence that a client sent, read by the description. What was not sent has the value that .NET gives
 * it: empty text, 0, false, no day, an empty part, an empty list. A name or form that the description lacks is a bug of ours.
 */
export class SentValues {
  constructor(
    private readonly description: Sequence,
    private readonly values: ReadonlyMap<string, SentValue>,
  ) {}

  text(name: string): string {
    this.described(name, 'scalar', 'choice', 'untyped');
    return (this.values.get(name) as string | undefined) ?? '';
  }

  whole(name: string): number {
    this.described(name, 'scalar');
    return (this.values.get(name) as number | undefined) ?? 0;
  }

  decimal(name: string): DecimalString {
    this.described(name, 'scalar');
    return (this.values.get(name) as string | undefined) ?? '0';
  }

  flag(name: string): boolean {
    this.described(name, 'scalar');
    return (this.values.get(name) as boolean | undefined) ?? false;
  }

  /** `YYYY-MM-DD`; null when it was not sent. */
  day(name: string): string | null {
    this.described(name, 'scalar');
    return (this.values.get(name) as string | undefined) ?? null;
  }

  part(name: string): SentValues {
    const { type } = this.described(name, 'part');
    return (this.values.get(name) as SentValues | undefined) ?? new SentValues(typeNamed(type), new Map());
  }

  parts(name: string): readonly SentValues[] {
    this.described(name, 'list');
    return (this.values.get(name) as readonly SentValues[] | undefined) ?? [];
  }

  /** Name of the first text that is longer than the vendor's manual allows, here or deeper; null when all fit. */
  overlongText(): string | null {
    for (const element of this.description) {
      const value = this.values.get(element.name);
      if (value instanceof SentValues || Array.isArray(value)) {
        for (const inner of [value].flat() as SentValues[]) {
          const found = inner.overlongText();
          if (found !== null) return found;
        }
      } else if (typeof value === 'string' && isLongerThan(value, maximumOf(element))) return element.name;
    }
    return null;
  }

  /** The same values with every text cut to the length that the manual allows. */
  cutToLimits(): SentValues {
    const cut = new Map<string, SentValue>();
    for (const element of this.description) {
      const value = this.values.get(element.name);
      if (value === undefined) continue;
      if (value instanceof SentValues) cut.set(element.name, value.cutToLimits());
      else if (Array.isArray(value))
        cut.set(
          element.name,
          (value as SentValues[]).map((inner) => inner.cutToLimits()),
        );
      else if (typeof value === 'string') cut.set(element.name, value.slice(0, maximumOf(element) ?? undefined));
      else cut.set(element.name, value);
    }
    return new SentValues(this.description, cut);
  }

  private described<K extends ElementDescription['kind']>(
    name: string,
    ...kinds: K[]
  ): Extract<ElementDescription, { readonly kind: K }> {
    const element = this.description.find((candidate) => candidate.name === name);
    if (element === undefined || !(kinds as string[]).includes(element.kind)) {
      throw new Error(`The description has no ${kinds.join(' or ')} ${name} here`);
    }
    return element as Extract<ElementDescription, { readonly kind: K }>;
  }
}

const maximumOf = (element: ElementDescription): number | null => (element.kind === 'scalar' ? element.maximum : null);

const isLongerThan = (value: string, maximum: number | null): boolean => maximum !== null && value.length > maximum;
