import type { CostCentre, LedgerAccount, LedgerCategory } from '../model';

/** Codes of the accounts that articles are booked on. */
export const REVENUE = { goods: '8000', work: '8010', untaxed: '8020' } as const;

const ACCOUNTS: readonly (readonly [code: string, description: string, category: LedgerCategory])[] = [
  ['0500', 'Eigen vermogen', 'BAL'],
  ['1000', 'Kas', 'FIN'],
  ['1010', 'Bank', 'FIN'],
  ['1300', 'Debiteuren', 'DEB'],
  ['1310', 'Debiteuren onderhoudscontracten', 'DEB'],
  ['1400', 'Vooruitontvangen bedragen', 'BAL'],
  ['1500', 'Btw af te dragen hoog', 'AF19'],
  ['1510', 'Btw af te dragen laag', 'AF6'],
  ['1520', 'Btw af te dragen overig', 'AFOVERIG'],
  ['1530', 'Voorbelasting', 'VOOR'],
  ['1560', 'Btw rekening-courant', 'BTWRC'],
  ['1600', 'Crediteuren', 'CRED'],
  ['4100', 'Autokosten', 'VW'],
  ['7000', 'Inkoop materiaal', 'VW'],
  [REVENUE.goods, 'Omzet materiaal', 'VW'],
  [REVENUE.work, 'Omzet arbeid', 'VW'],
  [REVENUE.untaxed, 'Omzet zonder btw', 'VW'],
];

export const practiceLedgerAccounts = (takeId: () => string): LedgerAccount[] =>
  ACCOUNTS.map(([code, description, category]) => ({ id: takeId(), code, description, category, group: '' }));

export function practiceCostCentres(takeId: () => string): CostCentre[] {
  const service = { id: takeId(), description: 'Service en onderhoud', parentId: 0 };
  return [
    service,
    { id: takeId(), description: 'Nieuwbouw', parentId: 0 },
    { id: takeId(), description: 'Storingsdienst', parentId: Number(service.id) },
  ];
}
