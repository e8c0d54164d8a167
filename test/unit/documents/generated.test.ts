import { describe, expect, it } from 'vitest';
import { check, resolveConfig } from 'prettier';
import { commandDescriptions } from '../../../scripts/docs/commandDescriptions';
import { commandsTable, paletteCommands } from '../../../scripts/docs/commandsTable';
import { generatedDocuments, withPart } from '../../../scripts/docs/generatedParts';
import { settingsTable } from '../../../scripts/docs/settingsTable';
import { readManifest } from '../../../scripts/manifest';

const { contributes } = readManifest() as {
  contributes: Parameters<typeof commandsTable>[0] & Parameters<typeof settingsTable>[0];
};

/** A manifest with these commands. */
function withCommands(...ids: readonly string[]): typeof contributes {
  const commands = ids.map(command => ({ command, title: 'Do | It', category: 'Telnyx' }));
  return { ...contributes, commands };
}

describe('What is generated in documents', () => {
  it('says what package.json says; if not, run: npm run docs', async () => {
    for (const { text, wanted } of await generatedDocuments()) {
      expect(text).toBe(wanted);
    }
  });

  it('is as Prettier wants it', async () => {
    for (const { file, wanted } of await generatedDocuments()) {
      const style = await resolveConfig(file);
      expect(await check(wanted, { ...style, parser: 'markdown' })).toBe(true);
    }
  });

  it('takes the place of what stood there, and nothing else', () => {
    const text = 'Before\n<!-- it: begin -->\nold\n<!-- it: end -->\nAfter\n';
    const wanted = 'Before\n<!-- it: begin -->\n\nnew\n\n<!-- it: end -->\nAfter\n';
    expect(withPart(text, 'it', 'new')).toBe(wanted);
    expect(withPart(wanted, 'it', 'new')).toBe(wanted);
    expect(() => withPart('<!-- it: begin -->', 'it', 'new')).toThrow(/lost the markers/);
  });
});

describe('The table of commands', () => {
  it('has each command of the palette, and no other one', () => {
    const hidden = ['telnyxRooms.pinRoom', 'telnyxRooms.copyAs.curl', 'telnyxRooms.clientToken'];
    const shown = paletteCommands(contributes);
    expect(shown).toContain('telnyxRooms.removeApiKey');
    expect(shown.filter(command => hidden.includes(command))).toEqual([]);
    expect(Object.keys(commandDescriptions).sort()).toEqual([...shown].sort());
    expect(commandsTable(contributes).match(/^\| \*\*Telnyx: /gm)).toHaveLength(shown.length);
  });

  it('is not made while a command is described nowhere', () => {
    expect(commandsTable(withCommands('telnyxRooms.showLog'))).toContain('Telnyx: Do \\| It');
    expect(() => commandsTable(withCommands('telnyxRooms.dance'))).toThrow(
      'scripts/docs/commandDescriptions.ts does not say what telnyxRooms.dance does.',
    );
  });
});

describe('The table of settings', () => {
  it('has each setting with its default, its values, and whose settings count', () => {
    const rows = settingsTable(contributes).split('\n').slice(3);
    expect(rows).toHaveLength(Object.keys(contributes.configuration.properties).length);
    const row = (name: string) => rows.find(text => text.startsWith(`| \`telnyxRooms.${name}\``));
    expect(row('autoRefresh')).toMatch(/^\| `telnyxRooms\.autoRefresh` \| `false` \| /);
    expect(row('autoRefresh')).toMatch(/_User settings only\._ \|$/);
    expect(row('statusBar.seconds')).toMatch(/`always`: Count down every second\. `lastMinute`: /);
    expect(row('statusBar.seconds')).not.toContain('User settings only');
  });
});
