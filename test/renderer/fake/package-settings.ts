import { holdsFilterWord, type Manifest, type Settings } from '../../../preload/contract/model';
import type { ExampleWork, SettingsVersion } from '../../../preload/contract/package-settings';
import type { DocumentPreview } from '../../../preload/contract/views';
import { NOW_MS, queueEntry, workOrder } from './books';

const WORKS = 8;

/** What the screens of a package's settings ask beside the settings: work orders to try them on, and a history. */
export function createPackageSettings(manifest: Manifest, rows: number) {
  const works = Array.from({ length: Math.min(rows, WORKS) }, (_, index): ExampleWork => {
    const { id, number, status, customer, description } = workOrder(index + 1);
    return { id, number, status, customerName: customer?.name ?? '', description };
  });
  const versions: SettingsVersion[] = [];

  return {
    works,
    versions,
    /** As a save would have kept it. */
    keep: (settings: Settings, changes: SettingsVersion['changes']) => {
      versions.unshift({
        version: versions.length + 1,
        savedAtMs: NOW_MS,
        savedBy: 'petra',
        settings: { ...Object.fromEntries(manifest.settings.map((field) => [field.key, field.default])), ...settings },
        changes,
        documents: versions.length,
      });
    },
    exampleWorks: () => works,
    settingsHistory: () => versions,
    filterWord: ({ word }: { word: string }) => {
      const holding = works.filter(({ description }) => holdsFilterWord(description, word)).length;
      return { open: { all: works.length, holding }, archived: { all: 0, holding: 0 } };
    },
    preview: (id: number, settings: Settings): DocumentPreview => {
      const work = works.find((one) => one.id === id);
      const word = settings.exclusionWord;
      if (typeof word === 'string' && holdsFilterWord(work?.description ?? '', word)) {
        return { kind: 'skipped', reason: { kind: 'blocked', code: 'filter-word', params: { word } } };
      }
      const { document, request } = queueEntry(id);
      if (!document || !request) throw new Error('The fake has a document for each entry');
      return { kind: 'document', document, request, pdfFileNames: [] };
    },
  };
}
