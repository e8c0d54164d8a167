import type { CommandId } from '../../src/vscode/commands/commandIds';

/**
 * What each command of the palette does, for the README: a manifest has titles of commands and no
 * descriptions. In Markdown.
 */
export const commandDescriptions: Readonly<Partial<Record<CommandId, string>>> = {
  'telnyxRooms.refreshToken':
    "Gets a new client token for a room. Also on the room's row and in the status bar.",
  'telnyxRooms.newToken':
    'Makes a client token and a refresh token for a room of your account, with your API key.',
  'telnyxRooms.addToken':
    "Keeps the tokens in whatever you paste. Asks for the room only where they don't name one.",
  'telnyxRooms.renew':
    'Makes a new pair for a known room in one step, with the TTLs of the last one.',
  'telnyxRooms.copyToken':
    "Copies a room's client token, exactly and alone. An expired one only after a question.",
  'telnyxRooms.copyTokenAs':
    'The token as a header, JSON, an `.env` line or code; or code that gets one, without any secret.',
  'telnyxRooms.linkEnvFile':
    "Keeps a room's client token in a variable of a file of your workspace.",
  'telnyxRooms.unlinkEnvFile': 'Ends that, and takes the token out of the file if you like.',
  'telnyxRooms.decodeToken':
    'Shows what the selected or copied token says: decoded, not verified, never with its signature.',
  'telnyxRooms.openTerminal':
    "A terminal with a room's token in its environment. Also the terminal profile **Telnyx Room**.",
  'telnyxRooms.addToLaunch': "Gives the program of a launch configuration a room's client token.",
  'telnyxRooms.stopGivingTokens':
    "Asks again before this workspace's launches and tasks get client tokens.",
  'telnyxRooms.setRefreshToken':
    'Keeps a refresh token. Its room is read from it where it says so.',
  'telnyxRooms.setApiKey':
    'Checks a Telnyx API key and keeps it. New pairs need one; a refresh does not.',
  'telnyxRooms.removeApiKey': 'Deletes the API key.',
  'telnyxRooms.toggleAutoRefresh': "Keeps a room's client token fresh, or leaves it to you again.",
  'telnyxRooms.startExpiryDrill': 'Counts down a short-lived token, to watch your app with.',
  'telnyxRooms.renameRoom': 'Names a room whose name in your account is not known.',
  'telnyxRooms.forgetRoom': 'Deletes a room and its tokens.',
  'telnyxRooms.forgetEverything':
    'Deletes every room, token and key that the extension has stored.',
  'telnyxRooms.trySandbox': 'Starts a stand-in for the API on your machine, with a room to try.',
  'telnyxRooms.stopSandbox': 'Ends it.',
  'telnyxRooms.showRoomActions': 'What a click on the status bar offers.',
  'telnyxRooms.collectNetworkDiagnostics':
    'A report on the way to the API: proxy, DNS, certificates, times. No secret is in it.',
  'telnyxRooms.showLog': "Shows the extension's log. No secret is ever written to it.",
};
