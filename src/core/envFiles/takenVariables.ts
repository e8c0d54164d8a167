import type { EnvLink, EnvLinkTarget } from './envLink';

/** Whether a variable holds the expiry of another link: the two would overwrite each other. */
export function isTakenForExpiry(
  links: readonly EnvLink[],
  { file, variable }: EnvLinkTarget,
): boolean {
  return links.some(link => link.file === file && link.expiryVariable === variable);
}

/** Whether a target can't have this variable for its expiry: it is its own, or another link's. */
export function isTakenFromExpiry(
  links: readonly EnvLink[],
  { file, variable }: EnvLinkTarget,
  expiryVariable: string,
): boolean {
  const others = links.filter(link => link.file === file && link.variable !== variable);
  return (
    expiryVariable === variable ||
    others.some(link => [link.variable, link.expiryVariable].includes(expiryVariable))
  );
}
