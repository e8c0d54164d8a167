import type { DecodedToken } from '../core/tokens/decodeToken';
import { hasOddGrants, type Grant } from '../core/tokens/grants';
import { plainText } from './plainText';
import type { Row } from './row';

/** Rows beyond this say nothing that a person would read. */
const mostRows = 100;

/** Telnyx resource names (`telnyx:video:rooms:<uuid>`) by what a person calls them. */
const targetNames: readonly (readonly [prefix: string, singular: string, plural: string])[] = [
  ['telnyx:video:rooms:', 'Room', 'rooms'],
  ['telnyx:users:', 'User', 'users'],
];

/** The *Grants* row with one row per grant under it. */
export function grantsRow(key: string, token: DecodedToken, place: string | undefined): Row {
  const { grants } = token;
  const id = `${key}#grants`;
  const summary = grantsSummary(token);
  return {
    id,
    label: 'Grants',
    description: place === undefined ? summary : `${summary} · ${place}`,
    tooltip: 'Who may do what where, as the token says. Its signature is not verified.',
    icon: { id: 'shield' },
    children: capped(grants, id, (grant, index) => grantRow(`${id}/${index}`, grant)),
  };
}

function grantsSummary({ claims, grants }: DecodedToken): string {
  if (hasOddGrants(claims['grants'])) {
    return 'not readable as a whole, see the claims';
  }
  return grants.length === 0 ? 'none in this token' : 'not verified';
}

function grantRow(id: string, grant: Grant): Row {
  const targets = [
    ...grant.resources.map(name => targetRow(name, 'Resource')),
    ...grant.subjects.map(name => targetRow(name, 'Subject')),
  ];
  return {
    id,
    label: plainText(grant.actions.join(', ')) || 'no readable action',
    description: [
      count(grant.resources, 'resource', 'resources'),
      count(grant.subjects, 'subject', 'subjects'),
    ]
      .filter(text => text !== '')
      .join(', '),
    icon: { id: 'pass' },
    children: capped(targets, id, (target, index) => ({ ...target, id: `${id}/${index}` })),
  };
}

function targetRow(name: string, fallback: string): Omit<Row, 'id'> {
  const known = targetNames.find(([prefix]) => name.startsWith(prefix));
  return {
    label: known?.[1] ?? fallback,
    description: plainText(known ? name.slice(known[0].length) : name) || '(blank)',
    tooltip: plainText(name, 300),
    icon: { id: fallback === 'Subject' ? 'person' : 'device-camera-video' },
  };
}

/** `1 room`, `2 users`, or the general word where the names are of several sorts. */
function count(names: readonly string[], singular: string, plural: string): string {
  if (names.length === 0) {
    return '';
  }
  const known = targetNames.find(([prefix]) => names.every(name => name.startsWith(prefix)));
  const one = known?.[1].toLowerCase() ?? singular;
  return names.length === 1 ? `1 ${one}` : `${names.length} ${known?.[2] ?? plural}`;
}

function capped<T>(items: readonly T[], id: string, row: (item: T, index: number) => Row): Row[] {
  const rows = items.slice(0, mostRows).map(row);
  const rest = items.length - rows.length;
  return rest > 0 ? [...rows, { id: `${id}/more`, label: `and ${rest} more` }] : rows;
}
