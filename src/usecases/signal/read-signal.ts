import { z } from 'zod'
import { findSignal, listSignalSteps } from '#db/signal.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { explain } from '#domain/programme/explain.ts'
import type { Facts } from '#domain/programme/expression.ts'
import { factsOn } from '#domain/signal/case-facts-on.ts'
import { rulesOf } from '#domain/signal/compiled-rules.ts'
import { asideReasons, deedsFor, mostSnoozeDays, snoozeReasons } from '#domain/signal/signal.ts'
import { signalPolicy } from '#domain/signal/signal-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { readNames } from '#usecases/person/read-names.ts'
import { signalOf } from '#usecases/signal/list-signals.ts'
import { readCases } from '#usecases/signal/read-cases.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { question } from '#usecases/use-case.ts'

/** One signal with its explanation: the rule, the facts it rests on as they are now, and all that was done. */
export const readSignal = question({
  name: 'read-signal',
  may: signalPolicy.read,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, actor, orgId, today } = work
    const row = await findSignal(tx, actor, id)
    if (!row) throw new NotFound()
    const seesName = signalPolicy.seesName(actor)
    work.about({ trajectory: row.trajectory_id, ...(seesName ? { person: row.person_id } : {}) })
    const steps = await listSignalSteps(tx, orgId, [id])
    const signal = signalOf(work, row, steps[0])
    const definition = work.programmes.find(row.programme_id, row.programme_version)
    const compiled = definition && rulesOf(definition)
    const rule = compiled?.rules.find((one) => one.rule.id === row.rule_id)
    const [found] = definition ? await readCases(work, definition, [row.trajectory_id]) : []
    const facts = definition && rule && found ? factsOn(definition, rule.facts, found.sources, today) : {}
    const members = await whoDid(
      work,
      steps.map((step) => step.taken_by),
    )
    const open = row.ended_on === null
    const decides = open && signalPolicy.decideThis(actor, signal.owner)
    const names = seesName ? await readNames(work, [row.person_id]) : new Map<string, string>()
    return {
      ...signal,
      version: row.version,
      name: names.get(row.person_id) ?? null,
      rule: rule
        ? {
            when: rule.rule.when,
            prov: rule.rule.prov,
            source: definition?.sources[rule.rule.ref ?? ''] ?? null,
          }
        : null,
      /** Why the rule holds, in each language; once it ended, what is so now. */
      why: definition && rule ? whyIn(definition, rule.rule.when, facts) : null,
      steps: steps.map(({ kind, code, until_day, taken_on, taken_by }) => ({
        kind,
        code,
        until: until_day,
        on: taken_on,
        by: members.get(taken_by) ?? null,
      })),
      abilities: {
        openTrajectory: seesName,
        answer:
          open && signalPolicy.answerThis(actor, signal.owner) && rule ? deedsFor(rule.rule, rule.facts) : [],
        snooze: decides ? { reasons: snoozeReasons, mostDays: mostSnoozeDays[signal.severity] } : null,
        setAside:
          decides && signal.severity === 'block' && rule?.rule.overridable && signalPolicy.setAside(actor)
            ? asideReasons
            : [],
      },
    }
  },
})

const whyIn = (definition: ProgrammeDefinition, when: string, facts: Facts) => ({
  nl: explain(definition, when, facts, 'nl').reasons.map(({ text }) => text),
  en: explain(definition, when, facts, 'en').reasons.map(({ text }) => text),
})

export type SignalPage = Awaited<ReturnType<typeof readSignal>>
