import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryFolder } from '../hosts/repositoryPaths';
import { readManifest } from '../manifest';
import { commandsTable, type CommandContributions } from './commandsTable';
import { settingsTable, type SettingContributions } from './settingsTable';

/** A document, as it is and as it should be. */
export interface GeneratedDocument {
  /** Relative to the repository. */
  readonly file: string;
  readonly text: string;
  readonly wanted: string;
}

/** The documents that hold generated parts, and the names of these. */
const documents = [{ file: 'README.md', parts: ['commands', 'settings'] }] as const;

/** Reads every document with generated parts, and makes these anew from the manifest. */
export async function generatedDocuments(): Promise<readonly GeneratedDocument[]> {
  const { contributes } = readManifest() as {
    contributes: CommandContributions & SettingContributions;
  };
  const texts = { commands: commandsTable(contributes), settings: settingsTable(contributes) };
  return Promise.all(
    documents.map(async ({ file, parts }) => {
      const text = await readFile(join(repositoryFolder, file), 'utf8');
      const wanted = parts.reduce((before, part) => withPart(before, part, texts[part]), text);
      return { file, text, wanted };
    }),
  );
}

/** Puts a generated part between `<!-- NAME: begin -->` and `<!-- NAME: end -->`; throws without these. */
export function withPart(text: string, name: string, part: string): string {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const [start, stop] = [text.indexOf(begin), text.indexOf(end)];
  if (start < 0 || stop < start) {
    throw new Error(`A document has lost the markers ${begin} and ${end}.`);
  }
  return `${text.slice(0, start)}${begin}\n\n${part}\n\n${text.slice(stop)}`;
}
