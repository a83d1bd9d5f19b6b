import { readFields } from '../field-list';

/** https://start.exactonline.nl/docs/HlpRestAPIResourcesDetails.aspx?name=SalesInvoiceSalesInvoices */
export const salesInvoiceFields = readFields(`
  Guid GPU: DeliverToAddress DeliverToContactPerson Document InvoiceID InvoiceToContactPerson OrderedByContactPerson
    SalesChannel Salesperson SelectionCode ShippingMethod Warehouse
  Guid GP: DeliverTo InvoiceTo OrderedBy
  Guid G: Creator Modifier
  String GPU: Currency Description IncotermAddress IncotermCode PaymentCondition PaymentReference Remarks YourRef
  String GP: Journal
  String G: CreatorFullName DeliverToContactPersonFullName DeliverToName DocumentSubject
    InvoiceToContactPersonFullName InvoiceToName JournalDescription ModifierFullName OrderedByContactPersonFullName
    OrderedByName PaymentConditionDescription SalesChannelCode SalesChannelDescription SalespersonFullName
    SelectionCodeCode SelectionCodeDescription ShippingMethodCode ShippingMethodDescription
    StarterSalesInvoiceStatusDescription StatusDescription TypeDescription
  Boolean GPU: IsExtraDuty
  Int16 GPU: IncotermVersion
  Int16 G: DiscountType StarterSalesInvoiceStatus Status
  Int32 GPU: OrderNumber Type
  Int32 G: Division DocumentNumber InvoiceNumber
  Double GPU: AmountDiscount AmountDiscountExclVat Discount ExtraDutyAmountFC GAccountAmountFC WithholdingTaxAmountFC
    WithholdingTaxBaseAmount WithholdingTaxPercentage
  Double G: AmountDC AmountFC AmountFCExclVat VATAmountDC VATAmountFC
  DateTime GPU: DueDate OrderDate
  DateTime G: Created InvoiceDate Modified
`);

/** https://start.exactonline.nl/docs/HlpRestAPIResourcesDetails.aspx?name=SalesInvoiceSalesInvoiceLines */
export const salesInvoiceLineFields = readFields(`
  Guid GPU: Employee ID Item Pricelist Project ProjectWBS
  Guid GP: GLAccount InvoiceID
  Guid G: SalesOrder SalesOrderLine Subscription
  String GPU: CostCenter CostUnit CustomField Description Notes UnitCode VATCode
  String G: CostCenterDescription CostUnitDescription CustomerItemCode EmployeeFullName GLAccountDescription ItemCode
    ItemDescription PricelistDescription ProjectDescription ProjectWBSDescription SubscriptionDescription
    UnitDescription VATCodeDescription
  Int32 G: Division LineNumber SalesOrderLineNumber SalesOrderNumber
  Double GPU: AmountFC Discount ExtraDutyAmountFC ExtraDutyPercentage NetPrice Quantity UnitPrice VATAmountDC
    VATAmountFC VATPercentage
  Double G: AmountDC
  DateTime GPU: DeliveryDate EndTime StartTime
`);

/** https://start.exactonline.nl/docs/HlpRestAPIResourcesDetails.aspx?name=SyncSalesInvoiceSalesInvoices */
export const syncSalesInvoiceFields = readFields(`
  Guid GPU: DeliverTo DeliverToAddress DeliverToContactPerson Document Employee ID InvoiceTo InvoiceToContactPerson
    Item OrderedBy OrderedByContactPerson Pricelist Project ProjectWBS SalesChannel Salesperson TaxSchedule Warehouse
  Guid GP: GLAccount InvoiceID
  Guid G: Creator Modifier SalesOrder SalesOrderLine Subscription
  String GPU: CostCenter CostUnit Currency Description IncotermAddress Notes PaymentCondition PaymentReference Remarks
    UnitCode VATCode YourRef
  String GP: Journal
  String G: CostCenterDescription CostUnitDescription CreatorFullName CustomerItemCode DeliverToContactPersonFullName
    DeliverToName DocumentSubject EmployeeFullName GLAccountDescription IncotermCode InvoiceToContactPersonFullName
    InvoiceToName ItemCode ItemDescription JournalDescription ModifierFullName OrderedByContactPersonFullName
    OrderedByName PaymentConditionDescription PricelistDescription ProjectDescription ProjectWBSDescription
    SalesChannelCode SalesChannelDescription SalespersonFullName StarterSalesInvoiceStatusDescription
    StatusDescription SubscriptionDescription TaxScheduleCode TaxScheduleDescription TypeDescription UnitDescription
    VATCodeDescription
  Boolean GPU: IsExtraDuty
  Int16 GPU: IncotermVersion
  Int16 G: DiscountType StarterSalesInvoiceStatus Status
  Int32 GPU: OrderNumber Type
  Int32 G: Division DocumentNumber InvoiceNumber LineNumber SalesOrderLineNumber SalesOrderNumber
  Int64 GPU: Timestamp
  Double GPU: AmountDiscount AmountDiscountExclVat AmountFC Discount ExtraDutyAmountFC ExtraDutyPercentage
    GAccountAmountFC NetPrice Quantity UnitPrice VATAmountDC VATAmountFC VATPercentage WithholdingTaxAmountFC
    WithholdingTaxBaseAmount WithholdingTaxPercentage
  Double G: AmountDC AmountFCExclVat
  DateTime GPU: DeliveryDate DueDate EndTime OrderDate StartTime
  DateTime G: Created InvoiceDate Modified
`);
