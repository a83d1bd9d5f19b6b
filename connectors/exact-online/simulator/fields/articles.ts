import { readFields } from '../field-list';

/** https://start.exactonline.nl/docs/HlpRestAPIResourcesDetails.aspx?name=LogisticsItems */
export const itemFields = readFields(`
  Guid GPU: GLCosts GLRevenue GLStock ID ItemGroup
  Guid G: Creator Modifier
  String GPU: Barcode Class_01 Class_02 Class_03 Class_04 Class_05 Class_06 Class_07 Class_08 Class_09 Class_10 Code
    CostPriceCurrency CustomField Description ExtraDescription FreeTextField_01 FreeTextField_02 FreeTextField_03
    FreeTextField_04 FreeTextField_05 FreeTextField_06 FreeTextField_07 FreeTextField_08 FreeTextField_09
    FreeTextField_10 NetWeightUnit Notes Picture SalesVatCode SearchCode Unit
  String G: CreatorFullName GLCostsCode GLCostsDescription GLRevenueCode GLRevenueDescription GLStockCode
    GLStockDescription ItemGroupCode ItemGroupDescription ModifierFullName PictureName PictureThumbnailUrl PictureUrl
    SalesVatCodeDescription StatisticalCode UnitDescription UnitType
  Boolean GPU: FreeBoolField_01 FreeBoolField_02 FreeBoolField_03 FreeBoolField_04 FreeBoolField_05
    IsFractionAllowedItem IsPackageItem IsPurchaseItem IsSalesItem IsSerialItem IsStockItem IsSubcontractedItem
  Byte GPU: CopyRemarks IsBatchItem IsMakeItem IsNewContract IsOnDemandItem IsTaxableItem IsTime IsWebshopItem
  Int32 GPU: SecurityLevel
  Int32 G: Division
  Double GPU: CostPriceNew FreeNumberField_01 FreeNumberField_02 FreeNumberField_03 FreeNumberField_04
    FreeNumberField_05 FreeNumberField_06 FreeNumberField_07 FreeNumberField_08 GrossWeight NetWeight
  Double GP: AverageCost CostPriceStandard
  Double G: StandardSalesPrice StatisticalNetWeight StatisticalUnits StatisticalValue Stock
  DateTime GPU: EndDate FreeDateField_01 FreeDateField_02 FreeDateField_03 FreeDateField_04 FreeDateField_05 StartDate
  DateTime G: Created Modified
`);

/** https://start.exactonline.nl/docs/HlpRestAPIResourcesDetails.aspx?name=LogisticsItemGroups */
export const itemGroupFields = readFields(`
  Guid GPU: GLCosts GLPurchaseAccount GLPurchasePriceDifference GLRevenue GLStock GLStockVariance ID
  Guid G: Creator Modifier
  String GPU: Code Description Notes
  String G: CreatorFullName GLCostsCode GLCostsDescription GLPurchaseAccountCode GLPurchaseAccountDescription
    GLPurchasePriceDifferenceCode GLPurchasePriceDifferenceDescr GLRevenueCode GLRevenueDescription GLStockCode
    GLStockDescription GLStockVarianceCode GLStockVarianceDescription ModifierFullName
  Byte GPU: IsDefault
  Int32 G: Division
  DateTime G: Created Modified
`);

/** https://start.exactonline.nl/docs/HlpRestAPIResourcesDetails.aspx?name=LogisticsUnits */
export const unitFields = readFields(`
  Guid GPU: ID
  String GPU: Code Description TimeUnit Type
  Boolean GPU: Active
  Byte GPU: Main
  Int32 G: Division
`);

/** https://start.exactonline.nl/docs/HlpRestAPIResourcesDetails.aspx?name=LogisticsSalesItemPrices */
export const salesItemPriceFields = readFields(`
  Guid GPU: Account Employee ID Item Project
  Guid G: Creator Modifier
  String GPU: Barcode Currency Unit
  String G: AccountName CreatorFullName DefaultItemUnit DefaultItemUnitDescription ItemCode ItemDescription
    ModifierFullName ProjectDescription UnitDescription
  Int32 G: Division
  Double GPU: NumberOfItemsPerUnit Price Quantity
  DateTime GPU: EndDate StartDate
  DateTime G: Created Modified
`);
