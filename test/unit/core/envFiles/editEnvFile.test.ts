import { parse } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { editEnvFile } from '../../../../src/core/envFiles/editEnvFile';
import { readEnvVariable } from '../../../../src/core/envFiles/readEnvVariable';
import { UnwritableEnvValueError } from '../../../../src/core/envFiles/unwritableEnvValueError';
import { filesWithVariable, token, variable } from './awkwardFiles';

describe('setting a variable that an .env file has', () => {
  it.each(filesWithVariable)('changes its value alone: $name', ({ before, after }) => {
    const result = editEnvFile(before, { [variable]: token });
    expect(result).toBe(after);
    expect(parse(result)[variable]).toBe(token);
    expect(editEnvFile(result, { [variable]: token })).toBe(after);
  });

  it('leaves a value that it has already as it is written', () => {
    const text = `${variable}=\n'${token}'#c`;
    expect(editEnvFile(text, { [variable]: token })).toBe(text);
  });

  it('sets several at once', () => {
    expect(
      editEnvFile('EXPIRES="old"\nA=1\nTOKEN=old\n', {
        TOKEN: token,
        EXPIRES: '2026-11-23T12:10:00.000Z',
      }),
    ).toBe(`EXPIRES="2026-11-23T12:10:00.000Z"\nA=1\nTOKEN=${token}\n`);
  });
});

describe('setting a variable that an .env file lacks', () => {
  it.each([
    ['nothing', '', 'V=v\n'],
    ['a byte order mark alone', '\ufeff', '\ufeffV=v\n'],
    ['a last newline', 'A=1\n', 'A=1\nV=v\n'],
    ['no last newline', 'A=1', 'A=1\nV=v'],
    ['Windows line endings', 'A=1\r\n', 'A=1\r\nV=v\r\n'],
    ['Windows line endings, but no last', 'A=1\r\nB=2', 'A=1\r\nB=2\r\nV=v'],
    ['more Windows line endings', 'A=1\r\nB=2\r\nC=3\n', 'A=1\r\nB=2\r\nC=3\nV=v\r\n'],
    ['more line feeds', 'A=1\nB=2\nC=3\r\n', 'A=1\nB=2\nC=3\r\nV=v\n'],
    ['as many of both', 'A=1\r\nB=2\n', 'A=1\r\nB=2\nV=v\n'],
    ['the assignment in a comment', '# V=x\n', '# V=x\nV=v\n'],
    ['the assignment in a value', 'A="\nV=x\n"\n', 'A="\nV=x\n"\nV=v\n'],
    ['a name that takes its value from the line below', 'A:\n', 'V=v\nA:\n'],
    ['such a name after a byte order mark', '\ufeffA:\n', '\ufeffV=v\nA:\n'],
    ['a quote that is not closed', 'A="x\n', 'A="x\nV=v\n'],
  ])('adds a line: %s', (_name, before, after) => {
    const result = editEnvFile(before, { V: 'v' });
    expect(result).toBe(after);
    expect(parse(result)['V']).toBe('v');
    expect(editEnvFile(result, { V: undefined })).toBe(before);
  });

  it('adds several in the order given', () => {
    expect(editEnvFile('A=1', { V: 'v', W: 'w' })).toBe('A=1\nV=v\nW=w');
  });
});

describe('removing a variable', () => {
  it.each([
    ['its line', 'A=1\nV=v\nB=2\n', 'A=1\nB=2\n'],
    ['a line with a comment', 'A=1\n  export V = "v" # c\nB=2\n', 'A=1\nB=2\n'],
    ['a line with its own ending', 'A=1\nV=v\r\nB=2\n', 'A=1\nB=2\n'],
    ['the first line after a byte order mark', '\ufeffV=v\nA=1\n', '\ufeffA=1\n'],
    ['the last line, without an ending', 'A=1\r\nV=v', 'A=1'],
    ['the only line', 'V=v', ''],
    ['a value of several lines', 'A=1\nV="a\nb\n" # c\nB=2\n', 'A=1\nB=2\n'],
    ['every assignment', 'V=1\nA=1\nV=2\nV=3', 'A=1'],
    ['an empty one', 'V=\nA=1\n', 'A=1\n'],
    ['the line below a lone export', 'export\nV=v\n', 'export\n'],
    ['nothing where it is a comment', '# V=v\n', '# V=v\n'],
    ['nothing where it is missing', 'A=1', 'A=1'],
  ])('removes %s', (_name, before, after) => {
    expect(editEnvFile(before, { V: undefined })).toBe(after);
  });

  it('goes with adding another', () => {
    expect(editEnvFile('A=1\nV=v', { V: undefined, W: 'w' })).toBe('A=1\nW=w');
  });
});

describe('a value that is no token', () => {
  it.each([
    ['plain text', 'old', 'https://a.example/b?c=d', "'https://a.example/b?c=d'"],
    ['a date', 'old', '2026-11-23T12:10:00Z', '2026-11-23T12:10:00Z'],
    ['blanks', 'old', ' a b ', "' a b '"],
    ['nothing', 'old', '', "''"],
    ['a number sign', 'old', 'a#b', "'a#b'"],
    ['a dollar sign', 'old', '$HOME', "'$HOME'"],
    ['a single quote', 'old', "it's", '"it\'s"'],
    ['a single quote, in single quotes', "'old'", "it's", '"it\'s"'],
    ['a double quote, in double quotes', '"old"', 'say "x"', '\'say "x"\''],
    ['what double quotes would expand', '"old"', 'C:\\new', "'C:\\new'"],
    ['a backslash at its end', 'old', 'C:\\My Files\\', "'C:\\My Files\\'"],
    ['both quotes', 'old', `'"`, `\`'"\``],
    ['what any quotes can hold', '`old`', 'a b', '`a b`'],
  ])('gets the quotes that it needs: %s', (_name, old, value, written) => {
    const result = editEnvFile(`V=${old} # c\n`, { V: value });
    expect(result).toBe(`V=${written} # c\n`);
    expect(parse(result)['V']).toBe(value);
  });

  it.each([
    ['all quotes', `'"\``],
    ['several lines', 'a\nb'],
    ['what double quotes would expand, and the other two', `'\`\\n`],
  ])('is refused where no quotes can hold it: %s', (_name, value) => {
    expect(() => editEnvFile('V=old\n', { V: value })).toThrow(UnwritableEnvValueError);
    expect(() => editEnvFile('', { V: value })).toThrow(UnwritableEnvValueError);
  });

  it.each([
    ['the new value', 'A="x\nV="y"\n', { V: '# z' }],
    ['the comment', `V=old # users'\n`, { V: 'C:\\' }],
    ['what follows', 'A="x\nV="y"\nB=1"\n', { V: undefined }],
    ['what follows a shorter value', `A="x\nV='y" z'\nB=1"\n`, { V: 'v' }],
  ])('is refused where an open quote would swallow %s', (_name, text, values) => {
    expect(() => editEnvFile(text, values)).toThrow(UnwritableEnvValueError);
  });

  it.each(['v', undefined])('is refused where another assignment is read as the old: %s', value => {
    expect(() => editEnvFile('V:\nB=1\n', { V: value })).toThrow(UnwritableEnvValueError);
  });

  it('is not quoted by the error', () => {
    expect(() => editEnvFile('', { V: 'sec\nret' })).toThrow(/^(?!.*sec)(?!.*ret)/s);
  });
});

describe('a name', () => {
  it.each(['', '1A', 'A-B', 'A.B', 'A B', 'A=', 'A\n', 'Ä'])('is refused: %j', name => {
    expect(() => editEnvFile('', { [name]: 'x' })).toThrow(RangeError);
  });
});

describe('reading a variable', () => {
  it('takes the last assignment', () => {
    expect(readEnvVariable('V=a\n# V=c\nexport V="b"\n', 'V')).toBe('b');
  });

  it('takes lines and their escapes out of double quotes', () => {
    expect(readEnvVariable('V="a\r\nb\\nc" # d\r\n', 'V')).toBe('a\nb\nc');
    expect(readEnvVariable("V='a\r\nb\\nc'\r\n", 'V')).toBe('a\nb\\nc');
  });

  it('tells none from an empty one', () => {
    expect(readEnvVariable('V=\n', 'V')).toBe('');
    expect(readEnvVariable('# V=\n', 'V')).toBeUndefined();
  });
});
