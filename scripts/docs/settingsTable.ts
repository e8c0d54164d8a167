import { markdownTable } from './markdownTable';

/** A setting as the manifest declares it. */
interface Setting {
  readonly default: unknown;
  readonly order: number;
  readonly scope?: string;
  readonly markdownDescription: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
}

/** The part of the manifest that the table is made of. */
export interface SettingContributions {
  readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
}

/** The settings in the order in which VS Code shows them. */
export function settingsTable({ configuration }: SettingContributions): string {
  const settings = Object.entries(configuration.properties).sort(
    ([, one], [, other]) => one.order - other.order,
  );
  const rows = settings.map(([name, setting]) => [
    `\`${name}\``,
    `\`${String(setting.default)}\``,
    [setting.markdownDescription, ...choices(setting), ...scope(setting)].join(' '),
  ]);
  return markdownTable(['Setting', 'Default', 'What it does'], rows);
}

/** What each value of a setting with a list of them means. */
function choices({ enum: values = [], enumDescriptions = [] }: Setting): readonly string[] {
  return values.map((value, index) => `\`${value}\`: ${enumDescriptions[index] ?? ''}`);
}

/** VS Code takes settings of the application from the user alone, and from no workspace. */
function scope(setting: Setting): readonly string[] {
  return setting.scope === 'application' ? ['_User settings only._'] : [];
}
