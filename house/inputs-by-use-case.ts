import { createHash } from 'node:crypto'
import { writeExchangeCode } from '#domain/exchange/exchange-code.ts'
import type { OneOfEach } from '../testing/one-of-each.ts'
import { paper } from '../testing/papers.ts'

/**
 * For every use case that asks for an id: input that would do, were the id not another organisation's. `answer` is
 * what it says to that; unless said, that there is no such thing.
 */
export interface WithIds {
  readonly foreign: (
    here: OneOfEach,
    elsewhere: OneOfEach,
  ) => readonly { readonly input: unknown; readonly answer?: 'let in' | 'Invalid' | 'Refused' | 'error' }[]
}

/** One id and what goes with it, the same for most. */
const just = (of: (house: OneOfEach) => Record<string, unknown>): WithIds => ({
  foreign: (_, elsewhere) => [{ input: of(elsewhere) }],
})

const visit = { kind: 'done', on: '2026-11-03', minutes: 75, mode: 'home' }
const series = { first: '2026-11-10', everyWeeks: 1, at: '10:00', until: '2027-02-10', mode: 'home' }
const someoneAround = { relation: 'partner', names: ['Iemand Anders'] } as const
const profile = { interests: [], backgrounds: [], childSituations: [], availability: [] }
const terms = {
  channels: ['phone'],
  through: null,
  hours: null,
  pickedUpBy: 'only_herself',
  others: null,
  coverName: null,
  codeWord: null,
  voicemail: 'never',
  neverAtHome: false,
  remark: null,
}
const worker = {
  person: { name: { given: 'Iemand' } },
  kind: 'volunteer',
  programmes: [],
  profile,
  capacity: 1,
}

const offer = { category: 'money', target: 'families', waitingWeeks: 2 }
const around = { name: 'Buurthuis', kind: 'other', contact: {} }

const webhook = {
  address: 'https://systeem.example.nl/naast',
  kinds: ['referral.status_changed'],
  secret: `whsec_${'A'.repeat(43)}=`,
}

const exchangeTerms = {
  organisation: 'Ergens',
  kinds: ['worker'],
  until: '2027-06-01',
  ground: 'Om te kijken',
} as const
const digest = (text: string) => createHash('sha256').update(text).digest()
const exchangeCode = (of: number): string =>
  writeExchangeCode({ way: 'file', secret: new Uint8Array(32).fill(of) }, digest)

const besideTerms = { title: 'Iets', location: null, staffIds: [] as string[] }

const sheet = {
  moment: { at: 'month', month: 3 },
  pictograms: ['sleep'],
  mayGoHome: false,
  language: 'nl',
  text: { title: 'Slapen', text: ['Rust.'], openings: ['Hoe?'], watchFor: ['Koorts.'], help: ['Huisarts.'] },
}
const handedOf = ({ trajectory }: OneOfEach['planned']) => ({
  trajectoryId: trajectory,
  recipient: 'jgz',
  parts: ['goals'],
  language: 'nl',
})
const account = { name: 'Iemand', iban: 'NL91ABNA0417164300' }

export const inputsWithIds: Readonly<Record<string, WithIds>> = {
  'add-receipt': just(({ money }) => ({ expenseId: money.claim, file: paper() })),
  'answer-payout': just(({ money }) => ({ id: money.payout, version: 1, step: 'agree' })),
  'approve-expenses': {
    foreign: (here, elsewhere) => [
      { input: { workerId: elsewhere.workerId, month: '2026-11', ids: [here.money.claim] } },
      { input: { workerId: here.workerId, month: '2026-11', ids: [elsewhere.money.claim] } },
    ],
  },
  'decline-expense': {
    foreign: (here, elsewhere) => [
      { input: { workerId: elsewhere.workerId, id: here.money.claim, version: 1, code: 'twice' } },
      { input: { workerId: here.workerId, id: elsewhere.money.claim, version: 1, code: 'twice' } },
    ],
  },
  'destroy-receipt': {
    foreign: (_, elsewhere) => [{ input: { expenseId: elsewhere.money.claim }, answer: 'let in' }],
  },
  'end-own-sheet': just(({ ownSheet }) => ({ id: ownSheet })),
  'export-payout': just(({ money }) => ({ id: money.paid })),
  'list-used-sheets': just(({ trajectory }) => ({ trajectoryId: trajectory.active })),
  'open-receipt': just(({ money }) => ({ expenseId: money.claim })),
  'prepare-receipt': just(({ money }) => ({ expenseId: money.claim })),
  'publish-own-sheet': just(({ ownSheet }) => ({ id: ownSheet, number: 1, version: 1 })),
  'read-expense-month': just(({ workerId }) => ({ workerId, month: '2026-11' })),
  'read-own-sheet': just(({ ownSheet }) => ({ id: ownSheet })),
  'read-payout': just(({ money }) => ({ id: money.payout })),
  'remove-receipt': just(({ money }) => ({ expenseId: money.claim })),
  'return-payment': {
    foreign: (here, elsewhere) => [
      { input: { id: elsewhere.money.paid, lineId: elsewhere.money.payment } },
      { input: { id: here.money.paid, lineId: elsewhere.money.payment } },
    ],
  },
  'release-report': just(({ reportRelease }) => ({ id: reportRelease, version: 1 })),
  'drop-report-release': just(({ reportRelease }) => ({ id: reportRelease, version: 1 })),
  'read-report-release': just(({ reportRelease }) => ({ id: reportRelease })),
  'settle-payout': just(({ money }) => ({ id: money.payout, version: 1, step: 'pay' })),
  'withdraw-expense': just(({ money }) => ({ id: money.claim, version: 1 })),
  'withdraw-permission': just(({ permission }) => ({ id: permission })),
  'write-own-sheet': just(({ ownSheet }) => ({ id: ownSheet, number: 1, version: 1, ...sheet })),
  'show-access': just(({ personId }) => ({ personId })),
  'ask-call-back': just(({ trajectory }) => ({ trajectoryId: trajectory.active, channel: 'text' })),
  'prepare-letter': just(({ letterId }) => ({ id: letterId })),
  'print-letter': just(({ letterId }) => ({ id: letterId, version: 1 })),
  'read-messages-to-her': just(({ trajectory }) => ({ trajectoryId: trajectory.active })),
  'read-printed-letter': just(({ letterId }) => ({ id: letterId })),
  'settle-letter': just(({ letterId }) => ({ id: letterId, version: 1, posted: 'yes' })),
  'switch-reminders-off': just(({ trajectory }) => ({ trajectoryId: trajectory.active })),
  'switch-reminders-on': just(({ trajectory }) => ({
    trajectoryId: trajectory.active,
    channel: 'text',
    together: true,
  })),
  'begin-lone-visit': just(({ contact }) => ({ contactId: contact.planned, minutes: 60, place: 'home' })),
  'close-lone-alert': just(({ lone }) => ({ id: lone.alert, version: 1, outcome: 'someone_went' })),
  'end-lone-visit': just(({ lone }) => ({ id: lone.visit })),
  'end-never-alone': just(({ trajectory }) => ({ trajectoryId: trajectory.active })),
  'extend-lone-visit': just(({ lone }) => ({ id: lone.visit, version: 1, minutes: 15 })),
  'open-lone-address': just(({ lone }) => ({ id: lone.alert, because: 'someone_goes_there' })),
  'read-going-in': just(({ contact }) => ({ contactId: contact.planned })),
  'read-lone-alert': just(({ lone }) => ({ id: lone.alert })),
  'read-lone-opening': just(({ lone }) => ({ id: lone.alert })),
  'read-never-alone': just(({ trajectory }) => ({ trajectoryId: trajectory.active })),
  'review-lone-opening': just(({ lone }) => ({ id: lone.alert, outcome: 'justified' })),
  'set-never-alone': just(({ trajectory }) => ({ trajectoryId: trajectory.active, code: 'dog' })),
  'take-up-lone-alert': just(({ lone }) => ({ id: lone.alert })),
  'turn-lone-visit': just(({ lone }) => ({ id: lone.visit })),
  'cancel-supervision': just(({ supervisionId }) => ({ id: supervisionId, version: 1 })),
  'plan-supervision': just(({ workerId }) => ({
    kind: 'peer_consultation',
    on: '2026-11-10',
    workerIds: [workerId],
  })),
  'read-supervision': just(({ supervisionId }) => ({ id: supervisionId })),
  'record-supervision': just(({ supervisionId, workerId }) => ({
    id: supervisionId,
    version: 1,
    attendance: [{ workerId, was: 'there' }],
  })),
  'end-break-glass': just(({ glassId }) => ({ id: glassId })),
  'read-glass-file': just(({ glassId }) => ({ id: glassId })),
  'read-break-glass': just(({ glassId }) => ({ id: glassId })),
  'review-break-glass': just(({ glassId }) => ({ id: glassId, outcome: 'justified', note: 'Het was nodig' })),
  'add-to-concern': just(({ safety }) => ({ id: safety.concern, words: 'Iets' })),
  'answer-concern': just(({ safety }) => ({ id: safety.concern, version: 2, deed: 'called_112' })),
  'ask-next-colleague': just(({ safety }) => ({ id: safety.concern })),
  'prepare-concern': just(({ safety }) => ({ trajectoryId: safety.trajectory })),
  'ask-aftercare': just(({ workerId }) => ({ workerId })),
  'end-aftercare': just(({ safety }) => ({ id: safety.aftercare, version: 1, ending: 'declined' })),
  'move-aftercare': just(({ safety }) => ({ id: safety.aftercare, version: 1, on: '2026-11-10' })),
  'read-aftercare': just(({ safety }) => ({ id: safety.aftercare })),
  'record-incident': just(({ safety }) => ({
    weight: 'incident',
    kind: 'threat',
    on: '2026-11-03',
    trajectoryId: safety.trajectory,
    words: 'Iets',
  })),
  'settle-notice': just(({ safety }) => ({
    id: safety.incident,
    version: 1,
    party: 'municipality',
    settled: { how: 'waived', code: 'not_asked_of_us' },
  })),
  'close-incident': just(({ safety }) => ({
    id: safety.incident,
    version: 1,
    ending: 'by_mistake',
    words: 'Iets',
  })),
  'read-incident': just(({ safety }) => ({ id: safety.incident })),
  'ask-erasure': {
    foreign: (_, { trajectory, referral }) =>
      [{ trajectoryId: trajectory.active }, { referralId: referral.sent }].map((about) => ({
        input: { ...about, reason: 'she_asks', ground: 'consent_withdrawn' },
      })),
  },
  'prepare-document': just(({ papers }) => ({ trajectoryId: papers.trajectory })),
  'list-documents': just(({ papers }) => ({ trajectoryId: papers.trajectory })),
  'add-document': {
    foreign: (here, elsewhere) => [
      { input: { trajectoryId: elsewhere.papers.trajectory, kind: 'other', file: paper() } },
      {
        input: {
          trajectoryId: here.papers.trajectory,
          kind: 'signed_consent',
          consentId: elsewhere.papers.consent,
          file: paper(),
        },
      },
    ],
  },
  'add-authority': just(({ asked }) => ({ childRequestId: asked.approved, file: paper() })),
  'read-document': just(({ papers }) => ({ id: papers.one })),
  'open-document': just(({ papers }) => ({ id: papers.one })),
  'attach-document': {
    foreign: (here, elsewhere) => [
      { input: { id: elsewhere.papers.one, version: 1, consentId: here.papers.consent } },
      { input: { id: here.papers.one, version: 1, consentId: elsewhere.papers.consent } },
    ],
  },
  'remove-document': just(({ papers }) => ({ id: papers.one, version: 1, reason: 'not_needed' })),
  'read-removal': just(({ papers }) => ({ id: papers.asked })),
  'decide-removal': just(({ papers }) => ({ id: papers.asked, version: 2, decision: 'keep' })),
  'prepare-erasure': just(({ trajectory }) => ({ trajectoryId: trajectory.active })),
  'read-erasure': just(({ kept }) => ({ id: kept.erasure })),
  'decide-erasure': just(({ kept }) => ({ id: kept.erasure, version: 1, answer: { kind: 'erase' } })),
  'withdraw-erasure': just(({ kept }) => ({ id: kept.erasure, version: 1 })),
  'place-hold': just(({ trajectory }) => ({
    trajectoryId: trajectory.active,
    reason: 'complaint',
    until: '2027-03-01',
  })),
  'end-hold': just(({ kept }) => ({ id: kept.hold })),
  'answer-retention': just(({ kept }) => ({ id: kept.setting, version: 1, step: 'agree' })),
  'take-out': just(({ kept }) => ({ id: kept.hidden, reason: 'still_needed' })),
  'hold-hidden': just(({ kept }) => ({ id: kept.hidden, reason: 'complaint', until: '2027-03-01' })),
  'settle-hidden': {
    foreign: (_, { kept }) => [{ input: { id: kept.hidden }, answer: 'let in' }],
  },
  'put-away': {
    foreign: (_, elsewhere) => [{ input: { subject: 'file', id: elsewhere.personId }, answer: 'let in' }],
  },
  'read-person-request': just(({ kept }) => ({ id: kept.request })),
  'read-person-copy': just(({ kept }) => ({ id: kept.request })),
  'look-through-person-copy': just(({ kept }) => ({ id: kept.request, text: 'Iets' })),
  'identify-person': just(({ kept }) => ({ id: kept.request, version: 1, way: 'known_to_us' })),
  'find-person-asked': just(({ kept, personId }) => ({ id: kept.request, version: 1, fileId: personId })),
  'prepare-person-copy': just(({ kept }) => ({
    id: kept.request,
    version: 1,
    text: 'Iets',
    looked: { ticks: {}, readWhole: true },
  })),
  'approve-person-request': just(({ kept }) => ({ id: kept.request, version: 1 })),
  'deliver-person-copy': just(({ kept }) => ({
    id: kept.request,
    version: 1,
    way: 'comes_for_it',
    pickedByHer: true,
  })),
  'end-person-request': just(({ kept }) => ({ id: kept.request, version: 1, ending: { step: 'answer' } })),
  'extend-person-request': just(({ kept }) => ({ id: kept.request, version: 1, words: 'Iets' })),
  'replay-erasures': {
    foreign: (_, elsewhere) => [{ input: { ownerIds: [elsewhere.personId] }, answer: 'let in' }],
  },
  'open-meldcode': just(({ safety }) => ({ trajectoryId: safety.trajectory, about: 'mother' })),
  'record-meldcode-step': just(({ safety }) => ({
    id: safety.meldcode,
    on: '2026-11-03',
    step: { kind: 'signal', code: 'seen', words: 'Iets' },
  })),
  'decide-meldcode': just(({ safety }) => ({
    id: safety.meldcode,
    version: 1,
    decision: 'report',
    answer: 'necessary',
    reason: 'acute_unsafety',
    on: '2026-11-03',
  })),
  'report-meldcode': just(({ safety }) => ({ id: safety.meldcode, version: 1, on: '2026-11-03' })),
  'hear-from-agency': just(({ safety }) => ({
    id: safety.meldcode,
    version: 1,
    said: 'investigates',
    on: '2026-11-03',
  })),
  'close-meldcode': just(({ safety }) => ({ id: safety.meldcode, version: 1, code: 'by_mistake' })),
  'hand-over-meldcode': just(({ safety, members }) => ({
    id: safety.meldcode,
    version: 1,
    memberId: members.safeguarding_lead.memberId,
  })),
  'name-in-meldcode': just(({ safety, members }) => ({
    id: safety.meldcode,
    memberId: members.safeguarding_lead.memberId,
  })),
  'unname-in-meldcode': just(({ safety, members }) => ({
    id: safety.meldcode,
    memberId: members.safeguarding_lead.memberId,
  })),
  'read-meldcode': just(({ safety }) => ({ id: safety.meldcode })),
  'list-meldcodes': just(({ safety }) => ({ trajectoryId: safety.trajectory })),
  'check-red-flags': just(({ safety }) => ({
    trajectoryId: safety.trajectory,
    on: '2026-11-03',
    flags: ['rf01'],
  })),
  'close-concern': just(({ safety }) => ({ id: safety.concern, version: 2, outcome: 'no_action' })),
  'put-on-call': just(({ members }) => ({
    memberId: members.coordinator.memberId,
    rank: 1,
    from: '2026-11-03',
    until: '2026-11-04',
  })),
  'raise-concern': just(({ safety }) => ({ trajectoryId: safety.trajectory, level: 'worried' })),
  'read-concern': just(({ safety }) => ({ id: safety.concern })),
  'read-safety': just(({ safety }) => ({ trajectoryId: safety.trajectory })),
  'read-paper-questions': just(({ trajectory }) => ({ trajectoryId: trajectory.active, moment: 'T0' })),
  'read-second-keying': just(({ trajectory }) => ({ trajectoryId: trajectory.active, moment: 'T0' })),
  'key-second-time': just(({ trajectory }) => ({
    trajectoryId: trajectory.active,
    moment: 'T0',
    answers: {},
  })),
  'read-safety-card': just(({ safety }) => ({ id: safety.plan })),
  'record-kindcheck': just(({ safety }) => ({ trajectoryId: safety.trajectory, outcome: 'no_concern' })),
  'review-red-flags': just(({ safety }) => ({
    trajectoryId: safety.trajectory,
    review: { outcome: 'acted', code: 'called_112' },
    flagIds: [safety.flag],
  })),
  'take-off-call': just(({ safety }) => ({ id: safety.onCall })),
  'take-up-concern': just(({ safety }) => ({ id: safety.concern })),
  'write-safety-plan': just(({ safety }) => ({
    trajectoryId: safety.trajectory,
    basedOn: 1,
    plan: 'Iets',
    reviewOn: '2026-11-10',
  })),
  'answer-role-approval': just(({ roleApprovalId }) => ({ approvalId: roleApprovalId, answer: 'approved' })),
  'accept-invitation': just(({ memberId }) => ({
    secret: 'x'.repeat(43),
    email: 'iemand@example.nl',
    name: 'Iemand',
    userId: 'iemand',
    memberId,
  })),
  'accept-referral': just(({ referral }) => ({
    id: referral.received,
    version: 1,
    programmeId: 'mim-nl-18m',
  })),
  'accept-group-composition': {
    foreign: (here, { group, awaitsGroup }) => {
      const seats = [{ trajectoryId: awaitsGroup, groupId: here.group.one }]
      return [
        { input: { id: group.composition, version: 2, seats } },
        { input: { id: here.group.composition, version: 2, seats } },
        {
          input: {
            id: here.group.composition,
            version: 2,
            seats: [{ trajectoryId: here.awaitsGroup, groupId: group.one }],
          },
        },
      ]
    },
  },
  'ask-composition-what-if': {
    foreign: (here, { group, awaitsGroup }) => [
      { input: { id: group.composition, trajectoryId: awaitsGroup } },
      { input: { id: here.group.composition, trajectoryId: awaitsGroup } },
    ],
  },
  'change-aligned-offer': just(({ group }) => ({ id: group.offer, version: 1, ...besideTerms })),
  'change-group-offer': just(({ group }) => ({
    id: group.one,
    version: 2,
    languages: ['nl'],
    interpreters: [],
    seats: null,
  })),
  'drop-group-composition': just(({ group }) => ({ id: group.composition, version: 2 })),
  'move-aligned-meeting': just(({ group }) => ({
    id: group.offer,
    version: 1,
    number: 1,
    on: '2026-11-05',
    at: '20:00',
  })),
  'move-in-composition': {
    foreign: (here, { group, awaitsGroup }) => {
      const how = { version: 2, kind: 'not', reason: 'other' }
      return [
        { input: { ...how, id: group.composition, trajectoryId: awaitsGroup, groupId: group.one } },
        { input: { ...how, id: here.group.composition, trajectoryId: awaitsGroup, groupId: here.group.one } },
        {
          input: { ...how, id: here.group.composition, trajectoryId: here.awaitsGroup, groupId: group.one },
          answer: 'Invalid',
        },
      ]
    },
  },
  'plan-aligned-offer': {
    foreign: (here, { group, workerId }) => {
      const how = {
        ...besideTerms,
        offer: 'children',
        firstOn: '2026-11-05',
        at: '20:00',
        count: 1,
        cadenceDays: 7,
        minutes: 60,
      }
      return [
        { input: { ...how, groupId: group.one } },
        { input: { ...how, groupId: here.group.one, staffIds: [workerId] } },
      ]
    },
  },
  'read-aligned-offers': just(({ group }) => ({ groupId: group.one })),
  'read-group-composition': just(({ group }) => ({ id: group.composition })),
  'read-group-offer': just(({ group }) => ({ id: group.one })),
  'recompose-groups': just(({ group }) => ({ id: group.composition, version: 2 })),
  'stop-aligned-offer': just(({ group }) => ({ id: group.offer, version: 1 })),
  'undo-composition-move': {
    foreign: (here, { group }) => [
      { input: { id: group.composition, version: 2, moveId: group.move } },
      { input: { id: here.group.composition, version: 2, moveId: group.move } },
    ],
  },
  'add-candidate': just(({ group, awaitsGroup }) => ({ groupId: group.one, trajectoryId: awaitsGroup })),
  'add-plan-action': just(({ planned }) => ({
    trajectoryId: planned.trajectory,
    version: 1,
    goalId: planned.goal,
    words: 'Iets doen',
    doer: 'mother',
    byDay: '2026-12-01',
  })),
  'add-plan-goal': just(({ planned }) => ({
    trajectoryId: planned.trajectory,
    version: 1,
    words: 'Iets anders',
    domain: null,
    weight: 1,
    startLevel: -1,
    levels: { '2': null, '1': null, '0': 'Zo', '-1': null, '-2': null },
  })),
  'ask-arrangement': just(({ planned }) => ({
    trajectoryId: planned.trajectory,
    kind: 'wmo_arrangement',
    party: 'Iemand',
    purpose: 'Iets',
    askedOn: '2026-11-03',
  })),
  'step-arrangement': just(({ planned }) => ({
    trajectoryId: planned.trajectory,
    id: planned.arrangement,
    version: 1,
    step: 'apply',
    onDay: '2026-11-03',
  })),
  'list-arrangements': just(({ planned }) => ({ trajectoryId: planned.trajectory })),
  'ask-consultation': just(({ planned }) => ({
    trajectoryId: planned.trajectory,
    kind: 'youth',
    party: 'Iemand',
    question: 'Hoe leg ik dit uit?',
    telling: 'anonymous',
    askedOn: '2026-11-03',
  })),
  'step-consultation': just(({ planned }) => ({
    trajectoryId: planned.trajectory,
    id: planned.consultation,
    version: 1,
    step: 'answer',
    onDay: '2026-11-03',
    advice: 'Rustig aan',
  })),
  'list-consultations': just(({ planned }) => ({ trajectoryId: planned.trajectory })),
  'read-commitments': just(({ planned }) => ({ trajectoryId: planned.trajectory })),
  'list-party-cases': just(({ networkId }) => ({ party: networkId, period: '2026' })),
  'arrange-handover': just(({ planned }) => ({
    trajectoryId: planned.trajectory,
    party: 'Iemand',
    talkOn: '2026-12-01',
  })),
  'check-handover': just(({ planned }) => ({
    trajectoryId: planned.trajectory,
    id: planned.handover,
    version: 1,
    answer: 'started',
  })),
  'drop-handover': just(({ planned }) => ({
    trajectoryId: planned.trajectory,
    id: planned.handover,
    version: 1,
    reason: 'not_needed',
  })),
  'end-plan-action': just(({ planned }) => ({
    trajectoryId: planned.trajectory,
    version: 1,
    actionId: planned.action,
    how: 'done',
  })),
  'add-supporter': just(({ planned }) => ({
    trajectoryId: planned.trajectory,
    told: { kind: 'friend', name: 'Mees', ring: 2 },
  })),
  'change-supporter': just(({ planned }) => ({
    trajectoryId: planned.trajectory,
    supporterId: planned.supporter,
    version: 1,
    told: { kind: 'family', name: 'Mees', ring: 3 },
  })),
  'end-supporter': just(({ planned }) => ({
    trajectoryId: planned.trajectory,
    supporterId: planned.supporter,
    version: 1,
  })),
  'record-reliance': just(({ planned }) => ({ trajectoryId: planned.trajectory, count: '2' })),
  'read-circle': just(({ planned }) => ({ trajectoryId: planned.trajectory })),
  'read-circle-paper': just(({ planned }) => ({ trajectoryId: planned.trajectory })),
  'fill-adversity-grid': just(({ planned }) => ({
    trajectoryId: planned.trajectory,
    counts: { adversityMoney: '1' },
    words: null,
  })),
  'hold-handover': just(({ planned }) => ({
    trajectoryId: planned.trajectory,
    id: planned.handover,
    version: 1,
    heldOn: '2026-11-03',
    checkOn: '2026-12-03',
  })),
  'let-go-plan-goal': just(({ planned }) => ({
    trajectoryId: planned.trajectory,
    version: 1,
    goalId: planned.goal,
    reason: 'mistake',
  })),
  'list-handovers': just(({ planned }) => ({ trajectoryId: planned.trajectory })),
  'note-material': just(({ planned }) => ({
    trajectoryId: planned.trajectory,
    materialId: 'pregnancy_diary',
    step: 'given',
    onDay: '2026-11-03',
  })),
  'read-adversity-grid': just(({ planned }) => ({ trajectoryId: planned.trajectory })),
  'read-plan': just(({ planned }) => ({ trajectoryId: planned.trajectory })),
  'review-plan': just(({ planned }) => ({
    trajectoryId: planned.trajectory,
    version: 1,
    levels: {},
    outcome: 'go_on',
    words: null,
  })),
  'list-report-parts': just(({ planned }) => ({ trajectoryId: planned.trajectory })),
  'preview-end-report': just(({ planned }) => ({ ...handedOf(planned) })),
  'share-end-report': just(({ planned }) => ({
    ...handedOf(planned),
    way: 'file',
    seen: 'niets',
    looked: { ticks: {}, readWhole: true },
  })),
  'list-plan-parts': just(({ planned }) => ({ trajectoryId: planned.trajectory })),
  'preview-plan': just(({ planned }) => ({ ...handedOf(planned) })),
  'share-plan': just(({ planned }) => ({
    ...handedOf(planned),
    way: 'file',
    seen: 'niets',
    looked: { ticks: {}, readWhole: true },
  })),
  'read-end-report': just(({ planned }) => ({ trajectoryId: planned.trajectory })),
  'read-end-report-paper': just(({ planned }) => ({ trajectoryId: planned.trajectory })),
  'step-end-report': just(({ planned }) => ({
    trajectoryId: planned.trajectory,
    version: 1,
    step: 'submit',
  })),
  'write-end-report': just(({ planned }) => ({
    trajectoryId: planned.trajectory,
    version: 1,
    goals: {},
    hers: 'Zo ging het',
    coach: null,
    goesOn: null,
    takesOver: null,
  })),
  'step-plan': just(({ planned }) => ({ trajectoryId: planned.trajectory, version: 1, step: 'submit' })),
  'add-help-offer': just(({ networkId }) => ({ networkOrganisationId: networkId, offer })),
  'answer-follow-up': just(({ referral }) => ({
    id: referral.sent,
    answer: 'started',
    withWhom: null,
    referrerMayHear: null,
  })),
  'cancel-session': just(({ group }) => ({ id: group.session, version: 1, reason: 'illness' })),
  'change-group': just(({ group, workerId }) => ({
    id: group.one,
    version: 2,
    title: 'Dinsdag',
    location: null,
    facilitatorIds: [workerId],
  })),
  'change-help-offer': just(({ helpOfferId }) => ({ id: helpOfferId, version: 1, offer })),
  'change-network-organisation': just(({ networkId }) => ({
    id: networkId,
    version: 1,
    organisation: around,
  })),
  'change-team': just(({ teamId }) => ({ id: teamId, version: 1, team: { name: 'Anders', areas: [] } })),
  'check-care': just(({ awaitsGroup }) => ({
    trajectoryId: awaitsGroup,
    type: 'individual_help',
    answer: 'goes_on',
  })),
  'check-relations': just(({ group }) => ({ id: group.place, version: 1, found: null })),
  'end-group': just(({ group }) => ({ id: group.one, version: 2, how: 'stop', reason: 'too_few' })),
  'end-help-offer': just(({ helpOfferId }) => ({ id: helpOfferId, version: 1 })),
  'end-network-organisation': just(({ networkId }) => ({ id: networkId, version: 1 })),
  'end-place': just(({ group }) => ({ id: group.place, version: 1, reason: 'own_wish' })),
  'end-team': just(({ teamId }) => ({ id: teamId, version: 1 })),
  'enrol-place': just(({ group }) => ({ id: group.place, version: 1 })),
  'find-help-for': just(({ referral }) => ({
    referralId: referral.received,
    category: null,
    language: null,
  })),
  'hold-session': just(({ group }) => ({
    id: group.session,
    version: 1,
    minutes: 150,
    theme: 'held',
    facilitatorIds: [],
    attendance: {},
  })),
  'join-team': {
    foreign: (here, elsewhere) => [
      { input: { id: elsewhere.teamId, workerId: here.workerId } },
      { input: { id: here.teamId, workerId: elsewhere.workerId } },
    ],
  },
  'leave-team': just(({ teamId, workerId }) => ({ id: teamId, workerId })),
  'link-referrer': {
    foreign: (here, elsewhere) => [
      { input: { memberId: elsewhere.memberId, networkOrganisationId: null } },
      { input: { memberId: here.memberId, networkOrganisationId: elsewhere.networkId } },
    ],
  },
  'list-candidates': just(({ group }) => ({ groupId: group.one })),
  'move-phases': just(({ trajectory }) => ({
    trajectoryId: trajectory.active,
    version: 1,
    phases: [],
    reason: 'other',
  })),
  'cancel-activity-meeting': just(({ activity }) => ({
    id: activity.meeting,
    version: 1,
    reason: 'weather',
  })),
  'cancel-sign-up': just(({ activity }) => ({ id: activity.signUp })),
  'hold-activity-meeting': just(({ activity }) => ({
    ...{ id: activity.meeting, version: 1, adults: 4, children: 2, minutes: 90, present: [] },
  })),
  'list-activities-for': just(({ trajectory }) => ({ trajectoryId: trajectory.active })),
  'plan-activity': {
    foreign: (_, elsewhere) => [
      {
        input: {
          ...{ programmeId: 'mim-denhaag-48m', kind: 'outing', title: 'Uitje', rhythm: 'once' },
          ...{ firstOn: '2026-11-10', at: '10:00', leaderId: elsewhere.workerId },
        },
      },
    ],
  },
  'read-activity': just(({ activity }) => ({ id: activity.one })),
  'read-activity-meeting': just(({ activity }) => ({ id: activity.meeting })),
  'sign-up-for-activity': {
    foreign: (here, elsewhere) => [
      { input: { meetingId: elsewhere.activity.meeting, trajectoryId: null } },
      { input: { meetingId: here.activity.meeting, trajectoryId: elsewhere.trajectory.active } },
    ],
  },
  'stop-activity': just(({ activity }) => ({ id: activity.one, version: 1 })),
  'arrange-session': just(({ group }) => ({
    id: group.session,
    version: 1,
    crechePlaces: 4,
    interpreter: null,
  })),
  'mark-attendance': {
    foreign: (here, elsewhere) => [
      {
        input: {
          sessionId: elsewhere.group.session,
          placeId: elsewhere.group.place,
          state: 'present',
          seen: 0,
        },
      },
      {
        input: { sessionId: here.group.session, placeId: elsewhere.group.place, state: 'present', seen: 0 },
        answer: 'Refused',
      },
    ],
  },
  'mark-rest-present': just(({ group }) => ({ sessionId: group.session })),
  'note-children-along': just(({ group }) => ({ id: group.place, version: 1, children: 2 })),
  'note-session': just(({ group }) => ({ id: group.session, version: 1, note: 'Rustig.' })),
  'plan-make-up': {
    foreign: (here, elsewhere) => [
      {
        input: { sessionId: elsewhere.group.session, placeId: elsewhere.group.place, on: '2026-11-10' },
      },
      { input: { sessionId: here.group.session, placeId: elsewhere.group.place, on: '2026-11-10' } },
    ],
  },
  'settle-make-up': just(({ group }) => ({
    id: group.talk,
    version: 1,
    outcome: { how: 'cancelled' },
  })),
  'tell-group-place': just(({ group }) => ({ id: group.place, version: 1, how: 'spoken' })),
  'tell-helper': just(({ group }) => ({
    id: group.place,
    version: 1,
    recipient: 'other',
    words: 'Het gaat goed.',
  })),
  'move-session': just(({ group }) => ({ id: group.session, version: 1, on: '2026-11-04', at: '10:00' })),
  'move-trajectory': {
    foreign: (here, elsewhere) => [
      { input: { trajectoryId: elsewhere.trajectory.active, teamId: here.teamId, reason: 'other' } },
      { input: { trajectoryId: here.trajectory.waiting, teamId: elsewhere.teamId, reason: 'other' } },
    ],
  },
  'plan-group': just(({ workerId }) => ({
    programmeId: 'evt-group',
    title: 'Dinsdag',
    location: null,
    facilitatorIds: [workerId],
    firstOn: '2026-11-10',
    at: '09:30',
  })),
  'prepare-place': just(({ group }) => ({ id: group.place, version: 1, talkOn: '2026-11-03', way: 'Merel' })),
  'read-group': just(({ group }) => ({ id: group.one })),
  'read-group-terms': just(({ group }) => ({ groupId: group.one })),
  'read-help-offer': just(({ helpOfferId }) => ({ id: helpOfferId })),
  'read-network-organisation': just(({ networkId }) => ({ id: networkId })),
  'read-place': just(({ group }) => ({ id: group.place })),
  'read-placement': just(({ trajectory }) => ({ trajectoryId: trajectory.active })),
  'read-session': just(({ group }) => ({ id: group.session })),
  'read-session-sheet': just(({ group }) => ({ id: group.session })),
  'read-team': just(({ teamId }) => ({ id: teamId })),
  'record-care': just(({ awaitsGroup }) => ({
    trajectoryId: awaitsGroup,
    type: 'individual_help',
    helper: 'Iemand',
  })),
  'record-training': just(({ memberId }) => ({
    memberId,
    training: 'trained_in_ipv',
    trainedOn: '2026-10-01',
  })),
  'add-contact': just(({ trajectory }) => ({ trajectoryId: trajectory.active, ...visit })),
  // Naast itself asks, with an id it just made; the foreign key stands behind it.
  'add-member': {
    foreign: (_, { workerId }) => [
      {
        input: { userId: 'x', name: 'Iemand', roles: ['worker'], workerId, language: 'nl' },
        answer: 'error',
      },
    ],
  },
  'list-check-ins': just(({ trajectory }) => ({ trajectoryId: trajectory.active })),
  'read-check-in': just(({ match }) => ({ matchId: match.active, side: 'worker', moment: 'w3' })),
  'take-check-in': just(({ match }) => ({
    matchId: match.active,
    side: 'worker',
    moment: 'w3',
    on: '2026-11-03',
    way: 'phone',
    answers: { fit: 'yes' },
  })),
  'miss-check-in': just(({ match }) => ({
    matchId: match.active,
    side: 'worker',
    moment: 'w3',
    reason: 'no_time',
  })),
  'answer-match': just(({ match }) => ({ id: match.proposed, version: 1, side: 'worker', answer: 'yes' })),
  'answer-small-start': just(({ group }) => ({ id: group.smallStart, answer: 'allowed', reason: 'other' })),
  'ask-small-start': just(({ group }) => ({ id: group.one, version: 2, reason: 'other' })),
  'read-small-start': just(({ group }) => ({ id: group.smallStart })),
  'ask-exception': just(({ trajectory }) => ({
    trajectoryId: trajectory.intake,
    version: 1,
    rule: 'mi-i1',
    argument: 'x',
  })),
  'decide-exception': just(({ exceptionId }) => ({ id: exceptionId, outcome: 'refused', reason: 'x' })),
  'read-exception': just(({ exceptionId }) => ({ id: exceptionId })),
  'begin-import': just((house) => ({ id: house.import.mapped, version: 2, takeDoubles: false })),
  'change-consent': just(({ trajectory }) => ({
    trajectoryId: trajectory.active,
    code: 'C-8',
    state: 'given',
    how: 'spoken',
  })),
  'change-programme-draft': just(({ programmeDraftId }) => ({
    id: programmeDraftId,
    version: 1,
    edit: { do: 'set', parts: [{ at: 'owner', value: 'Iemand' }] },
    source: { prov: 'proposal' },
  })),
  'change-roles': just(({ memberId }) => ({ memberId, version: 1, roles: ['worker'] })),
  'change-wishes': just(({ trajectory }) => ({
    trajectoryId: trajectory.waiting,
    version: 0,
    wishes: profile,
  })),
  'mark-home': just(({ trajectory }) => ({ trajectoryId: trajectory.waiting, secret: true })),
  'rule-avoidance': just(({ trajectory, workerId }) => ({
    trajectoryId: trajectory.waiting,
    workerId,
    verdict: 'apart',
  })),
  'record-around': just(({ trajectory }) => ({ trajectoryId: trajectory.active, told: someoneAround })),
  'list-around': just(({ trajectory }) => ({ trajectoryId: trajectory.active })),
  'read-around': just(({ likeness }) => ({ id: likeness.around })),
  'change-around': just(({ likeness }) => ({ id: likeness.around, version: 1, told: someoneAround })),
  'end-around': just(({ likeness }) => ({ id: likeness.around, version: 1 })),
  'read-exchange': just(({ exchange }) => ({ id: exchange.running })),
  'confirm-exchange': just(({ exchange }) => ({ id: exchange.offered, version: 1 })),
  'end-exchange': just(({ exchange }) => ({ id: exchange.offered, version: 1 })),
  'export-exchange': just(({ exchange }) => ({ id: exchange.running })),
  'import-exchange': just(({ exchange }) => ({ id: exchange.running, version: 2, text: 'Geen bestand' })),
  'read-collision': just(({ likeness }) => ({ id: likeness.one })),
  'rule-collision': just(({ likeness }) => ({
    id: likeness.one,
    version: 1,
    verdict: 'different',
    reason: 'Nagevraagd',
  })),
  'change-worker': just(({ workerId }) => ({ ...worker, id: workerId, version: 1 })),
  'choose-way-on': just(({ trajectory }) => ({
    trajectoryId: trajectory.active,
    version: 1,
    way: 'pause',
    teller: 'mother',
  })),
  'close-trajectory': just(({ trajectory }) => ({
    trajectoryId: trajectory.waiting,
    version: 1,
    reason: 'moved',
  })),
  'complete-intake': just(({ trajectory }) => ({
    trajectoryId: trajectory.intake,
    version: 0,
    conclusion: 'waiting_list',
    exceptionReason: null,
    redirectTo: null,
  })),
  'correct-birth': just(({ trajectory }) => ({
    trajectoryId: trajectory.active,
    version: 1,
    children: [{ childId: null, bornOn: '2026-10-01' }],
  })),
  'correct-contact': just(({ contact }) => ({ id: contact.done, version: 2, ...visit })),
  'decide-programme-draft': just(({ programmeDraftId }) => ({
    id: programmeDraftId,
    version: 1,
    decision: 'publish',
  })),
  'decide-referral': {
    foreign: (here, elsewhere) => {
      const input = (id: string, decision: object) => ({ input: { id, version: 1, note: null, decision } })
      return [
        input(elsewhere.referral.received, { decision: 'withdraw' }),
        input(here.referral.received, {
          decision: 'mark-duplicate',
          duplicateOf: elsewhere.referral.received,
        }),
      ]
    },
  },
  'decline-measure': just(({ trajectory }) => ({
    trajectoryId: trajectory.active,
    moment: 'T0',
    reason: 'rather_not',
  })),
  'discard-import': just((house) => ({ id: house.import.uploaded })),
  'download-leftovers': just((house) => ({ id: house.import.done })),
  'drop-draft': {
    foreign: (_, elsewhere) => [
      { input: { form: 'contact-log', subjectId: elsewhere.contact.planned } },
      { input: { form: 'contact-extra', subjectId: elsewhere.trajectory.active } },
    ],
  },
  'end-match': just(({ match }) => ({ id: match.active, version: 1, reason: 'other' })),
  'end-member': just(({ memberId }) => ({ memberId, version: 1 })),
  'end-service': just(({ serviceId }) => ({ id: serviceId })),
  'end-webhook': just(({ webhook }) => ({ id: webhook.one })),
  'pause-webhook': just(({ webhook }) => ({ id: webhook.one })),
  'resume-webhook': just(({ webhook }) => ({ id: webhook.one })),
  'test-webhook': just(({ webhook }) => ({ id: webhook.one })),
  'read-webhook': just(({ webhook }) => ({ id: webhook.one })),
  'register-webhook': just(({ serviceId }) => ({ ...webhook, serviceId })),
  'rotate-webhook': just(({ webhook: { one } }) => ({ id: one, secret: webhook.secret })),
  'take-due-delivery': just(({ webhook }) => ({ webhookId: webhook.one })),
  'settle-delivery': just(({ webhook }) => ({ id: webhook.delivery, attempt: 1, result: { status: 200 } })),
  // A filter that finds nothing, and a log that says it was asked.
  'extend-trajectory': just(({ trajectory }) => ({
    trajectoryId: trajectory.active,
    version: 1,
    until: '2029-06-01',
    reviewOn: '2029-03-01',
    reason: 'x',
  })),
  'export-access': {
    foreign: (_, { personId, memberId }) => [{ input: { personId, memberId }, answer: 'let in' }],
  },
  'act-on-signal': just(({ signalId }) => ({ id: signalId, version: 1, deed: 'arranged' })),
  'evaluate-signals': {
    foreign: (_, { trajectory }) => [{ input: { ids: [trajectory.active] }, answer: 'let in' }],
  },
  'find-due-signals': {
    foreign: (_, { trajectory }) => [
      { input: { everyone: true, after: trajectory.fresh, limit: 10 }, answer: 'let in' },
    ],
  },
  'finish-task': just(({ taskId }) => ({ id: taskId, ending: 'done' })),
  'follow-referral': just(({ referral }) => ({ id: referral.received })),
  // Only says where a page begins: of another's it shows nothing.
  'follow-sent-referrals': {
    foreign: (_, { referral }) => [{ input: { after: referral.received }, answer: 'let in' }],
  },
  'answer-trial': just(({ match }) => ({ id: match.active, version: 1, side: 'worker', answer: 'yes' })),
  'lengthen-trial': just(({ match }) => ({ id: match.active, version: 1, until: '2026-12-01' })),
  'pause-match': just(({ match }) => ({
    id: match.active,
    version: 1,
    reason: 'mother_away',
    until: '2026-12-01',
  })),
  'resume-match': just(({ match }) => ({ id: match.active, version: 1 })),
  'taper-match': just(({ match }) => ({ id: match.active, version: 1, lastVisitOn: '2027-01-12' })),
  'stop-tapering': just(({ match }) => ({ id: match.active, version: 1 })),
  'hold-last-visit': just(({ match }) => ({
    id: match.active,
    version: 1,
    on: '2026-11-03',
    reason: 'goals_reached',
  })),
  'end-match-well': just(({ match }) => ({ id: match.active, version: 1, goesOn: 'rests' })),
  'look-for-somebody-again': just(({ trajectory }) => ({ trajectoryId: trajectory.active, version: 1 })),
  'hand-over-match': {
    foreign: (here, elsewhere) => {
      const said = { version: 1, reason: 'other', agreed: true, meetOn: '2026-11-03' }
      return [
        { input: { ...said, id: elsewhere.match.active, workerId: here.workerId } },
        { input: { ...said, id: here.match.active, workerId: elsewhere.workerId } },
      ]
    },
  },
  'answer-after-match': just(({ match }) => ({ id: match.active, version: 1, answer: 'well' })),
  'keep-on-shortlist': {
    foreign: (here, elsewhere) => [
      { input: { trajectoryId: elsewhere.trajectory.waiting, workerId: here.workerId } },
      { input: { trajectoryId: here.trajectory.waiting, workerId: elsewhere.workerId } },
    ],
  },
  'drop-from-shortlist': just(({ trajectory, workerId }) => ({
    trajectoryId: trajectory.waiting,
    workerId,
  })),
  'show-shortlist': just(({ trajectory }) => ({ trajectoryId: trajectory.waiting })),
  'choose-earlier-words': just(({ trajectory }) => ({ trajectoryId: trajectory.active, shown: 'all' })),
  'read-my-match': just(({ match }) => ({ id: match.active })),
  'list-matches-of': just(({ trajectory }) => ({ trajectoryId: trajectory.active })),
  'end-identity-provider': just(({ identityProviderId }) => ({ providerId: identityProviderId })),
  'unlink-identity': just(({ identityProviderId }) => ({ providerId: identityProviderId })),
  'link-identity': just(({ identityProviderId, memberId }) => ({
    providerId: identityProviderId,
    memberId,
    subject: 'iemand',
  })),
  'find-identity': just(({ identityProviderId }) => ({ providerId: identityProviderId, subject: 'iemand' })),
  'ask-recovery': just(({ memberId }) => ({ memberId, reason: 'phone' })),
  'check-recovery': just(({ recoveryId }) => ({ recoveryId, how: 'in_person' })),
  'stop-recovery': just(({ recoveryId }) => ({ recoveryId })),
  'invite-again': just(({ memberId }) => ({
    memberId,
    email: 'iemand@example.nl',
    tokenHash: 'cd'.repeat(32),
  })),
  'invite-member': {
    foreign: (_, { workerId }) => [
      {
        input: { email: 'iemand@example.nl', roles: ['worker'], workerId, tokenHash: 'cd'.repeat(32) },
        answer: 'Invalid',
      },
    ],
  },
  'list-access': {
    foreign: (_, { personId, memberId }) => [{ input: { personId, memberId }, answer: 'let in' }],
  },
  // Only the place in the list from which to read on.
  'list-caseload': {
    foreign: (_, { trajectory }) => [
      { input: { after: { since: '2026-11-03', id: trajectory.active } }, answer: 'let in' },
    ],
  },
  'list-referrals': {
    foreign: (_, { referral }) => [
      { input: { after: { at: '2026-11-03T08:00:00Z', id: referral.received } }, answer: 'let in' },
    ],
  },
  'identify-requester': just(({ asked }) => ({ id: asked.open, version: 1, way: 'seen_in_person' })),
  'authorise-requester': {
    foreign: (here, elsewhere) => [
      {
        input: {
          id: elsewhere.asked.open,
          version: 1,
          proof: 'court_decision',
          childId: elsewhere.asked.child,
        },
      },
      {
        input: { id: here.asked.open, version: 1, proof: 'court_decision', childId: elsewhere.asked.child },
      },
    ],
  },
  'judge-child-request': just(({ asked }) => ({
    id: asked.open,
    version: 1,
    hears: 'not_now',
    words: 'Iets',
  })),
  'look-through-child-copy': just(({ asked }) => ({ id: asked.approved, text: 'Iets' })),
  'prepare-child-copy': just(({ asked }) => ({
    id: asked.approved,
    version: 7,
    text: 'Iets',
    looked: { ticks: {}, readWhole: true },
  })),
  'approve-child-request': just(({ asked }) => ({ id: asked.approved, version: 7 })),
  'read-child-copy': just(({ asked }) => ({ id: asked.approved })),
  'deliver-child-copy': just(({ asked }) => ({ id: asked.approved, version: 7, way: 'handed_over' })),
  'end-child-request': just(({ asked }) => ({ id: asked.open, version: 1, reason: 'not_safe' })),
  'extend-child-request': just(({ asked }) => ({ id: asked.open, version: 1, words: 'Iets' })),
  'read-child-request': just(({ asked }) => ({ id: asked.open })),
  'list-sharings': just(({ shared }) => ({ trajectoryId: shared.trajectory })),
  'look-through': just(({ shared }) => ({ trajectoryId: shared.trajectory, text: 'Iets' })),
  'read-letter': just(({ shared }) => ({ id: shared.letter })),
  'download-shared-file': just(({ shared }) => ({ id: shared.file })),
  'read-sheet': just(({ shared }) => ({ trajectoryId: shared.trajectory })),
  'share-with-party': just(({ shared }) => ({
    trajectoryId: shared.trajectory,
    recipient: 'gp',
    items: ['needs'],
    way: 'spoken',
  })),
  'step-notice': just(({ shared }) => ({
    trajectoryId: shared.trajectory,
    id: shared.notice,
    version: 1,
    step: 'acknowledge',
  })),
  'list-consents': just(({ trajectory }) => ({ trajectoryId: trajectory.active })),
  'list-file-access': just(({ trajectory }) => ({ trajectoryId: trajectory.active })),
  'list-signals': just(({ trajectory }) => ({ trajectoryId: trajectory.fresh })),
  'follow-time': just(({ trajectory }) => ({ trajectoryId: trajectory.active })),
  'list-measures': just(({ trajectory }) => ({ trajectoryId: trajectory.active })),
  'log-contact': just(({ contact }) => ({ id: contact.planned, version: 1, ...visit })),
  'map-import': just((house) => ({
    id: house.import.uploaded,
    columns: [],
    programmeId: null,
    agreed: true,
  })),
  'plan-contact': just(({ contact }) => ({
    id: contact.planned,
    version: 1,
    on: '2026-11-10',
    mode: 'home',
  })),
  'read-calendar': just(({ serviceId }) => ({ feedId: serviceId, language: 'nl' })),
  'bring-back-contact': just(({ contact }) => ({ id: contact.planned, version: 1 })),
  'confirm-contact': just(({ contact }) => ({ id: contact.planned, version: 1 })),
  'skip-contact': just(({ contact }) => ({ id: contact.planned, version: 1, reason: 'holiday' })),
  'propose-visit-moments': just(({ contact }) => ({ contactId: contact.planned })),
  'preview-series': just(({ trajectory }) => ({ trajectoryId: trajectory.active, ...series })),
  'plan-series': just(({ trajectory }) => ({ trajectoryId: trajectory.active, ...series })),
  'plan-introduction': just(({ match }) => ({ id: match.proposed, version: 1, on: '2026-11-10' })),
  'preview-import': just((house) => ({ id: house.import.mapped })),
  'propose-match': {
    foreign: (here, elsewhere) => [
      { input: { trajectoryId: elsewhere.trajectory.waiting, workerId: here.workerId } },
      { input: { trajectoryId: here.trajectory.waiting, workerId: elsewhere.workerId } },
    ],
  },
  'read-closing': just(({ trajectory }) => ({ trajectoryId: trajectory.active })),
  'read-contact': just(({ contact }) => ({ id: contact.planned })),
  'read-contact-terms': just(({ trajectory }) => ({ trajectoryId: trajectory.active })),
  'read-course': just(({ trajectory }) => ({ trajectoryId: trajectory.active })),
  'quiet-trajectory': just(({ trajectory }) => ({ trajectoryId: trajectory.active, loss: 'not_said' })),
  'read-draft': just(({ contact }) => ({ form: 'contact-log', subjectId: contact.planned })),
  'read-import': just((house) => ({ id: house.import.mapped })),
  'read-import-columns': just((house) => ({ id: house.import.mapped })),
  'read-import-result': just((house) => ({ id: house.import.done })),
  'read-intake': just(({ trajectory }) => ({ trajectoryId: trajectory.intake })),
  'read-match': just(({ match }) => ({ id: match.proposed })),
  'read-member': just(({ memberId }) => ({ memberId })),
  'move-to-version': just(({ trajectory }) => ({
    trajectoryId: trajectory.active,
    version: 1,
    to: '1.0.0',
  })),
  'read-programme-draft': just(({ programmeDraftId }) => ({ id: programmeDraftId })),
  'read-programme-impact': just(({ programmeDraftId }) => ({ id: programmeDraftId })),
  'read-referral': just(({ referral }) => ({ id: referral.received })),
  'read-signal': just(({ signalId }) => ({ id: signalId })),
  'set-signal-aside': just(({ signalId }) => ({ id: signalId, version: 1, reason: 'by_phone_only' })),
  'snooze-signal': just(({ signalId }) => ({
    id: signalId,
    version: 1,
    until: '2026-11-04',
    reason: 'mother_away',
  })),
  'read-task': just(({ taskId }) => ({ id: taskId })),
  'read-trajectory': just(({ trajectory }) => ({ id: trajectory.active })),
  'read-visit-sheet': just(({ trajectory }) => ({ trajectoryId: trajectory.active })),
  // Says that nobody is there.
  'read-visitor': {
    foreign: (_, { memberId }) => [{ input: { memberId }, answer: 'let in' }],
  },
  'read-worker': just(({ workerId }) => ({ id: workerId })),
  'record-birth': just(({ trajectory }) => ({
    trajectoryId: trajectory.active,
    version: 1,
    children: [{ bornOn: '2026-10-01' }],
  })),
  'record-due-date': just(({ trajectory }) => ({
    trajectoryId: trajectory.active,
    version: 1,
    dueOn: '2027-01-01',
  })),
  'record-gate': just(({ workerId }) => ({ workerId, kind: 'vog', seenOn: '2026-11-01' })),
  // Naast itself writes a line of the log with it, and nothing else.
  'record-sign-in': {
    foreign: (_, { memberId }) => [{ input: { memberId, event: 'signed-in' }, answer: 'let in' }],
  },
  'run-import': just((house) => ({ id: house.import.mapped })),
  'rotate-service': just(({ serviceId }) => ({
    id: serviceId,
    oldUntil: '2026-11-17',
    keyHash: 'ab'.repeat(32),
  })),
  'read-pack': just(({ field }) => ({ phoneId: field.phone, phoneNow: 0 })),
  'take-entry': {
    foreign: (here, elsewhere) => [
      { input: { phoneId: elsewhere.field.phone, id: elsewhere.field.held, box: 'AAAA', phoneNow: 0 } },
      // A box that isn't of this phone opens as nothing, whoever's number it bears.
      {
        input: { phoneId: here.field.phone, id: elsewhere.field.held, box: 'AAAA', phoneNow: 0 },
        answer: 'Refused',
      },
    ],
  },
  'hold-entry': just(({ field }) => ({
    phoneId: field.phone,
    id: field.held,
    box: 'AAAA',
    phoneNow: 0,
    because: 'refused',
  })),
  'end-phone': just(({ field }) => ({ id: field.phone })),
  'read-held': just(({ field }) => ({ id: field.held })),
  'settle-entry': just(({ field }) => ({
    id: field.held,
    version: 1,
    how: 'put-away',
    because: 'already_there',
  })),
  'begin-phone': {
    foreign: (_, { field }) => [
      // The same number in another organisation is another phone.
      { input: { id: field.phone, secret: 'A'.repeat(43) }, answer: 'let in' },
    ],
  },
  'ask-phone': {
    foreign: (_, { field }) => [{ input: { id: field.phone, secret: 'A'.repeat(43) }, answer: 'let in' }],
  },
  'save-draft': just(({ contact }) => ({ form: 'contact-log', subjectId: contact.planned, answers: {} })),
  'save-intake': just(({ trajectory }) => ({
    trajectoryId: trajectory.intake,
    version: 0,
    answers: null,
    consents: null,
  })),
  'set-safe-contact': {
    foreign: (here, elsewhere) => [
      { input: { personId: elsewhere.personId, basedOn: null, terms } },
      { input: { personId: here.personId, basedOn: elsewhere.personId, terms }, answer: 'Refused' },
    ],
  },
  'settle-message': just(({ messageId }) => ({ id: messageId, attempt: 1, outcome: 'accepted' })),
  'show-safe-contact': just(({ personId }) => ({ personId })),
  'show-wishes': just(({ trajectory }) => ({ trajectoryId: trajectory.waiting })),
  'start-match': just(({ match }) => ({ id: match.proposed, version: 1 })),
  'step-group': just(({ group }) => ({ id: group.one, version: 2, step: 'confirm' })),
  'bring-newer-version': just(({ programmeDraftId }) => ({ id: programmeDraftId })),
  'step-programme-draft': just(({ programmeDraftId }) => ({
    id: programmeDraftId,
    version: 1,
    step: 'submit',
  })),
  'end-avoidance': just(({ avoidanceId }) => ({ avoidanceId })),
  'end-deputy': just(({ deputyId }) => ({ id: deputyId })),
  'hand-over-duties': {
    foreign: (here, elsewhere) => [
      { input: { from: elsewhere.memberId, to: here.members.coordinator.memberId, reason: 'leaves' } },
      { input: { from: null, to: elsewhere.members.coordinator.memberId, reason: 'leaves' } },
    ],
  },
  'name-deputy': {
    foreign: (here, elsewhere) => {
      const period = { from: '2026-11-10', until: '2026-11-12' }
      const who = (one: OneOfEach) => one.members.worker.memberId
      const deputy = (one: OneOfEach) => one.members.coordinator.memberId
      return [
        { input: { memberId: who(elsewhere), deputyId: deputy(here), ...period } },
        { input: { memberId: who(here), deputyId: deputy(elsewhere), ...period } },
      ]
    },
  },
  'plan-worker-talk': just(({ workerId }) => ({ workerId, kind: 'talk', on: '2026-11-10' })),
  'settle-worker-talk': just(({ talkId }) => ({
    id: talkId,
    version: 1,
    how: 'moved',
    next: '2026-11-17',
    reason: 'other',
  })),
  'tell-away': just(({ workerId }) => ({
    workerId,
    kind: 'away',
    from: '2026-11-10',
    until: '2026-11-12',
  })),
  'withdraw-away': {
    foreign: (here, elsewhere) => [
      { input: { workerId: elsewhere.workerId, awayId: elsewhere.awayId } },
      { input: { workerId: here.workerId, awayId: elsewhere.awayId } },
    ],
  },
  'cancel-training': just(({ training }) => ({ id: training.one, version: 1 })),
  'change-training-seats': just(({ training }) => ({ id: training.one, version: 1, seats: 12 })),
  'certify-training': just(({ training, workerId }) => ({ trainingId: training.one, workerId })),
  'enrol-in-training': {
    foreign: (here, elsewhere) => [
      { input: { trainingId: elsewhere.training.one, workerId: here.workerId } },
      { input: { trainingId: here.training.one, workerId: elsewhere.workerId } },
    ],
  },
  'leave-training': just(({ training, workerId }) => ({ trainingId: training.one, workerId })),
  'read-learning-record': just(({ workerId }) => ({ workerId })),
  'read-training': just(({ training }) => ({ id: training.one })),
  'record-training-attendance': just(({ training, workerId }) => ({
    trainingId: training.one,
    sessionId: training.session,
    attendance: [{ workerId, was: 'there' }],
  })),
  'end-waiver': just(({ workerId }) => ({ workerId, kind: 'vog' })),
  'sign-worker-text': just(({ workerTextId }) => ({ textId: workerTextId, agreed: true })),
  'waive-gate': just(({ workerId }) => ({
    workerId,
    kind: 'vog',
    covers: 'running',
    until: '2026-11-30',
    reason: 'planned',
  })),
  'step-worker': just(({ workerId }) => ({ id: workerId, version: 1, step: 'go-on-leave' })),
  'take-measure-file': just(({ trajectory }) => ({
    trajectoryId: trajectory.active,
    moment: 'T0',
    file: '{}',
  })),
  'raise-measure-alarm': just(({ trajectory }) => ({
    trajectoryId: trajectory.active,
    moment: 'T0',
    answers: {},
  })),
  'open-own-device': just(({ trajectory }) => ({
    trajectoryId: trajectory.active,
    moment: 'T0',
    how: 'beside',
    asked: true,
    codeHash: 'cd'.repeat(32),
  })),
  'prepare-own-device': just(({ trajectory }) => ({ trajectoryId: trajectory.active, moment: 'T0' })),
  'stop-own-device': just(({ trajectory }) => ({ trajectoryId: trajectory.active })),
  'take-measure': just(({ trajectory }) => ({
    trajectoryId: trajectory.active,
    moment: 'T0',
    takenOn: '2026-11-03',
    mode: 'together',
    answers: {},
  })),
  'take-back-birth': just(({ trajectory }) => ({
    trajectoryId: trajectory.active,
    version: 1,
    reason: 'not_born',
  })),
  'unquiet-trajectory': just(({ trajectory }) => ({
    trajectoryId: trajectory.active,
    version: 1,
    reason: 'mistake',
  })),
  'undo-import': just((house) => ({ id: house.import.done })),
  'ask-what-if': just(({ meeting, workerId }) => ({
    id: meeting.one,
    change: { kind: 'capacity', workerId, places: 3, reason: 'she_said' },
  })),
  'change-matching-meeting': {
    foreign: (here, { meeting, workerId }) => [
      {
        input: {
          id: meeting.one,
          version: 2,
          change: { kind: 'capacity', workerId, places: 3, reason: 'she_said' },
        },
      },
      {
        input: {
          id: here.meeting.one,
          version: 2,
          change: { kind: 'capacity', workerId, places: 3, reason: 'she_said' },
        },
        answer: 'Refused',
      },
      {
        input: {
          id: here.meeting.one,
          version: 2,
          change: { kind: 'leave-out', trajectoryId: meeting.trajectory, reason: 'other' },
        },
        answer: 'Refused',
      },
    ],
  },
  'drop-matching-meeting': just(({ meeting }) => ({ id: meeting.one, version: 2 })),
  'publish-matching-meeting': {
    foreign: (here, { meeting, workerId }) => {
      const pairs = [{ trajectoryId: meeting.trajectory, workerId }]
      return [
        { input: { id: meeting.one, version: 2, pairs } },
        { input: { id: here.meeting.one, version: 2, pairs } },
      ]
    },
  },
  'rank-for-woman': {
    foreign: (here, { meeting }) => [
      { input: { id: meeting.one, trajectoryId: meeting.trajectory } },
      { input: { id: here.meeting.one, trajectoryId: meeting.trajectory } },
    ],
  },
  'read-matching-meeting': just(({ meeting }) => ({ id: meeting.one })),
  'replan-matching-meeting': just(({ meeting }) => ({ id: meeting.one, version: 2 })),
  'create-service': just(({ networkId }) => ({
    name: 'Ander systeem',
    scopes: ['referral.create'],
    keyHash: 'cd'.repeat(32),
    networkOrganisationId: networkId,
  })),
  'set-file-lock': just(({ trajectory, members }) => ({
    fileId: trajectory.waiting,
    against: { kind: 'member', id: members.referrer.memberId },
    words: 'Hij is haar broer.',
  })),
  'weigh-file-lock': just(({ trajectory, members }) => ({
    fileId: trajectory.waiting,
    against: { kind: 'member', id: members.referrer.memberId },
  })),
  'read-lock-choices': just(({ trajectory }) => ({ fileId: trajectory.waiting })),
  'list-file-locks-of': just(({ trajectory }) => ({ fileId: trajectory.closed })),
  'read-file-lock': just(({ fileLockId }) => ({ id: fileLockId })),
  'ask-lift': just(({ fileLockId }) => ({ id: fileLockId, version: 2, words: 'Zij vraagt het zelf.' })),
  'answer-lift': just(({ fileLockId }) => ({
    id: fileLockId,
    version: 2,
    answer: 'keep',
    words: 'Het is nog nodig.',
  })),
  'undo-meeting-change': {
    foreign: (here, { meeting }) => [
      { input: { id: meeting.one, version: 2, changeId: meeting.change } },
      { input: { id: here.meeting.one, version: 2, changeId: meeting.change } },
    ],
  },
  'write-meeting-note': {
    foreign: (here, { meeting }) => [
      { input: { id: meeting.one, text: 'Iets' } },
      { input: { id: here.meeting.one, text: 'Iets', trajectoryId: meeting.trajectory } },
    ],
  },
  'weigh-workers': just(({ trajectory }) => ({ trajectoryId: trajectory.waiting })),
  'withdraw-invitation': just(({ invitationId }) => ({ invitationId })),
  'withdraw-match': just(({ match }) => ({ id: match.proposed, version: 1 })),
}

/**
 * Input that will do in one's own house, where that isn't the same with one's own ids. What is in neither list asks
 * for nothing at all; an empty list means that it is tried elsewhere.
 */
export const ownInputs: Readonly<Record<string, (house: OneOfEach) => readonly unknown[]>> = {
  'begin-own-sheet': () => [{ programmeId: 'mim-nl-18m', ...sheet }],
  'change-own-account': () => [{ version: 1, account, ageClass: 'adult' }],
  'list-cases': () => [{ tally: 'started.language', row: 'nl', period: '2026' }],
  'keep-permission': () => [
    {
      instrumentId: 'brs',
      givenBy: 'De maker',
      reference: 'Een brief',
      from: '2026-11-03',
      until: '2027-11-03',
    },
  ],
  'load-instrument-texts': () => [{ instrumentId: 'who5', file: '{}' }],
  'destroy-instrument-texts': () => [{ instrumentId: 'who5' }],
  'list-instruments': () => [{}],
  'list-expenses': () => [{}],
  'list-own-sheets': () => [{}],
  'list-payouts': () => [{}],
  'list-report-releases': () => [{}],
  'load-sheets': () => [{ programmeId: 'mim-nl-18m', text: '{}', licence: null }],
  'make-payout': () => [{ month: '2026-11', payOn: '2026-11-10' }],
  'prepare-figures': () => [{ template: 'year', recipient: 'municipality', period: '2025' }],
  'keep-coordinator-hours': () => [
    { programmeId: 'mim-denhaag-48m', month: '2026-10', version: 0, minutes: 600, people: 2 },
  ],
  'read-coordinator-hours': () => [{ programmeId: 'mim-denhaag-48m', month: '2026-10' }],
  'read-expense-terms': () => [{}],
  'read-accreditation': () => [{ period: '2026' }],
  'read-figures': () => [{ set: 'funnel', period: '2026' }],
  'read-series': () => [{}],
  'read-steering-figures': () => [{ period: '2026' }],
  'read-party-waits': () => [{ period: '2026' }],
  'read-funding-split': () => [{ programmeId: 'mim-denhaag-48m' }],
  'read-subsidy-statement': () => [{ period: '2026' }],
  'read-own-expenses': () => [{}],
  'set-expense-rate': () => [{ kind: 'kilometre', value: 25, from: '2026-12-01' }],
  'set-funding-split': () => [
    {
      programmeId: 'mim-denhaag-48m',
      version: 0,
      from: '2026-01',
      standing: 'agreed',
      shares: [{ funder: 'vgz', places: 10_000, hours: 10_000 }],
    },
  ],
  'set-expense-terms': () => [{ version: 1, account, counted: 'hours' }],
  'offer-exchange': () => [{ ...exchangeTerms, code: exchangeCode(1) }],
  'answer-exchange': () => [{ ...exchangeTerms, code: exchangeCode(2) }],
  'limit-break-glass': () => [{ perWeek: 3 }],
  'set-lone-words': () => [{ safe: 'Tulp', duress: 'Zonnebloem' }],
  'set-on-call-number': () => [{ phone: '+31101234567' }],
  'list-removals': () => [{}],
  'ask-retention': () => [{ acts: 'by_itself', regimes: [] }],
  'register-person-request': () => [
    {
      right: 'access',
      subject: 'mother',
      receivedOn: '2026-11-02',
      asked: { name: { given: 'Iemand' }, reach: 'Postbus 9', bornOn: '1990-08-01' },
    },
  ],
  'register-child-request': () => [
    {
      requester: 'parent',
      receivedOn: '2026-11-02',
      asked: { name: 'Iemand', reach: 'Postbus 9', child: { given: 'Kind' }, childBornOn: '2026-08-01' },
    },
  ],
  'break-glass': () => [
    {
      name: 'Zwaluwina Ook',
      phone: '+31687654321',
      category: 'other',
      words: 'Merelverhaal van een noodgeval',
    },
  ],
  'ask-passkeys': () => [{ from: null }],
  'set-offline': () => [{ rule: 'on' }],
  'set-own-device': () => [{ rule: 'on' }],
  'begin-programme': () => [{ as: 'new', name: { nl: 'Iets nieuws' } }],
  'change-organisation': () => [],
  'change-own-file': () => [{ version: 1, file: { speaks: ['nl'], reads: ['nl'], profile, capacity: 1 } }],
  'choose-language': () => [{ language: 'nl' }],
  'count-due-messages': () => [{ channels: ['email'] }],
  'invite-member': () => [{ email: 'iemand@example.nl', roles: ['coordinator'], tokenHash: 'cd'.repeat(32) }],
  'import-programme': () => [{ text: '{}' }],
  'add-identity-provider': () => [
    {
      label: 'Gemeente Waterrijk',
      issuer: 'https://inloggen.example.nl',
      clientId: 'naast',
      secret: 'een geheim van de gemeente',
      acr: [],
      amr: ['mfa'],
    },
  ],
  'import-travel-times': () => [{ rows: [{ from: '3661', to: '3662', mode: 'bike', minutes: 12 }] }],
  'load-boundaries': () => [
    {
      source: 'Kadaster',
      year: 2026,
      text: JSON.stringify({
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            properties: { statcode: 'GM0599', statnaam: 'Waterrijk' },
            geometry: {
              type: 'Polygon',
              coordinates: [
                [
                  [5, 52],
                  [5.1, 52],
                  [5.1, 52.1],
                  [5, 52],
                ],
              ],
            },
          },
        ],
      }),
    },
  ],
  'mark-own-home': () => [{ secret: true }],
  'import-postcodes': () => [{ rows: [{ postcode: '3661', place: 'Waterrijk', lat: 52, lon: 4.5 }] }],
  'open-group-composition': () => [{ programmeId: 'evt-group' }],
  'list-version-moves': () => [{ programmeId: 'mim-nl-18m' }],
  'offer-programme': () => [{ programmeId: 'mim-nl-24m', version: '1.0.0' }],
  'plan-training': () => [
    {
      training: {
        title: 'Basistraining',
        gateKind: 'training',
        sessions: [{ on: '2026-11-10', at: '10:00', halfDays: 1 }],
      },
    },
  ],
  'publish-worker-text': () => [{ kind: 'agreement', words: 'Wat je met elkaar afspreekt. '.repeat(3) }],
  'read-invitation': () => [],
  'read-outcomes': () => [{ programmeId: 'mim-nl-18m', year: null }],
  'read-programme': () => [{ programmeId: 'mim-nl-18m' }],
  'recognise-service': () => [],
  'recognise-calendar': () => [],
  'make-calendar': () => [{ tokenHash: 'c'.repeat(64) }],
  'allow-calendars': () => [{ rule: 'usual' }],
  'create-team': () => [{ team: { name: 'Team Noord', areas: ['3661'] } }],
  'register-network-organisation': () => [{ organisation: around }],
  'register-worker': () => [worker],
  'search-people': () => [{ text: 'Kanariebos' }, { text: '0687654321' }],
  'start-import': () => [{ fileKind: 'csv', rows: [['Naam'], ['Iemand']] }],
  'stop-programme': () => [{ programmeId: 'mim-nl-24m' }],
  'tell-avoidance': () => [{ words: 'Iemand van vroeger' }],
  'submit-referral': () => [
    { channel: 'desk', submission: { mother: { name: { given: 'Iemand' } }, agreed: true } },
  ],
  'take-due-messages': () => [{ limit: 10, senders: { email: 'bericht@post.example.nl' } }],
}
