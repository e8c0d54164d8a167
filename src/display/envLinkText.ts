import type { EnvLinkState } from '../core/envFiles/envLinkState';
import type { EnvRefusal } from '../core/envFiles/envWriteOutcome';
import { t } from './l10n';
import { localTime } from './timeText';

/** What an `.env` file is called, and where: as VS Code shows paths of the workspace. */
export interface ShownEnvFile {
  /** Relative to the workspace. */
  readonly path: string;
  readonly variable: string;
}

/** How it stands with a link, short enough for a row. `now` is by this machine's clock. */
export function envLinkText(state: EnvLinkState, now: number): string {
  switch (state.kind) {
    case 'unchecked':
      return t('not looked at yet');
    case 'current':
      return state.writtenAt === undefined
        ? t('up to date')
        : t`written ${localTime(state.writtenAt, now)}`;
    case 'waiting':
      return waits[state.for];
    case 'missing':
      return t('file not found');
    case 'refused':
      return t`not written: ${refusals[state.refusal].short}`;
    case 'failed':
      return t`not written: ${failures[state.cause].short}`;
  }
}

/** The cause and the next step of a link that holds no current token; undefined for one that does. */
export function envLinkProblem(state: EnvLinkState, file: ShownEnvFile): string | undefined {
  switch (state.kind) {
    case 'unchecked':
    case 'current':
      return undefined;
    case 'waiting':
      return waitSentence(state.for, file);
    case 'missing':
      // Translators: Write Now and Unlink… are names of commands.
      return t`${file.path} is gone. Write Now makes it again, Unlink… ends the link.`;
    case 'refused':
      return refusalSentence(state.refusal, file.path);
    case 'failed':
      return failures[state.cause].sentence(file);
  }
}

/** Why nothing is written to a file, and what to do. */
export function refusalSentence(refusal: EnvRefusal, path: string): string {
  return refusals[refusal].sentence(path);
}

const waits = {
  save: t('waits: unsaved changes'),
  trust: t('waits: workspace not trusted'),
  token: t('waits for a client token'),
} as const;

function waitSentence(what: keyof typeof waits, { path, variable }: ShownEnvFile): string {
  switch (what) {
    case 'save':
      return t`${path} has unsaved changes. Save or revert it, and ${variable} is written.`;
    case 'trust':
      return t`This workspace is not trusted, so nothing is written to ${path}. Trust it first.`;
    case 'token':
      return t`The room has no client token yet. Refresh it, and ${variable} is written.`;
  }
}

const refusals: Readonly<
  Record<EnvRefusal, { readonly short: string; sentence(path: string): string }>
> = {
  tracked: {
    short: t('tracked by git'),
    sentence: path =>
      t`${path} is tracked by git, so a token in it would be committed. Run git rm --cached on it and ignore it, then try again.`,
  },
  exposed: {
    short: t('not ignored by git'),
    sentence: path =>
      t`${path} is not ignored by git, so the next git add would take the token. Add it to .gitignore, then try again.`,
  },
  unknown: {
    short: t("git can't be asked"),
    sentence: path =>
      t`It can't be told whether git ignores ${path}: its repository can't be read, or is of a kind that is not known here. Choose a file outside of it.`,
  },
  outside: {
    short: t('not in this workspace'),
    sentence: path =>
      t`${path} is in no folder of this workspace. Add its folder, or link another file.`,
  },
  link: {
    short: t('symbolic link'),
    sentence: path =>
      t`${path} is reached through a symbolic link, which may lead to a file that git tracks. Link the file that it leads to.`,
  },
  notAFile: {
    short: t('not a file'),
    sentence: path => t`${path} is not a file. Link another one.`,
  },
  tooLarge: {
    short: t('larger than 4 MB'),
    sentence: path => t`${path} is larger than 4 MB. Link another file.`,
  },
  notUtf8: {
    short: t('not UTF-8'),
    sentence: path =>
      t`${path} is not in UTF-8, so its other bytes could not be kept. Save it with that encoding, then try again.`,
  },
  readOnly: {
    short: t('read-only'),
    sentence: path => t`${path} is read-only. Make it writable, then try again.`,
  },
  unwritable: {
    short: t('a quote is left open in it'),
    sentence: path =>
      t`A quote or a NAME: is left open in ${path}, and would swallow the token. Close it, then try again.`,
  },
};

const failures: Readonly<
  Record<
    Extract<EnvLinkState, { kind: 'failed' }>['cause'],
    { readonly short: string; sentence(file: ShownEnvFile): string }
  >
> = {
  busy: {
    short: t('changed all the time'),
    sentence: ({ path }) =>
      t`${path} was changed by something else again and again. Try again when that is done.`,
  },
  lostToken: {
    short: t('the token was lost'),
    sentence: ({ variable }) =>
      t`VS Code could no longer read the room's client token. Refresh it, and ${variable} is written.`,
  },
  system: {
    short: t('failed'),
    sentence: ({ path }) =>
      t`${path} could not be written. Check that you may change it and its folder, then try again.`,
  },
};
