import { emptyResponse, type SimulatorRequest, type SimulatorResponse } from '../../_kit/simulator/http-exchange';
import type { Login } from './login';
import { unauthorized } from './problems';
import type { Site } from './site';

/** The file behind the Url of an attachment, for a user who may open its company. */
export function attachmentFile(request: SimulatorRequest, login: Login, site: Site): SimulatorResponse {
  const holder = login.holderOf(request.headers.authorization);
  if (holder?.isValid !== true) return unauthorized();
  const id = request.query.get('ID') ?? '';
  const found = site
    .divisionsOf(holder.user)
    .map((books) => books.tables.attachments.byId(id))
    .find((attachment) => attachment !== null);
  if (found === undefined) return emptyResponse(404);
  const name = encodeURIComponent(found.values.FileName);
  return {
    status: 200,
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
    },
    body: '',
    bytes: Buffer.from(found.values.Attachment, 'base64'),
  };
}
