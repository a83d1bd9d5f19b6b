/** Exact Online (Netherlands), REST API v1. What it covers and where each fact comes from: README.md beside this file. */
import type { Connector } from '../_kit/connector';
import { check } from './administration';
import { auth } from './auth';
import { checkSetting, listChoices } from './checks';
import { documentPage } from './document-page';
import { manifest } from './manifest';
import { listIds, pull } from './pull';
import { push } from './push';

export const connector: Connector = {
  manifest,
  auth,
  check,
  checkSetting,
  listChoices,
  pull,
  listIds,
  push,
  documentPage,
};
