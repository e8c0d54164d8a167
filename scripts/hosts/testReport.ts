/** Starts each line of the console of an extension host that belongs to the tests' report. */
export const reportPrefix = '[tests] ';

/** Names the environment variable with the file that the results of a run are appended to. */
export const resultsVariable = 'TELNYX_ROOMS_RESULTS';

/** Names the environment variable with a regular expression that test titles have to match. */
export const grepVariable = 'TELNYX_ROOMS_GREP';

/** One line of JSON in the results file: what one life of the window ran. */
export interface TestResults {
  readonly passed: number;
  readonly failed: number;
  /** Full titles of the tests that failed. */
  readonly failures: readonly string[];
}
