import { readFields } from '../field-list';

/** https://start.exactonline.nl/docs/HlpRestAPIResourcesDetails.aspx?name=CRMQuotations */
export const quotationFields = readFields(`
  Guid GPU: DeliveryAccountContact DeliveryAddress Document InvoiceAccountContact Opportunity OrderAccountContact
    Project QuotationID SalesChannel SalesPerson SelectionCode ShippingMethod WarehouseID
  Guid GP: DeliveryAccount InvoiceAccount OrderAccount
  Guid G: Creator Modifier
  String GPU: Currency Description IncotermAddress IncotermCode PaymentCondition Remarks YourRef
  String G: CreatorFullName DeliveryAccountCode DeliveryAccountContactFullName DeliveryAccountName DocumentSubject
    InvoiceAccountCode InvoiceAccountContactFullName InvoiceAccountName ModifierFullName OpportunityName
    OrderAccountCode OrderAccountContactFullName OrderAccountName PaymentConditionDescription ProjectCode
    ProjectDescription SalesChannelCode SalesChannelDescription SalesPersonFullName SelectionCodeCode
    SelectionCodeDescription ShippingMethodDescription StatusDescription WarehouseCode WarehouseDescription
  Int16 GPU: IncotermVersion
  Int16 G: Status
  Int32 GPU: QuotationNumber
  Int32 G: Division VersionNumber
  Double GPU: AmountDiscount AmountDiscountExclVat
  Double G: AmountDC AmountFC VATAmountFC
  DateTime GPU: ClosingDate DeliveryDate DueDate QuotationDate
  DateTime G: CloseDate Created Modified
`);

/** https://start.exactonline.nl/docs/HlpRestAPIResourcesDetails.aspx?name=CRMQuotationLines */
export const quotationLineFields = readFields(`
  Guid GPU: ID Item
  Guid GP: QuotationID
  String GPU: CostCenter CostUnit CustomField Description Notes UnitCode VATCode
  String G: CostCenterDescription CostUnitDescription CustomerItemCode ItemDescription UnitDescription VATDescription
  Boolean GPU: Optional
  Int32 G: Division LineNumber QuotationNumber VersionNumber
  Double GPU: Discount NetPrice Quantity UnitPrice
  Double G: AmountDC AmountFC VATAmountFC VATPercentage
`);
