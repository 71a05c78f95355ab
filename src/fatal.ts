import { ConfigError } from './config';
import { EXIT } from './exit-codes';
import { Standstill } from './jobs/clockwork';
import { DatabaseUnavailable, FolderUnusable } from './store/database-unavailable';
import { OptionsRefused } from './cli/options-refused';
import { classify } from './slack/slack-errors';

/** What ends the process: each with a sentence for the operator and an exit code. */

export interface Fatal {
  readonly sentence: string;
  readonly code: number;
}

/** Null for what we have no sentence for: a bug, which belongs in the log with its stack. */
export function explainFatal(error: unknown): Fatal | null {
  if (error instanceof OptionsRefused) return { sentence: error.message, code: EXIT.usage };
  if (error instanceof ConfigError) return { sentence: error.message, code: EXIT.config };
  if (error instanceof FolderUnusable) return { sentence: error.message, code: EXIT.folder };
  if (error instanceof Standstill) return { sentence: error.message, code: EXIT.standstill };
  if (error instanceof DatabaseUnavailable) return { sentence: error.message, code: EXIT.database };
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    const port = 'port' in error && typeof error.port === 'number' ? error.port : 'asked for';
    return {
      sentence: `The port ${port} is in use by another process. Nothing was lost. Stop that one, or set PORT to another.`,
      code: EXIT.portTaken,
    };
  }
  const failure = classify(error);
  if (failure === null) return null;
  return {
    sentence: `Slack does not let us in (${failure.error}). Nothing was lost. Check SLACK_BOT_TOKEN and SLACK_APP_TOKEN, or install the app again and take its new tokens.`,
    code: EXIT.slack,
  };
}

/** What we wait for, and why it is not there yet; null where waiting would not help. */
export function worthWaitingFor(error: unknown): string | null {
  if (error instanceof DatabaseUnavailable) return error.isPassing ? error.message : null;
  const failure = classify(error);
  if (failure === null || failure.kind === 'refused') return null;
  return `Slack does not answer (${failure.error}). Nothing was lost.`;
}
