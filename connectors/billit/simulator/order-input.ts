import { isObject, ModelReader, type ModelState } from '../../_kit/simulator/model-reader';
import { readPartyModel, type PartyInput } from './party-input';

/** A file as a client sends it. Null = not given. */
export interface FileInput {
  readonly fileName: string | null;
  /** Base64. */
  readonly content: string | null;
}

export interface LineInput {
  readonly productId: string | null;
  readonly quantity: string | null;
  readonly unitPriceExcl: string | null;
  readonly unitPriceIncl: string | null;
  readonly inclLeading: boolean | null;
  readonly description: string | null;
  readonly descriptionExtended: string | null;
  readonly reference: string | null;
  readonly vatPercentage: string | null;
  readonly unit: string | null;
  readonly reductionPercentage: string | null;
}

/** An order as a client wrote it: right in type, not yet checked against the books. Null = not given. */
export interface OrderInput {
  readonly id: string | null;
  readonly type: string | null;
  readonly direction: string | null;
  readonly number: string | null;
  /** `YYYY-MM-DD`, as every day. */
  readonly orderDate: string | null;
  readonly expiryDate: string | null;
  readonly deliveryDate: string | null;
  readonly periodFrom: string | null;
  readonly periodTill: string | null;
  readonly customerId: string | null;
  readonly customer: PartyInput | null;
  readonly reference: string | null;
  readonly title: string | null;
  readonly paymentReference: string | null;
  readonly paymentTerms: string | null;
  readonly comments: string | null;
  readonly internalInfo: string | null;
  readonly externalProvider: string | null;
  readonly externalProviderId: string | null;
  readonly currency: string | null;
  readonly status: string | null;
  readonly pdf: FileInput | null;
  readonly attachments: readonly FileInput[];
  readonly lines: readonly LineInput[];
}

const ROOT = 'order';

/** Fields of the vendor's model Order that a write leaves alone here: computed, or of parts that are not simulated. */
const PASSED_OVER = [
  'CompanyID',
  'SupplierID',
  'Supplier',
  'CounterPartyID',
  'CounterParty',
  'OrderSubType',
  'LastModified',
  'Created',
  'BookingEntries',
  'Journal',
  'PaymentDiscountPercentage',
  'PaymentDiscountAmount',
  'PaymentReductionDays',
  'PaymentDiscountDate',
  'VatGroups',
  'VentilationCode',
  'TotalExcl',
  'TotalIncl',
  'TotalVAT',
  'Tags',
  'DepartmentID',
  'AboutInvoiceNumber',
  'Paid',
  'PaidDate',
  'ProjectID',
  'ProjectName',
  'ExternalProviderReferences',
  'VatDeduction',
  'IsSent',
  'Invoiced',
  'CustomFields',
  'CostCategoryCode',
  'AccountCode',
  'ToPay',
  'ApprovalStatus',
  'Overdue',
  'DaysOverdue',
  'FXRateToForeign',
  'PaymentMethod',
  'ExportedToConnector',
  'PaymentLinks',
  'TemplateID',
  'MessageTemplateID',
  'AnalyticCostBearer',
  'AnalyticCostCenter',
  'AccountantVerificationNeeded',
  'CurrentDocumentDeliveryDetails',
  'Messages',
  'AdditionalDocumentReference',
  'IBAN',
  'BIC',
  'ContractDocumentReference',
  'TaxPointDate',
  'CategoryFieldItems',
  'Signature',
] as const;
const PASSED_OVER_IN_LINES = [
  'OrderLineID',
  'AccountCode',
  'Code',
  'TotalExcl',
  'TotalVAT',
  'TotalIncl',
  'VentilationCode',
  'CustomFields',
  'ExternalProviderReferences',
  'AnalyticCostBearer',
  'AnalyticCostCenter',
  'AllowanceChargeIndicator',
  'LinkedOrderLineID',
] as const;

/** Binds the body of an order (Order of the Swagger description). The model state says what does not fit. */
export function readOrderInput(
  body: unknown,
  refuseUnknown: boolean,
): { readonly input: OrderInput } | { readonly state: ModelState } {
  const state: ModelState = {};
  if (!isObject(body)) {
    return { state: { [ROOT]: [`Error converting value ${JSON.stringify(body)} to type 'Billit.API.v1.Order'.`] } };
  }
  const reader = new ModelReader(body, ROOT, state, refuseUnknown);
  const input: OrderInput = {
    id: readId(reader, 'OrderID'),
    type: reader.text('OrderType'),
    direction: reader.text('OrderDirection'),
    number: reader.text('OrderNumber'),
    orderDate: readDay(reader, 'OrderDate'),
    expiryDate: readDay(reader, 'ExpiryDate'),
    deliveryDate: readDay(reader, 'DeliveryDate'),
    periodFrom: readDay(reader, 'PeriodFrom'),
    periodTill: readDay(reader, 'PeriodTill'),
    customerId: readId(reader, 'CustomerID'),
    customer: reader.object('Customer', readPartyModel),
    reference: reader.text('Reference'),
    title: reader.text('OrderTitle'),
    paymentReference: reader.text('PaymentReference'),
    paymentTerms: reader.text('PaymentTerms'),
    comments: reader.text('Comments'),
    internalInfo: reader.text('InternalInfo'),
    externalProvider: reader.text('ExternalProvider'),
    externalProviderId: reader.text('ExternalProviderID'),
    currency: reader.text('Currency'),
    status: reader.text('OrderStatus'),
    pdf: reader.object('OrderPDF', readFile),
    attachments: reader.list('Attachments', readFile),
    lines: reader.list('OrderLines', readLine),
  };
  reader.skip(...PASSED_OVER);
  reader.noteUnknown();
  return Object.keys(state).length > 0 ? { state } : { input };
}

/** A day; a time of that day is dropped, a moment with a zone is brought to the clock of Brussels first. */
export const readDay = (reader: ModelReader, name: string): string | null => reader.moment(name)?.slice(0, 10) ?? null;

/** A whole number that names a row; 0 is what .NET makes of an id that is not there. */
export function readId(reader: ModelReader, name: string): string | null {
  const id = reader.whole(name);
  return id === null || id === 0 ? null : String(id);
}

export function readFile(reader: ModelReader): FileInput {
  reader.skip('FileID', 'MimeType');
  return { fileName: reader.text('FileName'), content: reader.text('FileContent') };
}

function readLine(reader: ModelReader): LineInput {
  reader.skip(...PASSED_OVER_IN_LINES);
  return {
    productId: readId(reader, 'ProductID'),
    quantity: reader.decimal('Quantity'),
    unitPriceExcl: reader.decimal('UnitPriceExcl'),
    unitPriceIncl: reader.decimal('UnitPriceIncl'),
    inclLeading: reader.flag('InclLeading'),
    description: reader.text('Description'),
    descriptionExtended: reader.text('DescriptionExtended'),
    reference: reader.text('Reference'),
    vatPercentage: reader.decimal('VATPercentage'),
    unit: reader.text('Unit'),
    reductionPercentage: reader.decimal('ReductionPercentage'),
  };
}
