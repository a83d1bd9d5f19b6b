import { decimal, fixed, plain } from '../../_kit/decimal';
import { escapeXml } from '../../_kit/xml/escape-xml';
import { typeNamed } from './description';
import { listTypeName, type ElementDescription, type ScalarType, type Sequence } from './elements';
import type { Quirks } from './quirks';

/** In place of a value: this text, whatever the type, or no element at all. For records that cannot be read. */
export interface Distorted {
  readonly distorted: string | null;
}

/** Numbers are whole; amounts are decimal texts; days are `YYYY-MM-DD`. Null and absent: the element is left out. */
export type AnswerValue = string | number | boolean | null | Distorted | AnswerValues | readonly AnswerValues[];
export interface AnswerValues {
  readonly [name: string]: AnswerValue | undefined;
}

const NOTHING: Readonly<Record<Exclude<ScalarType, 'string'>, string>> = {
  long: '0',
  double: '0',
  decimal: '0',
  boolean: 'false',
  dateTime: '0001-01-01T00:00:00',
};

/** Writes answers by the description, as .NET writes them. */
export class AnswerWriter {
  private readonly priceDecimals: number;

  constructor(private readonly quirks: Pick<Quirks, 'emptyList' | 'priceDecimals'>) {
    this.priceDecimals = Number(quirks.priceDecimals);
  }

  sequence(description: Sequence, values: AnswerValues): string {
    return description.map((element) => this.element(element, values[element.name])).join('');
  }

  private element(element: ElementDescription, value: AnswerValue | undefined): string {
    const { name } = element;
    if (isDistorted(value)) return value.distorted === null ? '' : tag(name, escapeXml(value.distorted));
    switch (element.kind) {
      case 'scalar':
        return this.scalar(name, element.type, element.alwaysThere, typeof value === 'object' ? undefined : value);
      case 'untyped':
        return typeof value === 'string' ? `<${name} xsi:type="xsd:string">${escapeXml(value)}</${name}>` : '';
      case 'choice':
        return typeof value === 'string' ? tag(name, escapeXml(value)) : '';
      case 'part':
        return isValues(value) ? tag(name, this.sequence(typeNamed(element.type), value)) : '';
      case 'list':
        return Array.isArray(value) ? this.list(name, element.item, value as readonly AnswerValues[]) : '';
    }
  }

  private scalar(
    name: string,
    type: ScalarType,
    alwaysThere: boolean,
    value: string | number | boolean | undefined,
  ): string {
    if (value === undefined) {
      return type === 'string' || !alwaysThere ? '' : tag(name, NOTHING[type]);
    }
    const text = String(value);
    switch (type) {
      case 'dateTime':
        return tag(name, `${text}T00:00:00`);
      case 'decimal':
        return tag(name, fixed(decimal(text), this.priceDecimals));
      case 'double':
        return tag(name, plain(decimal(text)));
      case 'string':
      case 'long':
      case 'boolean':
        return tag(name, escapeXml(text));
    }
  }

  private list(name: string, item: string, rows: readonly AnswerValues[]): string {
    if (rows.length > 0) {
      const description = typeNamed(item);
      return tag(name, rows.map((row) => tag(item, this.sequence(description, row))).join(''));
    }
    switch (this.quirks.emptyList) {
      case 'element':
        return tag(name, '');
      case 'nil':
        return `<${name} xsi:nil="true" xsi:type="${listTypeName(item)}" />`;
      case 'absent':
        return '';
    }
  }
}

const tag = (name: string, content: string): string =>
  content === '' ? `<${name} />` : `<${name}>${content}</${name}>`;

const isValues = (value: AnswerValue | undefined): value is AnswerValues =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isDistorted(value);

const isDistorted = (value: AnswerValue | undefined): value is Distorted =>
  typeof value === 'object' && value !== null && 'distorted' in value;
