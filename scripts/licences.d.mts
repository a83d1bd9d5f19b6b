import type { Licence } from '../preload/contract/about-app';

export function shippedLicences(root: string): readonly Licence[];
