import { readFields } from '../field-list';

/** https://start.exactonline.nl/docs/HlpRestAPIResourcesDetails.aspx?name=SystemSystemMe */
export const meFields = readFields(`
  Guid GPU: DivisionCustomer EmployeeID UserID
  String GPU: CustomerCode DivisionCustomerCode DivisionCustomerName DivisionCustomerSiretNumber
    DivisionCustomerVatNumber Email FirstName FullName Gender Initials Language LanguageCode LastName MiddleName
    Mobile Nationality Phone PhoneExtension PictureUrl ServerTime ThumbnailPictureFormat Title UserName
  String G: PackageCode
  Boolean GPU: IsClientUser IsEmployeeSelfServiceUser IsMyFirmLiteUser IsMyFirmPortalUser IsOEIMigrationMandatory
    IsStarterUser
  Int32 GPU: AccountingDivision CurrentDivision DossierDivision
  Int64 GPU: Legislation
  Double GPU: ServerUtcOffset
  Binary GPU: ThumbnailPicture
`);

/** https://start.exactonline.nl/docs/HlpRestAPIResourcesDetails.aspx?name=SystemSystemDivisions */
export const divisionFields = readFields(`
  Guid GPU: Customer
  Guid G: Creator Modifier
  String GPU: AddressLine1 AddressLine2 AddressLine3 BusinessTypeCode BusinessTypeDescription
    ChamberOfCommerceEstablishment ChamberOfCommerceNumber City CompanySizeCode CompanySizeDescription Country
    Currency CustomerCode CustomerName DatevAccountantNumber DatevClientNumber Description Email Fax OBNumber Phone
    Postcode SbiCode SbiDescription SectorCode SectorDescription SiretNumber State SubsectorCode SubsectorDescription
    TaxOfficeNumber TaxReferenceNumber TemplateCode VATNumber Website
  String G: CreatorFullName Legislation ModifierFullName
  Boolean GPU: Current IsDossierDivision IsMainDivision IsPracticeDivision
  Int32 GPU: BlockingStatus Code Status
  Int64 GPU: Hid
  Double GPU: ShareCapital
  DateTime GPU: ArchiveDate DivisionMoveDate StartDate
  DateTime G: Created Modified
`);

/** https://start.exactonline.nl/docs/HlpRestAPIResourcesDetails.aspx?name=FinancialJournals */
export const journalFields = readFields(`
  Guid GPU: Bank BankAccountID GLAccount ID PaymentInTransitAccount
  Guid G: Creator Modifier
  String GPU: BankAccountIncludingMask Code Currency CustomField Description PaymentServiceAccountIdentifier
  String G: BankAccountBICCode BankAccountCountry BankAccountDescription BankAccountIBAN BankName CreatorFullName
    CurrencyDescription GLAccountCode GLAccountDescription ModifierFullName PaymentServiceProviderName
  Boolean GPU: AllowVariableCurrency AllowVariableExchangeRate AllowVAT AutoSave IsBlocked
  Int32 GPU: PaymentServiceProvider Type
  Int32 G: Division GLAccountType
  DateTime G: Created Modified
`);

/** https://start.exactonline.nl/docs/HlpRestAPIResourcesDetails.aspx?name=CashflowPaymentConditions */
export const paymentConditionFields = readFields(`
  Guid GPU: CreditManagementScenario ID
  Guid G: Creator Modifier
  String GPU: Code Description DiscountCalculation PaymentDiscountType PaymentMethod VATCalculation
  String G: CreatorFullName CreditManagementScenarioCode CreditManagementScenarioDescription ModifierFullName
  Int32 GPU: DiscountPaymentDays PaymentDays PaymentEndOfMonths
  Int32 G: Division
  Double GPU: DiscountPercentage Percentage
  DateTime G: Created Modified
`);

/** https://start.exactonline.nl/docs/HlpRestAPIResourcesDetails.aspx?name=VATVATCodes */
export const vatCodeFields = readFields(`
  Guid GPU: Account GLDiscountPurchase GLDiscountSales GLToClaim GLToPay ID
  Guid G: Creator Modifier
  String GPU: Code CustomField Description EUSalesListing IntrastatType LegalText OssCountry Type VatDocType
    VATTransactionType
  String G: AccountCode AccountName CreatorFullName GLDiscountPurchaseCode GLDiscountPurchaseDescription
    GLDiscountSalesCode GLDiscountSalesDescription GLToClaimCode GLToClaimDescription GLToPayCode GLToPayDescription
    ModifierFullName
  Boolean GPU: Charged IntraStat IsBlocked
  Byte GPU: CalculationBasis ExcludeVATListing VatMargin
  Int16 GPU: TaxReturnType VATPartialRatio
  Int32 G: Division
  Double G: Percentage
  DateTime G: Created Modified
`);

/** https://start.exactonline.nl/docs/HlpRestAPIResourcesDetails.aspx?name=SyncDeleted */
export const deletedFields = readFields(`
  Guid GPU: DeletedBy EntityKey ID
  Int32 GPU: EntityType
  Int32 G: Division
  Int64 GPU: Timestamp
  DateTime GPU: DeletedDate
`);
