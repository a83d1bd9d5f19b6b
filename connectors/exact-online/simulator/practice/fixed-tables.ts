import type { PracticeVat } from '../../../_kit/simulator/practice/article-groups';
import type { Values } from '../model';

/** VAT codes of a Dutch company. Type E excludes, I includes, N has no VAT; Percentage is a fraction. */
const vatCode = (Code: string, Description: string, Percentage: string, Type: string, IsBlocked = false): Values => ({
  Code,
  Description,
  Percentage,
  Type,
  IsBlocked,
  VATTransactionType: 'B',
});

export const VAT_CODES: readonly Values[] = [
  vatCode('0', 'Geen btw', '0', 'N'),
  vatCode('1', 'Btw laag tarief, inclusief', '0.09', 'I'),
  vatCode('2', 'Btw hoog tarief, inclusief', '0.21', 'I'),
  vatCode('3', 'Btw laag tarief, exclusief', '0.09', 'E'),
  vatCode('4', 'Btw hoog tarief, exclusief', '0.21', 'E'),
  vatCode('6', 'Btw verlegd', '0', 'E'),
  vatCode('7', 'Leveringen binnen de EU', '0', 'E'),
  vatCode('19', 'Btw hoog tarief tot oktober 2012', '0.19', 'E', true),
];

export const VAT_CODE_OF: Readonly<Record<PracticeVat, string>> = { high: '4', low: '3', none: '0' };
export const ABROAD_VAT_CODE = '7';

const paymentCondition = (Code: string, Description: string, PaymentDays: number): Values => ({
  Code,
  Description,
  PaymentDays,
  PaymentMethod: 'B',
});

export const PAYMENT_CONDITIONS: readonly Values[] = [
  paymentCondition('00', 'Contant', 0),
  paymentCondition('14', '14 dagen', 14),
  paymentCondition('30', '30 dagen', 30),
  paymentCondition('60', '60 dagen', 60),
];

const journal = (Code: string, Description: string, Type: number, IsBlocked = false): Values => ({
  Code,
  Description,
  Type,
  IsBlocked,
  Currency: 'EUR',
  CurrencyDescription: 'Euro',
});

export const JOURNALS: readonly Values[] = [
  journal('10', 'Kas', 10),
  journal('20', 'Bank', 12),
  journal('60', 'Inkoopboek', 22),
  journal('70', 'Verkoopboek', 20),
  journal('71', 'Verkoopboek service en onderhoud', 20),
  journal('79', 'Verkoopboek tot 2023', 20, true),
  journal('90', 'Memoriaal', 90),
];

const unit = (Code: string, Description: string, Type: string, more: Values = {}): Values => ({
  Code,
  Description,
  Type,
  Active: true,
  Main: 0,
  ...more,
});

export const UNITS: readonly Values[] = [
  unit('st', 'Stuk', 'O', { Main: 1 }),
  unit('uur', 'Uur', 'T', { TimeUnit: 'hh' }),
  unit('km', 'Kilometer', 'L'),
  unit('m', 'Meter', 'L'),
  unit('m²', 'Vierkante meter', 'A'),
  unit('kg', 'Kilogram', 'W'),
  unit('rol', 'Rol', 'O'),
  unit('set', 'Set', 'O'),
  unit('koker', 'Koker', 'O'),
];

/** Units that are counted in whole pieces. */
export const WHOLE_UNITS: ReadonlySet<string> = new Set(['st', 'rol', 'set', 'koker']);

/** 10 and 55 are the vendor's own numbers; the others stand for the many that a client may not create. */
export const DOCUMENT_TYPES: readonly (readonly [number, string, boolean])[] = [
  [10, 'Verkoopfactuur', true],
  [20, 'Inkoopfactuur', false],
  [55, 'Diversen', true],
  [85, 'Bankafschrift', false],
];

export const DOCUMENT_CATEGORIES = ['Algemeen', 'Contracten'] as const;
