import { sql } from '../sql';
import type { Intake } from './intake';

/** Article groups are names to show; nothing depends on a row, so what is gone simply goes. */
export const articleGroupIntake: Intake<'articleGroups'> = {
  table: 'articleGroup',
  label: (record) => record.name,
  put: (db, { linkId, tally }, { externalId, code, name }) => {
    const { changes } = db.run(sql`
      INSERT INTO article_group (link_id, external_id, code, name) VALUES (${linkId}, ${externalId}, ${code}, ${name})
      ON CONFLICT (link_id, external_id) DO UPDATE SET code = excluded.code, name = excluded.name
        WHERE code <> excluded.code OR name <> excluded.name`);
    tally.counts[changes === 0 ? 'unchanged' : 'written'] += 1;
    return null;
  },
  gone: (db, { linkId, tally }, externalId) => {
    const { changes } = db.run(
      sql`DELETE FROM article_group WHERE link_id = ${linkId} AND external_id = ${externalId}`,
    );
    tally.counts[changes === 0 ? 'unchanged' : 'removed'] += 1;
  },
};
