import { renderBooksPage } from './books-page';
import type { SimulatedDocument } from './contract';
import { answerControl, type ControlTarget } from './control-pages';
import { jsonResponse, type SimulatorRequest, type SimulatorResponse } from './http-exchange';
import { OWN_PATHS } from './server';

export interface OwnPagesOptions {
  /** Name of the administration. */
  readonly title: string;
  readonly packageLabel: string;
  readonly documents: () => readonly SimulatedDocument[];
  /** Null: /_simulator/ stays closed. */
  readonly control: ControlTarget | null;
}

const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** The pages of the simulator itself: what arrived, and the control addresses for other processes. */
export function createOwnPages(options: OwnPagesOptions): (request: SimulatorRequest) => SimulatorResponse | null {
  return (request) => {
    // A page on the internet could point a name of its own at this port: only loopback names are answered.
    if (!LOOPBACK_HOST.test(request.headers.host ?? '')) return jsonResponse(403, { message: 'Loopback only' });
    if (request.path === OWN_PATHS.page)
      return renderBooksPage(options.title, options.packageLabel, options.documents());
    if (request.path === OWN_PATHS.pageData) {
      return jsonResponse(200, { documents: options.documents() }, { 'cache-control': 'no-store' });
    }
    if (options.control === null) return jsonResponse(404, { message: 'Start the simulator with --control' });
    return answerControl(request, options.control, options.documents);
  };
}
