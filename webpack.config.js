import { resolve } from "node:path";
import CopyPlugin from "copy-webpack-plugin";
import HtmlPlugin from "html-webpack-plugin";
import MinimizerPlugin from "minimizer-webpack-plugin";

/** Where the manifest points while nobody says otherwise: `npm start` on one's own computer. */
const HERE = "https://localhost:3000";
const OFFICE = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/**
 * What is deployed: `addin/` → `dist/`. Microsoft's office.js comes from its CDN and is never bundled. With
 * `--env origin=https://…` the manifest in `dist/` names that address.
 *
 * @type {(env?: { origin?: string }, argv?: { mode?: "production" | "development" }) => import("webpack").Configuration}
 */
const configure = ({ origin = HERE } = {}, { mode = "production" } = {}) => ({
  mode,
  target: ["web", "es2022"],
  devtool: "source-map",
  entry: { taskpane: "./addin/taskpane/main.tsx" },
  output: {
    path: resolve(import.meta.dirname, "dist"),
    filename: "[name].js", // named in the page that the manifest names
    chunkFilename: "parts/[name].[contenthash:8].js",
    clean: true,
  },
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  module: {
    rules: [
      {
        test: /\.[mc]?[jt]sx?$/, // packages too: an icon is a module of its own, not one of thousands
        exclude: /node_modules[\\/]@univerjs/, // the playground's grid has icons of its own
        enforce: "pre",
        use: ["@fluentui/react-icons-atomic-webpack-loader"],
      },
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
  optimization: {
    minimizer: [
      new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify, minimizerOptions: { compress: { passes: 3 } } }),
    ],
  },
  plugins: [
    new HtmlPlugin({
      template: "./addin/taskpane/taskpane.html",
      filename: "taskpane.html",
      chunks: ["taskpane"],
      templateParameters: { office: OFFICE },
    }),
    new CopyPlugin({
      patterns: [
        { from: "addin/assets/*.png", to: "assets/[name][ext]" },
        { from: "addin/assets/help.html", to: "help.html" },
        {
          from: "manifest.xml",
          transform: (content) => content.toString().replaceAll(HERE, origin),
        },
      ],
    }),
  ],
  cache: { type: "filesystem", cacheDirectory: resolve(import.meta.dirname, ".cache/webpack") },
  performance: {
    hints: mode === "production" ? "error" : false,
    maxEntrypointSize: 1_200_000,
    maxAssetSize: 1_200_000,
  },
});

export default configure;
