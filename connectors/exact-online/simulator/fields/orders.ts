import { readFields } from '../field-list';

/** https://start.exactonline.nl/docs/HlpRestAPIResourcesDetails.aspx?name=SalesOrderSalesOrders */
export const salesOrderFields = readFields(`
  Guid GPU: DeliverToContactPerson DeliveryAddress Document InvoiceToContactPerson OrderedByContactPerson OrderID
    SalesChannel Salesperson SelectionCode ShippingMethod WarehouseID
  Guid GP: DeliverTo InvoiceTo OrderedBy
  Guid G: Approver Creator Modifier
  String GPU: Currency CustomField Description IncotermAddress IncotermCode PaymentCondition PaymentReference Remarks
    YourRef
  String G: ApprovalStatusDescription ApproverFullName CreatorFullName DeliverToContactPersonFullName DeliverToName
    DeliveryStatusDescription DocumentSubject InvoiceStatusDescription InvoiceToContactPersonFullName InvoiceToName
    ModifierFullName OrderedByContactPersonFullName OrderedByName PaymentConditionDescription SalesChannelCode
    SalesChannelDescription SalespersonFullName SelectionCodeCode SelectionCodeDescription ShippingMethodDescription
    StatusDescription WarehouseCode WarehouseDescription
  Int16 GPU: IncotermVersion
  Int16 G: ApprovalStatus DeliveryStatus InvoiceStatus Status
  Int32 GPU: OrderNumber
  Int32 G: Division DocumentNumber
  Double GPU: AmountDiscount AmountDiscountExclVat Discount
  Double G: AmountDC AmountFC AmountFCExclVat
  DateTime GPU: DeliveryDate OrderDate
  DateTime G: Approved Created Modified
`);

/** https://start.exactonline.nl/docs/HlpRestAPIResourcesDetails.aspx?name=SalesOrderSalesOrderLines */
export const salesOrderLineFields = readFields(`
  Guid GPU: ID Item ItemVersion OrderID Pricelist Project ShopOrder
  Guid G: PurchaseOrder PurchaseOrderLine
  String GPU: CostCenter CostUnit CustomField Description Notes UnitCode VATCode
  String G: CostCenterDescription CostUnitDescription CustomerItemCode ItemCode ItemDescription ItemVersionDescription
    PricelistDescription ProjectDescription UnitDescription VATCodeDescription
  Byte GPU: UseDropShipment
  Int16 G: DeliveryStatus InvoiceStatus OrderStatus
  Int32 GPU: OrderNumber
  Int32 G: Division LineNumber PurchaseOrderLineNumber PurchaseOrderNumber
  Double GPU: AmountFC Discount Margin NetPrice Quantity UnitPrice VATAmount VATPercentage
  Double G: AmountDC CostPriceFC QuantityDelivered QuantityInvoiced
  DateTime GPU: DeliveryDate
`);
