/**
 * The token in an invitation's link: the organisation's id and a secret, in signs that survive every mail program.
 * The id only says in which organisation to look; the secret is what lets somebody in.
 */
export const invitationTokenOf = (orgId: string, secret: string): string =>
  `${orgId.replaceAll('-', '')}${secret}`

export function readInvitationToken(token: string): { orgId: string; secret: string } | null {
  const found = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})([\w-]{20,100})$/.exec(
    token,
  )
  return found ? { orgId: found.slice(1, 6).join('-'), secret: found[6] ?? '' } : null
}
