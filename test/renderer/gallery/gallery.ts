/**
 * The real renderer in a plain browser, on a fake main process. For looking at screens:
 * `npx vite --config test/renderer/gallery/vite.config.ts`, then
 * `/?rows=0&connection=offline&stage=available&language=en&theme=dark#/customers`.
 */
import { createFakeApp, DEFAULT_SCENARIO, type Scenario } from '../fake/fake-app';

const asked = new URLSearchParams(window.location.search);
const text = <K extends keyof Scenario>(key: K) => asked.get(key) ?? DEFAULT_SCENARIO[key];

const { bridge } = createFakeApp({
  ...({
    connection: text('connection'),
    stage: text('stage'),
    link: text('link'),
    language: text('language'),
    theme: text('theme'),
    companies: text('companies'),
    pause: text('pause'),
    loginEnds: text('loginEnds'),
  } as Partial<Scenario>),
  rows: Number(text('rows')),
});
Object.defineProperty(window, 'app', { value: bridge });
await import('../../../renderer/main');
