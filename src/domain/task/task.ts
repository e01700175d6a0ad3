/**
 * Something a person must do because Naast can't or may not: a message that may not leave, an answer taken back.
 * The reason is a code with words; who it is about stands beside it, never inside.
 */
export const taskKinds = [
  'message',
  'consent',
  'measure',
  'contact',
  'group',
  'course',
  'follow_up',
  'plan',
  'directory',
  'referrer',
  'red_flag',
  'safety',
  'webhook',
  'match',
  'check_in',
  'training',
  'sharing',
  'withdrawal',
] as const
export type TaskKind = (typeof taskKinds)[number]

/** Done by giving the answer they ask for, and in no other way: whoever only ticks them off knows nothing more. */
export const answeredTasks: readonly string[] = [
  'follow_up',
  'directory',
  'red_flag',
  'withdrawal',
] satisfies TaskKind[]

/** How a task ended. */
export const taskEndings = ['done', 'done_otherwise', 'not_needed', 'not_possible'] as const
