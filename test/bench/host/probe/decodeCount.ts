/** A claim that every token of the vendor has. In a token that is not decoded it can't be read. */
const claim = '"grants_version"';

/**
 * Counts the tokens that are decoded from now on in this process: whatever the way to decode one, the
 * text of its claims is parsed as JSON in the end. Answers how many it were so far.
 */
export function countDecodes(): () => number {
  let decodes = 0;
  const { parse } = JSON;
  JSON.parse = (text, ...rest) => {
    if (typeof text === 'string' && text.includes(claim)) {
      decodes++;
    }
    return parse(text, ...rest) as unknown;
  };
  return () => decodes;
}
