/**
 * What a company chooses for itself, whichever package it is linked with: one schema and one default for each key. They are
 * kept in the company's database, so that they go along in its backups.
 */
import { z } from 'zod';
import { DEFAULT_HOUR_POLICY, hourPolicy } from './hour-policy';

const line = z.string().trim().max(500);

/** Name, place and numbers of the company as they stand on its papers; empty = not told. The logo is kept as a file. */
export const profile = z.object({
  name: line,
  street: line,
  postcode: line,
  city: line,
  /** ISO code of two letters. */
  country: z.string().trim().max(2),
  phone: line,
  email: line,
  website: line,
  vatNumber: line,
  chamberOfCommerceNumber: line,
  iban: line,
});
export type CompanyProfile = Readonly<z.output<typeof profile>>;

/** How a paper for the customer is made, unless another choice is made for one. */
export const paperChoices = z.object({
  language: z.enum(['nl', 'en']),
  /** Whether a work order tells what it costs. */
  prices: z.boolean(),
  /** Whether the notes of a work order stand on it; they are the office's own. */
  notes: z.boolean(),
});
export type PaperChoices = Readonly<z.output<typeof paperChoices>>;

/** What the planning board shows. */
const planning = z.object({
  /** Saturday and Sunday in a week. */
  showsWeekend: z.boolean(),
});

export const companySettings = z.object({
  hourPolicy,
  profile,
  papers: paperChoices,
  /** Whether work orders of one customer that are archived together may share a document. */
  combine: z.enum(['off', 'per-customer']),
  /** Folder of which Simon takes in the files that other programs put there; null = none. */
  folderDrop: z.string().min(1).max(4_000).nullable(),
  planning,
});

export type CompanySettings = Readonly<z.output<typeof companySettings>>;
export type CompanySettingKey = keyof CompanySettings;

/** What counts for a key as long as the company did not choose. */
export const DEFAULT_COMPANY_SETTINGS: CompanySettings = {
  hourPolicy: DEFAULT_HOUR_POLICY,
  profile: {
    name: '',
    street: '',
    postcode: '',
    city: '',
    country: '',
    phone: '',
    email: '',
    website: '',
    vatNumber: '',
    chamberOfCommerceNumber: '',
    iban: '',
  },
  papers: { language: 'nl', prices: false, notes: false },
  combine: 'off',
  folderDrop: null,
  planning: { showsWeekend: true },
};
