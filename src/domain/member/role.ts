/**
 * What somebody does in an organisation. A member may have several roles; each ability is decided by a
 * policy, never by a page that looks at a role.
 */
export const roles = [
  'administrator',
  'coordinator',
  'worker',
  'safeguarding_lead',
  'programme_manager',
  'referrer',
  'privacy_officer',
] as const
export type Role = (typeof roles)[number]
