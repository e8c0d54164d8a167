import { deepStrictEqual, doesNotMatch, match, strictEqual } from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, it } from 'mocha';
import { env } from 'vscode';
import type { ApiErrorKind } from '../../src/core/api/apiError';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { faultCases, type FaultCase } from '../support/faultCases';
import { describeInNewest } from './support/inNewest';
import type { Answer } from './support/answers';
import { useWorld, type World } from './support/world';

const { copyToken, newToken, renew, setApiKey, startExpiryDrill, turnOnAutoRefresh } = commandIds;

/** A command with what its user answers, and what was said of the fault. */
interface FaultyCommand {
  readonly name: string;
  readonly run: (world: World, kind: ApiErrorKind) => Promise<unknown>;
  readonly said: (world: World) => string;
  /** Calls that go well before the one that fails. */
  readonly callsBefore: number;
  readonly isRefresh?: boolean;
}

const lastText = ({ user }: World) => user.texts.at(-1) ?? '';
/** Once the rooms are there. */
const create: readonly Answer[] = [{ goTo: 'stand-up' }, { pick: 'Create room' }];

const commands: readonly FaultyCommand[] = [
  {
    name: 'Start Expiry Drill',
    run: ({ run, room }) => run(startExpiryDrill, room.key, { pick: '10 s' }),
    said: lastText,
    callsBefore: 0,
    isRefresh: true,
  },
  {
    name: 'Renew Room Token',
    run: ({ run, room }) => run(renew, room.key),
    said: lastText,
    callsBefore: 0,
  },
  {
    name: 'New Room Token, while it lists the rooms',
    run: ({ run }) => run(newToken, undefined, { await: 'The rooms could not' }, 'escape'),
    said: ({ user }) => user.inputs.at(-1)?.answeredRows[0]?.description ?? '',
    callsBefore: 0,
  },
  {
    name: 'New Room Token, while it creates a room',
    run: ({ run }) => run(newToken, undefined, ...create, { type: randomUUID() }, 'escape'),
    said: ({ user }) => user.inputs.at(-1)?.problem ?? '',
    callsBefore: 1,
  },
  {
    name: 'Set API Key',
    run({ run, sandbox }, kind) {
      const isRefusal = kind === 'unauthorized' || kind === 'refused';
      // A key that could not be checked is asked about in a dialog.
      const rest = isRefusal ? [] : (['escape'] as const);
      return run(setApiKey, undefined, { type: sandbox.apiKey }, ...rest);
    },
    said: lastText,
    callsBefore: 0,
  },
];

const says: Readonly<Record<ApiErrorKind, RegExp>> = {
  unauthorized: /did not (authorize|accept)|not authorized/,
  refused: /refused the refresh token|may not|did not accept|not allowed/,
  notFound: /knows no room|has no rooms|no such room/,
  invalid: /invalid|did not take this name/,
  rateLimited: /[Tt]oo many requests/,
  server: /problem of its own|server error/,
  network: /could not be reached|no connection/,
  certificate: /certificate/,
  proxy: /proxy/,
  timeout: /did not answer in time/,
  badResponse: /was not the Telnyx API|unreadable answer/,
  cancelled: /^$/,
};

const failing = faultCases.filter(
  (one): one is FaultCase & { kind: ApiErrorKind } =>
    // Those that take 15 s have tests of their own.
    one.kind !== undefined && one.kind !== 'timeout',
);

describeInNewest('Every fault of the API', () => {
  const world = useWorld();
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => void unhandled.push(reason);

  before(() => void process.on('unhandledRejection', note));
  after(() => void process.off('unhandledRejection', note));

  for (const { name, run, said, callsBefore, isRefresh = false } of commands) {
    for (const autoRefresh of [false, true]) {
      it(`is said with its cause, and costs nothing: ${name}${autoRefresh ? ', kept fresh' : ''}`, async () => {
        const { sandbox, room, refreshOnce, enterApiKey } = world();
        await refreshOnce();
        await enterApiKey();
        if (autoRefresh) {
          await world().run(turnOnAutoRefresh, room.key);
        }
        await world().run(copyToken);
        const token = await env.clipboard.readText();
        for (const { name: faultName, fault, kind, losesAnswer = false } of failing) {
          const before = sandbox.requests.length;
          for (let call = 0; call < callsBefore; call++) {
            sandbox.failNext({ kind: 'delay', milliseconds: 0 });
          }
          sandbox.setFault(fault);
          await run(world(), kind);
          sandbox.setFault(undefined);
          match(said(world()), says[kind], faultName);
          doesNotMatch(said(world()), /\]\(|command:|eyJ|KEY/, faultName);
          const calls = callsBefore + (isRefresh && losesAnswer ? 2 : 1);
          strictEqual(sandbox.requests.length - before, calls, faultName);
        }
        await env.clipboard.writeText('');
        await world().run(copyToken);
        strictEqual(await env.clipboard.readText(), token, 'what was there is still there');
        deepStrictEqual(unhandled, []);
      });
    }
  }
});
