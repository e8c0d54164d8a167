import { envAssignments } from './envAssignments';

/**
 * The value that dotenv reads for a variable: that of its last assignment. Undefined when the text
 * of the `.env` file assigns none.
 */
export function readEnvVariable(text: string, name: string): string | undefined {
  return envAssignments(text).findLast(assignment => assignment.name === name)?.value;
}
