/** A program asked for what would send secrets to an origin that the user has not agreed to. */
export class UntrustedOriginError extends Error {
  override readonly name = 'UntrustedOriginError';

  constructor() {
    super('nobody has agreed to send secrets there');
  }
}
