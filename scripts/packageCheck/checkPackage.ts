import { contentFindings } from './contentRules';
import { documentFindings } from './documentRules';
import type { Finding } from './finding';
import { identityFindings } from './identityRules';
import type { PackedExtension } from './packedExtension';
import { pageFindings } from './pageRules';
import { textFindings } from './textRules';

/**
 * Everything that the Visual Studio Marketplace or Open VSX refuse or warn about, and what a package of
 * ours must not hold. Empty where all is well.
 */
export function checkPackage(extension: PackedExtension): readonly Finding[] {
  return [identityFindings, pageFindings, textFindings, documentFindings, contentFindings].flatMap(
    findings => findings(extension),
  );
}
