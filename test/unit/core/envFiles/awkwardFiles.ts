/** The variable that the cases change. */
export const variable = 'TELNYX_CLIENT_TOKEN';

/** A token's letters: base64url parts between dots. */
export const token = 'eyJhbGciOiJFZDI1NTE5In0.eyJncmFudHMiOltdfQ.c2ln-bmF0_dXJl';

/** One case: a file, and the same with {@link token} in the variable. */
export interface AwkwardFile {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

const quotedBefore = `A=1\n${variable}="old"\nB='2'\n`;

/** Files in which the variable stands already, in every notation. */
export const filesWithVariable: readonly AwkwardFile[] = [
  ...sameAround('a plain line', 'A=1\n', '\nB=2\n'),
  ...sameAround('no last newline', 'A=1\n', ''),
  ...sameAround('Windows line endings', 'A=1\r\n', '\r\nB=2\r\n'),
  ...sameAround('mixed line endings', 'A=1\n', '\r\nB=2\n\r\n'),
  ...sameAround('old Macintosh line endings', 'A=1\r', '\rB=2\r'),
  ...sameAround('a byte order mark', '\ufeff', '\n'),
  ...sameAround('blank lines and comments', '\n\n# a\n', '\n\n  # b\n\n'),
  ...sameAround('an inline comment', '', ' # until noon\nB=2\n'),
  ...sameAround('trailing blanks', '', ' \t \nB=2\n'),
  ...sameAround('a commented-out assignment', `# ${variable}=x\n#${variable}=y\n`, '\n'),
  ...sameAround('names that hold the name', `MY_${variable}=1\n${variable}_2=2\n`, '\n'),
  ...sameAround('a name in another case', `${variable.toLowerCase()}=1\n`, '\n'),
  ...sameAround('the name in a value', `A=${variable}=1\nB="${variable}=2"\n`, '\n'),
  ...sameAround('the name in lines of a value', `A="\n${variable}=1\n"\n`, '\n'),
  ...sameAround('a value of several lines above', "KEY='---\nx\n---'\n", '\n'),
  ...sameAround('lines that are nothing', 'nothing\n=\n!\n', '\n<<<<\n'),
  {
    name: 'quotes in the other lines',
    before: quotedBefore,
    after: quotedBefore.replace('old', token),
  },
  changed('a value of several lines', `${variable}="a\nb # c\r\nd"`, `${variable}="${token}"`),
  changed('an escaped quote', `${variable}="a\\"b" # c`, `${variable}="${token}" # c`),
  changed('a quote that is not closed', `${variable}="old`, `${variable}=${token}`),
  changed('a number sign in quotes', `${variable}='a#b'#c`, `${variable}='${token}' #c`),
  changed('a number sign at the value', `${variable}=old# c`, `${variable}=${token} # c`),
  changed('no value', `${variable}=`, `${variable}=${token}`),
  changed('no value, but blanks', `${variable}=  `, `${variable}=${token}  `),
  changed('no value, and blanks around', `${variable} = `, `${variable} = ${token} `),
  changed('no value, and a comment', `${variable}= # c`, `${variable}=${token} # c`),
  changed('no value, and a comment at once', `${variable}=#c`, `${variable}=${token} #c`),
  changed('empty quotes', `${variable}=""`, `${variable}="${token}"`),
  changed('a colon', `${variable}: old`, `${variable}: ${token}`),
  changed('a colon and no value', `${variable}:\n`, `${variable}: ${token}\n`),
  changed('a colon, and a word below', `${variable}:\r\nold`, `${variable}: ${token}\r\nold`),
  changed('a value below its name', `${variable}=\n "old"`, `${variable}=${token}`),
  changed('the name twice', `${variable}=a\nA=1\n${variable}='b'`, twice('A=1')),
  changed('the name twice, once the value', `${variable}=${token}\n${variable}='b'`, twice()),
];

function changed(name: string, before: string, after: string): AwkwardFile {
  return { name, before: `A=1\n${before}\nB=2\n`, after: `A=1\n${after}\nB=2\n` };
}

/** The same surroundings with every notation of the line itself. */
function sameAround(name: string, above: string, below: string): readonly AwkwardFile[] {
  return [
    ['', `${variable}=`, ''],
    [' in double quotes', `${variable}="`, '"'],
    [' in single quotes', `${variable}='`, "'"],
    [' in backticks', `${variable}=\``, '`'],
    [' with export', `export ${variable}=`, ''],
    [' with blanks', `\t export  ${variable} =  "`, '"'],
  ].map(([notation = '', start = '', end = '']) => ({
    name: name + notation,
    before: above + start + 'old.value' + end + below,
    after: above + start + token + end + below,
  }));
}

function twice(...between: readonly string[]): string {
  return [`${variable}=${token}`, ...between, `${variable}='${token}'`].join('\n');
}
