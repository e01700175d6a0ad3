/** Every URL the product has, built by a function. Ids are opaque; nothing about a person stands in a URL. */
export const paths = {
  home: () => '/',
  today: () => '/today',
  signIn: () => '/sign-in',
  signOut: () => '/sign-out',
  /** The public forms of one organisation: a professional's, and a woman's own, which says nothing of what it is. */
  referProfessional: (slug: string) => `/refer/${slug}`,
  referOwn: (slug: string) => `/s/${slug}`,
  ownReferrals: () => '/my-referrals',
  programme: { list: () => '/programmes', one: (id: string) => `/programmes/${id}` },
  desk: {
    list: () => '/referrals',
    one: (id: string) => `/referrals/${id}`,
    accept: (id: string) => `/referrals/${id}/accept`,
    turnAway: (id: string) => `/referrals/${id}/turn-away`,
  },
  import: {
    start: () => '/imports',
    columns: (id: string) => `/imports/${id}/columns`,
    preview: (id: string) => `/imports/${id}/preview`,
    progress: (id: string) => `/imports/${id}/progress`,
    result: (id: string) => `/imports/${id}`,
    leftovers: (id: string) => `/imports/${id}/leftovers`,
    undo: (id: string) => `/imports/${id}/undo`,
    discard: (id: string) => `/imports/${id}/discard`,
  },
  trajectory: {
    caseload: () => '/trajectories',
    one: (id: string) => `/trajectories/${id}`,
    contacts: (id: string) => `/trajectories/${id}/contacts`,
    addContact: (id: string) => `/trajectories/${id}/contacts/add`,
  },
  safeContact: (personId: string) => `/people/${personId}/contact-rule`,
  intake: {
    one: (trajectoryId: string) => `/trajectories/${trajectoryId}/intake`,
    contact: (trajectoryId: string) => `/trajectories/${trajectoryId}/intake/contact`,
    complete: (trajectoryId: string) => `/trajectories/${trajectoryId}/intake/complete`,
  },
  contact: {
    mine: () => '/contacts',
    one: (id: string) => `/contacts/${id}`,
    plan: (id: string) => `/contacts/${id}/plan`,
    log: (id: string) => `/contacts/${id}/log`,
  },
}
