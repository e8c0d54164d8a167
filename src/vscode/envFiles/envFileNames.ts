import type { Uri } from 'vscode';

/** The last part of an address: a file's name. */
export function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a file is named as `.env` files are: `.env`, `.env.local`, `.envrc`, `production.env`. */
export function isEnvFileName(name: string): boolean {
  return /^\.env|\.env$/i.test(name);
}

/** Whether a file shows others what to fill in: git tracks it, and no secret belongs there. */
export function isTemplateName(name: string): boolean {
  return /[._-](?:example|sample|template|tmpl|dist|defaults?|schema)(?:[._-]|$)/i.test(name);
}
