/** A document as its text, as `scripts/integrationBundle.ts` has it. */
declare module '*.md' {
  const text: string;
  export default text;
}
