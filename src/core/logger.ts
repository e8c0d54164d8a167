/** Where the core reports what happened. Callers pass kinds, codes and room ids, never a secret. */
export interface Logger {
  info(message: string): void;
  warn(message: string): void;
}
