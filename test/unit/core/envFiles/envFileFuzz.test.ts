import { parse } from 'dotenv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editEnvFile } from '../../../../src/core/envFiles/editEnvFile';
import { readEnvVariable } from '../../../../src/core/envFiles/readEnvVariable';
import { UnwritableEnvValueError } from '../../../../src/core/envFiles/unwritableEnvValueError';
import { variable } from './awkwardFiles';
import {
  blocksOfFile,
  namesInSoup,
  someToken,
  someValue,
  soup,
  type Block,
} from './envFileArbitraries';

describe('an .env file, whatever it holds', () => {
  it('stays byte for byte the same outside the value', () => {
    fc.assert(
      fc.property(blocksOfFile, someToken, (blocks, token) => {
        fc.pre(blocks.some(({ around }) => around));
        expect(editEnvFile(textOf(blocks), { [variable]: token })).toBe(
          blocks.map(({ around, text }) => around?.join(token) ?? text).join(''),
        );
      }),
    );
  });

  it('loses the lines of a removed variable, and nothing else', () => {
    fc.assert(
      fc.property(blocksOfFile, blocks => {
        const last = blocks.at(-1);
        const others = textOf(blocks.filter(({ around }) => around === undefined));
        // The line above is the last now, and ends as the last did.
        const isIncomplete = last?.around !== undefined && !/[\r\n]$/.test(last.text);
        expect(editEnvFile(textOf(blocks), { [variable]: undefined })).toBe(
          isIncomplete ? others.replace(/(?:\r\n|\r|\n)$/, '') : others,
        );
      }),
    );
  });

  it('is read as dotenv reads it', () => {
    fc.assert(
      fc.property(soup, text => {
        const read = namesInSoup.map(name => readEnvVariable(text, name));
        expect(read).toEqual(namesInSoup.map(name => parse(text)[name]));
      }),
      { numRuns: 1000 },
    );
  });

  it('reads as asked after a change, by dotenv too, and has no other variable changed', () => {
    fc.assert(
      fc.property(soup, fc.oneof(someToken, someValue), (text, value) => {
        const result = edited(text, value);
        expect(readEnvVariable(result, variable)).toBe(value);
        expect(parse(result)).toEqual({ ...parse(text), [variable]: value });
        expect(edited(result, value)).toBe(result);
      }),
      { numRuns: 1000 },
    );
  });

  it('is as it was once what was added is removed', () => {
    fc.assert(
      fc.property(soup, fc.oneof(someToken, someValue), (text, value) => {
        fc.pre(readEnvVariable(text, variable) === undefined);
        expect(edited(edited(text, value), undefined)).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes a token wherever the variable is missing', () => {
    fc.assert(
      fc.property(soup, someToken, (text, token) => {
        fc.pre(readEnvVariable(text, variable) === undefined);
        expect(parse(editEnvFile(text, { [variable]: token }))[variable]).toBe(token);
      }),
    );
  });
});

function textOf(blocks: readonly Block[]): string {
  return blocks.map(({ text }) => text).join('');
}

/** Passes over what can't be written, which is proven by cases. */
function edited(text: string, value: string | undefined): string {
  let result: string | undefined;
  try {
    result = editEnvFile(text, { [variable]: value });
  } catch (error) {
    expect(error).toBeInstanceOf(UnwritableEnvValueError);
  }
  fc.pre(result !== undefined);
  return result;
}
