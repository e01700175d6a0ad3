import type { ProgrammeDefinitionInput } from '#domain/programme/definition.ts'

type Reason = ProgrammeDefinitionInput['closureReasons'][number]

/** Ways in which any programme may end (domain.md 7.9); a programme adds what its own sources name. */
export const commonClosureReasons: ProgrammeDefinitionInput['closureReasons'] = [
  {
    id: 'goals_met',
    kind: 'completed',
    label: { nl: 'Afgerond: bereikt wat ze wilde', en: 'Completed: reached what she wanted' },
    prov: 'proposal',
  },
  {
    id: 'no_longer_needed',
    kind: 'stopped',
    label: { nl: 'Niet meer nodig', en: 'No longer needed' },
    prov: 'proposal',
  },
  { id: 'moved', kind: 'stopped', label: { nl: 'Verhuisd', en: 'Moved' }, prov: 'proposal' },
  { id: 'no_time', kind: 'stopped', label: { nl: 'Geen tijd', en: 'No time' }, prov: 'proposal' },
  {
    id: 'work_or_study',
    kind: 'stopped',
    label: { nl: 'Werk of studie', en: 'Work or study' },
    prov: 'proposal',
  },
  {
    id: 'no_match',
    kind: 'not_started',
    label: { nl: 'Niemand gevonden die bij haar past', en: 'Nobody found who suits her' },
    prov: 'proposal',
  },
  {
    id: 'declined',
    kind: 'not_started',
    label: { nl: 'Ze wil toch niet', en: 'She decided not to' },
    prov: 'proposal',
  },
  {
    id: 'referred_on',
    kind: 'stopped',
    label: { nl: 'Andere hulp past beter', en: 'Other help fits better' },
    prov: 'proposal',
  },
  {
    id: 'unsafe',
    kind: 'stopped',
    label: { nl: 'Niet veilig om door te gaan', en: 'Not safe to go on' },
    prov: 'proposal',
  },
  {
    id: 'unreachable',
    kind: 'stopped',
    label: { nl: 'Niet meer te bereiken', en: 'Could not be reached any more' },
    prov: 'proposal',
  },
  {
    id: 'dissatisfied',
    kind: 'stopped',
    label: { nl: 'Het was niet wat ze zocht', en: 'It was not what she was looking for' },
    prov: 'proposal',
  },
  {
    id: 'not_eligible',
    kind: 'not_eligible',
    label: { nl: 'Dit programma past niet bij haar', en: 'This programme is not for her' },
    prov: 'proposal',
  },
  { id: 'other', kind: 'stopped', label: { nl: 'Anders', en: 'Other' }, prov: 'proposal' },
]

/** One of these by its id, where a programme's own source names it with that source. */
export function commonReason(id: string, from: Pick<Reason, 'prov' | 'ref'> = { prov: 'proposal' }): Reason {
  const reason = commonClosureReasons.find((one) => one.id === id)
  if (!reason) throw new Error(`no common reason ${id}`)
  return { ...reason, ...from }
}

/** Where a pregnancy or a small child is the heart of it. */
export const lossClosureReason: Reason = {
  id: 'loss',
  kind: 'stopped',
  label: { nl: 'Verlies van de zwangerschap of haar kind', en: 'Loss of the pregnancy or her child' },
  prov: 'proposal',
}
