import { defineConfig } from 'vitest/config';

/** A file for the counts of the tests, for whoever asks for one. */
const report = process.env.TEST_REPORT;

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    expect: { requireAssertions: true },
    onConsoleLog: (text) => {
      throw new Error(`a test wrote to the console: ${text}`);
    },
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    restoreMocks: true,
    // Real terminals and the labeled look-ups take their time on a busy machine.
    testTimeout: 60_000,
  },
});
