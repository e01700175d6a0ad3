import type { ProgrammeDefinitionInput } from '#domain/programme/definition.ts'

/** What to watch in every programme (domain.md 6.7). All of it is proposal; a programme may say it more strictly. */
export const genericRules: ProgrammeDefinitionInput['fidelity'] = [
  {
    id: 'G-F1',
    when: 'not safeContactKnown',
    severity: 'block',
    owner: 'coordinator',
    overridable: false,
    message: {
      nl: 'Niet bekend hoe je haar veilig bereikt: er gaat niets naar haar uit',
      en: 'Not known how to reach her safely: nothing is sent to her',
    },
    prov: 'proposal',
  },
  {
    id: 'G-F2',
    when: 'not worker.vogValid or not worker.trainingValid or not worker.agreementValid',
    severity: 'block',
    owner: 'manager',
    // A match that runs goes on, as far as its own programme's rule lets it.
    stops: ['match'],
    message: {
      nl: 'VOG, training of overeenkomst is verlopen: geen nieuwe koppeling',
      en: 'VOG, training or agreement has expired: no new match',
    },
    prov: 'proposal',
  },
  {
    id: 'G-F3',
    when: 'openDanger',
    severity: 'breach',
    owner: 'safeguarding_lead',
    message: {
      nl: 'Nu gevaar. Bel 112. Advies: Veilig Thuis 0800-2000',
      en: 'Danger now. Call 112. Advice: Veilig Thuis 0800-2000',
    },
    prov: 'proposal',
  },
  {
    id: 'G-F4',
    when: 'closed and not closureReasonGiven and not evaluationOffered',
    severity: 'block',
    owner: 'coordinator',
    message: {
      nl: 'Afgesloten zonder reden en zonder samen terug te kijken',
      en: 'Closed without a reason and without looking back together',
    },
    prov: 'proposal',
  },
  {
    id: 'G-F5',
    when: 'not closed and daysSinceActivity > 60',
    severity: 'warn',
    owner: 'coordinator',
    message: { nl: 'Al 60 dagen is hier niets gebeurd', en: 'Nothing has happened here for 60 days' },
    prov: 'proposal',
  },
  {
    id: 'G-F6',
    when: 'fieldOutsideDefinition',
    severity: 'block',
    owner: 'coordinator',
    overridable: false,
    message: {
      nl: 'Dit programma vraagt dit niet, dus het wordt niet bewaard',
      en: 'This programme doesn’t ask for this, so it is not kept',
    },
    prov: 'proposal',
  },
]
