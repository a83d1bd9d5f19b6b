import { addressOf } from './books';
import { expect, test } from './fixtures';
import { shownLines } from './screens/document-table';
import { factOf, goTo, panelBeside, rowWith } from './screens/frame';
import { WorkOrderScreen } from './screens/work-order';

/** What the office sees before archiving and what SnelStart must hold afterwards. */
const LINES = [
  { shown: ['', 'Cv-ketel nakijken, druk valt weg', '', '', ''] },
  {
    shown: ['ARBEID', 'Arbeidsuur monteur 2:00 uur', '2', '€ 62,50', '€ 125,00'],
    arrives: {
      articleCode: 'ARBEID',
      description: 'Arbeidsuur monteur',
      quantity: '2',
      unitPrice: '62.5',
      total: '125',
    },
  },
  {
    shown: ['REISTIJD', 'Reistijd monteur 0:15 uur', '0,25', '€ 47,50', '€ 11,88'],
    arrives: {
      articleCode: 'REISTIJD',
      description: 'Reistijd monteur',
      quantity: '0.25',
      unitPrice: '47.5',
      total: '11.88',
    },
  },
  {
    shown: ['CU-15', 'Koperen buis 15 mm, hard, lengte 5 m', '2,5', '€ 12,34567', '€ 30,86'],
    arrives: {
      articleCode: 'CU-15',
      description: 'Koperen buis 15 mm, hard, lengte 5 m',
      quantity: '2.5',
      unitPrice: '12.34567',
      total: '30.86',
    },
  },
  {
    shown: ['VOORRIJ', 'Voorrijkosten', '1', '€ 35,00', '€ 35,00'],
    arrives: { articleCode: 'VOORRIJ', description: 'Voorrijkosten', quantity: '1', unitPrice: '35', total: '35' },
  },
] as const;

test('a work order becomes one sales order, line by line as previewed', async ({ activate, openApp, snelstart }) => {
  const linked = await activate({
    workArticle: 'ARBEID',
    travelArticle: 'REISTIJD',
    standardArticle: 'VOORRIJ',
    firstLineDescription: true,
    orderDescription: ['workDescription'],
    paymentReference: 'both',
    remarks: 'workAddress',
    orderType: 'werkbon',
    descriptionMarker: 'SK',
  });
  expect(linked.exitCode, linked.stderr).toBe(0);
  const address = addressOf(snelstart, 'Café Zoë');
  const { window } = await openApp();
  const screen = new WorkOrderScreen(window);

  await screen.startNew();
  await screen.chooseCustomer('zoe', 'Café Zoë');
  await screen.description.fill('Cv-ketel nakijken, druk valt weg');
  await window.getByRole('textbox', { name: 'Klantreferentie' }).fill('PO 4711');
  await screen.bookTime('Werktijd', '120');
  await screen.bookTime('Reistijd', '0:15');
  await screen.bookArticle('cu-15', 'Koperen buis 15 mm', { quantity: '2,5', price: '12,34567' });
  await expect(screen.archiveButton).toHaveCount(0);
  const number = await screen.saved();
  await expect(screen.archiveButton, 'Archiveren is there only once it is reported ready').toHaveCount(0);
  await screen.reportReady();

  await test.step('the preview is the document', async () => {
    await window.getByRole('button', { name: 'Voorbeeld' }).click();
    const preview = window.getByRole('dialog', { name: `Boekstuk van werkbon ${number}` });
    await expect(factOf(preview, 'Type order')).toHaveText('Werkbon');
    await expect(factOf(preview, 'Omschrijving')).toHaveText('Cv-ketel nakijken, druk valt weg SK');
    await expect(factOf(preview, 'Betalingskenmerk')).toHaveText(`${number} / PO 4711`);
    await expect(factOf(preview, 'Opmerkingen')).toHaveText(address);
    expect(await shownLines(preview)).toEqual(LINES.map(({ shown }) => shown));
    await preview.getByRole('button', { name: 'Sluiten' }).click();
  });

  await screen.archive();
  await test.step('the queue shows the number that SnelStart gave', async () => {
    await goTo(window, 'Archiefwachtrij');
    const entry = rowWith(window, 'Archiefwachtrij', number);
    await expect(entry).toContainText('Geboekt');
    await entry.click();
    await expect(factOf(panelBeside(window, `Werkbon ${number}`), 'Boekstuk')).toHaveText('20240113');
  });

  await test.step('SnelStart has exactly one order, as previewed', () => {
    const [order, ...others] = snelstart.control.documents();
    expect(others).toEqual([]);
    expect(order).toMatchObject({
      number: '20240113',
      kind: 'verkooporder (Werkbon)',
      customerName: 'Café Zoë',
      description: 'Cv-ketel nakijken, druk valt weg SK',
      totalExclVat: '202.74',
      fields: {
        betalingskenmerk: `${number} / PO 4711`,
        memo: address,
      },
    });
    const [first, ...articles] = order?.lines ?? [];
    expect(first).toMatchObject({ articleCode: null, description: 'Cv-ketel nakijken, druk valt weg', total: '0' });
    expect(articles).toEqual(LINES.flatMap((line) => ('arrives' in line ? [line.arrives] : [])));
  });

  await test.step('the work order cannot be changed any more', async () => {
    await panelBeside(window, `Werkbon ${number}`).getByRole('button', { name: 'Werkbon openen' }).click();
    await expect(window.getByText('Deze werkbon is gearchiveerd')).toBeVisible();
    await expect(screen.description).toBeDisabled();
    await expect(
      window.getByRole('button', { name: /^(Ongedaan maken|Heropenen|Gereed melden|Archiveren)$/ }),
    ).toHaveCount(0);
  });
});
