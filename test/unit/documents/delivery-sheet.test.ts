import { Window } from 'happy-dom';
import { expect, test } from 'vitest';
import { deliverySheet } from '../../../main/documents/delivery-sheet';
import type { QueueDetail } from '../../../preload/contract/views';
import { queueEntry } from '../../renderer/fake/books';

/** What a reader of the sheet sees, with one space wherever there is any. */
function shown(entry: QueueDetail, language: 'nl' | 'en' = 'nl'): string {
  const window = new Window();
  window.document.write(
    deliverySheet({ language, companyName: 'Jansen <Installatie>', entry, labelOf: () => 'SnelStart' }),
  );
  return window.document.body.textContent.replace(/\s+/g, ' ');
}
const ENTRY = queueEntry(1);
const sentOf = ({ document, request }: QueueDetail): QueueDetail['sentDocuments'][number] => {
  if (document === null || request === null) throw new Error('This entry has a document');
  const requestSha256 = 'a3f1'.repeat(16);
  return { requestSha256, package: 'snelstart', settingsVersion: 3, firstSentAtMs: 0, document, request };
};

test('tells what was sent, line by line, and everything that happened', () => {
  const text = shown({ ...ENTRY, sentDocuments: [sentOf(ENTRY)] });
  expect(text).toContain(`Wat is er verzonden: werkbon ${ENTRY.workOrderNumber}`);
  expect(text).toContain('Jansen <Installatie>');
  expect(text).toContain('met instellingen versie 3');
  expect(text).toMatch(/VOORRIJ Voorrijkosten 1 35,00 35,00/);
  expect(text).toContain('Naar SnelStart, administratie Jansen Installatietechniek B.V.');
  expect(text).toMatch(/POST b2bapi\.snelstart\.nl\/v2\/verkooporders: antwoord \d+ na 412 ms/);
});

test('says so when nothing was sent yet', () => {
  expect(shown({ ...ENTRY, sentDocuments: [], steps: [] })).toContain('Er is nog niets verzonden.');
});

test('is in the language of the screens', () => {
  expect(shown(ENTRY, 'en')).toContain('What was sent: work order');
});
