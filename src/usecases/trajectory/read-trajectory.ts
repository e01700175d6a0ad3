import { z } from 'zod'
import { findEarlierWords, hadSomebodyBefore } from '#db/earlier-words.ts'
import { listMatchRows, type MatchRow } from '#db/match.ts'
import { findTapering } from '#db/match-life.ts'
import { findTrajectoryPage } from '#db/trajectory-page.ts'
import { offersActivities } from '#domain/activity/activity.ts'
import { activityPolicy } from '#domain/activity/activity-policy.ts'
import { type ContactState, takesContacts } from '#domain/contact/contact.ts'
import { countVisits, inOrder } from '#domain/contact/contact-facts.ts'
import {
  contactLimitDays,
  daysWithoutContact,
  isAgreedAhead,
  isUnvisited,
} from '#domain/contact/without-contact.ts'
import { compareDays, type Day, readDay } from '#domain/day.ts'
import { type EarlierShown, isWalled, unasked } from '#domain/match/earlier-words.ts'
import { openMatchStates } from '#domain/match/match.ts'
import { goesByChild } from '#domain/measure/measure-day.ts'
import { measureMoments } from '#domain/measure/measure-moments.ts'
import type { Actor } from '#domain/member/actor.ts'
import { fullName } from '#domain/person/person.ts'
import { pregnancyOf } from '#domain/pregnancy/pregnancy.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { peopleOf } from '#domain/programme/people.ts'
import { movablePhases } from '#domain/programme/phases-now.ts'
import { worksWith } from '#domain/programme/works-with.ts'
import { rulesOf } from '#domain/signal/compiled-rules.ts'
import { attentionOf } from '#domain/trajectory/attention.ts'
import { mayStep, type TrajectoryState } from '#domain/trajectory/trajectory.ts'
import { trajectoryParts, trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { contactOf } from '#usecases/contact/contact-row.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { placeOfTrajectory } from '#usecases/group/place-of-trajectory.ts'
import { matchStateOf } from '#usecases/match/states.ts'
import { openName } from '#usecases/person/open-name.ts'
import { personFields } from '#usecases/person/person-file.ts'
import { openEvents } from '#usecases/pregnancy/pregnancy-file.ts'
import { openSafeContact } from '#usecases/safe-contact/read-safe-contact.ts'
import { signalOf } from '#usecases/signal/list-signals.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { careOf } from '#usecases/trajectory/care-of.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { doseOf } from '#usecases/trajectory/dose-of.ts'
import { stateOf } from '#usecases/trajectory/state-of.ts'
import { question } from '#usecases/use-case.ts'

/** More than anybody had; so many are looked at, the newest first. */
const mostMatches = 50

/** Everything the trajectory page shows, for whoever may see it: a worker gets the first name and no more. */
export const readTrajectory = question({
  name: 'read-trajectory',
  may: trajectoryPolicy.read,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, actor, today, zone } = work
    const found = await findTrajectoryPage(tx, actor, id)
    if (!found) throw new NotFound()
    const definition = definitionOf(work, found)
    const row = found.quiet_since ? quietRow(found, definition) : found
    aboutTrajectory(work, row)
    await work.vault.take([
      { owner: row.person_id, wrapped: row.wrapped },
      ...(row.child_id ? [{ owner: row.child_id, wrapped: row.child_wrapped }] : []),
      ...(row.worker_person_id ? [{ owner: row.worker_person_id, wrapped: row.worker_wrapped }] : []),
    ])
    const contacts = inOrder(
      row.contacts.map((one) => ({
        ...contactOf(one),
        // Only who calls off for her makes it matter on which day that was written down.
        loggedOn:
          one.cancelled_by === 'partner' && one.logged_at
            ? Temporal.Instant.from(one.logged_at).toZonedDateTimeISO(zone).toPlainDate()
            : null,
      })),
    )
    const measures = measureMoments(
      row.measures.map(({ moment, state, due_on, taken_on }) => ({
        moment,
        state,
        dueOn: due_on,
        takenOn: taken_on,
      })),
    )
    const state = stateOf(row.state)
    const days =
      state === 'active'
        ? daysWithoutContact({ startedOn: row.started_on, lastContactOn: row.last_contact_on }, today)
        : null
    const limitDays = contactLimitDays(definition, row.phase)
    // Only for who waits too long otherwise does it matter whether that was agreed.
    const agreedAhead =
      isUnvisited(days, limitDays) && isAgreedAhead(definition, await agreedDue(work, id, contacts), today)
    const matches = await listMatchRows(tx, actor, { trajectoryIds: [id], limit: mostMatches })
    const name = openName(work, row.person_id, row.name_sealed)
    const worker = row.worker_person_id && openName(work, row.worker_person_id, row.worker_name_sealed)
    const seesAll = trajectoryPolicy.listCaseload(actor)
    const counted = countVisits(contacts)
    const planned = contacts.filter((one) => one.state === 'planned')
    const childBornOn = bornOn(work, row.child_id, row.child_birth_day_sealed)
    const pregnancy = pregnancyOf(
      row.pregnancy_id && row.pregnancy_sealed
        ? openEvents(work, row.person_id, row.pregnancy_id, row.pregnancy_sealed)
        : [],
    )
    const signals = row.signals.map((signal) =>
      signalOf(work, { ...row, ...signal, trajectory_id: row.id, ended_on: null }, signal.last),
    )
    return {
      id,
      version: row.version,
      personId: row.person_id,
      referralId: row.referral_id,
      /** How she may be reached stands before her number, always. */
      safeContact: await safeContactIn(work, row),
      phone: personFields.open(work.vault, row.person_id, row.person_id, 'phone_sealed', row.phone_sealed),
      name: name ? (seesAll ? fullName(name) : name.given) : '—',
      worker: worker && seesAll ? fullName(worker) : null,
      /** Somebody stood beside her before this worker: how much of what was written then she reads. */
      before: await beforeOf(work, id),
      match: openMatchIn(matches, actor),
      /** She rests and nobody stands beside her. */
      nobodyBeside: row.worker_person_id === null,
      programme: definition.label,
      people: peopleOf(definition),
      group: await placeOfTrajectory(work, row, definition),
      /** What she had beside her and in groups, month by month, where her programme has both. */
      dose: await doseOf(work, id, definition, contacts),
      hasActivities: offersActivities(definition) && activityPolicy.signUp(actor),
      phases: row.quiet_since ? [] : definition.phases.map((phase) => ({ id: phase.id, label: phase.label })),
      phase: definition.phases.find((phase) => phase.id === row.phase)?.label ?? null,
      /** When she was in which phase, of those that people or time set. */
      phaseSpans: row.quiet_since ? [] : spansOf(row, definition),
      /** When visits rested or wound down, and when nobody stood beside her. */
      care: row.started_on ? await careOf(work, row, matches) : [],
      moments: momentsIn(definition, row.quiet_since !== null).map(({ moment, label }) => ({
        moment,
        label,
      })),
      usualContacts: definition.contacts
        ? { min: definition.contacts.min.value, max: definition.contacts.max.value }
        : null,
      state,
      waitingSince: row.waiting_since,
      startedOn: row.started_on,
      endsOn: row.ends_on,
      closedOn: row.closed_on,
      closureReason:
        definition.closureReasons.find((reason) => reason.id === row.closure_reason)?.label ?? null,
      /** Something happened; who goes to see her hears it from a person first. */
      quiet: row.quiet_since !== null,
      childBornOn,
      /** Until the birth; nobody guesses one, so it may be past. */
      dueOn: childBornOn || row.quiet_since ? null : pregnancy.dueOn,
      /** How many children were born at once; 1 where only one is known. */
      childCount: Math.max(1, pregnancy.children.length),
      lastContactOn: row.last_contact_on,
      nextContactOn: row.next_contact_on,
      contactsDone: row.contacts_done,
      daysWithoutContact: days,
      limitDays,
      unvisited: isUnvisited(days, limitDays, agreedAhead),
      contacts: contacts.map((one) => ({ ...one, visitNumber: counted.get(one.number) ?? null })),
      /** The contact that is to be logged next: the first with a day agreed, or else the first that is due. */
      nextToLog: (planned.find(({ plannedOn }) => plannedOn) ?? planned[0])?.id ?? null,
      measures,
      signals,
      attention: attentionOf(
        {
          state,
          endsOn: row.ends_on,
          daysWithoutContact: days,
          limitDays,
          agreedAhead,
          nextContactOn: row.next_contact_on,
          contacts,
          // A worker takes no measures, so none wait for her.
          measures: seesAll ? measures.map((one) => ({ state: one.state, dueOn: one.on })) : [],
          signalled: rulesOf(definition)
            .rules.filter(({ rule }) => signals.some(({ ruleId }) => ruleId === rule.id))
            .flatMap(({ facts }) => facts),
        },
        today,
      ),
      works: worksWith(definition, state),
      abilities: abilitiesOf(actor, state, definition),
    }
  },
})
export type TrajectoryPage = Awaited<ReturnType<typeof readTrajectory>>

/** What this actor may do here and now; pages ask these and never look at roles. */
const abilitiesOf = (actor: Actor, state: TrajectoryState, { shape }: ProgrammeDefinition) => ({
  ...trajectoryParts(actor),
  plan: takesContacts(state) && trajectoryPolicy.planContacts(actor),
  log: takesContacts(state) && trajectoryPolicy.logContact(actor),
  seeNotes: trajectoryPolicy.logContact(actor),
  doIntake: state === 'intake' && trajectoryPolicy.doIntake(actor),
  // Where the group is the programme, nobody is put beside her.
  match: state === 'waiting' && shape.value !== 'closed_group' && trajectoryPolicy.match(actor),
  seeCaseload: trajectoryPolicy.listCaseload(actor),
  close: mayStep(state, 'close') && trajectoryPolicy.close(actor),
})

/** Phases counted in visits stand in the plan; the others are what was decided. */
const spansOf = ({ phase_spans }: PageRow, definition: ProgrammeDefinition) => {
  const movable = new Set(movablePhases(definition).map(({ id }) => id))
  return phase_spans.filter(({ phase }) => movable.has(phase))
}

/**
 * After a loss nothing about a child comes on the page, wherever it stands in the row: not her child's file, not the
 * phase that is named after it, not what was measured by its age, not what a visit was about.
 */
const quietRow = (row: PageRow, definition: ProgrammeDefinition): PageRow => {
  const named = new Set(momentsIn(definition, true).map(({ moment }) => moment))
  return {
    ...row,
    child_id: null,
    phase: null,
    // What was left out lies where a child would have had its birthdays.
    contacts: row.contacts
      .filter(({ state }) => state !== 'skipped')
      .map((contact) => ({ ...contact, phase: null, talk_sheet: null })),
    measures: row.measures.filter(({ moment }) => named.has(moment)),
  }
}
const momentsIn = ({ measures }: ProgrammeDefinition, quiet: boolean) =>
  measures.filter(({ when }) => !quiet || !goesByChild(when))

/** Her terms as they came along with the page's row. */
const safeContactIn = (
  work: Work,
  {
    person_id,
    terms_id,
    terms_sealed,
    terms_confirmed_on,
    terms_from_at,
  }: Pick<PageRow, 'person_id' | 'terms_id' | 'terms_sealed' | 'terms_confirmed_on' | 'terms_from_at'>,
) =>
  terms_id && terms_sealed && terms_confirmed_on && terms_from_at
    ? openSafeContact(work, {
        id: terms_id,
        person_id,
        terms_sealed,
        confirmed_on: terms_confirmed_on,
        from_at: terms_from_at,
      })
    : null
type PageRow = NonNullable<Awaited<ReturnType<typeof findTrajectoryPage>>>

/** Her child's file is another than hers, and reading in it is written down as such. */
function bornOn(work: Work, childId: string | null, sealed: Buffer | null): Day | null {
  if (!childId) return null
  work.about({ person: childId })
  const text = personFields.open(work.vault, childId, childId, 'birth_day_sealed', sealed)
  return text ? readDay(text) : null
}

/** What she chose, for a worker who came after somebody else; `null` for everybody else. */
async function beforeOf({ tx, orgId, actor }: Work, id: string): Promise<EarlierShown | null> {
  if (!isWalled(actor) || actor.kind !== 'member' || actor.workerId === null) return null
  if (!(await hadSomebodyBefore(tx, orgId, id, actor.workerId))) return null
  return (await findEarlierWords(tx, orgId, id))?.shown ?? unasked
}

/** The next visit that was agreed, where visits wind down; whoever may see the page sees the visits. */
async function agreedDue(
  { tx, orgId }: Work,
  id: string,
  contacts: readonly { state: ContactState; plannedOn: Day | null; dueUntil: Day }[],
): Promise<Day | null> {
  if (!(await findTapering(tx, orgId, id))) return null
  const [first] = contacts
    .filter(({ state }) => state === 'planned')
    .map(({ plannedOn, dueUntil }) => plannedOn ?? dueUntil)
    .sort(compareDays)
  return first ?? null
}

/** The match that is open here, if this reader may see it: where it stands and the days that matter. */
function openMatchIn(matches: readonly MatchRow[], actor: Actor) {
  const match = matches.find(({ state }) => openMatchStates.some((open) => open === state))
  return match
    ? {
        id: match.id,
        state: matchStateOf(match),
        /** Hers, who asks: it has a page in her own words. */
        own: isWalled(actor),
        introductionOn: match.introduction_on,
        trialUntil: match.trial_until,
        pausedUntil: match.paused_until,
        lastVisitOn: match.last_visit_on,
        lastVisitHeld: match.last_visit_held_on !== null,
      }
    : null
}
