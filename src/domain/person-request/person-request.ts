import { type RequestStanding, requestStepsOf } from '#domain/request/request-steps.ts'

/**
 * Somebody asks for what is kept about herself: to see it, to take it along, to have it mended, kept shut or gone (AVG
 * art. 15 to 18, 20 and 21). It may be somebody else who says that he is her; and he who asks about himself may be
 * the man from whom she fled.
 */
export const personRequestStates = [
  'received',
  'identified',
  'found',
  'prepared',
  'approved',
  'handed_on',
  'delivered',
  'settled',
  'answered',
  'refused',
  'withdrawn',
] as const
export type PersonRequestState = (typeof personRequestStates)[number]

const underway = ['received', 'identified', 'found', 'prepared', 'approved', 'handed_on'] as const

const table = {
  identify: { from: ['received'], to: 'identified' },
  /** This is the file it is about. */
  find: { from: ['identified'], to: 'found' },
  /** Written anew, it is approved anew. */
  prepare: { from: ['found', 'prepared', 'approved'], to: 'prepared' },
  approve: { from: ['prepared'], to: 'approved' },
  deliver: { from: ['approved'], to: 'delivered' },
  /** Erasing has a road of its own, with two people. */
  hand_on: { from: ['found'], to: 'handed_on' },
  settle: { from: ['found', 'handed_on'], to: 'settled' },
  /** The fixed letter, which says the same to everybody. */
  answer: { from: ['received', 'identified'], to: 'answered' },
  refuse: { from: underway, to: 'refused' },
  withdraw: { from: underway, to: 'withdrawn' },
} as const satisfies Record<string, { from: readonly PersonRequestState[]; to: PersonRequestState }>
export type PersonRequestStep = keyof typeof table
export const personRequestSteps = Object.keys(table) as readonly PersonRequestStep[]

export const personRights = ['access', 'portability', 'rectify', 'erase', 'restrict', 'object'] as const
export type PersonRight = (typeof personRights)[number]
/** Who asks, as she says herself. */
export const requestSubjects = ['mother', 'worker', 'referrer', 'partner'] as const
export type RequestSubject = (typeof requestSubjects)[number]

const byRight: Readonly<Record<PersonRight, readonly PersonRequestStep[]>> = {
  access: ['prepare', 'approve', 'deliver'],
  portability: ['prepare', 'approve', 'deliver'],
  rectify: ['settle'],
  erase: ['hand_on', 'settle'],
  restrict: ['settle'],
  object: ['settle'],
}

export interface Asking {
  readonly right: PersonRight
  readonly subject: RequestSubject
}
/**
 * Who is around her gets the fixed letter and nothing else: whether he is known, and by whom, is looked up by nobody
 * (AVG art. 15(4); UAVG art. 41(1)(i)).
 */
const fits = ({ right, subject }: Asking, step: PersonRequestStep): boolean =>
  subject === 'partner'
    ? step === 'identify' || step === 'answer' || step === 'refuse' || step === 'withdraw'
    : !(['prepare', 'approve', 'deliver', 'hand_on', 'settle'] as const).some((one) => one === step) ||
      byRight[right].includes(step)

export type PersonStanding = RequestStanding<PersonRequestState>
const machine = requestStepsOf<PersonRequestState, PersonRequestStep>(table)

export const mayStepPersonRequest = (
  asking: Asking,
  state: PersonRequestState,
  step: PersonRequestStep,
): boolean => fits(asking, step) && machine.may(state, step)

/** Where it stands after this step, or why not. */
export const stepPersonRequest = (
  asking: Asking,
  standing: PersonStanding,
  step: PersonRequestStep,
  by: string,
): ReturnType<typeof machine.take> =>
  fits(asking, step) ? machine.take(standing, step, by) : { refused: 'request-not-from-this-state' }

/** Which of these somebody may take as it stands, with the roles that `allows` looks at. */
export const personRequestStepsOf = (
  asking: Asking,
  standing: PersonStanding,
  by: string,
  allows: (step: PersonRequestStep) => boolean,
): readonly PersonRequestStep[] => machine.stepsOf(standing, by, (step) => fits(asking, step) && allows(step))
export const { bringsOn, underwayStates, isUnderway } = machine

/** How it was made certain who asks; of a document nothing is kept, and no copy is asked for. */
export const identityWays = ['seen_in_person', 'known_to_us', 'called_back_as_agreed', 'signed_in'] as const
/** She picks how she gets it. Nothing goes by mail unless she says so, of a place that she names. */
export const handingWays = ['comes_for_it', 'brought_to_her', 'read_together', 'safe_address'] as const
export const settlements = ['done', 'partly', 'her_words_added', 'not_needed'] as const
/** Grounds in law for not doing it: AVG 12(2), 12(5), 15(4) with UAVG 41(1)(i), 17(3), 21(1). */
export const refusalGrounds = [
  'identity_not_shown',
  'excessive',
  'rights_of_others',
  'law_says_keep',
  'weighty_reason',
] as const
