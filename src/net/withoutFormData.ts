/**
 * Stands in the bundle for undici's reading of `fetch` bodies (`scripts/slimUndici.ts`), and so for all
 * of its `fetch`. undici asks for it only when the body of a request is a `FormData`; ours are strings.
 */
export function extractBody(): never {
  throw new Error('Bodies of the type FormData are not part of this bundle.');
}
