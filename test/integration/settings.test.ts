import { notStrictEqual, strictEqual } from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { preferences, settings } from '../../src/vscode/settings';
import { resetSettings, setSetting } from './support/userSettings';

const cases: readonly (readonly [name: string, value: unknown, read: () => unknown])[] = [
  ['autoRefresh', true, () => preferences.autoRefresh()],
  ['autoRefreshMaxIdleMinutes', 5, () => preferences.autoRefreshMaxIdleMinutes()],
  ['autoRenew', true, () => preferences.autoRenew()],
  ['notifyBeforeExpiry', 90, () => preferences.notifyBeforeExpiry()],
  ['defaultTtl', 300, () => settings.defaultTtl()],
  ['statusBar.seconds', 'never', () => settings.statusBarSeconds()],
  ['clipboard.clearAfter', 30, () => settings.clipboardClearAfter()],
  ['diagnostics', false, () => settings.diagnostics()],
  ['agentTools', false, () => settings.agentTools()],
];

describe('Settings', () => {
  afterEach(resetSettings);

  for (const [name, value, read] of cases) {
    it(`have ${name} as the user has set it`, async () => {
      notStrictEqual(read(), value);
      await setSetting(name, value);
      strictEqual(read(), value);
    });
  }
});
