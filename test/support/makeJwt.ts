const ed25519Header = { alg: 'Ed25519', typ: 'JWT' };

/** A compact JWT of any payload and header, with a signature that is none. */
export function makeJwt(payload: unknown, header: unknown = ed25519Header): string {
  return makeJwtOfText(JSON.stringify(payload), JSON.stringify(header));
}

/** A compact JWT whose payload is this very text: for what `JSON.stringify` can't write. */
export function makeJwtOfText(
  payload: string,
  header: string = JSON.stringify(ed25519Header),
): string {
  return `${base64url(header)}.${base64url(payload)}.${base64url('not a signature')}`;
}

function base64url(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url');
}
