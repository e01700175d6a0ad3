/** Why a person says that she is in other phases now. */
export const phaseReasons = ['goal_reached', 'needs_more', 'beside', 'mistake', 'other'] as const
