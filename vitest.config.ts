import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    expect: { requireAssertions: true },
    onConsoleLog: (text) => {
      throw new Error(`a test wrote to the console: ${text}`);
    },
    restoreMocks: true,
    testTimeout: 20_000,
  },
});
