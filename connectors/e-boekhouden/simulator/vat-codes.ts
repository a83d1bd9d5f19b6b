const LOW_BECAME_9_PERCENT_ON = '2019-01-01';

/**
 * VAT codes for sales with their percentage: manual, chapter 4. The code for low VAT that is shifted stands there as
 * LAAG_VERK_L9 and in other lists of the vendor as VERL_VERK_L9, so that both are taken. Shifted, foreign and deviating
 * VAT adds nothing to an invoice: AddFactuur has no field for an amount of VAT.
 */
const SALES_PERCENTAGES: Readonly<Record<string, string>> = {
  HOOG_VERK: '19',
  HOOG_VERK_21: '21',
  LAAG_VERK_9: '9',
  LAAG_VERK_L9: '0',
  VERL_VERK: '0',
  VERL_VERK_L9: '0',
  AFW: '0',
  AFW_VERK: '0',
  BU_EU_VERK: '0',
  BI_EU_VERK: '0',
  BI_EU_VERK_D: '0',
  AFST_VERK: '0',
  GEEN: '0',
};

/** Percentage of a VAT code on a day (`YYYY-MM-DD`); null when it is no code for sales. */
export function salesVatPercentage(vatCode: string, day: string): string | null {
  if (vatCode === 'LAAG_VERK') return day < LOW_BECAME_9_PERCENT_ON ? '6' : '9';
  return Object.hasOwn(SALES_PERCENTAGES, vatCode) ? (SALES_PERCENTAGES[vatCode] ?? null) : null;
}
