// All that talks with the user, in a bundle of its own: most windows run no command.
export { commandHandlers } from './commands/commandHandlers';
export { ignoreAndWrite } from './commands/ignoreEnvFile';
export { showAutoRefreshStop } from './keepAlive/autoRefreshStop';
export { LaunchAnswers } from './launch/launchAnswers';
export { profileOptions } from './terminal/profileOptions';
