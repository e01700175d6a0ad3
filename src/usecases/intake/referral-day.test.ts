import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { completeIntakeRoutes } from '#pages/intake/complete-page.tsx'
import { paths } from '#pages/paths.ts'
import { oneReferralRoutes } from '#pages/referral/one-referral.tsx'
import { mvr } from '#programmes/mvr.ts'
import { visit } from '#testing/public-site.ts'
import { agreeSafeContact } from '#testing/referred-woman.ts'
import { staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { readIntake } from '#usecases/intake/read-intake.ts'
import { saveIntake } from '#usecases/intake/save-intake.ts'
import { acceptReferral } from '#usecases/referral/accept-referral.ts'
import { readReferral } from '#usecases/referral/read-referral.ts'
import { submitReferral } from '#usecases/referral/submit-referral.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld([mvr])
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())
beforeEach(() => world.turnTo('2026-11-03'))

const refer = async (dueOn: string) =>
  (
    await submitReferral(world.context, world.visitor('professional'), {
      channel: 'professional_form',
      submission: {
        mother: { name: { given: 'Selam', family: 'Tesfay' }, phone: '+31612345678', languages: ['nl'] },
        child: { dueOn },
        agreed: true,
        referrer: { kind: 'midwife' },
      },
    })
  ).referralId
const atDesk = async (id: string) => {
  const { fits } = await readReferral(world.context, coordinator, { id })
  return fits[0]?.results.find(({ rule }) => rule.id === 'mv-i1')?.met
}
async function intakeOf(referralId: string, child: { bornOn: string | null; dueOn: string | null }) {
  const { trajectoryId } = await acceptReferral(world.context, coordinator, {
    id: referralId,
    version: 1,
    programmeId: mvr.id,
  })
  const { rows } = await world.owner.query('select person_id from trajectory where id = $1', [trajectoryId])
  await agreeSafeContact(world, coordinator, rows[0].person_id)
  const before = await readIntake(world.context, coordinator, { trajectoryId })
  await saveIntake(world.context, coordinator, {
    trajectoryId,
    version: 0,
    answers: {
      child: { given: null, ...child },
      facts: { livesInRotterdam: true, adversityMoney: 2, adversityHousing: 1 },
    },
    consents: null,
  })
  const after = await readIntake(world.context, coordinator, { trajectoryId })
  return { trajectoryId, before, after }
}

describe('a limit at the referral', () => {
  test('is held at the desk against the day it came in, however long it lies there', async () => {
    const id = await refer('2026-12-01')
    expect(await atDesk(id)).toBe(true)
    world.turnTo('2026-11-17')
    expect(await atDesk(id)).toBe(true)
    const { html } = await visit(staffSite(oneReferralRoutes, world, coordinator), paths.desk.one(id))
    expect(html).toContain('Gerekend op 3 november 2026, de dag van de aanmelding.')
    world.turnTo('2026-11-04')
    expect(await atDesk(await refer('2026-12-01'))).toBe(false)
  })
  test('is not lost by waiting for the intake, nor by a birth in between', async () => {
    const referralId = await refer('2026-12-01')
    world.turnTo('2026-11-17')
    const { before, after } = await intakeOf(referralId, { bornOn: '2026-11-15', dueOn: '2026-12-01' })
    expect(before.eligibility.results.find(({ rule }) => rule.id === 'mv-i1')?.met).toBe(true)
    expect(after.eligibility.outcome).toBe('eligible')
    expect(after.receivedOn?.toString()).toBe('2026-11-03')
  })
  test('that was passed already is an exception, and the page says on which day it was counted', async () => {
    const { trajectoryId, after } = await intakeOf(await refer('2026-11-20'), {
      bornOn: null,
      dueOn: '2026-11-20',
    })
    expect(after.eligibility.outcome).toBe('exception_possible')
    const site = staffSite(completeIntakeRoutes, world, coordinator)
    const { html } = await visit(site, paths.intake.complete(trajectoryId))
    expect(html).toContain('Zwanger bij de aanmelding: 37 weken en 4 dagen.')
    expect(html).toContain('Gerekend op 3 november 2026, de dag van de aanmelding.')
  })
  test('asks for the due date where only the birth is known', async () => {
    const referralId = await refer('2026-12-01')
    world.turnTo('2026-11-17')
    const { after } = await intakeOf(referralId, { bornOn: '2026-11-15', dueOn: null })
    expect(after.eligibility.ask).toEqual(['gestationalWeeksAtReferral'])
  })
})
