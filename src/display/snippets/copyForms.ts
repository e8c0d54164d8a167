import type { CopyForm } from './copyForm';
import { curlForm } from './curlForm';
import { initializeForm } from './initializeForm';
import { refreshLoopForm } from './refreshLoopForm';
import { sdkForm } from './sdkForm';
import { bearerForm, environmentForm, jsonForm, tokenForm } from './tokenForms';

/** Every form that a token or the code around it can be copied in, in the order of the menu. */
export const copyForms: readonly CopyForm[] = [
  tokenForm,
  bearerForm,
  jsonForm,
  environmentForm,
  initializeForm,
  refreshLoopForm,
  curlForm,
  sdkForm,
];
