import path from 'node:path';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok } from '../../connectors/_kit/result';
import type { RemoteStore } from '../db/store';
import { knownText } from '../log/catalogue';
import type { Time } from '../ports';
import type { ActiveLink } from './active-link';
import type { BackupBefore } from './backup-before';
import type { CompanyCalls } from './company';
import type { CompanyEvents } from './events';
import type { CompanyLog } from './company-log';
import { orStorageProblem } from './storage-refusal';
import { notLinked } from './sync-calls';

type Calls = Pick<CompanyCalls, 'sync:clean-up-rows' | 'sync:confirm-clean-up' | 'sync:refuse-clean-up'>;

export interface CleanUpAnswersParts {
  readonly store: RemoteStore;
  readonly activeLink: ActiveLink;
  readonly backupBefore: BackupBefore;
  readonly log: CompanyLog;
  readonly events: CompanyEvents;
  readonly time: Pick<Time, 'nowMs'>;
}

/** What the office looks at before it answers the question of a clean-up, and its answer. */
export function createCleanUpAnswers({
  store,
  activeLink,
  backupBefore,
  log,
  events,
  time,
}: CleanUpAnswersParts): Calls {
  return {
    'sync:clean-up-rows': (request) => store.cleanUp.questionRows(request),
    'sync:confirm-clean-up': ({ id }) =>
      orStorageProblem(async () => {
        const engine = activeLink.engine();
        if (engine === null) return fail(notLinked());
        const question = (await engine.pendingCleanUps()).find((one) => one.id === id);
        if (question === undefined) return fail(problem('invalid-input', 'clean-up-not-asked'));
        const isLarge = question.reason !== 'asked-for';
        const backup = isLarge ? await backupBefore('before-clean-up', wordOf(question.resource)) : null;
        if (backup?.ok === false) return backup;
        const confirmed = await engine.confirmCleanUp(id);
        return confirmed.ok
          ? ok({ ...confirmed.value, backupFile: backup === null ? null : path.basename(backup.value) })
          : confirmed;
      }),
    'sync:refuse-clean-up': ({ id }) =>
      orStorageProblem(async () => {
        const question = await store.cleanUp.question(id);
        if (question === null || !(await store.cleanUp.refuse(id, time.nowMs()))) {
          return fail(problem('invalid-input', 'clean-up-not-asked'));
        }
        const { resource, toRemove, keptInUse } = question;
        await log.cleanUpRefused(resource, toRemove + keptInUse);
        activeLink.engine()?.cleanUpAnswered();
        events.changed('log');
        return ok(null);
      }),
  };
}

/** As it stands in the name of the backup, which people read in Dutch. */
const wordOf = (resource: string): string => knownText(`log.resource.${resource}`).nl;
