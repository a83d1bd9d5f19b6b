import type { SimulatorResponse } from '../../_kit/simulator/http-exchange';
import type { Books } from './books';
import type { Address, ExtraField, OrderTemplate } from './model';
import { tooLong, type ExtraInput, type OrderInput } from './order-input';
import { modelProblems, ruleProblems, type ErrorCode } from './problems';
import type { Quirks } from './quirks';

const MAXIMUM_ORDER_REFERENCE = 50;
const ADDRESS_LIMITS: readonly [keyof Address, number, ErrorCode][] = [
  ['street', 50, 'VOR-0006'],
  ['postcode', 25, 'VOR-0007'],
  ['city', 50, 'VOR-0008'],
  ['contact', 50, 'VOR-0009'],
];

/** Checks a sales order against the books. Returns the refusal, or null when the vendor would take it. */
export function refuseOrder(input: OrderInput, books: Books, quirks: Quirks): SimulatorResponse | null {
  const tooLongTexts = checkTexts(input, quirks);
  if (tooLongTexts !== null) return tooLongTexts;
  const codes = [
    ...checkRelation(input, books),
    ...checkAddresses(input, books),
    ...checkReferences(input, books),
    ...checkTemplate(input, books),
    ...checkLines(input, books, quirks),
  ];
  if ((input.orderReference?.length ?? 0) > MAXIMUM_ORDER_REFERENCE) codes.push('VOR-0011');
  if (codes.length > 0) return ruleProblems([...new Set(codes)]);
  if (input.processStatus === 'Contantbon' || input.processStatus === 'Factuur') {
    return ruleProblems(['ALG-0102'], `${input.processStatus} is niet beschikbaar`);
  }
  return null;
}

function checkRelation(input: OrderInput, books: Books): ErrorCode[] {
  const relation = books.relations.byId(input.relationId);
  if (relation === null) return ['ALG-0103'];
  if (relation.inactive) return ['ALG-0105'];
  if (!relation.kinds.includes('Klant')) return ['VOR-0002'];
  const invoiced = relation.invoiceRelationId === null ? null : books.relations.byId(relation.invoiceRelationId);
  return invoiced === null || invoiced.kinds.includes('Klant') ? [] : ['VOR-0003'];
}

function checkAddresses(input: OrderInput, books: Books): ErrorCode[] {
  return [input.invoiceAddress, input.deliveryAddress].flatMap((address) => {
    if (address === null) return [];
    const codes = ADDRESS_LIMITS.filter(([field, maximum]) => (address[field]?.length ?? 0) > maximum).map(
      ([, , code]) => code,
    );
    const countryUnknown = address.countryId !== null && books.countries.byId(address.countryId) === null;
    return countryUnknown ? [...codes, 'VOR-0010' as const] : codes;
  });
}

/** Cost centres and mandates exist at the vendor; these books have none, so that any id is unknown. */
function checkReferences(input: OrderInput, books: Books): ErrorCode[] {
  const codes: ErrorCode[] = [];
  if (input.costCentreId !== null) codes.push('ALG-0103');
  if (input.mandateId !== null) codes.push('VOR-0013');
  const template = input.templateId === null ? null : books.templates.byId(input.templateId);
  if (input.templateId !== null && template === null) codes.push('ALG-0103');
  if (template?.inactive === true) codes.push('ALG-0105');
  return codes;
}

function checkTemplate(input: OrderInput, books: Books): ErrorCode[] {
  const template: OrderTemplate | null = input.templateId === null ? null : books.templates.byId(input.templateId);
  return [
    ...checkExtra(input.extra, template?.headFields ?? []),
    ...input.lines.flatMap((line) => checkExtra(line.extra, template?.lineFields ?? [])),
  ];
}

function checkExtra(values: readonly ExtraInput[], fields: readonly ExtraField[]): ErrorCode[] {
  return values.flatMap((value): ErrorCode[] => {
    const field = fields.find((candidate) => candidate.number === value.number);
    if (field === undefined) return ['VOR-0036'];
    return (value.value?.length ?? 0) > field.maximumLength ? ['VOR-0035'] : [];
  });
}

function checkLines(input: OrderInput, books: Books, quirks: Quirks): ErrorCode[] {
  return input.lines.flatMap((line): ErrorCode[] => {
    if (line.articleId === null) return quirks.textLines === 'refuse' ? ['ALG-0103'] : [];
    const article = books.articles.byId(line.articleId);
    if (article === null) return ['ALG-0103'];
    return article.inactive ? ['ALG-0105'] : [];
  });
}

function checkTexts(input: OrderInput, quirks: Quirks): SimulatorResponse | null {
  if (quirks.textTooLong === 'cut') return null;
  const { description, paymentReference, memo } = quirks.textLimits;
  const state: Record<string, string[]> = {};
  const check = (field: string, text: string | null, maximum: number | null): void => {
    if (maximum !== null && (text?.length ?? 0) > maximum) state[`verkooporder.${field}`] = [tooLong(field, maximum)];
  };
  check('Omschrijving', input.description, description);
  check('Betalingskenmerk', input.paymentReference, paymentReference);
  check('Memo', input.memo, memo);
  if (Object.keys(state).length === 0) return null;
  return quirks.textTooLong === 'ALG-0102' ? ruleProblems(['ALG-0102']) : modelProblems(state);
}
