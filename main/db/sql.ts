/** A value that SQLite can bind. Booleans are stored as 0 and 1, decimals as text. */
export type SqlValue = string | number | bigint | Uint8Array | null;

/** SQL text with its bound values; made by `sql` only, so that no value ever becomes part of the text. */
export class Sql {
  constructor(
    readonly text: string,
    readonly values: readonly SqlValue[],
  ) {}
}

const plainTexts = new WeakMap<TemplateStringsArray, string>();

/**
 * SQL as text. Every value becomes a bound parameter; a part that is itself `sql` is put in place with its values.
 *
 *     sql`SELECT id FROM customer WHERE number = ${number} ${onlyActive ? sql`AND active = 1` : sql``}`
 */
export function sql(strings: TemplateStringsArray, ...parts: readonly (SqlValue | Sql)[]): Sql {
  if (!parts.some((part) => part instanceof Sql)) {
    let text = plainTexts.get(strings);
    if (text === undefined) {
      text = strings.join('?');
      plainTexts.set(strings, text);
    }
    return new Sql(text, parts as readonly SqlValue[]);
  }
  let text = strings[0] ?? '';
  const values: SqlValue[] = [];
  parts.forEach((part, index) => {
    if (part instanceof Sql) {
      text += part.text;
      values.push(...part.values);
    } else {
      text += '?';
      values.push(part);
    }
    text += strings[index + 1] ?? '';
  });
  return new Sql(text, values);
}

/** Puts `separator` between the parts; nothing when there are none. */
export function joinSql(parts: readonly Sql[], separator: Sql): Sql {
  return new Sql(
    parts.map((part) => part.text).join(separator.text),
    parts.flatMap((part, index) => (index === 0 ? part.values : [...separator.values, ...part.values])),
  );
}

/** The ids as one bound value, for `IN (SELECT value FROM json_each(...))`: the text stays the same for any number. */
export const idList = (ids: readonly number[]): Sql => sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
