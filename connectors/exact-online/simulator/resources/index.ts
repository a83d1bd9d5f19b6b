import type { Resource } from '../resource';
import { articleResources } from './articles';
import { companyResources } from './company';
import { documentResources } from './documents';
import { relationResources } from './relations';
import { salesResources } from './sales';

export const resources = {
  ...companyResources,
  ...relationResources,
  ...articleResources,
  ...salesResources,
  ...documentResources,
} as const;

const byPath: ReadonlyMap<string, Resource> = new Map(
  Object.values(resources).map((resource) => [resource.path.toLowerCase(), resource]),
);

/** The resource at an address below the division; the vendor's own pages write it in different capitals. */
export const resourceAt = (path: string): Resource | null => byPath.get(path.toLowerCase()) ?? null;
