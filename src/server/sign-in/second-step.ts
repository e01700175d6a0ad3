import { createHmac, randomBytes, randomInt } from 'node:crypto'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import {
  type AuthDb,
  claimCode,
  findSecondStep,
  insertSecondStep,
  replaceRecoveryCodes,
} from '#db/sign-in.ts'
import type { Enrolment } from '#usecases/sign-in/sign-in-port.ts'
import type { Engine } from './engine.ts'

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** What people mix up when they copy from paper (l and 1, o and 0) is not in it. */
const recoveryAlphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const recoveryCodes = { count: 8, half: 5 } as const
/** better-auth's mark for a secret that is kept as base32 text. */
const kept = 'base32:'

interface Parts {
  readonly db: AuthDb
  readonly engine: Engine
  readonly secret: string
  readonly newId: () => string
}

/** The second step's own secrets: made here, so that they are short enough to type, kept as better-auth reads them. */
export function openSecondStep({ db, engine, secret, newId }: Parts) {
  const key = async () => (await engine.$context).secretConfig

  return {
    /** A code is good once, also when two requests bring it at the same moment. False if it was tried before. */
    claim: (userId: string, code: string): Promise<boolean> =>
      claimCode(db, userId, createHmac('sha256', secret).update(`code\0${userId}\0${code}`).digest()),

    /** The secret she must put in her app; the same one until she has confirmed it. `null` if she did before. */
    async secretOf(userId: string, label: string): Promise<Enrolment | null> {
      if (!(await findSecondStep(db, userId))) {
        const made = Array.from(randomBytes(32), (byte) => base32[byte % 32]).join('')
        await insertSecondStep(db, {
          id: newId(),
          userId,
          secret: await symmetricEncrypt({ key: await key(), data: kept + made }),
          codes: await symmetricEncrypt({ key: await key(), data: '[]' }),
        })
      }
      const step = await findSecondStep(db, userId)
      if (!step || step.verified) return null
      const text = (await symmetricDecrypt({ key: await key(), data: step.secret })).slice(kept.length)
      const account = encodeURIComponent(label)
      return {
        typed: text.replace(/(.{4})(?=.)/g, '$1 '),
        link: `otpauth://totp/Naast:${account}?secret=${text}&issuer=Naast`,
      }
    },

    /** How many recovery codes she has left. */
    async codesLeft(userId: string): Promise<number> {
      const step = await findSecondStep(db, userId)
      if (!step?.verified) return 0
      const codes: unknown = JSON.parse(await symmetricDecrypt({ key: await key(), data: step.backup_codes }))
      return Array.isArray(codes) ? codes.length : 0
    },

    /** Makes new recovery codes; those from before no longer work. */
    async newRecoveryCodes(userId: string): Promise<string[]> {
      const part = () =>
        Array.from(
          { length: recoveryCodes.half },
          () => recoveryAlphabet[randomInt(recoveryAlphabet.length)],
        ).join('')
      const codes = Array.from({ length: recoveryCodes.count }, () => `${part()}-${part()}`)
      await replaceRecoveryCodes(
        db,
        userId,
        await symmetricEncrypt({ key: await key(), data: JSON.stringify(codes) }),
      )
      return codes
    },
  }
}
export type SecondStep = ReturnType<typeof openSecondStep>

/** As people type codes: with blanks, dashes anywhere, in capitals. */
export const typedCode = (text: string): string => text.replace(/\D/g, '')
export function typedRecoveryCode(text: string): string {
  const signs = text.toLowerCase().replace(/[^a-z0-9]/g, '')
  return `${signs.slice(0, recoveryCodes.half)}-${signs.slice(recoveryCodes.half)}`
}
