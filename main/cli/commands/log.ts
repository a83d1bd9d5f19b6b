import { DateTime } from 'luxon';
import { OFFICE_ZONE } from '../../../connectors/_kit/office-zone';
import type { LogRow } from '../../../preload/contract/views';
import type { Company } from '../../company/company';
import type { CommandContext } from '../command-context';
import { EXIT, type ExitCode } from '../exit-codes';

/** Most rows that one call gives. */
const PAGE_ROWS = 500;

/** The newest messages of the log, newest first. */
export async function log(limit: number, { services, output }: CommandContext): Promise<ExitCode> {
  const rows = await newestRows(services.company, limit);
  const language = services.settings.app().language;
  const lines = rows.map(({ lastAtMs, level, record, message, action }) => {
    const at = DateTime.fromMillis(lastAtMs, { zone: OFFICE_ZONE }).toFormat('yyyy-MM-dd HH:mm:ss');
    const sentence = [message[language], action?.[language]].filter(Boolean).join(' ');
    return `${at}  ${output.say(`level.${level}`)}  ${record}: ${sentence}`;
  });
  await output.answer({ rows }, rows.length === 0 ? [output.say('nothing')] : lines);
  return EXIT.done;
}

async function newestRows({ calls }: Company, limit: number): Promise<readonly LogRow[]> {
  const rows: LogRow[] = [];
  for (;;) {
    const last = rows.at(-1);
    const page = await calls['log:list']({
      filter: {},
      ...(last === undefined ? {} : { before: { lastAtMs: last.lastAtMs, id: last.id } }),
      limit: Math.min(PAGE_ROWS, limit - rows.length),
    });
    rows.push(...page.rows);
    if (!page.more || page.rows.length === 0 || rows.length >= limit) return rows;
  }
}
