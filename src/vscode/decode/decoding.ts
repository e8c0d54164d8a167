// All that looks into tokens in an editor, in a bundle of its own.
export { decodeToken } from './decodeToken';
export { SecretDiagnostics } from './secretDiagnostics';
export { secretFixes } from './secretFixes';
export { tokenHover } from './tokenHover';
