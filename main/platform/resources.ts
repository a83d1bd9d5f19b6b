import { join } from 'node:path';
import { app } from 'electron';

/** A file of resources/, in a checkout as in the packaged app. */
export const resourceFile = (...path: readonly string[]): string => join(app.getAppPath(), 'resources', ...path);
