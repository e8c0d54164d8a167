import type { LogOutputChannel } from 'vscode';
import type { Logger } from '../core/logger';

/** JWTs, Telnyx API keys and bearer headers: none is ever passed on purpose. */
const secretPattern = /(?<![\w-])[\w-]{8,}\.[\w-]{8,}\.[\w-]*|KEY[\w-]{16,}|Bearer\s+\S+/g;

/** The log, which VS Code writes to a file that anybody on the machine may read. */
export function outputLogger(channel: Pick<LogOutputChannel, 'info' | 'warn'>): Logger {
  const redact = (message: string) => message.replace(secretPattern, '[redacted]');
  return {
    info: message => channel.info(redact(message)),
    warn: message => channel.warn(redact(message)),
  };
}
