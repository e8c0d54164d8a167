import type { DecodedToken } from '../core/tokens/decodeToken';
import { hasOddGrants, type Grant } from '../core/tokens/grants';
import { t } from './l10n';
import { plainText } from './plainText';
import type { Row } from './row';

/** Rows beyond this say nothing that a person would read. */
const mostRows = 100;

/** What a person calls one of the things that a grant is for, and how many there are. */
interface TargetName {
  readonly label: string;
  counted(amount: number): string;
}

const resourceName: TargetName = {
  // Translators: what a grant of a token is for: somebody may do something with this resource.
  label: t('Resource'),
  counted: amount => (amount === 1 ? t('1 resource') : t`${amount} resources`),
};

const subjectName: TargetName = {
  // Translators: who a grant of a token is given to, as in a JWT's claim "sub".
  label: t('Subject'),
  counted: amount => (amount === 1 ? t('1 subject') : t`${amount} subjects`),
};

/** Telnyx resource names (`telnyx:video:rooms:<uuid>`) by what a person calls them. */
const telnyxNames: readonly (TargetName & { readonly prefix: string })[] = [
  {
    prefix: 'telnyx:video:rooms:',
    label: t('Room'),
    counted: amount => (amount === 1 ? t('1 room') : t`${amount} rooms`),
  },
  {
    prefix: 'telnyx:users:',
    label: t('User'),
    counted: amount => (amount === 1 ? t('1 user') : t`${amount} users`),
  },
];

/** The *Grants* row with one row per grant under it. */
export function grantsRow(key: string, token: DecodedToken, place: string | undefined): Row {
  const { grants } = token;
  const id = `${key}#grants`;
  const summary = grantsSummary(token);
  return {
    id,
    label: t('Grants'),
    description: place === undefined ? summary : `${summary} · ${place}`,
    tooltip: t('Who may do what where, as the token says. Its signature is not verified.'),
    icon: { id: 'shield' },
    children: capped(grants, id, (grant, index) => grantRow(`${id}/${index}`, grant)),
  };
}

function grantsSummary({ claims, grants }: DecodedToken): string {
  if (hasOddGrants(claims['grants'])) {
    return t('not readable as a whole, see the claims');
  }
  return grants.length === 0 ? t('none in this token') : t('not verified');
}

function grantRow(id: string, grant: Grant): Row {
  const targets = [
    ...grant.resources.map(name => targetRow(name, resourceName)),
    ...grant.subjects.map(name => targetRow(name, subjectName)),
  ];
  return {
    id,
    label: plainText(grant.actions.join(', ')) || t('no readable action'),
    description: [count(grant.resources, resourceName), count(grant.subjects, subjectName)]
      .filter(text => text !== '')
      .join(', '),
    icon: { id: 'pass' },
    children: capped(targets, id, (target, index) => ({ ...target, id: `${id}/${index}` })),
  };
}

function targetRow(name: string, general: TargetName): Omit<Row, 'id'> {
  const known = telnyxNames.find(({ prefix }) => name.startsWith(prefix));
  return {
    label: (known ?? general).label,
    description: plainText(known ? name.slice(known.prefix.length) : name) || t('(blank)'),
    tooltip: plainText(name, 300),
    icon: { id: general === subjectName ? 'person' : 'device-camera-video' },
  };
}

/** `1 room`, `2 users`, or the general word where the names are of several sorts. */
function count(names: readonly string[], general: TargetName): string {
  if (names.length === 0) {
    return '';
  }
  const known = telnyxNames.find(({ prefix }) => names.every(name => name.startsWith(prefix)));
  return (known ?? general).counted(names.length);
}

function capped<T>(items: readonly T[], id: string, row: (item: T, index: number) => Row): Row[] {
  const rows = items.slice(0, mostRows).map(row);
  const rest = items.length - rows.length;
  return rest > 0 ? [...rows, { id: `${id}/more`, label: t`and ${rest} more` }] : rows;
}
