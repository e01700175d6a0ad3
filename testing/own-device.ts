import type { MemberActor } from '#domain/member/actor.ts'
import { writeDeviceCode } from '#domain/own-device/device-code.ts'
import { changeConsent } from '#usecases/consent/change-consent.ts'
import { putOnCall } from '#usecases/on-call/put-on-call.ts'
import { castWoman } from './cast.ts'
import { agreeSafeContact } from './referred-woman.ts'
import type { World } from './world-on.ts'

/** How she may be reached: at any time, on a phone that is hers alone. */
export const ownPhone: NonNullable<Parameters<typeof agreeSafeContact>[3]> = {
  channels: ['phone'],
  through: null,
  hours: null,
  pickedUpBy: 'only_herself',
  others: null,
  coverName: null,
  codeWord: null,
  voicemail: 'never',
  neverAtHome: false,
  remark: null,
}

/** A woman of whom everything is so that she may answer these questionnaires at T0 on her own device. */
export async function mayAnswerHerself(
  world: World,
  coordinator: MemberActor,
  names: readonly string[],
  {
    programmeId,
    terms = ownPhone,
    agreed = true,
  }: { programmeId: string; terms?: typeof ownPhone; agreed?: boolean },
) {
  const her = await castWoman(world, { given: 'Elif', family: 'Yıldız' }, { programmeId, state: 'active' })
  const { trajectoryId, personId } = her
  for (const name of names) {
    const [id, version] = name.split('@')
    await world.owner.query(
      `insert into measure (org_id, id, trajectory_id, moment, instrument_id, instrument_version, state, due_on)
       values ($1, $2, $3, 'T0', $4, $5, 'due', '2026-11-03')`,
      [world.orgId, world.context.newId(), trajectoryId, id, version],
    )
  }
  await agreeSafeContact(world, coordinator, personId, terms)
  if (agreed)
    await changeConsent(world.context, coordinator, {
      trajectoryId,
      code: 'C-7',
      state: 'given',
      how: 'spoken',
    })
  return her
}

/** The organisation lets it be, and somebody is on call these days. */
export async function letsOwnDevices(world: World, until = '2026-11-05'): Promise<void> {
  await world.owner.query(`update organisation set own_device = 'on' where id = $1`, [world.orgId])
  const manager = await world.member(['programme_manager'])
  const { memberId } = await world.member(['safeguarding_lead'])
  await putOnCall(world.context, manager, { memberId, rank: 1, from: '2026-11-03', until })
}

/** A code that nobody was given. */
export const wrongCode = (orgId: string): string => writeDeviceCode(orgId, Buffer.from('nobody'))
