import { defineConfig } from "vitest/config";

const UNIVER = `${import.meta.dirname}/node_modules/@univerjs`;

// A zone with half hours and summer time: a date that leaks through local time shows at once.
process.env["TZ"] = "America/St_Johns";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    testTimeout: 60_000,
    maxWorkers: "100%", // by itself it leaves one core idle, which is half of them where there are two
    coverage: { include: ["engine/**/*.ts", "addin/**/*.{ts,tsx}"] },
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/e2e/**"],
        },
        // Node cannot import Univer's ES modules (one of their parts has no named exports there), but the others.
        resolve: { alias: [{ find: /^@univerjs\/([\w-]+)$/, replacement: `${UNIVER}/$1/lib/cjs/index.js` }] },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: "test/e2e/buildOnce.ts",
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
