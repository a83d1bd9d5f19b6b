/** Types of the vendor's fields, as its reference names them (without `Edm.`). */
export type EdmType =
  'Guid' | 'String' | 'Boolean' | 'Byte' | 'Int16' | 'Int32' | 'Int64' | 'Double' | 'DateTime' | 'Binary';

/** Where a field may stand: `G` only in answers, `GP` also in a new row, `GPU` also in a change. */
export type FieldUse = 'G' | 'GP' | 'GPU';

export interface Field {
  readonly name: string;
  readonly type: EdmType;
  readonly use: FieldUse;
}

/** The fields of a resource by name, in the order of the vendor's reference. */
export type FieldList = ReadonlyMap<string, Field>;

const LINE = /^(\w+) (G|GP|GPU): (.*)$/;

/** Reads a list of fields: `Type Use: Name Name …`, one kind a line; a line that is indented further goes on. */
export function readFields(text: string): FieldList {
  const fields = text
    .trim()
    .replaceAll(/\n {4}/g, ' ')
    .split('\n')
    .flatMap((line) => {
      const [, type, use, names] = LINE.exec(line.trim()) ?? [];
      if (type === undefined || names === undefined) throw new Error(`Not a line of fields: ${line}`);
      return names.split(' ').map((name): Field => ({ name, type: type as EdmType, use: use as FieldUse }));
    });
  return new Map(fields.toSorted((one, two) => (one.name < two.name ? -1 : 1)).map((field) => [field.name, field]));
}

/** The same list with one field more. */
export const withField = (fields: FieldList, field: Field): FieldList => new Map([...fields, [field.name, field]]);

/** The same list without some fields. */
export const withoutFields = (fields: FieldList, names: readonly string[]): FieldList =>
  new Map([...fields].filter(([name]) => !names.includes(name)));
