import { holdsSecret } from '../../core/tokens/holdsSecret';
import { plainText } from '../plainText';
import { mask } from '../secretText';

/**
 * Text from a token or an account for an agent: one plain line of at most `longest` characters, and
 * nothing of one that holds a secret.
 */
export function agentText(text: string, longest?: number): string {
  return holdsSecret(text) ? mask : plainText(text, longest);
}

/** An answer for an agent: JSON, so that what stands in it is data and not a part of a sentence. */
export function agentJson(answer: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(answer, undefined, 2);
}
