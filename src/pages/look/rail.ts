import type { Role } from '#domain/member/role.ts'
import type { IconName } from '#pages/look/icon.tsx'
import { paths } from '#pages/paths.ts'
import type { WordKey } from '#pages/words/words.ts'

export interface Place {
  readonly word: WordKey
  readonly path: string
  readonly icon?: IconName
  readonly who: readonly Role[]
}

/** The rail: at most seven words for one's role; the first is what must be done today. */
export const places: readonly Place[] = [
  {
    word: 'frame.today',
    path: paths.today(),
    icon: 'today',
    who: [
      'administrator',
      'coordinator',
      'worker',
      'safeguarding_lead',
      'programme_manager',
      'referrer',
      'privacy_officer',
    ],
  },
  { word: 'desk.title', path: paths.desk.list(), icon: 'inbox', who: ['coordinator'] },
  {
    word: 'trajectory.caseload',
    path: paths.trajectory.caseload(),
    icon: 'list',
    who: ['coordinator', 'safeguarding_lead'],
  },
  { word: 'contact.mine', path: paths.contact.mine(), icon: 'calendar', who: ['worker'] },
  { word: 'own-referrals.title', path: paths.ownReferrals(), icon: 'inbox', who: ['referrer'] },
  { word: 'service.title', path: paths.service.list(), icon: 'key', who: ['administrator'] },
  {
    word: 'programme.title',
    path: paths.programme.list(),
    icon: 'book',
    who: ['programme_manager', 'administrator'],
  },
  { word: 'organisation.title', path: paths.organisation.settings(), who: ['administrator'] },
  { word: 'member.title', path: paths.member.list(), icon: 'person', who: ['administrator'] },
  { word: 'match.waiting', path: paths.match.waiting(), icon: 'pair', who: ['coordinator'] },
  {
    word: 'worker.title',
    path: paths.worker.list(),
    icon: 'people',
    who: ['coordinator', 'programme_manager'],
  },
  {
    word: 'payout.title',
    path: paths.payout.list(),
    icon: 'list',
    who: ['programme_manager', 'administrator'],
  },
  { word: 'network.title', path: paths.network.list(), icon: 'people', who: ['administrator'] },
  { word: 'group.title', path: paths.group.list(), icon: 'people', who: ['coordinator', 'worker'] },
  { word: 'match.mine', path: paths.match.mine(), icon: 'pair', who: ['worker'] },
  { word: 'my-file.title', path: paths.worker.mine(), icon: 'person', who: ['worker'] },
  { word: 'avoidance.title', path: paths.worker.avoidances(), icon: 'shield', who: ['safeguarding_lead'] },
  {
    word: 'file-lock.title',
    path: paths.fileLock.list(),
    icon: 'key',
    who: ['safeguarding_lead', 'privacy_officer'],
  },
  { word: 'collision.title', path: paths.collision.list(), icon: 'shield', who: ['safeguarding_lead'] },
  {
    word: 'exchange.title',
    path: paths.exchange.list(),
    icon: 'shield',
    who: ['safeguarding_lead', 'privacy_officer'],
  },
  { word: 'message.title', path: paths.message.list(), icon: 'message', who: ['coordinator'] },
  {
    word: 'child-request.title',
    path: paths.childRequest.list(),
    icon: 'inbox',
    who: ['privacy_officer', 'safeguarding_lead'],
  },
  {
    word: 'person-request.title',
    path: paths.personRequest.list(),
    icon: 'person',
    who: ['privacy_officer', 'safeguarding_lead'],
  },
  { word: 'audit.title', path: paths.audit.list(), icon: 'shield', who: ['privacy_officer'] },
  { word: 'erasure.title', path: paths.erasure.list(), icon: 'list', who: ['privacy_officer'] },
  {
    word: 'retention.title',
    path: paths.retention.list(),
    icon: 'list',
    who: ['privacy_officer', 'programme_manager'],
  },
]

export const railOf = (roles: readonly Role[]): readonly Place[] =>
  places.filter((place) => place.who.some((role) => roles.includes(role)))
