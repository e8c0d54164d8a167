/** The variable that holds a room's client token, where the user names no other. */
export const defaultTokenVariable = 'TELNYX_CLIENT_TOKEN';

/** The variable that tells a program its room's ID. */
export const roomIdVariable = 'TELNYX_ROOM_ID';

/** The names to choose from: Vite and Next.js hand a browser only what has their prefix. */
export const tokenVariablePresets = [
  defaultTokenVariable,
  `VITE_${defaultTokenVariable}`,
  `NEXT_PUBLIC_${defaultTokenVariable}`,
] as const;

/** Whether a text is the name of an environment variable that every shell takes (POSIX). */
export function isEnvVariableName(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text);
}
