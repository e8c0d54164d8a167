import { t } from '../l10n';
import { plainText } from '../plainText';
import { mask } from '../secretText';

/** Longer than any real value. */
const longestValue = 300;

/** Settings whose value is a secret as a whole. */
const secretSettings = new Set(['http.proxyAuthorization']);

/** A setting or a variable for the report, in a code span: without the name and password of a proxy. */
export function reportedValue(name: string, value: unknown): string {
  if (value === undefined || value === null || value === '') {
    // Translators: a setting or an environment variable has no value.
    return t('not set');
  }
  if (secretSettings.has(name)) {
    // Translators: a setting has a value, which is not shown.
    return t('set');
  }
  return code(withoutCredentials(typeof value === 'string' ? value : JSON.stringify(value)));
}

/** Foreign text as a code span of Markdown, on one line. */
export function code(text: string): string {
  return `\`${plainText(text, longestValue).replaceAll('`', "'")}\``;
}

/** A URL without what stands before its `@` and behind its path, in whatever form it is written. */
export function withoutCredentials(text: string): string {
  return text
    .replace(/^([a-z][\w+.-]*:\/+)?.*@/is, (_all, protocol: string | undefined) => {
      return `${protocol ?? ''}${mask}@`;
    })
    .replace(/[?#].*$/s, '');
}
