import { jsonResponse, type SimulatorRequest, type SimulatorResponse } from '../../../_kit/simulator/http-exchange';
import type { Access } from '../access';
import type { FinanceProblems } from './problems';

const KEPT_MS = 24 * 3_600_000;
const HEADER_FORM = /^(none|subscription(:.*)?|https?:\/\/.+)$/i;

interface Finished {
  readonly tenantId: string;
  readonly clientId: string;
  readonly receivedMs: number;
  readonly uri: string;
  readonly response: SimulatorResponse;
}

/** Calls that were queued with the header `erp-api-background`. Page "Background API calls". Here they are done at once. */
export class BackgroundCalls {
  private readonly finished = new Map<string, Finished>();

  constructor(
    private readonly problems: FinanceProblems,
    private readonly now: () => number,
    private readonly newId: () => string,
  ) {}

  /** Answers 202 with the place to look when the header asks for it, else the answer itself. */
  async answer(
    request: SimulatorRequest,
    access: Access,
    carryOut: () => Promise<SimulatorResponse>,
  ): Promise<SimulatorResponse> {
    const header = request.headers['erp-api-background'];
    if (header === undefined) return carryOut();
    if (!HEADER_FORM.test(header)) return this.problems.of(400, 'The value of erp-api-background is not supported.');
    const id = this.newId();
    this.finished.set(id, {
      tenantId: access.books.company.tenantId,
      clientId: access.clientId,
      receivedMs: this.now(),
      uri: request.path,
      response: await carryOut(),
    });
    const stateLocation = `http://${request.headers.host ?? ''}/v1/background/${id}`;
    return jsonResponse(202, { id, stateLocation });
  }

  state(id: string, access: Access): SimulatorResponse {
    const found = this.find(id, access);
    if ('status' in found) return found;
    const at = new Date(found.receivedMs).toISOString();
    return jsonResponse(200, {
      id,
      status: 'Finished',
      statusCode: found.response.status,
      receivedUtc: at,
      startedUtc: at,
      finishedUtc: at,
      originalUri: found.uri,
      hasResponseContent: found.response.body !== '',
      contentLocation: `/v1/background/${id}/content`,
      responseHeaders: found.response.headers,
    });
  }

  content(id: string, access: Access): SimulatorResponse {
    const found = this.find(id, access);
    return 'status' in found ? found : found.response;
  }

  private find(id: string, access: Access): Finished | SimulatorResponse {
    const found = this.finished.get(id);
    if (found === undefined) return this.problems.notFound('The background operation');
    if (found.tenantId !== access.books.company.tenantId || found.clientId !== access.clientId) {
      return this.problems.of(403, 'The operation was started by another company or user.');
    }
    return this.now() - found.receivedMs < KEPT_MS ? found : this.problems.of(410, 'The operation has been removed.');
  }
}
