import type { z } from 'zod'
import type { Day } from '#domain/day.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import type { GateKind } from '#domain/programme/definition.ts'
import { programmes } from '#programmes/registry.ts'
import type { Context } from '#usecases/context.ts'
import { addMember } from '#usecases/member/add-member.ts'
import { readWorker } from '#usecases/worker/read-worker.ts'
import { recordGate } from '#usecases/worker/record-gate.ts'
import { registerWorker } from '#usecases/worker/register-worker.ts'
import { stepWorkerOn } from '#usecases/worker/step-worker.ts'
import type { Volunteer } from './stage.ts'

type Profile = NonNullable<z.input<typeof registerWorker.useCase.input>['profile']>

interface Story {
  readonly given: string
  readonly family: string
  readonly languages: readonly string[]
  readonly area: string
  readonly profile: Profile
  readonly capacity: number
  /** Months ago that she began. */
  readonly since: number
  /** What she still lacks, or what ran out. */
  readonly lacks?: 'training' | 'renewal'
}

const always = ['mon_morning', 'tue_morning', 'wed_morning', 'thu_morning', 'fri_morning'] as const

/** Seven women who stand beside others; two of them can't begin, for two different reasons. */
const stories = {
  ans: {
    given: 'Ans',
    family: 'Kuijpers',
    languages: ['nl', 'en'],
    area: '3661',
    capacity: 3,
    since: 50,
    profile: {
      backgrounds: ['netherlands'],
      interests: ['walking', 'cooking'],
      childSituations: ['several_children', 'crying_or_sleep'],
      availability: [...always],
    },
  },
  hatice: {
    given: 'Hatice',
    family: 'Yılmaz',
    languages: ['tr', 'nl'],
    area: '3664',
    capacity: 3,
    since: 38,
    profile: {
      backgrounds: ['turkey'],
      interests: ['cooking', 'crafts'],
      childSituations: ['several_children'],
      availability: [...always],
    },
  },
  letebrhan: {
    given: 'Letebrhan',
    family: 'Haile',
    languages: ['ti', 'nl', 'en'],
    area: '3666',
    capacity: 2,
    since: 26,
    profile: {
      backgrounds: ['eritrea_ethiopia'],
      interests: ['faith', 'cooking'],
      childSituations: ['first_child', 'feeding'],
      availability: [...always],
    },
  },
  agnieszka: {
    given: 'Agnieszka',
    family: 'Wójcik',
    languages: ['pl', 'nl'],
    area: '3663',
    capacity: 2,
    since: 14,
    profile: {
      backgrounds: ['poland'],
      interests: ['sports', 'reading'],
      childSituations: ['premature'],
      availability: [...always],
    },
  },
  rasha: {
    given: 'Rasha',
    family: 'Haddad',
    languages: ['ar', 'nl', 'en'],
    area: '3662',
    capacity: 2,
    since: 20,
    profile: {
      backgrounds: ['syria'],
      interests: ['language_learning', 'walking'],
      childSituations: ['several_children'],
      availability: [...always],
    },
  },
  naima: {
    given: 'Naima',
    family: 'El Amrani',
    languages: ['ar', 'nl'],
    area: '3665',
    capacity: 2,
    since: 40,
    lacks: 'renewal',
    profile: {
      backgrounds: ['morocco'],
      interests: ['cooking', 'crafts'],
      childSituations: ['several_children'],
      availability: [...always],
    },
  },
  mieke: {
    given: 'Mieke',
    family: 'van Dijk',
    languages: ['nl'],
    area: '3667',
    capacity: 1,
    since: 1,
    lacks: 'training',
    profile: {
      backgrounds: ['netherlands'],
      interests: ['reading', 'nature'],
      childSituations: ['first_child'],
      availability: ['sat_morning'],
    },
  },
} as const satisfies Record<string, Story>
export type VolunteerName = keyof typeof stories

/** Registers the volunteers, with what was seen of each and a way to sign in. */
export async function bringVolunteers(
  orgId: string,
  today: Day,
  on: (day: Day) => Context,
  coordinator: MemberActor,
): Promise<Record<string, Volunteer>> {
  const brought: Record<string, Volunteer> = {}
  let number = 0
  for (const [name, story] of Object.entries<Story>(stories)) {
    number += 1
    const begin = today.subtract({ months: story.since })
    const { workerId } = await registerWorker(on(begin), coordinator, {
      person: {
        name: { given: story.given, family: story.family },
        phone: `+3161000${String(1000 + number)}`,
        email: `${name}@example.nl`,
        birthDay: null,
        address: {
          street: 'Oeverlaan',
          houseNumber: String(number * 3),
          postcode: `${story.area} AB`,
          place: 'Waterrijk',
        },
        languages: [...story.languages],
        interpreter: null,
      },
      kind: 'volunteer',
      programmes: programmes.slice(0, 2).map(({ id }) => id),
      profile: story.profile,
      capacity: story.capacity,
    })
    await passGates(today, on, coordinator, workerId, story)
    const { memberId } = await addMember(
      on(begin),
      { kind: 'system', orgId, job: 'seeds' },
      {
        userId: `cast-${name}`,
        name: `${story.given} ${story.family}`,
        roles: ['worker'],
        workerId,
        language: 'nl',
      },
    )
    brought[name] = { workerId, actor: { kind: 'member', orgId, memberId, roles: ['worker'], workerId } }
  }
  return brought
}

/** Everything seen when she began; made ready if nothing lacks; a VOG renewed in time, unless hers was forgotten. */
async function passGates(
  today: Day,
  on: (day: Day) => Context,
  coordinator: MemberActor,
  workerId: string,
  story: Story,
): Promise<void> {
  const begin = today.subtract({ months: story.since })
  const record = (kind: GateKind, seenOn: Day) =>
    recordGate(on(seenOn), coordinator, { workerId, kind, seenOn, validUntil: null })
  const step = async (name: 'start-training' | 'make-ready') => {
    const { version } = await readWorker(on(begin), coordinator, { id: workerId })
    await stepWorkerOn(on(begin), coordinator, { id: workerId, version, step: name })
  }
  const gates = programmes[0]?.worker.gates.filter((gate) => gate.required) ?? []
  await step('start-training')
  for (const { kind } of gates) if (kind !== story.lacks) await record(kind, begin)
  if (story.lacks !== 'training') await step('make-ready')
  for (const { kind, validMonths } of gates)
    if (validMonths && story.since >= validMonths.value && story.lacks !== 'renewal')
      await record(kind, begin.add({ months: validMonths.value }).subtract({ days: 10 }))
}
