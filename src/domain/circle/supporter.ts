import { z } from 'zod'
import type { SharingParty } from '#domain/consent/consent.ts'
import { dayInput } from '#domain/day.ts'
import { optionalText } from '#domain/person/person.ts'

/**
 * Somebody whom she counts among the people she can lean on, as she names them. It is her own picture, drawn together
 * with whoever stands beside her; not whom she must beware of, which is `around` (decision 41).
 */
export const supporterKinds = [
  'family',
  'friend',
  'neighbour',
  'partner',
  'ex_partner',
  'professional',
  'other',
] as const
export type SupporterKind = (typeof supporterKinds)[number]

/** These are known by what they are to her: no name of theirs stands here (security.md 3.2). */
export const isPartnerKind = (kind: SupporterKind): boolean => kind === 'partner' || kind === 'ex_partner'

interface Role {
  /** Under which her yes or no to sharing stands in the consent register; `null` if it has no such class. */
  readonly party: SharingParty | null
  /** It speaks of a child: after a loss it is neither asked nor said. */
  readonly ofChild: boolean
}
const role = (party: SharingParty | null = null): Role => ({ party, ofChild: false })
const ofChild = (party: SharingParty | null = null): Role => ({ party, ofChild: true })

export const supporterRoles = {
  midwife: role('midwife'),
  gynaecologist: role(),
  maternity_care: ofChild('maternity_care'),
  gp: role('gp'),
  youth_health_care: ofChild('jgz'),
  neighbourhood_team: role('neighbourhood_team'),
  debt_help: role(),
  mental_health: role(),
  social_work: role(),
  school: ofChild('school'),
  housing: role(),
  lawyer: role(),
  volunteer: role(),
  other: role(),
} as const satisfies Record<string, Role>
export type SupporterRole = keyof typeof supporterRoles
const roleNames = Object.keys(supporterRoles) as [SupporterRole, ...SupporterRole[]]
export const roleOf = (name: SupporterRole): Role => supporterRoles[name]
/** Those that are offered: after a loss none that speaks of a child. */
export const rolesNow = (quiet: boolean): readonly SupporterRole[] =>
  roleNames.filter((name) => !quiet || !supporterRoles[name].ofChild)

/** How near she says they are: 1 is closest to her. */
export const rings = [1, 2, 3] as const
export type Ring = (typeof rings)[number]

/** More than this is a picture that nobody can read. */
export const mostSupporters = 40

/** What she says of somebody, sealed as one under her key. */
export const supporterInput = z
  .strictObject({
    kind: z.enum(supporterKinds, { error: 'choose-one' }),
    /** A first name, or what she calls them; without it the kind or the role says who it is. */
    name: optionalText(40),
    role: z
      .enum(roleNames, { error: 'choose-one' })
      .nullish()
      .transform((value) => value ?? null),
    ring: z.union([z.literal(1), z.literal(2), z.literal(3)], { error: 'choose-one' }),
    helpsWith: optionalText(200),
    /** The day on which she said that we may talk with them; `null` is no. It lets nobody share anything. */
    mayTalkSince: dayInput.nullish().transform((day) => day ?? null),
    /** The last day on which somebody of ours spoke with them. */
    lastContactOn: dayInput.nullish().transform((day) => day ?? null),
  })
  .superRefine(({ kind, name, role: called }, context) => {
    const problem = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (kind === 'professional' && called === null) problem('role', 'choose-one')
    if (kind !== 'professional' && called !== null) problem('role', 'role-of-professional')
    if (isPartnerKind(kind) && name !== null) problem('name', 'partner-without-name')
    if (kind === 'other' && name === null) problem('name', 'required')
  })
export type Told = z.output<typeof supporterInput>
