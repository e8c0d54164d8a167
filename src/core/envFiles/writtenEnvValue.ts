type Quote = "'" | '"' | '`';

/** What needs no quotes anywhere, in a shell neither: tokens, dates and addresses are of this. */
const plainValue = /^[\w.,:@%+/=-]+$/;

/** What can't stand between these quotes. dotenv knows no escapes but `\n` and `\r`, in double ones. */
const unquotable: Readonly<Record<Quote, RegExp>> = {
  "'": /['\r\n]/,
  '"': /["\\\r\n]/,
  '`': /[`\r\n]/,
};

/**
 * A value as it stands in an `.env` file, in the quotes of the value that stood there where they can
 * hold it. Undefined for what no quotes can: a value of several lines, or with all three in it.
 */
export function writtenEnvValue(value: string, previous = ''): string | undefined {
  const quote = quoteAround(previous);
  if (quote === undefined && plainValue.test(value)) {
    return value;
  }
  const quotes = [...(quote === undefined ? [] : [quote]), ...quotesByPreference];
  const usable = quotes.find(candidate => !unquotable[candidate].test(value));
  return usable === undefined ? undefined : usable + value + usable;
}

/** A shell takes single quotes most literally, and would run what stands in backticks. */
const quotesByPreference: readonly Quote[] = ["'", '"', '`'];

function quoteAround(written: string): Quote | undefined {
  return quotesByPreference.find(
    quote => written.length > 1 && written.startsWith(quote) && written.endsWith(quote),
  );
}
