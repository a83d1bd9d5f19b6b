import { problem } from '../../connectors/_kit/problem';
import { fail } from '../../connectors/_kit/result';
import type { PdfMakerParts } from '../../main/documents/pdf-maker';

/** Of a company whose papers tell no prices. */
export const noCosts: PdfMakerParts['costsOf'] = () => Promise.resolve(fail(problem('blocked', 'pdf-no-prices')));
