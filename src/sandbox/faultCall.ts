/**
 * Faults by curl, for people who try things out against `npm start`. Not part of the vendor's API.
 *
 *     POST /v2/sandbox/faults
 *     Authorization: Bearer <the sandbox's API key>
 *     Content-Type: application/json
 *
 *     {"fault": {"kind": "status", "status": 429, "retryAfterSeconds": 5}, "times": 2}
 *
 * - With `times` (1..1000) the fault is queued for so many requests; without, it stands until
 *   another one replaces it.
 * - `{"fault": null}` ends every fault, queued ones too.
 * - The kinds and their options are those of `Fault` in `faults.ts`.
 *
 * The answer is 200 `{"data": {"fault": …, "times": …}}`. The call itself never suffers a fault and
 * does not count against the rate limit, or a person could lock themselves out.
 *
 *     curl -X POST http://127.0.0.1:PORT/v2/sandbox/faults -H 'Authorization: Bearer KEY…' \
 *       -H 'Content-Type: application/json' -d '{"fault":{"kind":"delay","milliseconds":5000}}'
 */
import { requireApiKey } from './apiKey';
import type { Backend, Call } from './call';
import { ApiError } from './errorEnvelope';
import { faultFrom } from './faultParameters';
import { integerWithin, invalidValue } from './parameters';
import type { Reply } from './reply';

/** `POST /sandbox/faults`, as described above. */
export function changeFaults(call: Call, backend: Backend): Reply {
  requireApiKey(call.authorization, backend.apiKey);
  const body = call.body();
  if (body['fault'] === undefined) {
    throw new ApiError(422, '10004', 'The fault is missing: an object, or null for none.', {
      source: { pointer: '/fault' },
    });
  }
  const fault = body['fault'] === null ? undefined : faultFrom(body['fault']);
  const times = timesIn(body['times']);
  if (times === undefined) {
    backend.faults.set(fault);
  } else if (fault) {
    backend.faults.enqueue(fault, times);
  } else {
    throw invalidValue({ pointer: '/times' }, 'absent when the fault is null');
  }
  return { status: 200, body: { data: { fault: fault ?? null, times: times ?? null } } };
}

function timesIn(value: unknown): number | undefined {
  return value === undefined
    ? undefined
    : integerWithin(value, { minimum: 1, maximum: 1000 }, { pointer: '/times' });
}
