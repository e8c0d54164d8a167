import { parseRoomId } from '../rooms/roomId';

/** One entry of a token's `grants`: who may do what where. */
export interface Grant {
  /** For example `join`. */
  readonly actions: readonly string[];
  /** For example `telnyx:video:rooms:<uuid>`. */
  readonly resources: readonly string[];
  /** For example `telnyx:users:<uuid>`. */
  readonly subjects: readonly string[];
}

const grantMembers: ReadonlySet<string> = new Set<keyof Grant>([
  'actions',
  'resources',
  'subjects',
]);

const roomResourcePrefix = 'telnyx:video:rooms:';

/** Reads the `grants` claim. What is not a grant is left out: the claim stays visible as it came. */
export function parseGrants(claim: unknown): readonly Grant[] {
  if (!Array.isArray(claim)) {
    return [];
  }
  return claim
    .filter(entry => typeof entry === 'object' && entry !== null && !Array.isArray(entry))
    .map((entry: Partial<Record<keyof Grant, unknown>>) => ({
      actions: strings(entry.actions),
      resources: strings(entry.resources),
      subjects: strings(entry.subjects),
    }));
}

/** Whether a `grants` claim says anything that `parseGrants` leaves out. */
export function hasOddGrants(claim: unknown): boolean {
  return claim !== undefined && !(Array.isArray(claim) && claim.every(isWholeGrant));
}

function isWholeGrant(entry: unknown): boolean {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    !Array.isArray(entry) &&
    Object.entries(entry).every(
      ([name, value]) =>
        grantMembers.has(name) &&
        Array.isArray(value) &&
        value.every(item => typeof item === 'string'),
    )
  );
}

/** The ids of the rooms that the grants name, each once, in lower case. */
export function grantedRoomIds(grants: readonly Grant[]): readonly string[] {
  const ids = grants
    .flatMap(grant => grant.resources)
    .filter(resource => resource.startsWith(roomResourcePrefix))
    .map(resource => parseRoomId(resource.slice(roomResourcePrefix.length)))
    .filter(id => id !== undefined);
  return [...new Set(ids)];
}

/** Whether a grant lets somebody join. */
export function grantsJoin(grants: readonly Grant[]): boolean {
  return grants.some(grant => grant.actions.includes('join'));
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(entry => typeof entry === 'string') : [];
}
