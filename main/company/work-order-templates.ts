import type { Result } from '../../connectors/_kit/result';
import type { Area } from '../../preload/contract/events';
import type { RemoteStore } from '../db/store';
import type { Time } from '../ports';
import type { CompanyCalls } from './company';
import type { CompanyEvents } from './events';
import { orStorageProblem } from './storage-refusal';

type Calls = Pick<
  CompanyCalls,
  | 'work-orders:duplicate'
  | 'work-order-templates:list'
  | 'work-order-templates:keep'
  | 'work-order-templates:rename'
  | 'work-order-templates:remove'
  | 'work-order-templates:start'
>;

/** Work orders that are made of another one or of a template, and the templates. */
export function createTemplateCalls(
  { templates }: Pick<RemoteStore, 'templates'>,
  time: Time,
  events: CompanyEvents,
): Calls {
  const told = async <T>(area: Area, change: () => Promise<Result<T>>): Promise<Result<T>> => {
    const result = await orStorageProblem(change);
    if (result.ok) events.changed(area);
    return result;
  };
  return {
    'work-orders:duplicate': (id) => told('workOrders', () => templates.duplicate(id, time.nowMs())),
    'work-order-templates:list': (request) => templates.list(request),
    'work-order-templates:keep': (request) => told('templates', () => templates.keep(request, time.nowMs())),
    'work-order-templates:rename': ({ id, name }) => told('templates', () => templates.rename(id, name)),
    'work-order-templates:remove': (id) => told('templates', () => templates.remove(id)),
    'work-order-templates:start': (id) => told('workOrders', () => templates.start(id, time.nowMs())),
  };
}
