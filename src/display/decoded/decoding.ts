// All that looks into tokens in texts, in a bundle of its own: most files hold none.
export { decodeToken } from '../../core/tokens/decodeToken';
export { findSecrets, longestSearchedText, tokenAt } from '../../core/tokens/findTokens';
export { decodedDocument } from './decodedDocument';
export { diagnosticText, usualVariable } from './diagnosticText';
export { environmentReplacement } from './environmentReplacement';
export { hoverLines } from './hoverLines';
