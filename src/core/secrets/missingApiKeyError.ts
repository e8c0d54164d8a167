/** An API key had been stored, and VS Code can no longer read it. */
export class MissingApiKeyError extends Error {
  override readonly name = 'MissingApiKeyError';

  constructor() {
    super('the stored API key could not be read');
  }
}
