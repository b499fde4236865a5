import { resolve } from "node:path";
import HtmlPlugin from "html-webpack-plugin";
import MinimizerPlugin from "minimizer-webpack-plugin";

/**
 * What is deployed: `addin/` → `dist/`. Microsoft's office.js comes from its CDN and is never bundled.
 *
 * @type {(env: unknown, argv: { mode?: "production" | "development" }) => import("webpack").Configuration}
 */
const configure = (_env, { mode = "production" }) => ({
  mode,
  target: ["web", "es2022"],
  devtool: "source-map",
  entry: { commands: "./addin/commands/commands.ts" },
  output: { path: resolve(import.meta.dirname, "dist"), filename: "[name].js", clean: true },
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        loader: "swc-loader",
        options: {
          jsc: {
            target: "es2022",
            parser: { syntax: "typescript", tsx: true },
            transform: { react: { runtime: "automatic" } },
          },
        },
      },
    ],
  },
  optimization: { minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify })] },
  plugins: [
    new HtmlPlugin({ template: "./addin/commands/commands.html", filename: "commands.html", chunks: ["commands"] }),
  ],
  cache: { type: "filesystem", cacheDirectory: resolve(import.meta.dirname, ".cache/webpack") },
  performance: { hints: mode === "production" ? "error" : false, maxEntrypointSize: 500_000, maxAssetSize: 500_000 },
});

export default configure;
