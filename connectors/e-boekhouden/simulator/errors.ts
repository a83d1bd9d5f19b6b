/**
 * What can stand in ErrorMsg: codes and their meaning from the vendor's "Manual Soap Version 5.5", chapter 10. The
 * manual gives the meaning in English only; the Dutch words are ours.
 */
export const ERRORS = {
  CFACT004: 'Datum ontbreekt of ligt niet tussen 1980 en 2049',
  CFACT006: 'Een factuur moet minimaal 1 en maximaal 100 regels hebben',
  CFACT014: 'Betalingstermijn ontbreekt',
  CFACT024: 'Relatiecode ontbreekt',
  CFACT025: 'Relatie is onbekend',
  CFACT026: 'Factuurnummer is niet beschikbaar',
  CFACT027: 'Geen factuursjabloon gekozen',
  CFACT028: 'Factuursjabloon bestaat niet',
  CFACT029: 'EmailBericht ontbreekt',
  CFACT030: 'EmailVanAdres ontbreekt',
  CFACT031: 'EmailOnderwerp ontbreekt',
  CFACT032: 'BoekhoudmutatieOmschrijving ontbreekt',
  CFACT033: 'IncassoRekeningNummer ontbreekt',
  CFACT034: 'IncassoTnv ontbreekt',
  CFACT035: 'IncassoPlaats ontbreekt',
  CFACT036: 'IncassoOmschrijvingRegel1 ontbreekt',
  CFACT037: 'Code van regel {} ontbreekt',
  CFACT038: 'BTW-code van regel {} ontbreekt',
  CFACT039: 'Omschrijving van regel {} ontbreekt',
  CFACT040: 'TegenrekeningCode van regel {} ontbreekt',
  CFACT042: 'BTW-code van regel {} is ongeldig',
  CFACT212: 'Kostenplaats van regel {} bestaat niet',
  CMUT012: 'Tegenrekening van regel {} bestaat niet of heeft een ongeldige categorie',
  'E001.1': 'Ongeldige inloggegevens (sessiegegevens)',
  'E001.2': 'Ongeldige inloggegevens (geen administratie gevonden)',
  'E001.3': 'Ongeldige inloggegevens (beveiligingscode 2)',
  'E001.5': 'Ongeldige inloggegevens (gebruiker heeft geen rechten)',
  'E001.7': 'Verificatie is niet gelukt',
  'E002.1': 'Ongeldige sessie (sessievariabelen)',
  'E002.2': 'Ongeldige sessie (sessie niet gevonden)',
  'E002.3': 'Sessie is verlopen',
  'E002.4': 'Sessie is al afgesloten',
  'E002.5': 'Geen accountant',
  'E003.1': 'Limiet van het aantal SOAP-aanroepen is bereikt',
} as const;
export type ErrorCode = keyof typeof ERRORS;

/** An expected refusal, which leaves with HTTP 200. `line` counts from 1. */
export interface VendorError {
  readonly code: ErrorCode;
  readonly line?: number;
}

/** The words of an error, with the number of the line filled in. */
export const describeError = (error: VendorError): string => ERRORS[error.code].replace('{}', String(error.line ?? ''));
