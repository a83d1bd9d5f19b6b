import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * The layer rule: who may import whom. Every message names the layer it guards.
 * `electron` itself is reachable only from main/index.ts, main/platform/, main/ipc/register.ts and preload/index.ts,
 * so that the rest of main/ runs (and is tested) under plain Node.
 */
// A regular expression, because a pattern such as 'http' would also forbid our own './http'.
const NODE_BUILTINS = '^(electron|node:.*|fs|path|http|https|child_process|worker_threads|os|crypto)(/.*)?$';
const layer = (name, files, forbidden, ignores = []) => ({
  name: `layer/${name}`,
  files,
  ignores,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: forbidden.map(([what, why]) => ({
          ...(Array.isArray(what) ? { group: what } : { regex: what }),
          message: `Layer ${name}: ${why}`,
        })),
      },
    ],
  },
});

const OUTSIDE_RENDERER = [
  [NODE_BUILTINS, 'the renderer is sandboxed: it has neither Node nor Electron.'],
  [['**/main/**', '**/connectors/**'], 'the renderer imports the contract and its own tree only.'],
];
const GLYPHS = [['lucide-react', 'lucide-react/*'], 'an icon is named by what it means, in renderer/ui/icons.ts.'];

export default tseslint.config(
  { ignores: ['out/', 'node_modules/', 'dist/', 'playwright-report/', 'test-results/'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.recommendedTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: ['./tsconfig.node.json', './tsconfig.web.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.tsx', 'renderer/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  layer(
    'connectors',
    ['connectors/**/*.ts'],
    [
      [NODE_BUILTINS, 'a connector is pure: it gets http, clock and secrets from its ctx.'],
      [['**/main/**', '**/renderer/**', '**/preload/**'], 'a connector imports connectors/_kit only.'],
    ],
    ['connectors/**/simulator/**', 'connectors/simulate.ts', 'connectors/**/*.test.ts'],
  ),
  layer(
    'connectors/simulator',
    ['connectors/**/simulator/**/*.ts'],
    [
      [['electron'], 'a simulator runs under plain Node.'],
      [['**/main/**', '**/renderer/**', '**/preload/**'], 'a simulator imports connectors/_kit only.'],
      [
        ['../map*', '../api*', '../connector*', '../push*', '../pull*'],
        'a simulator is written from the vendor facts, not from its connector.',
      ],
    ],
    ['connectors/**/*.test.ts'],
  ),
  layer(
    'preload/contract',
    ['preload/contract/**/*.ts'],
    [
      [NODE_BUILTINS, 'the contract runs on both sides of the bridge.'],
      [['**/main/**', '**/renderer/**'], 'the contract imports zod and types of connectors/_kit only.'],
    ],
  ),
  layer('renderer', ['renderer/**/*.{ts,tsx}'], [...OUTSIDE_RENDERER, GLYPHS], ['renderer/ui/icons.ts']),
  layer('renderer/icons', ['renderer/ui/icons.ts'], OUTSIDE_RENDERER),
  layer('test', ['test/**/*.{ts,tsx}'], [GLYPHS]),
  layer(
    'main',
    ['main/**/*.ts'],
    [
      [['**/renderer/**'], 'main never imports the renderer.'],
      [['electron', 'electron/*'], 'electron is reached through main/platform/ only.'],
    ],
    ['main/index.ts', 'main/platform/**', 'main/ipc/register.ts'],
  ),
  {
    files: ['scripts/**/*.mjs', '*.config.*', 'test/**/*', 'connectors/simulate.ts'],
    rules: { 'no-console': 'off' },
  },
  prettier,
);
