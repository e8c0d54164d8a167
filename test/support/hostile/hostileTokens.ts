import { makeJwt } from '../makeJwt';
import { roomId } from '../telnyxTokens';
import { grantCases } from './grantCases';
import { hostileTexts } from './hostileTexts';
import { shapeCases } from './shapes';
import { sizeCases } from './sizes';
import { timeCases } from './times';
import type { TokenCase } from './tokenCase';

/** A longer token is not read. */
const longestToken = 16_384;

/** A hostile text in every place of a token where a text can stand. */
function tokenOfText(text: string): string {
  return makeJwt(
    {
      typ: 'access',
      iss: text,
      aud: [text, { [text]: text }],
      [text]: text,
      nested: { list: [text] },
      grants: [
        {
          actions: ['join', text],
          resources: [`telnyx:video:rooms:${roomId}`, `telnyx:video:rooms:${text}`, text],
          subjects: [`telnyx:users:${text}`, text],
        },
      ],
    },
    { alg: text, [text]: text },
  );
}

/** Malformed and extreme tokens: whoever reads foreign text is put through all of them. */
export const hostileTokens: readonly TokenCase[] = [
  ...shapeCases,
  ...timeCases,
  ...grantCases,
  ...sizeCases,
  ...Object.entries(hostileTexts).map(([name, text]) => {
    const token = tokenOfText(text);
    return token.length <= longestToken
      ? { name: `${name}, everywhere`, token }
      : { name: `${name}, as a claim`, token: makeJwt({ claim: text }) };
  }),
];
