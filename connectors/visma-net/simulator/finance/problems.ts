import { jsonResponse, type SimulatorResponse } from '../../../_kit/simulator/http-exchange';
import type { Quirks } from '../quirks';

/** Error bodies of the finance API. Clients of others met `message` and `Message`; both can be had. */
export class FinanceProblems {
  constructor(private readonly quirks: Pick<Quirks, 'messageKey' | 'validationStatus'>) {}

  of(status: number, text: string): SimulatorResponse {
    return jsonResponse(status, { [this.quirks.messageKey]: text });
  }

  /** What was sent cannot be accepted. */
  refused(text: string): SimulatorResponse {
    return this.of(Number(this.quirks.validationStatus), text);
  }

  notFound(what: string): SimulatorResponse {
    return this.of(404, `${what} cannot be found in the system.`);
  }

  unauthorized(): SimulatorResponse {
    return this.of(401, 'Authorization has been denied for this request.');
  }

  forbidden(): SimulatorResponse {
    return this.of(403, 'The token does not have the scope that this request needs.');
  }

  tooManyRequests(retryAfterSeconds: number): SimulatorResponse {
    return this.of(429, `API calls quota exceeded. Try again in ${retryAfterSeconds} seconds.`);
  }

  /** An error status that was not caused by a request. */
  status(status: number, retryAfterSeconds: number | null): SimulatorResponse {
    if (status < 300) return jsonResponse(status, []);
    if (status < 400) return { status, headers: {}, body: '' };
    if (status === 401) return this.unauthorized();
    return status === 429 ? this.tooManyRequests(retryAfterSeconds ?? 60) : this.of(status, 'An error has occurred.');
  }
}

/** The body for a company whose licence ended, as Visma's community shows it. */
export const noLicence = (messageId: string): SimulatorResponse =>
  jsonResponse(403, {
    ExceptionType: 'IPPException',
    ExceptionMessage: 'No license for this company.',
    ExceptionFaultCode: '12027',
    ExceptionMessageID: `12027_${messageId}`,
    ExceptionDetails: '',
  });
