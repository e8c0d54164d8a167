import { describe, expect, it } from 'vitest';
import { editEnvFile } from '../../../../src/core/envFiles/editEnvFile';
import { readEnvVariable } from '../../../../src/core/envFiles/readEnvVariable';
import { token } from './awkwardFiles';

/** So many characters of the same, by default 1 MB. */
function muchOf(text: string, length = 1_000_000): string {
  return text.repeat(length / text.length);
}

describe('a large .env file', () => {
  // A pattern that tries every start of a run to its end takes far longer than a test may.
  it.each([
    'N',
    'N\n',
    'N:\n',
    'N=',
    'N=\n',
    'N="',
    'N="\n',
    'N="x\n',
    "N='\n",
    'N="\'`\n',
    'N="x"y\n',
    'N=\\"\n',
    '\\"',
    '\\" #\n',
    '"',
    "'\n",
    'export ',
    'export\n',
    ' ',
    '\n',
    '\r\n',
    '\r',
    ' \n',
    '\n ',
    '#',
    '=',
    'TOKEN="old\n',
  ])('is edited in time that grows with its length alone: %j', part => {
    for (const start of ['', 'N', 'N="', 'N="x" ', 'export ']) {
      const result = editEnvFile(`${start}${muchOf(part, 200_000)}#\nTOKEN=old\n`, {
        TOKEN: token,
      });
      expect(readEnvVariable(result, 'TOKEN')).toBe(token);
    }
  });

  it('keeps 1 MB of lines as they are', () => {
    const lines = muchOf('# comment\r\nexport NAME="value" # comment\n\nTOKENS=`1`\n');
    expect(editEnvFile(`${lines}TOKEN=old\r\n${lines}`, { TOKEN: token })).toBe(
      `${lines}TOKEN=${token}\r\n${lines}`,
    );
  });

  it('holds a value of 1 MB', () => {
    const text = `A="${muchOf('a\\"\n')}"\nTOKEN='${muchOf('line\n')}'\nB=2\n`;
    expect(editEnvFile(text, { TOKEN: token })).toBe(
      `A="${muchOf('a\\"\n')}"\nTOKEN='${token}'\nB=2\n`,
    );
  });

  it('loses 1 MB of assignments', () => {
    expect(editEnvFile(`A=1\n${muchOf('TOKEN=old\n')}`, { TOKEN: undefined })).toBe('A=1\n');
  });
});
