import { commandDescriptions } from './commandDescriptions';
import { markdownTable } from './markdownTable';

/** The part of the manifest that the table is made of. */
export interface CommandContributions {
  readonly commands: readonly {
    readonly command: string;
    readonly title: string;
    readonly category: string;
  }[];
  readonly menus: {
    readonly commandPalette: readonly { readonly command: string; readonly when: string }[];
  };
}

/** The ids of the commands that the palette shows, at times at least, in the manifest's order. */
export function paletteCommands({ commands, menus }: CommandContributions): readonly string[] {
  const hidden = menus.commandPalette
    .filter(({ when }) => when === 'false')
    .map(({ command }) => command);
  return commands.map(({ command }) => command).filter(command => !hidden.includes(command));
}

/** The commands of the palette, and what each does. Throws where nobody has said that. */
export function commandsTable(contributions: CommandContributions): string {
  const shown = paletteCommands(contributions);
  const rows = contributions.commands
    .filter(({ command }) => shown.includes(command))
    .map(({ command, title, category }) => [`**${category}: ${title}**`, describe(command)]);
  return markdownTable(['Command', 'What it does'], rows);
}

function describe(command: string): string {
  const descriptions: Readonly<Partial<Record<string, string>>> = commandDescriptions;
  const description = descriptions[command];
  if (description === undefined) {
    throw new Error(`scripts/docs/commandDescriptions.ts does not say what ${command} does.`);
  }
  return description;
}
