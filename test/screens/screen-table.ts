/** Every screen that is looked at: a new screen is one line here. */
import type { Locator, Page } from '@playwright/test';
import type { ConnectorId } from '../../preload/contract/model';
import type { PreparedOffice } from './prepared-office';
import { AMOUNTS, type Amount } from './variants';

/** What the steps to a screen have at hand. */
export interface OnScreen extends PreparedOffice {
  /** A text of the catalogue, in the language of the window. */
  readonly say: (key: string) => string;
}

export interface Screen {
  readonly name: string;
  /** The address; with a function where it names a record. */
  readonly at: string | ((office: PreparedOffice) => string);
  /** What is opened there. The page is loaded anew afterwards. */
  readonly open?: (screen: OnScreen) => Promise<void>;
  readonly amounts?: readonly Amount[];
  /** Linked with this package in place of SnelStart; then nothing else is looked at. */
  readonly linkedWith?: ConnectorId;
}

const FILLED: readonly Amount[] = ['one', 'many'];
const NONE: readonly Amount[] = ['none'];
const button = ({ window, say }: OnScreen, key: string): Locator =>
  window.getByRole('button', { name: say(key), exact: true }).first();
const press = (key: string) => (screen: OnScreen) => button(screen, key).click();
const bookedRow = ({ window, booked }: OnScreen): Locator =>
  window
    .getByRole('row')
    .filter({ hasText: booked ?? '' })
    .first();
const firstRow = (window: Page): Locator =>
  window
    .getByRole('row')
    .filter({ has: window.getByRole('gridcell') })
    .first();
const chooseFirstRow = ({ window }: OnScreen): Promise<void> => firstRow(window).click();

export const OTHER_PACKAGES: readonly ConnectorId[] = ['billit', 'e-boekhouden', 'exact-online', 'visma-net'];

export const SCREENS: readonly Screen[] = [
  { name: 'overview', at: '#/overview' },
  { name: 'work-orders', at: '#/work-orders' },
  { name: 'work-order-new', at: '#/work-orders/new' },
  { name: 'work-order', at: ({ readyId }) => `#/work-orders/${readyId}`, amounts: FILLED },
  {
    name: 'work-order-preview',
    at: ({ readyId }) => `#/work-orders/${readyId}`,
    open: press('ui.workOrders.preview'),
    amounts: FILLED,
  },
  { name: 'archive-all', at: '#/work-orders', open: archiveAll, amounts: ['one'] },
  { name: 'templates', at: '#/work-orders/templates', amounts: NONE },
  { name: 'import', at: '#/work-orders', open: press('ui.workOrders.import') },
  { name: 'hours-save', at: '#/work-orders', open: press('ui.export.hours'), amounts: FILLED },
  { name: 'planning', at: '#/planning' },
  { name: 'customers', at: '#/customers' },
  { name: 'customer', at: '#/customers', open: chooseFirstRow, amounts: FILLED },
  { name: 'customer-add', at: '#/customers', open: press('ui.customers.add'), amounts: NONE },
  { name: 'articles', at: '#/articles' },
  { name: 'article', at: '#/articles', open: chooseFirstRow, amounts: FILLED },
  { name: 'forms', at: '#/forms' },
  { name: 'form-new', at: '#/forms', open: press('ui.forms.new'), amounts: NONE },
  { name: 'queue', at: '#/queue/all' },
  { name: 'queue-entry', at: '#/queue/all', open: chooseFirstRow, amounts: FILLED },
  { name: 'queue-blocked', at: '#/queue/blocked', amounts: ['many'] },
  { name: 'queue-dry-run', at: '#/queue/blocked', open: press('ui.queue.retryAll'), amounts: ['many'] },
  { name: 'queue-document', at: '#/queue/all', open: queueDocument, amounts: ['one'] },
  { name: 'integrations', at: '#/integrations' },
  { name: 'integration', at: '#/integrations/snelstart', amounts: FILLED },
  { name: 'sync-now', at: '#/integrations/snelstart', open: press('ui.sync.nowChoose'), amounts: ['one'] },
  { name: 'package-settings', at: '#/integrations/snelstart', open: press('ui.integrations.change'), amounts: ['one'] },
  ...OTHER_PACKAGES.map((id) => ({
    name: `package-settings-${id}`,
    at: `#/integrations/${id}`,
    open: press('ui.integrations.change'),
    linkedWith: id,
  })),
  ...(['snelstart', ...OTHER_PACKAGES] as const).map((id) => ({
    name: `wizard-${id}`,
    at: `#/integrations/${id}`,
    amounts: NONE,
  })),
  { name: 'log', at: '#/log' },
  { name: 'log-message', at: '#/log', open: chooseFirstRow, amounts: FILLED },
  { name: 'runs', at: '#/log/runs', amounts: ['none', 'one'] },
  { name: 'run', at: '#/log/runs', open: chooseFirstRow, amounts: ['one'] },
  { name: 'settings', at: '#/settings' },
  { name: 'diagnostics', at: '#/settings', open: press('ui.settings.collect'), amounts: ['one'] },
  { name: 'licences', at: '#/settings', open: press('ui.settings.licences'), amounts: ['one'] },
  { name: 'settings-company', at: '#/settings/company' },
  { name: 'help', at: '#/queue', open: unfoldHelp, amounts: ['none', 'one'] },
  { name: 'guide', at: '#/overview', open: guide, amounts: NONE },
];

/** It stays unfolded when the page is loaded anew. */
async function unfoldHelp(screen: OnScreen): Promise<void> {
  if (!(await button(screen, 'ui.help.more').isVisible())) await button(screen, 'ui.help.button').click();
}

async function guide(screen: OnScreen): Promise<void> {
  await unfoldHelp(screen);
  await button(screen, 'ui.help.more').click();
}

async function archiveAll(screen: OnScreen): Promise<void> {
  await screen.window.getByRole('tab').nth(2).click();
  await button(screen, 'ui.archiving.archiveAll').click();
}

async function queueDocument(screen: OnScreen): Promise<void> {
  await bookedRow(screen).click();
  await button(screen, 'ui.queue.showDocument').click();
}

/** With SCREENS=queue,log those only. */
export function chosenScreens(): readonly Screen[] {
  const names = process.env.SCREENS?.split(',');
  const unknown = names?.filter((name) => !SCREENS.some((screen) => screen.name === name)) ?? [];
  if (unknown.length > 0) throw new Error(`No such screens: ${unknown.join(', ')}`);
  return names === undefined ? SCREENS : SCREENS.filter(({ name }) => names.includes(name));
}

export const screensWith = (amount: Amount): readonly Screen[] =>
  chosenScreens().filter(({ amounts = AMOUNTS, linkedWith }) => linkedWith === undefined && amounts.includes(amount));

export const screensLinkedWith = (id: ConnectorId): readonly Screen[] =>
  chosenScreens().filter(({ linkedWith }) => linkedWith === id);
