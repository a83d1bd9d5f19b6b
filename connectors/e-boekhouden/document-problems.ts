/** Why a document is not sent, or a list is not taken for complete: our own rules, before the package has to say no. */
import { problem, type Problem } from '../_kit/problem';
import type { LocalizedText } from '../_kit/text';

const blocked = (code: string, params: Problem['params'], message: LocalizedText, action: LocalizedText): Problem =>
  problem('blocked', `e-boekhouden.${code}`, params, { text: { message, action } });

/** An invoice names its relation by its code, and this one has none. */
export const relationWithoutCode = (customer: string): Problem =>
  blocked(
    'relation-without-code',
    { customer },
    {
      nl: `Klant ‘${customer}’ heeft in e-Boekhouden geen code. Zonder code kan er geen factuur worden gemaakt.`,
      en: `Customer ‘${customer}’ has no code in e-Boekhouden. Without a code no invoice can be made.`,
    },
    {
      nl: 'Vul de code in e-Boekhouden in bij Relaties en synchroniseer de klanten. Haal de werkbon daarna terug uit de Archiefwachtrij en archiveer opnieuw.',
      en: 'Fill in the code in e-Boekhouden under Relaties and synchronise the customers. Then take the work order back from the Archive queue and archive again.',
    },
  );

/** An invoice of e-Boekhouden has at most 100 lines (manual, 3.1). */
export const tooManyLines = (lines: number, allowed: number): Problem =>
  blocked(
    'too-many-lines',
    { lines, allowed },
    {
      nl: `Deze werkbon wordt een factuur van ${lines} regels; e-Boekhouden neemt er hoogstens ${allowed} aan.`,
      en: `This work order becomes an invoice of ${lines} lines; e-Boekhouden accepts ${allowed} at most.`,
    },
    {
      nl: 'Haal de werkbon terug uit de Archiefwachtrij. Voeg artikelen samen of verdeel ze over twee werkbonnen, en archiveer opnieuw.',
      en: 'Take the work order back from the Archive queue. Combine articles or divide them over two work orders, and archive again.',
    },
  );

/** Every line needs the VAT code and the ledger account of its article. */
export const articleIncomplete = (article: string): Problem =>
  blocked(
    'article-incomplete',
    { article },
    {
      nl: `Artikel ‘${article}’ heeft in e-Boekhouden geen btw-code of geen grootboekrekening.`,
      en: `Article ‘${article}’ has no VAT code or no ledger account in e-Boekhouden.`,
    },
    {
      nl: 'Vul beide in bij het artikel in e-Boekhouden: Facturen, Producten en diensten. Synchroniseer, haal de werkbon terug uit de Archiefwachtrij en archiveer opnieuw.',
      en: 'Fill in both for the article in e-Boekhouden: Facturen, Producten en diensten. Synchronise, take the work order back from the Archive queue and archive again.',
    },
  );

/** The list was cut off, and no filter of the service reaches the rest of it for sure. */
export const listCutOff = (list: 'customers' | 'articles'): Problem =>
  list === 'customers'
    ? blocked(
        'customers-cut-off',
        {},
        {
          nl: 'e-Boekhouden geeft niet alle klanten: het zijn er meer dan in één antwoord passen.',
          en: 'e-Boekhouden does not give all customers: there are more than fit in one answer.',
        },
        {
          nl: 'Verwijder in e-Boekhouden relaties die u niet meer gebruikt. Tot die tijd haalt Simon de meeste klanten op, en verwijdert de schoonmaak er geen.',
          en: 'In e-Boekhouden, delete relations that you no longer use. Until then Simon fetches most customers, and the clean-up removes none.',
        },
      )
    : blocked(
        'articles-cut-off',
        {},
        {
          nl: 'e-Boekhouden geeft niet alle artikelen: het zijn er meer dan in één antwoord passen.',
          en: 'e-Boekhouden does not give all articles: there are more than fit in one answer.',
        },
        {
          nl: 'Kies bij Integraties, Instellingen de artikelgroepen die u nodig hebt: dan haalt Simon elke groep apart op. Tot die tijd verwijdert de schoonmaak geen artikelen.',
          en: 'Choose the article groups that you need under Integrations, Settings: then Simon fetches each group by itself. Until then the clean-up removes no articles.',
        },
      );

/** More invoices on one day than an answer holds: one of ours could be among those that were left out. */
export const tooManyInvoices = (day: string): Problem =>
  blocked(
    'too-many-invoices',
    { day },
    {
      nl: `Op ${day} staan er meer facturen in e-Boekhouden dan in één antwoord passen.`,
      en: `On ${day} there are more invoices in e-Boekhouden than fit in one answer.`,
    },
    {
      nl: 'Kijk in e-Boekhouden bij Facturen of de factuur van deze werkbon er staat. Open daarna de werkbon in de Archiefwachtrij en geef antwoord.',
      en: 'Look in e-Boekhouden under Facturen whether the invoice of this work order is there. Then open the work order in the Archive queue and answer.',
    },
  );
