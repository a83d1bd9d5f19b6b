import { decimal } from '../../_kit/decimal';
import type { CompanyBooks } from './books';
import { fileProblems } from './file-rules';
import { ORDER_DIRECTIONS, ORDER_STATUSES, ORDER_TYPES, type SalesCountry } from './model';
import type { LineInput, OrderInput } from './order-input';
import { problem, type Problem } from './problems';
import type { Quirks } from './quirks';

/** Page "Creating Sales Invoices": a description and an extended description hold 512 characters. */
export const MAXIMUM_LINE_TEXT = 512;

/** VAT percentages that a company may put on an invoice, by its country. */
const VAT_PERCENTAGES: Readonly<Record<SalesCountry, readonly number[]>> = { NL: [0, 9, 21], BE: [0, 6, 12, 21] };

/** Checks an order against the books. Everything that is wrong with it is named; empty when the vendor would take it. */
export function orderProblems(input: OrderInput, books: CompanyBooks, quirks: Quirks): Problem[] {
  return [
    ...headProblems(input, quirks),
    ...numberProblems(input, books, quirks),
    ...customerProblems(input, books),
    ...(input.lines.length === 0 ? [problem('RequiredField_0_', 'OrderLines')] : []),
    ...input.lines.flatMap((line, index) => lineProblems(line, index, books, quirks)),
    ...(input.pdf === null ? [] : fileProblems(input.pdf, 'OrderPDF', ['pdf'])),
    ...input.attachments.flatMap((file, index) => fileProblems(file, `Attachments[${index}]`)),
  ];
}

function headProblems(input: OrderInput, quirks: Quirks): Problem[] {
  const required: readonly (readonly [string, unknown])[] = [
    ['OrderType', input.type],
    ['OrderDirection', input.direction],
    ['OrderDate', input.orderDate],
    ['ExpiryDate', input.expiryDate],
  ];
  const problems = required.filter(([, value]) => value === null).map(([field]) => problem('RequiredField_0_', field));
  const choices: readonly (readonly [string, string | null, readonly string[]])[] = [
    ['OrderType', input.type, ORDER_TYPES],
    ['OrderDirection', input.direction, ORDER_DIRECTIONS],
    ['OrderStatus', input.status, quirks.orderStatusOnPost === 'refuse' ? [] : ORDER_STATUSES],
  ];
  for (const [field, value, values] of choices) {
    if (value !== null && !values.includes(value)) problems.push(problem('InvalidValue_0_', field));
  }
  return problems;
}

function numberProblems(input: OrderInput, books: CompanyBooks, quirks: Quirks): Problem[] {
  const number = input.number ?? '';
  if (number === '') {
    return quirks.emptyOrderNumber === 'refuse' ? [problem('RequiredField_0_', 'OrderNumber')] : [];
  }
  const type = ORDER_TYPES.find((candidate) => candidate === input.type);
  const own = input.id === null ? null : books.orders.byId(input.id);
  if (type === undefined || own?.number === number || !books.hasOrderNumber(type, number)) return [];
  return [problem('OrderNumberAlreadyExists_0_', number)];
}

function customerProblems(input: OrderInput, books: CompanyBooks): Problem[] {
  if (input.customerId !== null) {
    return books.parties.byId(input.customerId) === null ? [problem('CustomerNotFound_0_', input.customerId)] : [];
  }
  if (input.customer === null) return [problem('RequiredField_0_', 'CustomerID')];
  return (input.customer.name ?? '') === '' ? [problem('RequiredField_0_', 'Customer.Name')] : [];
}

function lineProblems(line: LineInput, index: number, books: CompanyBooks, quirks: Quirks): Problem[] {
  const field = (name: string): string => `OrderLines[${index}].${name}`;
  const { country } = books.company;
  const problems: Problem[] = [];
  if (line.vatPercentage !== null && !VAT_PERCENTAGES[country].includes(decimal(line.vatPercentage).toNumber())) {
    problems.push(problem('InvalidVAtPercentageForTaxCountry_0_', country));
  }
  if (line.productId !== null && books.products.byId(line.productId) === null) {
    problems.push(problem('ProductNotFound_0_', line.productId));
  }
  if (line.productId === null && (line.description ?? '') === '') {
    problems.push(problem('RequiredField_0_', field('Description')));
  }
  if (quirks.textTooLong === 'refuse') {
    const texts: readonly (readonly [string, string | null])[] = [
      ['Description', line.description],
      ['DescriptionExtended', line.descriptionExtended],
    ];
    for (const [name, text] of texts) {
      if ((text?.length ?? 0) > MAXIMUM_LINE_TEXT) problems.push(problem('FieldTooLong_0_', field(name)));
    }
  }
  return problems;
}

/** Whether a line holds a text that is longer than the vendor keeps. */
export const hasLongText = (lines: readonly LineInput[]): boolean =>
  lines.some((line) =>
    [line.description, line.descriptionExtended].some((text) => (text?.length ?? 0) > MAXIMUM_LINE_TEXT),
  );
