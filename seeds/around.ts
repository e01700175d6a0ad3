import { addHelpOffer } from '#usecases/network/add-help-offer.ts'
import { registerNetworkOrganisation } from '#usecases/network/register-network-organisation.ts'
import { linkReferrer } from '#usecases/referrer/link-referrer.ts'
import { createTeam } from '#usecases/team/create-team.ts'
import { joinTeam } from '#usecases/team/join-team.ts'
import type { Stage } from './stage.ts'

type Organisation = Parameters<typeof registerNetworkOrganisation>[2]['organisation']
type Offer = Parameters<typeof addHelpOffer>[2]['offer']

/** What lies around Waterrijk: who refers here, and where women are sent. */
const neighbours: readonly (Organisation & { offers: readonly Offer[] })[] = [
  {
    name: 'Consultatiebureau Waterrijk',
    kind: 'jgz',
    areas: ['3661-3672'],
    contact: { phone: '+31201000201', remark: 'Elke werkdag van 9 tot 12 uur.' },
    offers: [
      {
        category: 'parenting',
        target: 'young_child',
        languages: ['nl', 'en'],
        waitingWeeks: 1,
        words: 'Gesprek met een jeugdverpleegkundige over slapen, eten en huilen.',
      },
    ],
  },
  {
    name: 'Sociaal wijkteam Waterrijk',
    kind: 'neighbourhood_team',
    areas: ['3661-3668'],
    contact: { phone: '+31201000202', email: 'wijkteam@example.nl' },
    offers: [
      {
        category: 'money',
        target: 'families',
        languages: ['nl', 'tr', 'ar'],
        waitingWeeks: 3,
        words: 'Iemand die brieven meeleest, schulden op een rij zet en meegaat naar het loket.',
      },
      {
        category: 'housing',
        target: 'families',
        languages: ['nl'],
        waitingWeeks: 12,
        words: 'Hulp bij inschrijven en bij een dreigende uitzetting.',
      },
    ],
  },
  {
    name: 'Taalpunt Bibliotheek',
    kind: 'library',
    contact: { email: 'taalpunt@example.nl' },
    offers: [
      {
        category: 'language_digital',
        target: 'everyone',
        languages: ['nl', 'en', 'ti', 'ar', 'uk'],
        waitingWeeks: 0,
        words: 'Nederlands oefenen in een kleine groep, kinderen mogen mee.',
      },
    ],
  },
]
const teams = [
  { name: 'Team Centrum', areas: ['3661-3664'], people: 2 },
  { name: 'Team Buiten', areas: ['3665-3672'], people: 2 },
]

/** Put on the list by the coordinator a month ago, so that nothing has to be asked again yet. */
export async function lookAround({ on, today, coordinator, referrer, volunteers }: Stage): Promise<void> {
  const then = today.subtract({ days: 40 })
  for (const { offers, ...organisation } of neighbours) {
    const { id } = await registerNetworkOrganisation(on(then), coordinator, { organisation })
    for (const offer of offers)
      await addHelpOffer(on(then), coordinator, { networkOrganisationId: id, offer })
    if (organisation.kind === 'jgz')
      await linkReferrer(on(then), coordinator, { memberId: referrer.memberId, networkOrganisationId: id })
  }
  const free = Object.values(volunteers)
  for (const { people, ...team } of teams) {
    const { id } = await createTeam(on(then), coordinator, { team })
    for (const { workerId } of free.splice(0, people)) await joinTeam(on(then), coordinator, { id, workerId })
  }
}
