/**
 * An `.env` file can't take a value: there is no way to write it, or a quote that was left open
 * earlier in the file would swallow it. Safe to log: it quotes nothing of the file or the value.
 */
export class UnwritableEnvValueError extends Error {
  override readonly name = 'UnwritableEnvValueError';

  constructor(readonly variable: string) {
    super(`${variable} can't be written to the .env file without changing what else it says`);
  }
}
