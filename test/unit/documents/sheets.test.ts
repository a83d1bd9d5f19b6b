import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { letterheadOf } from '../../../main/documents/letterhead';
import { formsSheet } from '../../../main/documents/forms-sheet';
import type { SheetPicture } from '../../../main/documents/pictures';
import type { SheetInput } from '../../../main/documents/sheet';
import { workOrderSheet } from '../../../main/documents/work-order-sheet';
import { DEFAULT_COMPANY_SETTINGS } from '../../../preload/contract/company-settings';
import type { Question } from '../../../preload/contract/custom-forms';
import type { ArticleRow, DesignedForm, WorkOrderDetail } from '../../../preload/contract/views';
import type { WorkOrderSignature } from '../../../preload/contract/work-order-signature';

const article = (id: number, code: string): ArticleRow => ({
  id,
  code,
  description: `Artikel ${code}`,
  groupName: '',
  unit: 'st',
  unitPrice: '12.34',
  vatRate: '21',
  origin: 'package',
  active: true,
});

const WORK_ORDER: WorkOrderDetail = {
  id: 1,
  number: '1042',
  status: 'ready',
  version: 1,
  customerId: 1,
  workAddressId: 2,
  description: 'Cv-ketel nagekeken\nDruk bijgevuld',
  customerReference: 'PO 4711',
  notes: 'Sleutel bij de buren',
  employeeId: 1,
  // 08:00 and 10:00 on the clock of Amsterdam, in winter.
  plannedStartAtMs: Date.UTC(2026, 10, 30, 7),
  plannedEndAtMs: Date.UTC(2026, 10, 30, 9),
  times: [
    { employeeId: 1, kind: 'travel', date: '2026-11-30', startMinute: null, minutes: 15, note: '' },
    { employeeId: 1, kind: 'work', date: '2026-11-30', startMinute: null, minutes: 125, note: 'vat vervangen' },
    { employeeId: 2, kind: 'work', date: '2026-12-01', startMinute: null, minutes: 60, note: '' },
    { employeeId: null, kind: 'work', date: '2026-12-01', startMinute: null, minutes: 5, note: '' },
  ],
  articles: [
    { articleId: 7, quantity: '1250.5', unitPrice: '99', description: null },
    { articleId: 8, quantity: '1', unitPrice: null, description: 'Op maat gemaakt' },
  ],
  forms: [
    { title: 'Oplevering', answers: [{ question: 'Lekvrij?', answer: 'ja\nop 3 bar' }] },
    { title: 'Veiligheid', answers: [{ question: 'Rookmelder?', answer: ' ' }] },
  ],
  customer: {
    id: 1,
    number: '10042',
    name: 'Café Zoë',
    street: 'Dorpsstraat 1',
    postcode: '1234 AB',
    city: 'Utrecht',
    phone: '030-1234567',
    origin: 'package',
    active: true,
  },
  workAddress: {
    id: 2,
    customerId: 1,
    kind: 'own',
    origin: 'simon',
    name: 'Magazijn',
    street: 'Kerkstraat 2',
    postcode: '2000',
    city: 'Antwerpen',
    country: 'BE',
  },
  articleRows: [article(7, 'CU-15'), article(8, 'VAT')],
  formVersions: [],
  signature: null,
  createdAtMs: 0,
  reportedReadyAtMs: Date.UTC(2026, 11, 1, 23, 30),
  archivedAtMs: null,
  sourceNumber: null,
  madeFrom: null,
  queueEntryId: null,
  chosenAgainAtMs: null,
};

const input = (change: Partial<WorkOrderDetail> = {}, more: Partial<SheetInput> = {}): SheetInput => ({
  language: 'nl',
  letterhead: letterheadOf(DEFAULT_COMPANY_SETTINGS.profile, 'Jansen & Zn.', null),
  workOrder: { ...WORK_ORDER, ...change },
  employeeNames: new Map([
    [1, 'Łukasz Őrsi'],
    [2, 'Fatima El Idrissi'],
  ]),
  pictures: [],
  hourPolicy: DEFAULT_COMPANY_SETTINGS.hourPolicy,
  notes: false,
  costs: null,
  ...more,
});

function parsed(page: string) {
  const { document } = new Window();
  document.write(page);
  return document;
}

/** What a reader sees, by section: headings, facts, and the cells of each row. */
function meaning(page: string) {
  const document = parsed(page);
  const text = (element: { readonly textContent: string } | null) => (element?.textContent ?? '').trim();
  return {
    language: document.documentElement.lang,
    title: document.title,
    company: text(document.querySelector('.company')),
    headings: [...document.querySelectorAll('h1, h2')].map(text),
    facts: [...document.querySelectorAll('.facts > div')].map((fact) => [
      text(fact.querySelector('.label')),
      text(fact.querySelector('.text')),
    ]),
    texts: [...document.querySelectorAll('p.text')].map(text),
    rows: [...document.querySelectorAll('tr')].map((row) => [...row.children].map(text)),
    answers: [...document.querySelectorAll('dt, dd')].map(text),
  };
}

describe('the sheet of a work order', () => {
  it('tells who, where, what, hours and articles', () => {
    expect(meaning(workOrderSheet(input()))).toMatchInlineSnapshot(`
      {
        "answers": [],
        "company": "Jansen & Zn.",
        "facts": [
          [
            "Klant",
            "Café Zoë
      Klantnummer 10042
      Dorpsstraat 1
      1234 AB Utrecht
      030-1234567",
          ],
          [
            "Werkadres",
            "Magazijn
      Kerkstraat 2
      2000 Antwerpen
      België",
          ],
          [
            "Klantreferentie",
            "PO 4711",
          ],
          [
            "Medewerker",
            "Łukasz Őrsi",
          ],
          [
            "Gepland",
            "ma 30 nov 2026, 08:00–10:00",
          ],
          [
            "Uitgevoerd",
            "ma 30 nov 2026 – di 1 dec 2026",
          ],
          [
            "Gereed gemeld",
            "wo 2 dec 2026",
          ],
        ],
        "headings": [
          "Werkbon 1042",
          "Werkzaamheden",
          "Uren",
          "Artikelen",
        ],
        "language": "nl",
        "rows": [
          [
            "Datum",
            "Medewerker",
            "Soort",
            "Opmerking",
            "Uren:minuten",
          ],
          [
            "ma 30 nov 2026",
            "Łukasz Őrsi",
            "Reistijd",
            "",
            "0:15",
          ],
          [
            "ma 30 nov 2026",
            "Łukasz Őrsi",
            "Werktijd",
            "vat vervangen",
            "2:05",
          ],
          [
            "di 1 dec 2026",
            "Fatima El Idrissi",
            "Werktijd",
            "",
            "1:00",
          ],
          [
            "di 1 dec 2026",
            "Niet ingevuld",
            "Werktijd",
            "",
            "0:05",
          ],
          [
            "Totaal per medewerker",
            "Werktijd",
            "Reistijd",
            "Totaal",
          ],
          [
            "Łukasz Őrsi",
            "2:05",
            "0:15",
            "2:20",
          ],
          [
            "Fatima El Idrissi",
            "1:00",
            "0:00",
            "1:00",
          ],
          [
            "Niet ingevuld",
            "0:05",
            "0:00",
            "0:05",
          ],
          [
            "Totaal",
            "3:10",
            "0:15",
            "3:25",
          ],
          [
            "In uren",
            "3,17",
            "0,25",
            "",
          ],
          [
            "Code",
            "Omschrijving",
            "Aantal",
            "Eenheid",
          ],
          [
            "CU-15",
            "Artikel CU-15",
            "1.250,5",
            "st",
          ],
          [
            "VAT",
            "Op maat gemaakt",
            "1",
            "st",
          ],
        ],
        "texts": [
          "Cv-ketel nagekeken
      Druk bijgevuld",
        ],
        "title": "Werkbon 1042 – Jansen & Zn.",
      }
    `);
  });

  it('shows no prices, also not those that the office typed', () => {
    const page = workOrderSheet(input());
    for (const price of ['12,34', '12.34', '99', '€']) expect(parsed(page).body.textContent).not.toContain(price);
  });

  it('leaves out what is not there', () => {
    const empty = input({
      customer: null,
      workAddress: null,
      customerReference: '',
      notes: ' ',
      employeeId: null,
      plannedStartAtMs: null,
      plannedEndAtMs: null,
      times: [],
      articles: [],
      reportedReadyAtMs: null,
      description: 'Kraan lekt',
    });
    expect(meaning(workOrderSheet(empty))).toMatchObject({
      headings: ['Werkbon 1042', 'Werkzaamheden'],
      facts: [],
      rows: [],
    });
  });

  it('is English when that is chosen, with the notes when they are', () => {
    const { language, headings } = meaning(workOrderSheet(input({}, { language: 'en', notes: true })));
    expect(language).toBe('en');
    expect(headings).toEqual(['Work order 1042', 'Work description', 'Hours', 'Articles', 'Notes']);
  });

  it('is the same for the same work order', () => {
    expect(workOrderSheet(input())).toBe(workOrderSheet(input()));
  });
});

describe('the head of a paper', () => {
  const profile = {
    ...DEFAULT_COMPANY_SETTINGS.profile,
    name: 'De Vries B.V.',
    street: 'Nijverheidsweg 12',
    postcode: '3512 AB',
    city: 'Utrecht',
    country: 'NL',
    phone: '030-1',
    vatNumber: 'NL000099998B57',
    chamberOfCommerceNumber: '12345678',
  };
  const headOf = (change: Partial<typeof profile>, language: 'nl' | 'en' = 'nl', hasLogo = false) => {
    const logo = hasLogo ? { mediaType: 'image/png' as const, bytes: new Uint8Array([1, 2, 3]) } : null;
    const page = workOrderSheet(
      input({}, { language, letterhead: letterheadOf({ ...profile, ...change }, 'Jansen', logo) }),
    );
    const header = parsed(page).querySelector('header');
    const image = header?.querySelector('img');
    return {
      lines: [...(header?.querySelectorAll('p') ?? [])].map(({ textContent }) => textContent),
      logo: image ? [image.getAttribute('src'), image.getAttribute('alt')] : null,
    };
  };

  it('has the name, how the company is reached and its numbers; nothing for what is empty', () => {
    expect(headOf({})).toEqual({
      lines: [
        'De Vries B.V.',
        'Nijverheidsweg 12\n3512 AB Utrecht',
        '030-1',
        'KvK\u00a012345678 · Btw\u00a0NL000099998B57',
      ],
      logo: null,
    });
    expect(headOf({ phone: '', vatNumber: '', chamberOfCommerceNumber: '', name: '' }).lines).toEqual([
      'Jansen',
      'Nijverheidsweg 12\n3512 AB Utrecht',
    ]);
  });

  it('names the numbers as its country and its language do', () => {
    expect(headOf({ country: 'BE' }).lines.join(' ')).toContain('Ondernemingsnr.\u00a012345678');
    expect(headOf({}, 'en').lines.join(' ')).toContain('VAT\u00a0NL000099998B57');
  });

  it('has the logo in the place of the name, which then stands with the address', () => {
    expect(headOf({}, 'nl', true)).toMatchObject({
      lines: ['De Vries B.V.\nNijverheidsweg 12\n3512 AB Utrecht', '030-1', expect.any(String)],
      logo: ['data:image/png;base64,AQID', 'De Vries B.V.'],
    });
  });
});

describe('hours on paper', () => {
  it('tell from and until where they are known, and hours as the company rounds them', () => {
    const times: WorkOrderDetail['times'] = [
      { employeeId: 1, kind: 'work', date: '2026-11-30', startMinute: 480, minutes: 125, note: '' },
      { employeeId: 1, kind: 'work', date: '2026-11-30', startMinute: 1_410, minutes: 60, note: '' },
      { employeeId: 1, kind: 'travel', date: '2026-11-30', startMinute: null, minutes: 10, note: '' },
    ];
    const hourPolicy = {
      work: { stepMinutes: 15, direction: 'up', minimumMinutes: 0 },
      travel: { stepMinutes: null, direction: 'up', minimumMinutes: 0 },
    } as const;
    const { rows, facts } = meaning(workOrderSheet(input({ times, articles: [] }, { hourPolicy })));
    expect(rows.map(([, span]) => span).slice(1, 4)).toEqual(['08:00–10:05', '23:30–00:30', '']);
    expect(rows.at(-1)).toEqual(['In uren', '3,25', '0,17', '']);
    expect(facts).toContainEqual(['Uitgevoerd', 'ma 30 nov 2026']);
  });
});

describe('prices on paper', () => {
  const line = {
    description: 'Arbeid',
    descriptionChanged: false,
    minutes: null,
    quantity: '2.5',
    unitPrice: '62.5',
    priceChanged: false,
    vatRate: '21',
    totalExclVat: '156.25',
  };
  const sold = (code: string) => ({ externalId: code, code, description: code, unit: 'uur', extra: null });
  const costs: SheetInput['costs'] = {
    lines: [
      { ...line, kind: 'work-description', article: null, description: 'Ketel nagekeken', totalExclVat: null },
      { ...line, kind: 'work-time', article: sold('ARBEID') },
      { ...line, kind: 'article', article: sold('CU-15'), unitPrice: null, totalExclVat: null },
    ],
    totals: { exclVat: null, vat: null, inclVat: null },
  };

  it('stand apart for labour and material, a dash for one that is not known', () => {
    expect(meaning(workOrderSheet(input({ times: [] }, { costs }))).rows).toEqual([
      ['Code', 'Omschrijving', 'Aantal', 'Eenheid', 'Prijs', 'Bedrag'],
      ['Arbeid'],
      ['ARBEID', 'Arbeid', '2,5', 'uur', '€ 62,50', '€ 156,25'],
      ['Totaal arbeid', '€ 156,25'],
      ['Materiaal'],
      ['CU-15', 'Arbeid', '2,5', 'uur', '–', '–'],
      ['Totaal materiaal', '–'],
      ['Totaal excl. btw', '–'],
    ]);
  });

  it('have VAT by rate and both totals when all is known', () => {
    const totals = { exclVat: '156.25', vat: [{ vatRate: '21', base: '156.25', vat: '32.81' }], inclVat: '189.06' };
    const { rows } = meaning(
      workOrderSheet(input({ times: [] }, { costs: { lines: costs.lines.slice(1, 2), totals } })),
    );
    expect(rows.slice(-3)).toEqual([
      ['Totaal excl. btw', '€ 156,25'],
      ['Btw 21% over € 156,25', '€ 32,81'],
      ['Totaal incl. btw', '€ 189,06'],
    ]);
  });
});

describe('the signature of the customer', () => {
  const signature: WorkOrderSignature = {
    name: 'J. Bakker',
    signedAtMs: Date.UTC(2026, 11, 1, 9, 5),
    fileId: 9,
    changedSince: [],
  };
  const signed = (change: Partial<WorkOrderSignature>) =>
    parsed(workOrderSheet(input({ signature: { ...signature, ...change } }))).querySelector('.signed')?.textContent;

  it('stands with name and moment, and with what was changed afterwards', () => {
    expect(signed({})).toMatch(/J\. Bakker, di 1 dec 2026, 10:05\s*$/);
    expect(signed({ changedSince: ['times'] })).toContain('gewijzigd na ondertekening');
  });
});

describe('the sheet of the custom forms', () => {
  it('has every form with its questions and answers', () => {
    expect(meaning(formsSheet(input()))).toMatchObject({
      title: 'Formulieren bij werkbon 1042 – Jansen & Zn.',
      headings: ['Formulieren bij werkbon 1042', 'Oplevering', 'Veiligheid'],
      answers: ['Lekvrij?', 'ja\nop 3 bar', 'Rookmelder?', '–'],
    });
  });
});

describe('a form that the office designed', () => {
  const asked = (id: string, change: Partial<Question>): Question =>
    ({ id, label: id, required: false, visibleWhen: null, ...change }) as Question;
  const questions = [
    asked('lekvrij', { kind: 'yes-no' }),
    asked('druk', { kind: 'number', visibleWhen: { key: 'lekvrij', oneOf: [true] } }),
    asked('oorzaak', { kind: 'text', visibleWhen: { key: 'lekvrij', oneOf: [false] } }),
    asked('beurt', { kind: 'date' }),
    asked('foto', { kind: 'photo' }),
    asked('akkoord', { kind: 'signature' }),
  ];
  const pictureOf = (id: number, kind: 'photo' | 'signature', caption: string): SheetPicture => ({
    file: {
      id,
      workOrderId: 1,
      kind,
      name: 'x',
      sizeBytes: 3,
      width: 20,
      height: 10,
      caption,
      questionId: 'foto',
      addedAtMs: 0,
    },
    bytes: new Uint8Array([1, 2, 3]),
  });
  const filled = (answers: DesignedForm['answers'], language: 'nl' | 'en' = 'nl') =>
    formsSheet(
      input(
        {
          forms: [{ formVersionId: 5, title: 'Rapport', answers }],
          formVersions: [{ id: 5, formId: 1, version: 1, title: 'Rapport', questions }],
        },
        {
          language,
          pictures: [pictureOf(7, 'photo', 'Voor'), pictureOf(8, 'photo', ''), pictureOf(9, 'signature', '')],
        },
      ),
    );

  it('says each answer in words and leaves out what the answers hide', () => {
    const answers = { lekvrij: true, druk: '1250.5', oorzaak: 'was eerst een lek', beurt: '2027-11-01' };
    expect(meaning(filled(answers)).answers).toEqual([
      ...['lekvrij', 'Ja', 'druk', '1.250,5', 'beurt', 'ma 1 nov 2027'],
      ...['foto', '–', 'akkoord', '–'],
    ]);
    expect(meaning(filled(answers, 'en')).answers?.slice(0, 4)).toEqual(['lekvrij', 'Yes', 'druk', '1,250.5']);
  });

  it('shows the photos of a question with their captions, and who signed', () => {
    const page = parsed(filled({ foto: [7], akkoord: { name: 'J. Bakker', day: '2026-12-01', fileId: 9 } }));
    const images = [...page.querySelectorAll('img')].map((one) => [one.className, one.getAttribute('src'), one.alt]);
    expect(images).toEqual([
      ['photo', 'data:image/jpeg;base64,AQID', 'Voor'],
      ['signature', 'data:image/png;base64,AQID', 'J. Bakker'],
    ]);
    expect(page.body.textContent).toContain('J. Bakker, di 1 dec 2026');
  });
});

describe('text of others', () => {
  const HOSTILE = `</title></style><script>steal()</script><img src=x onerror="steal()"> ' " & \u0000\u001b`;
  const everywhere = input(
    {
      number: HOSTILE,
      description: HOSTILE,
      customerReference: HOSTILE,
      notes: HOSTILE,
      times: [{ employeeId: 1, kind: 'work', date: '2026-11-30', startMinute: null, minutes: 1, note: HOSTILE }],
      articles: [{ articleId: 7, quantity: '1', unitPrice: null, description: HOSTILE }],
      articleRows: [{ ...article(7, HOSTILE), unit: HOSTILE }],
      forms: [{ title: HOSTILE, answers: [{ question: HOSTILE, answer: HOSTILE }] }],
      customer: WORK_ORDER.customer && { ...WORK_ORDER.customer, name: HOSTILE, street: HOSTILE },
      workAddress: WORK_ORDER.workAddress && { ...WORK_ORDER.workAddress, name: HOSTILE, country: HOSTILE },
    },
    {
      letterhead: letterheadOf(
        { ...DEFAULT_COMPANY_SETTINGS.profile, name: HOSTILE, street: HOSTILE, website: HOSTILE, iban: HOSTILE },
        HOSTILE,
        null,
      ),
      notes: true,
      employeeNames: new Map([[1, HOSTILE]]),
    },
  );

  it.each([
    ['work order', workOrderSheet, 11],
    ['forms', formsSheet, 6],
  ] as const)('stays text on the sheet of the %s', (_name, sheet, least) => {
    const page = sheet(everywhere);
    const document = parsed(page);
    expect(document.querySelectorAll('script, img, iframe, [onerror]')).toHaveLength(0);
    expect(document.querySelectorAll('style, link')).toHaveLength(2);
    expect((document.body.textContent ?? '').split('<script>steal()</script>').length - 1).toBeGreaterThanOrEqual(
      least,
    );
    expect(page).not.toMatch(/[\u0000-\u0008\u001b]/);
  });
});
