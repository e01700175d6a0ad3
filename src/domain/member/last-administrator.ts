import type { Role } from '#domain/member/role.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * May this member stop being an administrator? An organisation without one could let nobody in any more, and
 * nobody could mend that from inside. `administrators` are those who are active now.
 */
export const mayStopAdministering = (
  administrators: readonly string[],
  memberId: string,
): true | Refusal<'last-administrator'> =>
  administrators.some((id) => id !== memberId) ? true : refuse('last-administrator')

/** Does this change of roles take the administrator's away? */
export const givesUpAdministering = (from: readonly Role[], to: readonly Role[]): boolean =>
  from.includes('administrator') && !to.includes('administrator')
