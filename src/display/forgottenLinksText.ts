import { t } from './l10n';
import { plainText } from './plainText';

/** More would fill the question. */
const mostNamed = 4;

/** What a question says of linked files when their room is forgotten; nothing where there are none. */
export function forgottenLinksText(paths: readonly string[]): string {
  const names = [...new Set(paths)].map(path => plainText(path));
  if (names.length === 0) {
    return '';
  }
  const more = names.length - mostNamed;
  const list = [...names.slice(0, mostNamed), ...(more > 0 ? [t`${more} more`] : [])].join(', ');
  return ` ${t`The linked client tokens are taken out of this workspace's files too: ${list}.`}`;
}
