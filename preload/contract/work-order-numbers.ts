import type { QueueRow } from './views';

/** The numbers of all work orders on a document, the leading one first: `1042, 1043`. */
export const numbersOf = ({ workOrderNumber, together }: Pick<QueueRow, 'workOrderNumber' | 'together'>): string =>
  [workOrderNumber, ...together.map(({ number }) => number)].join(', ');
