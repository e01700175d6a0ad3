import type { z } from 'zod'
import { type AuditEntry, appendAudit } from '#db/audit.ts'
import { enterOrganisation, isDeadlock, stoppedByLock, type Tx } from '#db/connection.ts'
import { claimSubmission, keepResult, type Submission } from '#db/idempotency.ts'
import { isBarred } from '#db/lock-reach.ts'
import { enterAsMember } from '#db/member.ts'
import { findScopes } from '#db/service.ts'
import { type Actor, actorId } from '#domain/member/actor.ts'
import { isFresh } from '#domain/sign-in/fresh-proof.ts'
import { strictAddresses } from '#domain/webhook/webhook-address.ts'
import type { AccessBasis, Context, Work } from '#usecases/context.ts'
import { Forbidden, Invalid, NotFound, ProofNeeded, Refused, type ToldAllTheSame } from '#usecases/failure.ts'
import { shelfOn } from '#usecases/programme/shelf.ts'
import { keepSignals } from '#usecases/signal/keep-signals.ts'
import { tellWebhooks } from '#usecases/webhook/tell-webhooks.ts'

/** The authorization rules' version, kept with every audit row so that an old decision can be explained. */
export const policyVersion = '2026-11'

interface Definition<Input extends z.ZodType, Result> {
  /** `verb-noun`, the same as the file's name; it is the event in the audit trail. */
  readonly name: string
  /** Authority comes first: may somebody like this ask this at all? Which rows she may see, the queries decide. */
  readonly may: (actor: Actor) => boolean
  readonly input: Input
  /** Asks who she is anew, unless she showed it a few minutes ago: what leaves, opens or ends for good. */
  readonly fresh?: true
  readonly run: (work: Work, input: z.output<Input>) => Promise<Result>
}
interface CommandDefinition<Input extends z.ZodType, Result> extends Definition<Input, Result> {
  readonly action: 'create' | 'update' | 'delete' | 'execute'
  /** Keeps the signals itself, because only time went on: that it read about somebody is no change to follow. */
  readonly byClock?: true
  /** Keeps a draft that binds nobody: it reads about people, and nothing of them is any different after it. */
  readonly drafts?: true
  /**
   * What may not wait until this is in order: done in a transaction of its own if the input or a rule says no, and never
   * where authority does. It looks by itself at whether this actor may.
   */
  readonly evenIfRefused?: EvenIfRefused<z.input<Input>>
}
type EvenIfRefused<Input> = (
  context: Context,
  actor: Actor,
  input: Input,
  error: Invalid | Refused,
) => Promise<ToldAllTheSame | null>

export interface UseCase<Input extends z.ZodType = z.ZodType, Result = unknown> {
  (context: Context, actor: Actor, input: z.input<Input>, submission?: { key: string }): Promise<Result>
  readonly useCase: {
    readonly name: string
    readonly kind: 'command' | 'question'
    readonly may: (actor: Actor) => boolean
    readonly input: Input
    readonly fresh: boolean
  }
}

/** A use case that writes. With a submission key a second call gives the first call's result and does nothing. */
export const command = <Input extends z.ZodType, Result>(
  definition: CommandDefinition<Input, Result>,
): UseCase<Input, Result> =>
  door('command', definition.action, { ...definition, changes: !definition.byClock && !definition.drafts })

interface QuestionDefinition<Input extends z.ZodType, Result> extends Definition<Input, Result> {
  /** Leaves an audit row also when it concerned nobody in particular: the access log itself, and searching. */
  readonly traced?: true
}

/** A use case that only reads. Reading personal data leaves an audit row too. */
export const question = <Input extends z.ZodType, Result>(
  definition: QuestionDefinition<Input, Result>,
): UseCase<Input, Result> => door('question', 'read', { ...definition, changes: false })

/** Two who wait for each other: the database ended one of them and nothing of it stands, so it is simply done again. */
const mostAgain = 3

function door<Input extends z.ZodType, Result>(
  kind: 'command' | 'question',
  action: AuditEntry['action'],
  definition: QuestionDefinition<Input, Result> &
    Pick<CommandDefinition<Input, Result>, 'evenIfRefused'> & { readonly changes: boolean },
): UseCase<Input, Result> {
  const enter = async (
    context: Context,
    claimed: Actor,
    input: z.input<Input>,
    submission?: { key: string },
    again = mostAgain,
  ): Promise<Result> => {
    const subject = new Subject()
    const effects: (() => void)[] = []
    let actor = claimed
    try {
      const result = await context.db.transaction().execute(async (tx) => {
        const now = context.now()
        const { zone, today, current, programmesStamp } = await enterAs(tx, claimed, now)
        actor = current
        if (!definition.may(actor)) throw new Forbidden()
        const parsed = definition.input.safeParse(input)
        if (!parsed.success) throw new Invalid(fieldCodes(parsed.error))
        // A program proves itself by its key each time; a person's session may be open before somebody else.
        if (definition.fresh && actor.kind === 'member' && !isFresh(actor.provedAt, now))
          throw new ProofNeeded()
        const claim = submission && claimOf(context, definition.name, actor, submission.key, input)
        if (claim) {
          const first = await claimSubmission(tx, claim, now)
          if (first && (first.useCase !== claim.useCase || !first.requestHash.equals(claim.requestHash)))
            throw new Refused('submission-key-reused')
          // The stored result went through JSON: results of commands are ids and codes, which survive that.
          if (first) return first.result as Result
        }
        const stock = await context.programmes(tx, claimed.orgId, programmesStamp)
        const work: Work = {
          tx,
          orgId: claimed.orgId,
          actor,
          today,
          now,
          zone,
          newId: context.newId,
          newSecret: context.newSecret,
          digest: context.digest,
          hmac: context.hmac,
          signet: context.signet,
          vault: context.vault(tx, claimed.orgId),
          names: context.names,
          programmes: shelfOn(stock, today),
          matchSolver: context.matchSolver,
          groupSolver: context.groupSolver,
          disclosureSolver: context.disclosureSolver,
          addresses: context.addresses ?? strictAddresses,
          secretWords: context.secretWords,
          textReady: context.textReady ?? false,
          wakeClock: () => context.wakeClock?.(),
          boxes: context.boxes,
          about: (about) => subject.add(about),
          afterCommit: (effect) => effects.push(effect),
        }
        const outcome = await definition.run(work, parsed.data)
        if (definition.changes) {
          await keepSignals(work, subject)
          await tellWebhooks(work, subject)
        }
        if (kind === 'command' || definition.traced || subject.concernsSomeone())
          await appendAudit(
            tx,
            entry(context, actor, subject, { action, event: definition.name, outcome: 'success' }),
          )
        if (claim) await keepResult(tx, claim, outcome)
        return outcome
      })
      for (const effect of effects) effect()
      return result
    } catch (thrown) {
      if (again > 0 && isDeadlock(thrown)) return enter(context, claimed, input, submission, again - 1)
      const error = await asFailure(context, actor, thrown)
      await recordFailure(context, actor, subject, { action, event: definition.name }, error)
      if (definition.evenIfRefused && isNotOfAuthority(error))
        error.told = await unlessItFails(definition.evenIfRefused(context, claimed, input, error))
      throw error
    }
  }
  const { name, may, input, fresh = false } = definition
  return Object.assign(enter, { useCase: { name, kind, may, input, fresh } })
}

const isNotOfAuthority = (error: unknown): error is Invalid | Refused =>
  error instanceof Invalid || (error instanceof Refused && !(error instanceof ProofNeeded))

/** Why it failed stands in the access log; whoever asked hears of the first refusal, and that nobody was told. */
const unlessItFails = (told: Promise<ToldAllTheSame | null>): Promise<ToldAllTheSame | null> =>
  told.catch(() => null)

/**
 * A lock set a moment ago is no bug: the file isn't there for who asks, or not for whom she gave it to. Whoever may be
 * the one locked out hears no more than that it isn't there.
 */
async function asFailure(context: Context, actor: Actor, thrown: unknown): Promise<unknown> {
  const stopped = stoppedByLock(thrown)
  if (stopped === null) return thrown
  if (stopped === 'hidden' || actor.kind !== 'member') return new NotFound()
  const barred = await context.db.transaction().execute(async (tx) => {
    await enterOrganisation(tx, actor.orgId)
    return isBarred(tx, actor.orgId, actor.memberId)
  })
  return barred ? new NotFound() : new Refused('not-with-her')
}

interface Entered {
  readonly zone: string
  /** The organisation's own day. */
  readonly today: Temporal.PlainDate
  /** Who asks, with the authority she has now. */
  readonly current: Actor
  /** Counts the changes to what the organisation offers. */
  readonly programmesStamp: number
}

/**
 * Opens the organisation's work for whoever asks. Roles and keys are read in this very transaction, so what was
 * taken away a moment ago is gone now.
 */
async function enterAs(tx: Tx, claimed: Actor, now: Temporal.Instant): Promise<Entered> {
  const dayIn = (zone: string) => now.toZonedDateTimeISO(zone).toPlainDate()
  if (claimed.kind === 'member') {
    const entered = await enterAsMember(tx, claimed.orgId, claimed.memberId)
    if (!entered) throw new NotFound()
    const today = dayIn(entered.zone)
    const authority = entered.authority(today)
    if (!authority) throw new Forbidden()
    const { zone, programmesStamp } = entered
    return { zone, today, programmesStamp, current: { ...claimed, ...authority } }
  }
  const viewerId = claimed.kind === 'service' ? claimed.serviceId : null
  const entered = await enterOrganisation(tx, claimed.orgId, viewerId)
  if (!entered) throw new NotFound()
  const today = dayIn(entered.zone)
  if (claimed.kind !== 'service') return { ...entered, today, current: claimed }
  const scopes = await findScopes(tx, claimed.orgId, claimed.serviceId, today)
  if (!scopes) throw new Forbidden()
  return { ...entered, today, current: { ...claimed, scopes } }
}

class Subject {
  readonly people = new Set<string>()
  readonly trajectories = new Set<string>()
  basis: AccessBasis | null = null
  onBehalfOf: string | null = null
  detail: Record<string, string | number> | null = null
  add(about: Parameters<Work['about']>[0]): void {
    for (const id of [about.person ?? []].flat()) this.people.add(id)
    for (const id of [about.trajectory ?? []].flat()) this.trajectories.add(id)
    this.basis = about.basis ?? this.basis
    this.onBehalfOf = about.onBehalfOf ?? this.onBehalfOf
    this.detail = about.detail ? { ...this.detail, ...about.detail } : this.detail
  }
  concernsSomeone(): boolean {
    return this.people.size > 0 || this.trajectories.size > 0
  }
}

const basisOf: Record<Actor['kind'], AccessBasis> = {
  member: 'role',
  visitor: 'public_form',
  service: 'service',
  system: 'system',
}

function entry(
  context: Context,
  actor: Actor,
  subject: Subject,
  what: Pick<AuditEntry, 'event' | 'action' | 'outcome'>,
): AuditEntry {
  return {
    ...what,
    id: context.newId(),
    orgId: actor.orgId,
    at: context.now(),
    actorKind: actor.kind,
    actorId: actorId(actor),
    actorRoles: actor.kind === 'member' ? actor.roles : [],
    onBehalfOf: subject.onBehalfOf,
    personIds: [...subject.people],
    trajectoryIds: [...subject.trajectories],
    accessBasis: subject.basis ?? basisOf[actor.kind],
    policyVersion,
    requestId: context.requestId,
    detail: subject.detail,
  }
}

/** The work was rolled back; that it was tried is kept all the same, in a transaction of its own. */
async function recordFailure(
  context: Context,
  actor: Actor,
  subject: Subject,
  what: Pick<AuditEntry, 'event' | 'action'>,
  error: unknown,
): Promise<void> {
  if (error instanceof Invalid) return
  const outcome =
    error instanceof NotFound || error instanceof Forbidden
      ? 'denied'
      : error instanceof Refused
        ? 'refused'
        : 'failed'
  if (error instanceof Refused) subject.add({ detail: { code: error.code } })
  await context.db.transaction().execute(async (tx) => {
    const entered = await enterOrganisation(tx, actor.orgId)
    if (entered) await appendAudit(tx, entry(context, actor, subject, { ...what, outcome }))
  })
}

function claimOf(context: Context, useCase: string, actor: Actor, key: string, input: unknown): Submission {
  return {
    orgId: actor.orgId,
    key,
    actor: actorId(actor) ?? actor.kind,
    useCase,
    requestHash: context.digest(JSON.stringify(input)),
  }
}

/** Field path → code, the first problem of each field. Schemas name their codes in `message`. */
function fieldCodes(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    const path = issue.path.join('.')
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) fields[join(path, key)] ??= 'unknown-field'
    else fields[path] ??= issueCode(issue)
  }
  return fields
}
const join = (path: string, key: string) => (path === '' ? key : `${path}.${key}`)

/** Schemas may give a code of their own in `message`; zod's own texts become one code for each kind of problem. */
function issueCode(issue: z.core.$ZodIssue): string {
  if (/^[a-z]+(-[a-z]+)*$/.test(issue.message)) return issue.message
  if (issue.code === 'too_small')
    return issue.origin === 'string' || issue.origin === 'array' ? 'required' : 'too-small'
  if (issue.code === 'too_big') return issue.origin === 'string' ? 'too-long' : 'too-big'
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'required'
  return 'not-valid'
}
