import { readFields } from '../field-list';

/** https://start.exactonline.nl/docs/HlpRestAPIResourcesDetails.aspx?name=CRMAccounts */
export const accountFields = readFields(`
  Guid GPU: Accountant AccountManager ActivitySector ActivitySubSector BusinessType Classification1 Classification2
    Classification3 Classification4 Classification5 Classification6 Classification7 Classification8 CompanySize
    GLAccountPurchase GLAccountSales GLAP GLAR ID InvoiceAccount LeadPurpose LeadSource MainContact Parent PriceList
    Reseller ShippingMethod
  Guid G: Creator Modifier
  String GPU: AddressLine1 AddressLine2 AddressLine3 BSN ChamberOfCommerce City Code CodeAtSupplier Country
    CustomField DatevCreditorCode DatevDebtorCode Email EORINumber Fax GlnNumber IncotermAddressPurchase
    IncotermAddressSales IncotermCodePurchase IncotermCodeSales IntraStatArea IntraStatDeliveryTerm IntraStatSystem
    IntraStatTransactionA IntraStatTransactionB IntraStatTransportMethod Language LogoFileName Name OINNumber
    PayAsYouEarn PaymentConditionPurchase PaymentConditionSales PeppolIdentifier Phone PhoneExtension Postcode
    PurchaseCurrency PurchaseVATCode Remarks RSIN SalesCurrency SalesVATCode SearchCode State Status TradeName
    UniqueTaxpayerReference VATLiability VATNumber Website
  String G: AccountManagerFullName CountryName CreatorFullName InvoiceAccountCode InvoiceAccountName
    LanguageDescription LogoThumbnailUrl LogoUrl ModifierFullName PaymentConditionPurchaseDescription
    PaymentConditionSalesDescription PurchaseCurrencyDescription PurchaseVATCodeDescription ResellerCode ResellerName
    SalesCurrencyDescription SalesVATCodeDescription StateName Type
  Boolean GPU: Blocked CanDropShip EnableSalesPaymentLink HasWithholdingTaxSales IgnoreDatevWarningMessage IsExtraDuty
    IsPilot IsReseller IsSupplier RecepientOfCommissions ShowRemarkForSales
  Boolean G: IsSales
  Byte GPU: ConsolidationScenario IsAccountant IsAgency IsCompetitor IsMailing SeparateInvPerSubscription
  Byte G: IsAnonymised
  Int16 GPU: IncotermVersionPurchase IncotermVersionSales
  Int32 GPU: AutomaticProcessProposedEntry InvoiceAttachmentType InvoicingMethod PeppolIdentifierType PurchaseLeadDays
    SecurityLevel ShippingLeadDays
  Int32 G: AccountManagerHID Division
  Double GPU: CreditLinePurchase CreditLineSales DiscountPurchase DiscountSales Latitude Longitude
  DateTime GPU: ControlledDate EndDate EstablishedDate StartDate
  DateTime G: Created Modified
  Binary GPU: Logo
`);

/** https://start.exactonline.nl/docs/HlpRestAPIResourcesDetails.aspx?name=CRMAddresses */
export const addressFields = readFields(`
  Guid GPU: Account Contact ID Warehouse
  Guid G: Creator Modifier
  String GPU: AddressLine1 AddressLine2 AddressLine3 City Country CustomField Fax FreeTextField_01 FreeTextField_02
    FreeTextField_03 FreeTextField_04 FreeTextField_05 Mailbox NicNumber Notes Phone PhoneExtension Postcode State
  String G: AccountName ContactName CountryName CreatorFullName ModifierFullName StateDescription WarehouseCode
    WarehouseDescription
  Boolean GPU: FreeBoolField_01 FreeBoolField_02 FreeBoolField_03 FreeBoolField_04 FreeBoolField_05 Main
  Boolean G: AccountIsSupplier
  Int16 GPU: Type
  Int32 G: Division
  Double GPU: FreeNumberField_01 FreeNumberField_02 FreeNumberField_03 FreeNumberField_04 FreeNumberField_05
  DateTime GPU: FreeDateField_01 FreeDateField_02 FreeDateField_03 FreeDateField_04 FreeDateField_05
  DateTime G: Created Modified
`);

/** https://start.exactonline.nl/docs/HlpRestAPIResourcesDetails.aspx?name=CRMContacts */
export const contactFields = readFields(`
  Guid GPU: ID IdentificationDocument IdentificationUser LeadPurpose LeadSource Person
  Guid GP: Account
  Guid G: AccountMainContact Creator Modifier
  String GPU: BirthName BirthNamePrefix BirthPlace BusinessEmail BusinessFax BusinessMobile BusinessPhone
    BusinessPhoneExtension Email FirstName Gender Initials JobTitleDescription Language LastName MarketingNotes
    MiddleName Mobile Nationality Notes Phone PictureName SocialSecurityNumber Title
  String G: AccountName AddressLine2 AddressStreet AddressStreetNumber AddressStreetNumberSuffix City Code Country
    CreatorFullName FullName ModifierFullName PartnerName PartnerNamePrefix PhoneExtension PictureThumbnailUrl
    PictureUrl Postcode State
  Boolean GPU: IsMailingExcluded
  Boolean G: AccountIsCustomer AccountIsSupplier IsMainContact
  Byte G: IsAnonymised
  Int32 GPU: HID
  Int32 G: AllowMailing Division
  DateTime GPU: BirthDate EndDate IdentificationDate StartDate
  DateTime G: Created Modified
  Binary GPU: Picture
`);
