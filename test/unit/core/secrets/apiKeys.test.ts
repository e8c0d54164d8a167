import { beforeEach, describe, expect, it } from 'vitest';
import { ApiKeys, parseApiKey } from '../../../../src/core/secrets/apiKeys';
import { MemorySecrets } from '../../../support/memorySecrets';
import { MemoryState } from '../../../support/memoryState';
import { RecordingLogger } from '../../../support/recordingLogger';

const telnyx = 'https://api.telnyx.com/v2';
const other = 'https://api.example/v2';
const apiKey = 'KEY0123456789';

describe('parseApiKey', () => {
  it('forgives blanks around a key', () => {
    expect(parseApiKey(`  ${apiKey}\n`)).toBe(apiKey);
  });

  it.each([
    ['nothing', ''],
    ['9 characters', 'K'.repeat(9)],
    ['513 characters', 'K'.repeat(513)],
    ['a blank', 'KEY01234 56789'],
    ['a line break', 'KEY01234\r\nX-Evil: 1'],
    ['an accent', 'KÉY0123456789'],
  ])('refuses %s', (_name, text) => {
    expect(parseApiKey(text)).toBeUndefined();
  });
});

describe('ApiKeys', () => {
  let secrets: MemorySecrets;
  let state: MemoryState;
  let logger: RecordingLogger;
  let keys: ApiKeys;

  beforeEach(() => {
    secrets = new MemorySecrets();
    state = new MemoryState();
    logger = new RecordingLogger();
    keys = new ApiKeys(secrets.window(), state, logger);
  });

  it('keeps a key for its origin and gives it for no other', async () => {
    await keys.write(telnyx, apiKey);
    expect(await keys.read('https://api.telnyx.com/v3')).toBe(apiKey);
    expect(await keys.read(other)).toBeUndefined();
    expect([keys.has(telnyx), keys.has(other)]).toEqual([true, false]);
    expect(state.contents).not.toContain(apiKey);
  });

  it('ignores a key that was copied under another origin', async () => {
    await keys.write(telnyx, apiKey);
    const [text = ''] = Object.values(secrets.contents);
    secrets.put('telnyxRooms.apiKey:https://api.example', text);
    expect(await keys.read(other)).toBeUndefined();
    expect(logger.warnings).toHaveLength(1);
    expect(logger.lines.join()).not.toContain(apiKey);
  });

  it.each([
    ['junk'],
    ['{"version":2,"origin":"https://api.telnyx.com","apiKey":"KEY0123456789"}'],
    ['{"version":1,"origin":"https://api.telnyx.com"}'],
    ['{"version":1,"origin":"https://api.telnyx.com","apiKey":"with blanks in it"}'],
  ])('reads %s as absent, leaves it alone, and logs it without its value', async text => {
    const secretKey = 'telnyxRooms.apiKey:https://api.telnyx.com';
    secrets.put(secretKey, text);
    expect(await keys.read(telnyx)).toBeUndefined();
    expect(secrets.contents).toEqual({ [secretKey]: text });
    expect(logger.warnings).toHaveLength(1);
    expect(logger.lines.join()).not.toMatch(/KEY0123456789|blanks/);
  });

  it('has a key by its marker alone, until it turns out that VS Code has lost it', async () => {
    await keys.write(telnyx, apiKey);
    await secrets.settled();
    secrets.corrupt('telnyxRooms.apiKey:https://api.telnyx.com');
    expect(keys.has(telnyx)).toBe(true);
    expect(await keys.read(telnyx)).toBeUndefined();
    await secrets.settled();
    expect(keys.has(telnyx)).toBe(false);
    expect(logger.warnings).toEqual([]);
    await new ApiKeys(secrets.window(), state, logger).write(telnyx, apiKey);
    await secrets.settled();
    expect(keys.has(telnyx)).toBe(true);
  });

  it('removes one key, or all', async () => {
    await keys.write(telnyx, apiKey);
    await keys.write(other, apiKey);
    await keys.remove(telnyx);
    expect([keys.has(telnyx), keys.has(other)]).toEqual([false, true]);
    await keys.removeAll();
    expect(secrets.contents).toEqual({});
    expect(state.keys()).toEqual([]);
  });

  it('says when a key came or went in another window', async () => {
    let changes = 0;
    keys.onDidChange(() => changes++);
    await new ApiKeys(secrets.window(), state, logger).write(telnyx, apiKey);
    await secrets.settled();
    expect(changes).toBe(1);
    expect(keys.has(telnyx)).toBe(true);
    keys.dispose();
    await new ApiKeys(secrets.window(), state, logger).remove(telnyx);
    await secrets.settled();
    expect(changes).toBe(1);
  });
});
