import { ok } from '../../../connectors/_kit/result';
import type { Company } from '../../../main/company/company';
import type { ExportedList, ExportFormat } from '../../../preload/contract/exports';
import { must } from './test-company';

/** The bytes of the file that a list becomes. */
export async function savedBytes(company: Company, what: ExportedList, format: ExportFormat): Promise<Buffer> {
  const parts: Buffer[] = [];
  const saved = await company.lists.save(what, format, {
    ask: (name) => Promise.resolve(`/home/kantoor/${name}.${format}`),
    write: async (_, written) => {
      for await (const part of written) parts.push(Buffer.from(part));
      return ok(parts.length);
    },
  });
  if (saved === null) throw new Error('The list was not saved');
  must(saved);
  return Buffer.concat(parts);
}

/** The lines of the file as CSV, without their ends; the first one holds the names of the columns. */
export const savedLines = async (company: Company, what: ExportedList): Promise<readonly string[]> =>
  (await savedBytes(company, what, 'csv')).toString('utf8').replace(/\r\n$/, '').split('\r\n');
