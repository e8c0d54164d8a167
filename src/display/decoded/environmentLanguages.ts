/** How literals of one sort of quote are written in a language. */
export interface Quote {
  /** What opens the literal and closes it. */
  readonly mark: string;
  /** Whether it may go on over the end of its line. */
  readonly spansLines: boolean;
  /** The character that takes the meaning from the one behind it. */
  readonly escape?: string;
  /** The variable's value inside of such a literal, before the character `next`. */
  readonly interpolation?: (variable: string, next: string) => string;
}

/** How a language reads an environment variable, and how its literals and comments are written. */
export interface EnvironmentLanguage {
  /** The expression for a variable. */
  readonly read: (variable: string) => string;
  /** What stands between a literal and an expression that are put together, where that is safe. */
  readonly join?: string;
  /** Whether a text may stand without quotes. */
  readonly takesBareWords?: boolean;
  /** Whether a literal may be an attribute of an element (JSX), where expressions need braces. */
  readonly hasElements?: boolean;
  /** A mark that begins with another one goes before it. */
  readonly quotes: readonly Quote[];
  /** What begins a comment up to the end of its line. */
  readonly lineComments: readonly string[];
  readonly hasBlockComments: boolean;
}

const single: Quote = { mark: "'", spansLines: false, escape: '\\' };
const double: Quote = { mark: '"', spansLines: false, escape: '\\' };
const textBlock: Quote = { mark: '"""', spansLines: true, escape: '\\' };

const likeC = { join: ' + ', lineComments: ['//'], hasBlockComments: true };

// Vite gives a page its variables in a place of its own (https://vite.dev/guide/env-and-mode).
const javaScriptRead = (variable: string) =>
  variable.startsWith('VITE_') ? `import.meta.env.${variable}` : `process.env.${variable}`;

const javaScript: EnvironmentLanguage = {
  ...likeC,
  read: javaScriptRead,
  hasElements: true,
  quotes: [
    single,
    double,
    {
      mark: '`',
      spansLines: true,
      escape: '\\',
      interpolation: variable => `\${${javaScriptRead(variable)}}`,
    },
  ],
};

const shell: EnvironmentLanguage = {
  read: variable => `"$${variable}"`,
  join: '',
  takesBareWords: true,
  quotes: [
    { mark: "'", spansLines: true },
    {
      mark: '"',
      spansLines: true,
      escape: '\\',
      interpolation: (variable, next) => (/[\w[]/.test(next) ? `\${${variable}}` : `$${variable}`),
    },
  ],
  lineComments: ['#'],
  hasBlockComments: false,
};

const java: EnvironmentLanguage = {
  ...likeC,
  read: variable => `System.getenv("${variable}")`,
  quotes: [textBlock, single, double],
};

const languages: Readonly<Record<string, EnvironmentLanguage>> = {
  javascript: javaScript,
  javascriptreact: javaScript,
  typescript: javaScript,
  typescriptreact: javaScript,
  shellscript: shell,
  java,
  kotlin: java,
  python: {
    read: variable => `os.environ["${variable}"]`,
    join: ' + ',
    quotes: [textBlock, { ...textBlock, mark: "'''" }, single, double],
    lineComments: ['#'],
    hasBlockComments: false,
  },
  go: {
    ...likeC,
    read: variable => `os.Getenv("${variable}")`,
    quotes: [single, double, { mark: '`', spansLines: true }],
  },
  ruby: {
    read: variable => `ENV.fetch("${variable}")`,
    join: ' + ',
    quotes: [
      { ...single, spansLines: true },
      {
        ...double,
        spansLines: true,
        interpolation: variable => `#{ENV.fetch("${variable}")}`,
      },
    ],
    lineComments: ['#'],
    hasBlockComments: false,
  },
  php: {
    read: variable => `getenv('${variable}')`,
    join: ' . ',
    quotes: [
      { ...single, spansLines: true },
      { ...double, spansLines: true },
    ],
    lineComments: ['//', '#'],
    hasBlockComments: true,
  },
  csharp: {
    ...likeC,
    read: variable => `Environment.GetEnvironmentVariable("${variable}")`,
    quotes: [textBlock, single, double],
  },
  powershell: {
    read: variable => `$env:${variable}`,
    quotes: [
      { mark: "'", spansLines: true },
      {
        mark: '"',
        spansLines: true,
        escape: '`',
        interpolation: variable => `$($env:${variable})`,
      },
    ],
    lineComments: ['#'],
    hasBlockComments: false,
  },
};

/** The language of an editor's language id, where it is known here. */
export function environmentLanguage(languageId: string): EnvironmentLanguage | undefined {
  return Object.hasOwn(languages, languageId) ? languages[languageId] : undefined;
}
