import { defineConfig } from "vitest/config";

// A zone with half hours and summer time: a date that leaks through local time shows at once.
process.env.TZ = "America/St_Johns";

export default defineConfig({
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    testTimeout: 60_000,
    coverage: { include: ["engine/**/*.ts", "addin/**/*.{ts,tsx}"] },
  },
});
