import { isEnvVariableName } from './envVariables';

/** A room's client token is kept in a variable of an `.env` file. Holds no secret. */
export interface EnvLink {
  /** See `roomKey`. */
  readonly roomKey: string;
  /** The file's URI as text: it may be on a remote machine. */
  readonly file: string;
  readonly variable: string;
  /** The variable that gets the token's expiry, where one is wanted. */
  readonly expiryVariable?: string;
}

/** What tells a link from others: a variable of a file can hold the token of one room only. */
export type EnvLinkTarget = Pick<EnvLink, 'file' | 'variable'>;

/** Whether two links, or a link and a target, are for the same variable of the same file. */
export function isSameTarget(one: EnvLinkTarget, other: EnvLinkTarget): boolean {
  return one.file === other.file && one.variable === other.variable;
}

/** A text that names a link's target. A variable's name has no blank, so that no two share one. */
export function envLinkId({ file, variable }: EnvLinkTarget): string {
  return `${variable} ${file}`;
}

/** Reads a link out of stored state; undefined when it is none. */
export function parseEnvLink(value: unknown): EnvLink | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const { roomKey, file, variable, expiryVariable } = value as Readonly<Record<string, unknown>>;
  if (typeof roomKey !== 'string' || roomKey === '' || !isUri(file) || !isVariable(variable)) {
    return undefined;
  }
  const hasExpiry = isVariable(expiryVariable) && expiryVariable !== variable;
  return { roomKey, file, variable, ...(hasExpiry && { expiryVariable }) };
}

function isUri(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z][a-z\d+.-]*:/i.test(value);
}

function isVariable(value: unknown): value is string {
  return typeof value === 'string' && isEnvVariableName(value);
}
