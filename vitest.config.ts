import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Clocks that a computer may be set to; the tests as a whole run on the one of the machine. */
const ZONES_ELSEWHERE = ['America/New_York', 'Pacific/Kiritimati', 'Asia/Kolkata'];

/** Tests of days and hours that people see: what they expect must be so on the clock of any computer. */
const TESTS_OF_TIME = [
  'connectors/_kit/high-water.test.ts',
  'test/elsewhere/**/*.test.ts',
  'test/integration/company/log-export.test.ts',
  'test/integration/db/log.test.ts',
  'test/renderer/i18n/format.test.ts',
  'test/renderer/views/office-clock.test.ts',
  'test/unit/company/import/record.test.ts',
  'test/unit/db/backup-rotation.test.ts',
  'test/unit/documents/sheets.test.ts',
  'test/unit/domain/build-document.test.ts',
  'test/unit/kit/amsterdam-day.test.ts',
  'test/unit/practice/work-orders.test.ts',
];

/** Many small files each, which every file of the renderer's tests loads anew: bundled once that takes two thirds of the time. */
const BUNDLED = [
  '@internationalized/date',
  '@testing-library/react',
  '@testing-library/user-event',
  'decimal.js',
  'i18next',
  'lucide-react',
  'luxon',
  'react',
  'react-aria-components',
  'react-dom',
  'react-dom/client',
  'react-i18next',
  'react/jsx-dev-runtime',
  'react/jsx-runtime',
  'zod',
  'zustand',
];

/** Long enough for a machine that does a lot besides. */
const TIMEOUT_MS = 60_000;

export default defineConfig({
  test: {
    // By itself it leaves one core free, which is half of a machine with two.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          // Loading a file does nothing, so that the files of the tests may share what is loaded: half the time.
          isolate: false,
          include: ['test/{unit,contract,integration}/**/*.test.ts', 'connectors/**/*.test.ts'],
          testTimeout: TIMEOUT_MS,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'renderer',
          environment: 'happy-dom',
          deps: { optimizer: { client: { enabled: true, include: BUNDLED } } },
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          testTimeout: TIMEOUT_MS,
        },
      },
      ...ZONES_ELSEWHERE.map((zone) => ({
        test: {
          name: zone,
          environment: 'node' as const,
          isolate: false,
          include: TESTS_OF_TIME,
          env: { TZ: zone },
          testTimeout: TIMEOUT_MS,
        },
      })),
    ],
  },
});
