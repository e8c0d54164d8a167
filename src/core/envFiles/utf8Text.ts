const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text that these bytes are in UTF-8, a byte order mark included; undefined when they are none. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The bytes of a text in UTF-8: those that it was read from. */
export function utf8Bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The largest file that is changed, in bytes: an `.env` file of a thousand variables has a hundredth. */
export const largestEnvFile = 4 * 1024 * 1024;
