import { readFileSync } from 'node:fs';
import { DEFAULT_COMPANY_SETTINGS } from '../../preload/contract/company-settings';
import { ask, right } from './bridge';
import { expect, test, type OpenApp } from './fixtures';
import { EMPTY_WORK_ORDER } from './office';
import { addPhotos, keptPaper, saveLogo } from './paper-office';

const PROFILE = {
  ...DEFAULT_COMPANY_SETTINGS.profile,
  name: 'Installatiebedrijf De Vries B.V.',
  street: 'Nijverheidsweg 12',
  postcode: '3512 AB',
  city: 'Utrecht',
  country: 'NL',
  phone: '030 – 123 45 67',
  email: 'info@devries.example',
  website: 'www.devries.example',
  vatNumber: 'NL000099998B57',
  chamberOfCommerceNumber: '12345678',
  iban: 'NL91 ABNA 0417 1643 00',
};
const NAMES = [
  "'s-Hertogenbosch, 't Hoekje, IJsselstein, Zoë, Daniël, coöperatie, Curaçao",
  'François Lefèvre, Noël, Cœur, Œuvre, Ÿves, Gaëlle, naïf, À bientôt',
  'Łukasz Wiśniewski, Ćwikliński, Źdźbło, Żółć, Gołąb, Dąbrowski, Szymańska, Kępa',
  'Şahin Yıldız, Öztürk, İbrahim, Çağlar, Gülşen, Doğan',
  'Őrsi Ünnep, Škoda, Dvořák, Ştefan, Ștefan, Āboliņš, Ūdris, Đorđević',
];

type Draft = typeof EMPTY_WORK_ORDER;

async function made({ window }: OpenApp, change: Partial<Draft>): Promise<{ id: number; number: string }> {
  const draft = { ...EMPTY_WORK_ORDER, description: 'Cv-ketel nagekeken', ...change };
  return right(await ask(window, 'work-orders:create', draft));
}

const workOrder = (id: number, change: { language?: 'nl' | 'en'; prices?: boolean; notes?: boolean } = {}) =>
  ({
    of: 'work-order',
    id,
    kind: 'work-order',
    choices: { language: 'nl', prices: false, notes: false, ...change },
  }) as const;

test('the papers of a company: its head, every letter, the same bytes twice', async ({
  activate,
  openApp,
  scratch,
}) => {
  test.setTimeout(240_000);
  expect((await activate({ workArticle: 'ARBEID' })).exitCode).toBe(0);
  const opened = await openApp();
  const { window } = opened;
  right(await ask(window, 'company-settings:save', { profile: PROFILE }));
  await saveLogo(window);
  const [customer] = (await ask(window, 'customers:list', { offset: 0, limit: 1 })).rows;
  const employee = right(await ask(window, 'employees:add', { name: 'Łukasz Wiśniewski-Őrsi' }));
  const articles = (await ask(window, 'articles:list', { offset: 0, limit: 5 })).rows;
  const { id, number } = await made(opened, {
    customerId: customer?.id ?? null,
    description: `${NAMES.join('\n')}\n€ 1.234,50 <b>niet vet</b> مرحبا بالعالم 👷🏽‍♂️ שלום`,
    notes: 'Sleutel onder de mat',
    employeeId: employee.id,
    plannedStartAtMs: Date.UTC(2026, 2, 2, 7),
    plannedEndAtMs: Date.UTC(2026, 2, 2, 9),
    times: [
      { employeeId: employee.id, kind: 'travel', date: '2026-03-02', startMinute: 465, minutes: 15, note: '' },
      { employeeId: employee.id, kind: 'work', date: '2026-03-02', startMinute: 480, minutes: 125, note: 'vat' },
      { employeeId: null, kind: 'work', date: '2026-03-03', startMinute: null, minutes: 60, note: '' },
    ],
    articles: articles.map(({ id: articleId }, index) => ({
      articleId,
      quantity: String(index + 0.5),
      unitPrice: null,
      description: null,
    })),
  });
  await addPhotos(window, id, 3);

  const paper = await keptPaper(opened, workOrder(id), scratch, 'een.pdf');
  const text = paper.pages.join(' ');
  for (const name of NAMES) expect(text).toContain(name);
  for (const piece of [
    'Nijverheidsweg 12 3512 AB Utrecht',
    'KvK 12345678',
    'IBAN NL91 ABNA 0417 1643 00',
    `Werkbon ${number}`,
    '08:00–10:05',
    '€ 1.234,50 <b>niet vet</b>',
    'ma 2 mrt 2026 – di 3 mrt 2026',
    'Foto 3: voor en na',
  ]) {
    expect(text).toContain(piece);
  }
  expect(text, 'notes are the office’s own').not.toContain('Sleutel onder de mat');
  expect([...paper.fonts.values()], 'every font is in the file').not.toContain(false);
  expect(paper.maker).toBe('Simon Koppel');

  const again = await keptPaper(opened, workOrder(id), scratch, 'nog-eens.pdf');
  expect(readFileSync(again.file).equals(readFileSync(paper.file)), 'printed twice, byte for byte the same').toBe(true);

  const english = await keptPaper(
    opened,
    workOrder(id, { language: 'en', prices: true, notes: true }),
    scratch,
    'en.pdf',
  );
  const words = english.pages.join(' ');
  for (const piece of ['Total excl. VAT', 'Material', 'Sleutel onder de mat', 'Mon 2 Mar 2026']) {
    expect(words).toContain(piece);
  }

  const empty = await keptPaper(opened, workOrder((await made(opened, {})).id), scratch, 'leeg.pdf');
  expect(empty.pages).toHaveLength(1);
});

test('300 lines and 30 photos: nothing is cut, and small enough for every package', async ({
  activate,
  openApp,
  scratch,
}) => {
  test.setTimeout(300_000);
  expect((await activate()).exitCode).toBe(0);
  const opened = await openApp();
  const { window } = opened;
  const [article] = (await ask(window, 'articles:list', { offset: 0, limit: 1 })).rows;
  const lines = Array.from({ length: 300 }, (_, index) => ({
    articleId: article?.id ?? 0,
    quantity: '1',
    unitPrice: null,
    description: `Regel ${index + 1} van driehonderd${index % 7 === 0 ? `, ${'lang '.repeat(30)}uitgelegd` : ''}`,
  }));
  const { id } = await made(opened, { articles: lines });
  const long = await keptPaper(opened, workOrder(id), scratch, 'driehonderd.pdf');
  const text = long.pages.join(' ');
  for (const { description } of lines) expect(text).toContain(description.split(',')[0]);
  for (const page of long.pages.slice(1)) expect(page).toContain('Code Omschrijving Aantal');
  long.pages.forEach((page, index) => expect(page).toContain(`${index + 1} / ${long.pages.length}`));

  const { id: withPhotos } = await made(opened, { description: 'Badkamer opgeleverd' });
  await addPhotos(window, withPhotos, 30);
  const photos = await keptPaper(opened, workOrder(withPhotos), scratch, 'foto.pdf');
  const bytes = readFileSync(photos.file).byteLength;
  test
    .info()
    .annotations.push({ type: 'size of 30 photos', description: `${bytes} bytes, ${photos.pages.length} pages` });
  expect(bytes, 'Billit takes 5 MiB').toBeLessThan(5 * 1024 * 1024);
  const captions = photos.pages.join(' ');
  for (let number = 1; number <= 30; number += 1) expect(captions).toContain(`Foto ${number}: voor en na`);
});
