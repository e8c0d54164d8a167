/** A claim that every token of the vendor has. In a token that is not decoded it can't be read. */
const claim = '"grants_version"';

/**
 * Watches which tokens are decoded from now on in this process: whatever the way to decode one, the
 * text of its claims is parsed as JSON in the end. Answers how often each token was so far.
 */
export function countDecodes(): () => readonly number[] {
  const decodes = new Map<string, number>();
  const { parse } = JSON;
  JSON.parse = (text, ...rest) => {
    if (typeof text === 'string' && text.includes(claim)) {
      decodes.set(text, (decodes.get(text) ?? 0) + 1);
    }
    return parse(text, ...rest) as unknown;
  };
  return () => [...decodes.values()];
}
