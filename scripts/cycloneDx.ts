import { createHash } from 'node:crypto';

/** What the lock file says of an installed library. */
export interface LockedLibrary {
  readonly version: string;
  /** `sha512-` and the digest in base64. */
  readonly integrity: string;
  /** An SPDX identifier, such as `MIT`. */
  readonly license: string;
}

/** The extension itself, as its manifest names it. */
export interface ExtensionIdentity {
  readonly name: string;
  readonly publisher: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly repository: { readonly url: string };
}

/**
 * A bill of materials in the JSON form of CycloneDX 1.6, https://cyclonedx.org: the extension and the
 * libraries in its bundles, by their names. The same content has the same serial number and no time, so
 * that the same source gives the same file. Throws where the lock file says nothing of a library.
 */
export function cycloneDx(
  extension: ExtensionIdentity,
  libraries: ReadonlyMap<string, LockedLibrary | undefined>,
): unknown {
  const id = `${extension.publisher}.${extension.name}@${extension.version}`;
  const components = [...libraries].map(([name, library]) => component(name, library));
  const content = {
    metadata: {
      component: {
        type: 'application',
        'bom-ref': id,
        name: extension.name,
        publisher: extension.publisher,
        version: extension.version,
        description: extension.description,
        licenses: [{ license: { id: extension.license } }],
        externalReferences: [{ type: 'vcs', url: extension.repository.url }],
      },
    },
    components,
    dependencies: [
      { ref: id, dependsOn: components.map(({ purl }) => purl) },
      ...components.map(({ purl }) => ({ ref: purl })),
    ],
    compositions: [{ aggregate: 'complete', assemblies: [id] }],
  };
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify(content))}`,
    version: 1,
    ...content,
  };
}

function component(name: string, library: LockedLibrary | undefined) {
  const [algorithm, digest] = library?.integrity.split('-') ?? [];
  if (library === undefined || algorithm !== 'sha512' || digest === undefined) {
    throw new Error(`package-lock.json holds no SHA-512 of ${name}: run \`npm install\`.`);
  }
  const purl = `pkg:npm/${name.replace('@', '%40')}@${library.version}`;
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version: library.version,
    scope: 'required',
    hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }],
    licenses: [{ license: { id: library.license } }],
    purl,
    externalReferences: [
      { type: 'distribution', url: `https://www.npmjs.com/package/${name}/v/${library.version}` },
    ],
  };
}

/** A UUID of version 8 (RFC 9562) that is made of the content's digest. */
function uuidOf(content: string): string {
  const bytes = createHash('sha256').update(content).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
