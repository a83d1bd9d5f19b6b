import { DateTime } from 'luxon';
import { Decimal, decimal, isDecimalString, plain } from '../decimal';

/** Texts by path of the field at fault, as ASP.NET Web API puts them under `modelState`. */
export type ModelState = Record<string, string[]>;

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Reads one JSON object of a request as Newtonsoft.Json binds it to a model: names without regard to case, numbers and
 * booleans also as texts, null for what is absent. What does not fit is written to the model state, and reads as null.
 */
export class ModelReader {
  private readonly values: ReadonlyMap<string, unknown>;
  private readonly read = new Set<string>();

  constructor(
    object: Readonly<Record<string, unknown>>,
    private readonly path: string,
    private readonly state: ModelState,
    private readonly refuseUnknown: boolean,
  ) {
    this.values = new Map(Object.entries(object).map(([name, value]) => [name.toLowerCase(), value]));
  }

  /** Whether the object names it at all, be it as null. */
  has(name: string): boolean {
    return this.values.has(name.toLowerCase());
  }

  text(name: string): string | null {
    const value = this.take(name);
    if (value === null || typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    return this.misfit(name, value, 'System.String');
  }

  decimal(name: string): string | null {
    const value = this.take(name);
    if (value === null) return null;
    if (typeof value === 'number') return plain(decimal(value));
    if (typeof value === 'string' && isDecimalString(value.trim())) return plain(new Decimal(value.trim()));
    return this.misfit(name, value, 'System.Nullable`1[System.Decimal]');
  }

  whole(name: string): number | null {
    const value = this.take(name);
    if (value === null) return null;
    const number = typeof value === 'string' && /^-?\d{1,10}$/.test(value) ? Number(value) : value;
    if (typeof number === 'number' && Number.isInteger(number)) return number;
    return this.misfit(name, value, 'System.Nullable`1[System.Int32]');
  }

  flag(name: string): boolean | null {
    const value = this.take(name);
    if (value === null || typeof value === 'boolean') return value;
    if (value === 'true' || value === 'false') return value === 'true';
    return this.misfit(name, value, 'System.Nullable`1[System.Boolean]');
  }

  choice<T extends string>(name: string, choices: readonly T[]): T | null {
    const value = this.take(name);
    if (value === null) return null;
    const choice = choices.find(
      (candidate) => typeof value === 'string' && candidate.toLowerCase() === value.toLowerCase(),
    );
    return choice ?? this.misfit(name, value, 'an enumeration');
  }

  guid(name: string): string | null {
    const value = this.take(name);
    if (value === null) return null;
    if (typeof value === 'string' && GUID.test(value)) return value.toLowerCase();
    return this.misfit(name, value, 'System.Nullable`1[System.Guid]');
  }

  /** `YYYY-MM-DDTHH:mm:ss` on the clock of a zone; a moment with a zone of its own is brought there. */
  moment(name: string, zone = 'Europe/Amsterdam'): string | null {
    const value = this.take(name);
    if (value === null) return null;
    const parsed = typeof value === 'string' ? DateTime.fromISO(value, { zone }) : null;
    if (parsed?.isValid !== true) return this.misfit(name, value, 'System.Nullable`1[System.DateTime]');
    return parsed.toFormat("yyyy-MM-dd'T'HH:mm:ss");
  }

  object<T>(name: string, read: (reader: ModelReader) => T): T | null {
    const value = this.take(name);
    if (value === null) return null;
    if (!isObject(value)) return this.misfit(name, value, 'an object');
    return this.inner(value, `${this.path}.${name}`, read);
  }

  list<T>(name: string, read: (reader: ModelReader) => T): T[] {
    const value = this.take(name);
    if (value === null) return [];
    if (!Array.isArray(value)) return this.misfit(name, value, 'a list') ?? [];
    return value.flatMap((item: unknown, index) => {
      const path = `${this.path}.${name}[${index}]`;
      if (isObject(item)) return [this.inner(item, path, read)];
      this.note(path, `Error converting value ${JSON.stringify(item)}. Path '${path}'.`);
      return [];
    });
  }

  /** Fields that the model has and that a write leaves alone. */
  skip(...names: string[]): void {
    for (const name of names) this.take(name);
  }

  note(path: string, text: string): void {
    (this.state[path] ??= []).push(text);
  }

  private inner<T>(value: Record<string, unknown>, path: string, read: (reader: ModelReader) => T): T {
    const reader = new ModelReader(value, path, this.state, this.refuseUnknown);
    const result = read(reader);
    reader.noteUnknown();
    return result;
  }

  /** Call when everything was read: notes the names that the model does not have. */
  noteUnknown(): void {
    if (!this.refuseUnknown) return;
    for (const name of this.values.keys()) {
      if (!this.read.has(name)) {
        this.note(`${this.path}.${name}`, `Could not find member '${name}' on object. Path '${this.path}.${name}'.`);
      }
    }
  }

  private take(name: string): unknown {
    const key = name.toLowerCase();
    this.read.add(key);
    return this.values.get(key) ?? null;
  }

  private misfit(name: string, value: unknown, type: string): null {
    const path = `${this.path}.${name}`;
    this.note(path, `Error converting value ${JSON.stringify(value)} to type '${type}'. Path '${path}'.`);
    return null;
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
