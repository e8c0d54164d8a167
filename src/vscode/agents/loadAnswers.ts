import type * as agentAnswers from '../../display/agents/agentAnswers';

/** What answers agents. */
export type AgentAnswers = typeof agentAnswers;

/** Loads the bundle that answers agents, at the first call. */
export function loadAnswers(): Promise<AgentAnswers> {
  return import('../../display/agents/agentAnswers');
}
