import { repositoryUrls } from '../repositoryUrls';
import { error, type Finding } from './finding';
import { textOf, type PackedExtension } from './packedExtension';

const documents = ['readme.md', 'changelog.md'];

/** Some of the badge providers whose SVGs the Marketplace trusts. */
const svgHosts = ['badgen.net', 'img.shields.io', 'vsmarketplacebadges.dev'];

/** Whether the Marketplace shows this image although it is an SVG. */
export function isTrustedSvg(url: string): boolean {
  return (
    svgHosts.includes(new URL(url).host) ||
    /^https:\/\/github\.com\/[^/]+\/[^/]+\/(actions\/)?workflows\/.*badge\.svg/.test(url)
  );
}

/** The pages that the marketplaces make of the README and the changelog. */
export function documentFindings(extension: PackedExtension): readonly Finding[] {
  return documents.flatMap(path => {
    const markdown = textOf(extension.files, path);
    if (markdown === undefined || markdown.trim() === '') {
      return [error(path, 'Write it, and name it in .vscodeignore.')];
    }
    const text = withoutCode(markdown);
    return [
      ...imagesOf(text).flatMap(image => imageFinding(path, image)),
      ...(/<svg[\s>]/i.test(text)
        ? [error(path, 'Replace the SVG by an image such as a PNG.')]
        : []),
      ...linksOf(text).flatMap(link => linkFinding(extension, path, link)),
    ];
  });
}

function imageFinding(path: string, image: string): readonly Finding[] {
  if (!URL.canParse(image) || new URL(image).protocol !== 'https:') {
    return [error(path, `Give the image ${image.slice(0, 80)} an https address.`)];
  }
  return /\.svg$/i.test(new URL(image).pathname) && !isTrustedSvg(image)
    ? [error(path, `Replace ${image} by an image such as a PNG: SVGs are refused.`)]
    : [];
}

/** Links into the repository and within a page are followed; those to elsewhere are only read. */
function linkFinding(extension: PackedExtension, path: string, link: string): readonly Finding[] {
  const [target = '', anchor] = link.split('#');
  const file = target === '' ? path : fileOf(extension, target);
  if (file === undefined) {
    return /^(https:\/\/|mailto:)/.test(link)
      ? []
      : [error(path, `Mend the link ${link}: only https and mailto work on a marketplace's page.`)];
  }
  const text = target === '' ? textOf(extension.files, path) : extension.repositoryFile(file);
  if (text === undefined) {
    return [error(path, `Mend the link ${link}: the repository has no ${file}.`)];
  }
  return anchor === undefined || anchorsOf(text).includes(anchor)
    ? []
    : [error(path, `Mend the link ${link}: no heading of ${file} is called so.`)];
}

/** The path of a file of the repository, if the address is that of one. */
function fileOf({ manifest }: PackedExtension, address: string): string | undefined {
  const urls = manifest.repository?.url === undefined ? undefined : repositoryUrls(manifest);
  const base = [urls?.pages, urls?.files].find(url => url && address.startsWith(`${url}/`));
  return base && decodeURI(address.slice(base.length + 1));
}

function imagesOf(text: string): readonly string[] {
  const ofMarkdown = text.matchAll(/!\[[^\]]*\]\(\s*<?([^)\s>]+)/g);
  const ofHtml = text.matchAll(/<(?:img|video|source)\b[^>]*?\bsrc=["']([^"']*)/gi);
  return [...ofMarkdown, ...ofHtml].map(([, address = '']) => address);
}

function linksOf(text: string): readonly string[] {
  const targets = text.matchAll(/\]\(\s*<?([^)\s>]+)/g);
  const definitions = text.matchAll(/^\[[^\]]+\]:\s*<?(\S+?)>?\s*$/gm);
  const ofHtml = text.matchAll(/<a\b[^>]*?\bhref=["']([^"']*)/gi);
  const images = imagesOf(text).filter(image => !isFileAddress(image));
  return [...targets, ...definitions, ...ofHtml]
    .map(([, address = '']) => address)
    .filter(address => !images.includes(address));
}

/** Images of the repository have to be there like pages. */
function isFileAddress(address: string): boolean {
  return address.startsWith('https://github.com/');
}

/** The names of the headings as a link calls them. */
function anchorsOf(markdown: string): readonly string[] {
  return [...withoutFences(markdown).matchAll(/^#{1,6} (.+?)\s*#*$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

function withoutCode(markdown: string): string {
  return withoutFences(markdown).replace(/`[^`\n]*`/g, '');
}

function withoutFences(markdown: string): string {
  return markdown.replace(/^(```+|~~~+)[^\n]*\n[^]*?^\1\s*$/gm, '');
}
