import { describe, it } from 'mocha';
import { hostOfEnvironment } from '../../../scripts/hosts/hostVersions';

const isNewest = hostOfEnvironment() === 'newest';

/** A suite for the newest VS Code alone: it takes long, and the version is all one to it. */
export const describeInNewest = isNewest ? describe : describe.skip;

/** The same for a single test, or one that the older version can't do. */
export const itInNewest = isNewest ? it : it.skip;
