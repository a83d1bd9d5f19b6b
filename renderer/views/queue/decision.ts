import type { api } from '../../api';

export type Decision = Parameters<typeof api.queue.rehearse>[0];
/** Which entries are meant. */
export type Target = Decision['target'];
