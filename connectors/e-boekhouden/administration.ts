import type { Administration, Connector } from '../_kit/connector';
import { ok, type Result } from '../_kit/result';
import { administrationKeyOf } from './administration-key';
import { childText } from './answer';
import { getAdministrations } from './api';
import { manifest } from './manifest';

/**
 * The administration that the codes belong to. GetAdministraties gives every administration that is linked to the user,
 * or none: the own one is known by its guid, and without it the codes themselves tell which one it is.
 */
export const check: Connector['check'] = async (ctx): Promise<Result<Administration>> => {
  const answer = await getAdministrations(ctx);
  // The session proves that the codes are right; a user who may not ask for the list lacks nothing but the name.
  const rows = !answer.ok && answer.problem.kind === 'rejected' ? ok([]) : answer;
  if (!rows.ok) return rows;
  const id = ctx.grantedFor();
  if (id === null) throw new Error('A session of e-Boekhouden without the key of its administration');
  const keys = rows.value.map((row) => administrationKeyOf(childText(row, 'Guid')));
  const own = rows.value[keys.indexOf(id)] ?? (rows.value.length === 1 ? rows.value[0] : undefined);
  const name = own === undefined ? '' : childText(own, 'Bedrijf');
  return ok({ id, name: name === '' ? manifest.label : name, facts: null });
};
