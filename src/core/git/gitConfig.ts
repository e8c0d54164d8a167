/** A git configuration file's last value of each `section.name`, in lower case; subsections left out. */
export type GitConfig = ReadonlyMap<string, string>;

const blanksAndComments = /(?:\s|[#;][^\n]*)*/y;
const sectionHeader = /\[([A-Za-z\d.-]*)([ \t]+"(?:[^"\\\n]|\\.)*")?\]/y;
const variable =
  /([A-Za-z][A-Za-z\d-]*)[ \t]*(?:=((?:"(?:[^"\\\n]|\\\r?\n|\\.)*"|\\\r?\n|\\.|[^"\\\n#;])*))?/y;

/**
 * Reads the configuration of a repository itself: git takes what describes its layout from nowhere
 * else, so that `include` doesn't count.
 *
 * @throws SyntaxError for a file that git would not read either.
 */
export function parseGitConfig(text: string): GitConfig {
  const values = new Map<string, string>();
  let offset = 0;
  let section: string | undefined;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = offset;
    const match = pattern.exec(text);
    offset += match?.[0].length ?? 0;
    return match;
  };
  for (take(blanksAndComments); offset < text.length; take(blanksAndComments)) {
    const header = take(sectionHeader);
    if (header) {
      section = header[2] === undefined ? header[1]?.toLowerCase() : undefined;
      continue;
    }
    const match = take(variable);
    if (!match) {
      throw new SyntaxError('not a git configuration file');
    }
    const [, name = '', written] = match;
    if (section !== undefined) {
      values.set(
        `${section}.${name.toLowerCase()}`,
        written === undefined ? 'true' : read(written),
      );
    }
  }
  return values;
}

/** Whether a value of a configuration is true, or at least not plainly false. */
export function isGitTrue(value: string | undefined): boolean {
  return value !== undefined && !/^(?:false|no|off|0*)$/i.test(value);
}

/** Without quotes and continued lines. What is read here needs no escapes but those of `"` and `\`. */
function read(written: string): string {
  return written.trim().replace(/"|\\(?:\r?\n|(.))/g, (_match, escaped?: string) => escaped ?? '');
}
