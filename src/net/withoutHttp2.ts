/**
 * Stands in the bundle for undici's HTTP/2 client (`scripts/slimUndici.ts`). undici asks for it only on
 * a connection whose server chose `h2`, and its connector offers `http/1.1` alone.
 */
function connectHttp2(): never {
  throw new Error('HTTP/2 is not part of this bundle.');
}

// As undici's own module: the function itself is what is required.
export = connectHttp2;
