import { createHmac } from 'node:crypto'
import { sameAddress } from '#domain/member/invitation.ts'

/**
 * Under what an account is kept: a keyed hash of her address, in the shape of an address because better-auth wants
 * one. A stolen dump of the sign-in tables names nobody.
 */
export const accountName = (secret: string, email: string): string =>
  `${createHmac('sha256', secret)
    .update(`account\0${sameAddress(email)}`)
    .digest('hex')
    .slice(0, 32)}@account.invalid`
