import type { MemberActor } from '#domain/member/actor.ts'
import type { Context } from '#usecases/context.ts'
import { addMember } from '#usecases/member/add-member.ts'
import { createOrganisation } from '#usecases/organisation/create-organisation.ts'
import { importPostcodes } from '#usecases/postcode/import-postcodes.ts'
import { loadBoundaries } from '#usecases/region/load-boundaries.ts'
import { letPeopleApply } from './applicants.ts'
import { lookAround } from './around.ts'
import { boundaryFiles, codedRegion } from './boundaries.ts'
import { meetEachOther } from './going-alone.ts'
import { agreeOnMoney, payOut, writeSheet } from './money.ts'
import { type Colleague, colleagues, organisation } from './people.ts'
import { somethingWentWrong, takeTurns } from './safety.ts'
import { clockOf, type Stage } from './stage.ts'
import { tellStories } from './stories.ts'
import { teach } from './trainings.ts'
import { bringVolunteers } from './volunteers.ts'

const zone = 'Europe/Amsterdam'

/**
 * Builds the demo's world through the same use cases that people use, each step on its own day: what the demo shows
 * could have happened. Takes a few seconds; the same on every machine, counted back from the day it is built.
 */
export async function buildDemo(context: Context): Promise<{ orgId: string }> {
  const today = context.now().toZonedDateTimeISO(zone).toPlainDate()
  const on = clockOf(context, zone)
  const founded = today.subtract({ months: 60 })
  const orgId = context.newId()
  await createOrganisation(
    on(founded),
    { orgId, ...organisation, timeZone: zone },
    { only: false, administrator: null },
  )
  const system = { kind: 'system', orgId, job: 'seeds' } as const
  await importPostcodes(on(founded), system, {
    codesYear: founded.year,
    rows: codedRegion.map(({ postcode, place, latitude, longitude, municipality, district }) => ({
      postcode,
      place,
      lat: latitude,
      lon: longitude,
      municipality,
      district,
    })),
  })
  const members: Record<string, MemberActor> = {}
  for (const [key, { name, roles }] of Object.entries<Colleague>(colleagues)) {
    const { memberId } = await addMember(on(founded), system, {
      userId: `cast-${key}`,
      name,
      roles: [...roles],
      workerId: null,
      language: 'nl',
    })
    members[key] = { kind: 'member', orgId, memberId, roles, workerId: null }
  }
  const { coordinator, referrer, manager, administrator } = members
  if (!coordinator || !referrer || !manager || !administrator)
    throw new Error('the demo needs somebody for every role')
  for (const text of boundaryFiles)
    await loadBoundaries(on(founded), administrator, {
      text,
      source: 'de makers van deze demo',
      year: founded.year,
    })
  const stage: Stage = {
    orgId,
    slug: organisation.slug,
    today,
    zone,
    on,
    coordinator,
    referrer,
    volunteers: await bringVolunteers(orgId, today, on, coordinator),
  }
  await letPeopleApply(stage)
  await teach(stage, manager)
  await agreeOnMoney(stage, manager)
  await lookAround(stage)
  await takeTurns(stage, members.safeguarding)
  await somethingWentWrong(stage)
  await tellStories(stage, members.safeguarding)
  await meetEachOther(stage)
  await payOut(stage, { manager, administrator })
  await writeSheet(stage)
  return { orgId }
}
