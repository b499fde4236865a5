/** The playground's bundle takes style sheets as texts. */
declare module "*.css" {
  const text: string;
  export { text as default };
}
