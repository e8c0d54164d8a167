import type { Backend, Call } from './call';
import { ApiError } from './errorEnvelope';
import { changeFaults } from './faultCall';
import type { Reply } from './reply';
import { createRoom, listRooms } from './roomCalls';
import { generateJoinClientToken, refreshClientToken } from './tokenCalls';

interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  readonly answer: (call: Call, backend: Backend) => Reply;
}

const routes: readonly Route[] = [
  { method: 'GET', path: /^\/v2\/rooms$/, answer: listRooms },
  { method: 'POST', path: /^\/v2\/rooms$/, answer: createRoom },
  {
    method: 'POST',
    path: /^\/v2\/rooms\/([^/]*)\/actions\/refresh_client_token$/,
    answer: refreshClientToken,
  },
  {
    method: 'POST',
    path: /^\/v2\/rooms\/([^/]*)\/actions\/generate_join_client_token$/,
    answer: generateJoinClientToken,
  },
  { method: 'POST', path: /^\/v2\/sandbox\/faults$/, answer: changeFaults },
];

/** Whether a path is that of the sandbox's own control call, whatever the method. */
export function isControlPath(path: string): boolean {
  return path === '/v2/sandbox/faults';
}

/** Answers by the route of a method and path; throws 404 or 405 when there is none. */
export function answerByRoute(
  method: string,
  path: string,
  call: Omit<Call, 'pathParameter'>,
  backend: Backend,
): Reply {
  const candidates = routes.filter(route => route.path.test(path));
  const route = candidates.find(candidate => candidate.method === method);
  if (route) {
    const pathParameter = route.path.exec(path)?.[1] ?? '';
    return route.answer({ ...call, pathParameter }, backend);
  }
  if (candidates.length === 0) {
    throw new ApiError(404, '10005', 'There is no such path.');
  }
  const allowed = candidates.map(candidate => candidate.method).join(', ');
  throw new ApiError(405, '10015', `The path takes ${allowed} only.`, {
    headers: { Allow: allowed },
  });
}
