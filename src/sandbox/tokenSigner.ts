import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { isJsonObject, type JsonObject } from './parameters';

/** Signs and verifies tokens with a key pair that lives as long as the signer. */
export interface TokenSigner {
  /** A compact JWT of any claims, in the order given. */
  sign(claims: object, header?: object): string;
  /** The claims of a token with a good signature, whatever its header says; else undefined. */
  verifiedClaims(token: string): JsonObject | undefined;
}

/** The vendor writes `Ed25519` where RFC 8037 has `EdDSA`. */
const vendorHeader = { alg: 'Ed25519', typ: 'JWT' };

/** A signer with a fresh Ed25519 key pair. */
export function createTokenSigner(): TokenSigner {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    sign(claims, header = vendorHeader) {
      const signed = `${encode(header)}.${encode(claims)}`;
      return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`;
    },
    verifiedClaims(token) {
      const [header, claims, signature, ...rest] = token.split('.');
      if (!header || !claims || !signature || rest.length > 0) {
        return undefined;
      }
      const bytes = Buffer.from(signature, 'base64url');
      // The decoder skips what it does not know, so only the canonical text counts as the signature.
      const genuine =
        bytes.toString('base64url') === signature &&
        verify(null, Buffer.from(`${header}.${claims}`), publicKey, bytes);
      return genuine ? decode(claims) : undefined;
    },
  };
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

/** Only for what this signer has signed, which is always JSON. */
function decode(part: string): JsonObject | undefined {
  const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  return isJsonObject(value) ? value : undefined;
}
