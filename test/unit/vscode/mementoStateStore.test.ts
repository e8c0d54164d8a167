import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { MementoStateStore } from '../../../src/vscode/storage/mementoStateStore';

type Memento = ConstructorParameters<typeof MementoStateStore>[0];
type Values = Readonly<Record<string, unknown>>;

/**
 * A memento as VS Code makes it: what changes in one turn is sent as a whole in the next, and what was
 * sent takes the place of all values when the workbench has it.
 */
class EchoingMemento implements Memento {
  values: Values = {};
  /** What the workbench has got, in order. */
  readonly sent: Values[] = [];
  private readonly answers: ((error?: Error) => void)[] = [];
  private sending: Promise<void> | undefined;

  keys(): readonly string[] {
    return Object.keys(this.values);
  }

  get<Value>(key: string, missing?: Value): Value {
    return (this.values[key] ?? missing) as Value;
  }

  update(key: string, value: unknown): Promise<void> {
    this.values = { ...this.values, [key]: value };
    this.sending ??= this.send();
    return this.sending;
  }

  /** Lets the workbench answer the oldest write. */
  async answer(error?: Error): Promise<void> {
    while (this.answers.length === 0) {
      await setImmediate();
    }
    this.answers.shift()?.(error);
  }

  private async send(): Promise<void> {
    await setImmediate();
    this.sending = undefined;
    const values = JSON.parse(JSON.stringify(this.values)) as Values;
    this.sent.push(values);
    const error = await new Promise<Error | undefined>(resolve => this.answers.push(resolve));
    if (error) {
      throw error;
    }
    this.values = values;
  }
}

function setUp(values: Values = {}) {
  const memento = new EchoingMemento();
  memento.values = values;
  return { memento, state: new MementoStateStore(memento) };
}

describe('State in a memento', () => {
  it('keeps what changes while a write is on its way back', async () => {
    const { memento, state } = setUp();
    const first = state.update('first', 1);
    await expect.poll(() => memento.sent).toHaveLength(1);
    const second = state.update('second', 2);
    await memento.answer();
    await first;
    expect(state.get('second')).toBe(2);
    await memento.answer();
    await second;
    expect([state.get('first'), state.get('second')]).toEqual([1, 2]);
    expect(memento.sent.at(-1)).toEqual({ first: 1, second: 2 });
  });

  it('writes once what changes together, and in the meantime', async () => {
    const { memento, state } = setUp();
    const together = [state.update('first', 1), state.update('second', 2)];
    await expect.poll(() => memento.sent).toHaveLength(1);
    const meanwhile = [state.update('first', 3), state.update('third', 4)];
    await memento.answer();
    await Promise.all(together);
    await memento.answer();
    await Promise.all(meanwhile);
    expect(memento.sent).toEqual([
      { first: 1, second: 2 },
      { first: 3, second: 2, third: 4 },
    ]);
  });

  it('counts a change at once, as a copy', () => {
    const { state } = setUp({ old: 1 });
    const value = { names: ['one'], none: undefined };
    void state.update('new', value);
    void state.update('old', undefined);
    value.names.push('two');
    expect(state.get('new')).toEqual({ names: ['one'] });
    expect(state.get('new')).not.toHaveProperty('none');
    expect(state.keys()).toEqual(['new']);
  });

  it('tells everybody whose change could not be written, and writes the next', async () => {
    const { memento, state } = setUp();
    const lost = [state.update('first', 1), state.update('second', 2)];
    const outcome = Promise.allSettled(lost);
    await memento.answer(new Error('The disk is full.'));
    expect((await outcome).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const third = state.update('third', 3);
    await memento.answer();
    await third;
    expect(state.get('third')).toBe(3);
  });

  it('shows what another window has written', async () => {
    const { memento, state } = setUp();
    const written = state.update('room', 'ours');
    await memento.answer();
    await written;
    memento.values = { room: 'theirs' };
    expect(state.get('room')).toBe('theirs');
  });
});
