import type { Books } from '../books';
import type { Invoice } from '../model';
import { enterOfficeInvoice, type NewInvoice } from '../office-invoice';

/** Invoices that stood in the books before Simon came, by name of the customer. */
const WISHES: readonly (Omit<NewInvoice, 'relationCode'> & { readonly customer: string })[] = [
  { customer: "'t Hoekje", day: '2024-04-08', lines: [['ONDERHOUD-CV', '1']], bookedAs: 'Onderhoud cv' },
  {
    customer: 'Öztürk Totaalbouw',
    day: '2024-04-15',
    template: 'Factuur met specificatie',
    lines: [
      ['VOORRIJ', '1'],
      ['ARBEID', '6.5', 'Groepenkast uitgebreid'],
      ['ARBEID9', '2', 'Sparing dichtgezet'],
    ],
    bookedAs: 'Project Kerkstraat',
  },
  { customer: 'Café Zoë', day: '2024-05-21', lines: [['ARBEID', '1.25'], ['007', '2']], bookedAs: 'Storing keuken' }, // prettier-ignore
  { customer: 'Café Zoë', day: '2024-06-12', lines: [['KORTING', '1'], ['VOORRIJ', '1']] }, // prettier-ignore
  {
    customer: 'Dakwerken Peeters & Zonen BV',
    day: '2024-06-14',
    lines: [['SG-GAS', '3', 'Gasflessen, <10 kg> & vol']],
  },
];

/** Enters the invoices whose customer and articles are in these books. */
export function practiceInvoices(books: Books): Invoice[] {
  const articleCodes = new Set(books.articles.all().map((article) => article.code));
  return WISHES.flatMap(({ customer, ...wish }) => {
    const relation = books.relations.all().find((candidate) => candidate.company === customer);
    if (relation === undefined || !wish.lines.every(([code]) => articleCodes.has(code))) return [];
    return [enterOfficeInvoice({ ...wish, relationCode: relation.code }, books)];
  });
}
