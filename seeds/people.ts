import type { Role } from '#domain/member/role.ts'

/**
 * The cast of the demo: a small organisation in a town that does not exist. Everyone is invented; phone numbers are
 * from the range kept for fiction, mail goes to example.nl. One story each (`seeds/stories/`).
 */
export const organisation = {
  name: 'Stichting Naast Elkaar Waterrijk',
  slug: 'waterrijk',
  offers: ['mim-nl-18m', 'mim-nl-24m'],
}

export interface Colleague {
  readonly name: string
  readonly roles: readonly Role[]
}

/** One member for each role; volunteers sign in too and are linked to their worker file. */
export const colleagues = {
  coordinator: { name: 'Marjan de Wit', roles: ['coordinator'] },
  administrator: { name: 'Henk Postma', roles: ['administrator'] },
  safeguarding: { name: 'Ineke Vermeer', roles: ['safeguarding_lead'] },
  manager: { name: 'Tanja Bos', roles: ['programme_manager'] },
  privacy: { name: 'Ravi Kalloe', roles: ['privacy_officer'] },
  referrer: { name: 'Joke Hendriks', roles: ['referrer'] },
} as const satisfies Record<string, Colleague>
