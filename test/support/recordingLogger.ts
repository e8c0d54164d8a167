import type { Logger } from '../../src/core/logger';

/** A logger that keeps every line, `info: …` or `warn: …`. */
export class RecordingLogger implements Logger {
  readonly lines: string[] = [];

  info(message: string): void {
    this.lines.push(`info: ${message}`);
  }

  warn(message: string): void {
    this.lines.push(`warn: ${message}`);
  }

  get warnings(): readonly string[] {
    return this.lines.filter(line => line.startsWith('warn: '));
  }
}
