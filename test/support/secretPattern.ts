/** Signed JWTs, and API keys in the shape of Telnyx's: what no text of ours may hold. */
export const secretPattern = /eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}|KEY[0-9A-F]{32}_[\w-]{22}/g;
