/**
 * What happens because of somebody around her: whoever it is may be a colleague and even a lead, so that no log of a file
 * has these for anybody; the privacy officer's log does.
 */
export const collisionEvents = ['read-collision', 'rule-collision', 'list-collisions'] as const

/**
 * What happens with a meldcode. That somebody opened one would tell a colleague who need not know that there is one, so
 * the log of one woman's file leaves these out, except for the safeguarding lead; the privacy officer's log has them.
 */
export const confidentialEvents = [
  'open-meldcode',
  'record-meldcode-step',
  'decide-meldcode',
  'report-meldcode',
  'hear-from-agency',
  'close-meldcode',
  'hand-over-meldcode',
  'name-in-meldcode',
  'unname-in-meldcode',
  'read-meldcode',
  'list-meldcodes',
] as const
