import js from "@eslint/js";
import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

/** The house: which rooms a room may not import from, and which packages it may use (any, where none are named). */
const rooms = [
  { files: ["engine/**"], refuse: ["addin", "test"], packages: ["zod"] },
  { files: ["addin/strings/**"], refuse: ["taskpane", "commands", "cli", "page", "worker"], packages: [] },
  {
    files: ["addin/excel/**"],
    refuse: ["taskpane", "commands", "playground", "worker", "test"], // what is written into cells are words
    packages: ["zod"],
  },
  { files: ["addin/worker/**"], refuse: ["excel", "strings", "taskpane", "commands", "playground", "test"] },
  { files: ["addin/taskpane/**", "addin/commands/**"], refuse: ["playground", "test"] },
  { files: ["addin/playground/host/**"], refuse: ["engine", "excel", "strings", "files", "cli", "taskpane", "test"] },
  { files: ["addin/playground/files/**"], refuse: ["engine", "excel", "strings", "cli", "taskpane", "test"] },
  { files: ["addin/playground/cli/**"], refuse: ["taskpane", "test"] },
];

function keptApart({ files, refuse, packages }) {
  const patterns = [
    {
      regex: `^\\.{1,2}/(?:.*/)?(?:${refuse.join("|")})(?:/|$)`,
      message: "Imports run one way: taskpane, commands, cli → excel → engine.",
    },
    {
      regex: "engine/(?!(?:index|withoutEval)$)",
      message: "Only engine/index is the engine's face; withoutEval comes before it.",
    },
  ];
  if (files.includes("engine/**")) patterns.pop();
  if (packages) {
    const allowed = packages.map((name) => `${name}(?:/|$)`).join("|");
    const pattern = allowed === "" ? "^[^.]" : `^(?!${allowed})[^.]`;
    patterns.push({ regex: pattern, message: "This room uses no such package." });
  }
  return { files, rules: { "no-restricted-imports": ["error", { patterns }] } };
}

export default tseslint.config(
  { ignores: ["dist/", "coverage/", "node_modules/", ".cache/"] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    languageOptions: { globals: { ...globals.node } },
    rules: {
      "no-console": "error",
      "no-control-regex": "off", // cells may hold any character
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-non-null-assertion": "off", // allowed with the reason beside it, which a person must judge
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Name what you export." },
        { selector: "NewExpression[callee.name='Function']", message: "The deployed page forbids generated code." },
      ],
    },
  },
  {
    files: ["engine/**"],
    rules: {
      "no-restricted-globals": ["error", "Intl", "performance", "crypto", "process", "console", "window", "setTimeout"],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "The engine has no chance in it." },
        { object: "Date", property: "now", message: "The engine has no clock." },
        { property: "toLocaleString", message: "The engine has no locale." },
        { property: "localeCompare", message: "The engine has no locale." },
      ],
    },
  },
  {
    files: ["addin/excel/**", "addin/commands/**", "addin/taskpane/**"],
    plugins: { "office-addins": officeAddins },
    // Not those that look for load, sync and read within one function: here one function asks and another reads, and
    // the real client refuses what was not loaded.
    rules: {
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
    },
  },
  { files: ["addin/**/*.tsx"], ...reactHooks.configs.flat.recommended },
  { files: ["addin/playground/cli/**", "addin/playground/sample/make.ts", "test/**"], rules: { "no-console": "off" } },
  { files: ["*.config.{ts,js}"], rules: { "no-restricted-syntax": "off" } },
  { files: ["webpack.config.js"], languageOptions: { globals: globals.node } },
  ...rooms.map(keptApart),
);
