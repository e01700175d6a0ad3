import { findOrganisationIds } from '#db/every-organisation.ts'
import { markOf, readDeviceCode } from '#domain/own-device/device-code.ts'
import type { Context } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { enterOwnDevice } from '#usecases/own-device/enter-own-device.ts'
import { deviceHash, deviceTokenOf } from '#usecases/own-device/give-device-code.ts'
import type { OwnDevices } from '#usecases/sign-in/sign-in-port.ts'
import type { Throttle } from './throttle.ts'

interface Parts {
  readonly throttle: Pick<Throttle, 'guess'>
  readonly context: () => Context
}

/** What somebody types on a page that names no organisation: its code says in which to look. */
export function openOwnDevices({ throttle, context }: Parts): OwnDevices {
  async function opened(code: string): Promise<string | null> {
    const work = context()
    const mark = code.slice(0, 2)
    const secret = work.newSecret()
    for (const orgId of await findOrganisationIds(work.db)) {
      if (markOf(orgId) !== mark) continue
      const hashes = {
        codeHash: deviceHash(work, orgId, code),
        tokenHash: deviceHash(work, orgId, secret),
      }
      try {
        await enterOwnDevice(work, { kind: 'visitor', orgId, door: 'own_device' }, hashes)
        return deviceTokenOf(orgId, secret)
      } catch (error) {
        if (!(error instanceof NotFound)) throw error
      }
    }
    return null
  }

  return {
    async enter(caller, typed) {
      const attempt = await throttle.guess(caller.network)
      if (!attempt.allowed) throw new Refused('slow-down')
      const code = readDeviceCode(typed)
      const token = code && (await opened(code))
      if (token) await attempt.wasGood()
      return token
    },
  }
}
