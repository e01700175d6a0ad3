import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Actor, MemberActor } from '#domain/member/actor.ts'
import { type Role, roles } from '#domain/member/role.ts'
import { ProofNeeded } from '#usecases/failure.ts'
import type { UseCase } from '#usecases/use-case.ts'
import { type OneOfEach, oneOfEach } from '../testing/one-of-each.ts'
import { tappedContext } from '../testing/tapped-vault.ts'
import { openWorld, type World } from '../testing/world.ts'
import { inputsWithIds, ownInputs } from './inputs-by-use-case.ts'
import { whoWasRead } from './who-was-read.ts'

interface Found {
  readonly file: string
  readonly exported: string
  readonly call: UseCase
  readonly name: string
  readonly kind: 'command' | 'question'
}

const isUseCase = (value: unknown): value is UseCase =>
  typeof value === 'function' && 'useCase' in value && typeof value.useCase === 'object'

const found: Found[] = []
for (const file of globSync('src/usecases/**/*.ts').sort()) {
  if (file.endsWith('.test.ts')) continue
  const module: Record<string, unknown> = await import(pathToFileURL(path.resolve(file)).href)
  for (const [exported, value] of Object.entries(module))
    if (isUseCase(value))
      found.push({ file, exported, call: value, name: value.useCase.name, kind: value.useCase.kind })
}
const useCase = (name: string): Found => {
  const one = found.find((candidate) => candidate.name === name)
  if (!one) throw new Error(`no use case ${name}`)
  return one
}

/** Files with more than one use case: two that differ in one thing and share the rest. */
const shared: Record<string, readonly string[]> = {
  'src/usecases/audit/list-access.ts': ['list-access', 'export-access'],
  'src/usecases/member/invite-member.ts': ['invite-member', 'invite-again'],
  'src/usecases/member/list-members.ts': ['list-members', 'read-member'],
}

describe('a use case', () => {
  test('is found', () => {
    expect(found.length).toBeGreaterThan(90)
  })
  test('is called as its file, in words that say what is done', () => {
    const wrong = found.filter(
      ({ file, name }) => path.basename(file, '.ts') !== name && !shared[file]?.includes(name),
    )
    expect(wrong.map(({ file, name }) => `${file}: ${name}`)).toEqual([])
    expect(found.filter(({ name }) => !/^[a-z]+(-[a-z]+)+$/.test(name))).toEqual([])
  })
  test('has a name of its own', () => {
    const names = found.map(({ name }) => name)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })
  test('is used by a test', () => {
    const tests = globSync('{src,seeds,house,e2e,testing}/**/*.{ts,tsx}')
      .filter((file) => /\.test\.tsx?$|^testing\//.test(file) && !file.startsWith('house/use-cases'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n')
    const steps = globSync('seeds/*.ts')
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n')
    const lonely = found.filter(({ exported }) => !new RegExp(`\\b${exported}\\b`).test(tests + steps))
    expect(lonely.map(({ file }) => file)).toEqual([])
  })
  test('is the only way into the database', () => {
    const doors = globSync('src/{usecases,pages,api}/**/*.{ts,tsx}')
      .filter((file) => !/\.test\.tsx?$/.test(file))
      .filter((file) => /\.transaction\(\)/.test(readFileSync(file, 'utf8')))
    // Making an organisation comes before there is one to enter; its file says who may and leaves the trace.
    expect(doors.sort()).toEqual([
      'src/usecases/organisation/create-organisation.ts',
      'src/usecases/use-case.ts',
    ])
  })
})

const letters: Record<Role, string> = {
  administrator: 'A',
  coordinator: 'C',
  worker: 'W',
  safeguarding_lead: 'S',
  programme_manager: 'M',
  referrer: 'R',
  privacy_officer: 'P',
}
const somebody = (role: Role): MemberActor => ({
  kind: 'member',
  orgId: '01930000-0000-7000-8000-000000000001',
  memberId: '01930000-0000-7000-8000-000000000002',
  roles: [role],
  workerId: role === 'worker' ? '01930000-0000-7000-8000-000000000003' : null,
})
const others: readonly { label: string; actor: Actor }[] = [
  { label: 'form', actor: { kind: 'visitor', orgId: '', door: 'self' } },
  { label: 'form to join', actor: { kind: 'visitor', orgId: '', door: 'applicant' } },
  {
    label: 'system with a key',
    actor: { kind: 'service', orgId: '', serviceId: '', scopes: ['referral.create', 'referral.read'] },
  },
  { label: 'Naast', actor: { kind: 'system', orgId: '', job: 'test' } },
]

describe('authority', () => {
  test('is this: who may ask what, before what she may see narrows it further', () => {
    const width = Math.max(...found.map(({ name }) => name.length))
    const lines = found
      .map(({ name, call }) => {
        const { may } = call.useCase
        const those = roles.map((role) => (may(somebody(role)) ? letters[role] : '.')).join(' ')
        const more = others.flatMap(({ label, actor }) => (may(actor) ? [label] : []))
        return [name.padEnd(width), those, ...more].join('  ')
      })
      .sort()
    expect(`\n${lines.join('\n')}\n`).toMatchInlineSnapshot(`
      "
      accept-group-composition       . C . . . . .
      accept-invitation              . . . . . . .  Naast
      accept-referral                . C . . . . .
      act-on-signal                  . C W S M . .
      add-authority                  . . . . . . P
      add-candidate                  . C . . . . .
      add-contact                    . C W . . . .
      add-document                   . C W . . . .
      add-help-offer                 A C . . . . .
      add-identity-provider          A . . . . . .
      add-member                     . . . . . . .  Naast
      add-plan-action                . C W . . . .
      add-plan-goal                  . C W . . . .
      add-receipt                    . . W . . . .
      add-supporter                  . C W . . . .
      add-to-concern                 . C W S . . .
      allow-calendars                A . . . . . .
      answer-after-match             . C . . . . .
      answer-concern                 . C . S . . .
      answer-exchange                . . . S . . .
      answer-follow-up               . C . . . . .
      answer-lift                    . . . S . . P
      answer-match                   . C W . . . .
      answer-own-device              . . . . . . .
      answer-payout                  A . . . M . .
      answer-retention               . . . . M . P
      answer-role-approval           A . . . M . P
      answer-small-start             . . . . M . .
      answer-trial                   . C W . . . .
      apply-as-worker                . . . . . . .  form to join
      approve-child-request          . . . S . . P
      approve-expenses               . C . . . . .
      approve-person-request         . . . S . . P
      arrange-handover               . C W . . . .
      arrange-session                . C W . . . .
      ask-aftercare                  . C W S . . .
      ask-arrangement                . C W . . . .
      ask-call-back                  . C W . . . .
      ask-composition-what-if        . C . . . . .
      ask-consultation               . C W . . . .
      ask-erasure                    . C . S . . .
      ask-exception                  . C . . . . .
      ask-lift                       . C . S . . P
      ask-next-colleague             . . . . . . .  Naast
      ask-passkeys                   A . . . . . .
      ask-phone                      . . . . . . .  Naast
      ask-recovery                   A C W S M R P
      ask-retention                  . . . . M . P
      ask-small-start                . C . . . . .
      ask-what-if                    . C . . . . .
      attach-document                . C . S . . .
      authorise-requester            . . . . . . P
      begin-import                   . C . . . . .
      begin-lone-visit               . . W . . . .
      begin-own-sheet                . C . . M . .
      begin-phone                    . . W . . . .
      begin-programme                A . . . M . .
      break-glass                    A C W S M . .
      bring-back-contact             . C W . . . .
      bring-newer-version            A . . . M . .
      cancel-activity-meeting        . C . . . . .
      cancel-session                 . C . . . . .
      cancel-sign-up                 . C W . . . .
      cancel-supervision             . C . . . . .
      cancel-training                . C . . M . .
      certify-training               . C . . M . .
      change-aligned-offer           . C . . . . .
      change-around                  . C . S . . .
      change-consent                 . C . S . . .
      change-group                   . C . . . . .
      change-group-offer             . C . . . . .
      change-help-offer              A C . . . . .
      change-matching-meeting        . C . . . . .
      change-network-organisation    A C . . . . .
      change-organisation            A . . . . . .
      change-own-account             . . W . . . .
      change-own-file                . . W . . . .
      change-programme-draft         A . . . M . .
      change-roles                   A . . . . . .
      change-supporter               . C W . . . .
      change-team                    A C . . . . .
      change-training-seats          . C . . M . .
      change-wishes                  . C . . . . .
      change-worker                  . C . . . . .
      check-care                     . C . . . . .
      check-collisions               . . . . . . .  Naast
      check-handover                 . C . . . . .
      check-recovery                 A C . . . . .
      check-red-flags                . C W S . . .
      check-relations                . . W . . . .
      check-seals                    . . . . . . P  Naast
      choose-earlier-words           . C . . . . .
      choose-language                A C W S M R P
      choose-way-on                  . C . . . . .
      close-concern                  . C . S . . .
      close-incident                 . C . S . . .
      close-lone-alert               . C . S . . .
      close-meldcode                 . C W S . . .
      close-trajectory               . C . . . . .
      complete-intake                . C . . . . .
      confirm-contact                . C W . . . .
      confirm-exchange               . . . . M . P
      correct-birth                  . C W . . . .
      correct-contact                . C W . . . .
      count-choices-otherwise        . C . . M . .
      count-due-messages             . . . . . . .  Naast
      count-group-evaluations        . C . . M . .
      create-service                 A . . . . . .
      create-team                    A C . . . . .
      decide-erasure                 . . . . . . P
      decide-exception               . . . S M . .
      decide-meldcode                . C W S . . .
      decide-programme-draft         A . . . M . .
      decide-referral                . C . . . . .
      decide-removal                 . . . . . . P
      decline-expense                . C . . . . .
      decline-measure                . C . . . . .
      deliver-child-copy             . . . . . . P
      deliver-person-copy            . . . . . . P
      destroy-instrument-texts       A . . . M . .
      destroy-receipt                . . . . . . .  Naast
      discard-import                 . C . . . . .
      download-leftovers             . C . . . . .
      download-shared-file           . C . S . . .
      drop-draft                     . C W . . . .
      drop-from-shortlist            . C . . . . .
      drop-group-composition         . C . . . . .
      drop-handover                  . C W . . . .
      drop-matching-meeting          . C . . . . .
      drop-report-release            . . . . M . P
      end-aftercare                  . C W S . . .
      end-around                     . C . S . . .
      end-avoidance                  . . W . . . .
      end-break-glass                A C W S M . .
      end-calendar                   . . W . . . .
      end-child-request              . . . S . . P
      end-deputy                     . C . . M . .
      end-exchange                   . . . S M . P
      end-group                      . C . . . . .
      end-help-offer                 A C . . . . .
      end-hold                       . . . S . . P
      end-identity-provider          A . . . . . .
      end-lone-visit                 . . W . . . .
      end-match                      . C . . . . .
      end-match-well                 . C . . . . .
      end-member                     A . . . . . .
      end-network-organisation       A C . . . . .
      end-never-alone                . C . S . . .
      end-own-sheet                  . C . . M . .
      end-person-request             . . . . . . P
      end-phone                      A C W . . . .
      end-place                      . C . . . . .
      end-plan-action                . C W . . . .
      end-service                    A . . . . . .
      end-supporter                  . C W . . . .
      end-team                       A C . . . . .
      end-waiver                     . . . . M . .
      end-webhook                    A . . . . . .
      enrol-in-training              . C W . M . .
      enrol-place                    . C . . . . .
      enter-own-device               . . . . . . .
      evaluate-signals               . . . . . . .  Naast
      export-access                  . . . . . . P
      export-exchange                . . . S . . .
      export-payout                  A . . . M . .
      extend-child-request           . . . . . . P
      extend-lone-visit              . . W . . . .
      extend-person-request          . . . . . . P
      extend-trajectory              . C . . . . .
      fill-adversity-grid            . C W . . . .
      find-concerns-to-ask           . . . . . . .  Naast
      find-due-phases                . . . . . . .  Naast
      find-due-signals               . . . . . . .  Naast
      find-due-webhooks              . . . . . . .  Naast
      find-exchange-due              . . . . . . .  Naast
      find-help-for                  . C . . . . .
      find-identity                  . . . . . . .  Naast
      find-lone-visits-due           . . . . . . .  Naast
      find-old-lines                 . . . . . . .  Naast
      find-person-asked              . . . . . . P
      find-retention-due             . . . . . . .  Naast
      find-unchecked                 . . . . . . .  Naast
      find-unsealed                  . . . . . . .  Naast
      finish-task                    . C . S . . .
      follow-own-referrals           . . . . . R .
      follow-referral                . . . . . . .  system with a key
      follow-sent-referrals          . . . . . . .  system with a key
      follow-time                    . . . . . . .  Naast
      hand-over-duties               . . . . M . .
      hand-over-match                . C . . . . .
      hand-over-meldcode             . C W S . . .
      hear-from-agency               . C W S . . .
      hold-activity-meeting          . C W . . . .
      hold-entry                     . . W . . . .
      hold-handover                  . C W . . . .
      hold-hidden                    . . . . . . P
      hold-last-visit                . C . . . . .
      hold-session                   . C W . . . .
      identify-person                . . . . . . P
      identify-requester             . . . . . . P
      import-exchange                . . . S . . .
      import-postcodes               A . . . . . .  Naast
      import-programme               A . . . M . .
      import-travel-times            A . . . . . .  Naast
      invite-again                   A . . . . . .
      invite-member                  A . . . . . .
      join-team                      A C . . . . .
      judge-child-request            . . . S . . .
      keep-coordinator-hours         . . . . M . .
      keep-on-shortlist              . C . . . . .
      keep-permission                A . . . M . .
      key-second-time                . C . . . . .
      leave-own-device               . . . . . . .
      leave-team                     A C . . . . .
      leave-training                 . C W . M . .
      lengthen-trial                 . C . . . . .
      let-go-plan-goal               . C W . . . .
      limit-break-glass              . . . . . . P
      link-identity                  . . . . . . .  Naast
      link-referrer                  A C . . . . .
      list-access                    . . . . . . P
      list-activities                . C W . . . .
      list-activities-for            . C W . . . .
      list-around                    . C . S . . .
      list-arrangements              . C W S . . .
      list-avoidances                . . . S . . .
      list-break-glasses             . . . . . . P
      list-candidates                . C . . . . .
      list-caseload                  . C . S . . .
      list-cases                     . C . S . . .
      list-cast                      . . . . . . .  Naast
      list-check-ins                 . C . . . . .
      list-child-requests            . . . S . . P
      list-collisions                . . . S M . .
      list-consents                  . C . S . . .
      list-consultations             . C W S . . .
      list-documents                 . C W S . . .
      list-duties                    . C . . M . .
      list-erased                    . . . . . . .  Naast
      list-erasures                  . C . S . . P
      list-exchanges                 . . . S M . P
      list-expenses                  . C . . . . .
      list-file-access               . C . S . . .
      list-file-locks                . . . S . . P
      list-file-locks-of             . C . S . . P
      list-group-compositions        . C . . . . .
      list-groups                    . C W . . . .
      list-handovers                 . C W S . . .
      list-held                      . C W . . . .
      list-identity-providers        A C W S M R P
      list-imports                   . C . . . . .
      list-incidents                 . C . S M . .
      list-instruments               A C . S M . .
      list-loads                     . C . . M . .
      list-lone-visits               . C . S . . .
      list-matches-of                . C . . . . .
      list-matching-meetings         . C . . . . .
      list-measures                  . C . . . . .
      list-meldcodes                 . C W S . . .
      list-members                   A . . . . . .
      list-messages                  . C . . . . .
      list-my-aligned-offers         . . W . . . .
      list-my-check-ins              . . W . . . .
      list-my-contacts               . . W . . . .
      list-my-joint-visits           . . W . . . .
      list-my-proposals              . . W . . . .
      list-my-supervision            . . W . . . .
      list-my-teams                  . . W . . . .
      list-network-organisations     A C . . . . .
      list-on-call                   . C . S M . .
      list-outliers                  . . . . . . P
      list-own-aftercare             . . W . . . .
      list-own-sheets                . C . . M . .
      list-party-cases               . C . S . . .
      list-payouts                   A . . . M . .
      list-person-requests           . . . S . . P
      list-phones                    A C W . . . .
      list-plan-parts                . C . S . . .
      list-programme-shelf           A . . . M . .
      list-programmes                A C W S M R P  form  form to join  system with a key  Naast
      list-recoveries                A C W S M R P
      list-referrals                 . C . . . . .
      list-referrers                 A C . . . . .
      list-removals                  . . . . . . P
      list-report-parts              . C . S . . .
      list-report-releases           . . . . M . P
      list-role-approvals            A . . . M . P
      list-services                  A . . . . . .
      list-sharings                  . C . S . . .
      list-shredded-accounts         . . . . . . .  Naast
      list-signals                   . C W S M . .
      list-supervision               . C . . . . .
      list-team-work                 . . W . . . .
      list-teams                     A C . . . . .
      list-trainings                 . C W . M . .
      list-unlinked-workers          A . . . . . .
      list-used-sheets               . C W . . . .
      list-version-moves             . C . . . . .
      list-waiting                   . C . . . . .
      list-webhooks                  A . . . . . .
      list-worker-texts              . C W . M . .
      list-workers                   . C . . M . .
      load-boundaries                A . . . . . .
      load-instrument-texts          A . . . M . .
      load-names                     . . . . . . .  Naast
      load-sheets                    . C . . M . .
      log-contact                    . C W . . . .
      look-for-somebody-again        . C . . . . .
      look-through                   . C . S . . .
      look-through-child-copy        . . . . . . P
      look-through-person-copy       . . . . . . P
      make-calendar                  . . W . . . .
      make-payout                    A . . . M . .
      map-import                     . C . . . . .
      mark-attendance                . C W . . . .
      mark-home                      . C . . . . .
      mark-own-home                  . . W . . . .
      mark-rest-present              . C W . . . .
      miss-check-in                  . C . . . . .
      move-aftercare                 . C . S . . .
      move-aligned-meeting           . C . . . . .
      move-in-composition            . C . . . . .
      move-phases                    . C W . . . .
      move-session                   . C W . . . .
      move-to-version                . C . . . . .
      move-trajectory                . C . . . . .
      name-deputy                    . C . . M . .
      name-in-meldcode               . C W S . . .
      note-children-along            . C W . . . .
      note-material                  . C W . . . .
      note-session                   . . W . . . .
      offer-exchange                 . . . S . . .
      offer-programme                A . . . M . .
      open-document                  . C W S . . P
      open-group-composition         . C . . . . .
      open-lone-address              . C . S . . .
      open-matching-meeting          . C . . . . .
      open-meldcode                  . C W S . . .
      open-own-device                . C . . . . .
      open-receipt                   . C W . . . .
      open-way-out                   . . . . . . .
      pause-match                    . C . . . . .
      pause-webhook                  A . . . . . .
      place-hold                     . C . S . . .
      plan-activity                  . C . . . . .
      plan-aligned-offer             . C . . . . .
      plan-contact                   . C W . . . .
      plan-group                     . C . . . . .
      plan-introduction              . C . . . . .
      plan-make-up                   . C W . . . .
      plan-series                    . C W . . . .
      plan-supervision               . C . . . . .
      plan-training                  . C . . M . .
      plan-worker-talk               . C . . . . .
      prepare-child-copy             . . . . . . P
      prepare-concern                . C W S . . .
      prepare-document               . C W . . . .
      prepare-erasure                . C . S . . .
      prepare-figures                . . . . M . .
      prepare-letter                 . C . . . . .
      prepare-own-device             . C . . . . .
      prepare-person-copy            . . . . . . P
      prepare-place                  . . W . . . .
      prepare-receipt                . . W . . . .
      preview-end-report             . C . S . . .
      preview-import                 . C . . . . .
      preview-plan                   . C . S . . .
      preview-series                 . C W . . . .
      print-letter                   . C . . . . .
      propose-match                  . C . . . . .
      propose-visit-moments          . C W . . . .
      publish-matching-meeting       . C . . . . .
      publish-own-sheet              . C . . M . .
      publish-worker-text            . . . . M . .
      put-away                       . . . . . . .  Naast
      put-on-call                    . C . . M . .
      quiet-trajectory               . C W . . . .
      raise-concern                  . C W S . . .
      raise-measure-alarm            . C . . . . .
      rank-for-woman                 . C . . . . .
      read-accreditation             . C . . M . .
      read-activity                  . C W . . . .
      read-activity-meeting          . C W . . . .
      read-activity-terms            . C . . . . .
      read-adversity-grid            . C W S . . .
      read-aftercare                 . C . S . . .
      read-aligned-offers            . C . . . . .
      read-around                    . C . S . . .
      read-break-glass               . . . . . . P
      read-calendar                  . . W . . . .
      read-calendar-rule             A . . . . . .
      read-check-in                  . C . . . . .
      read-child-copy                . . . S . . P
      read-child-request             . . . S . . P
      read-circle                    . C W S . . .
      read-circle-paper              . C W . . . .
      read-closing                   . C . . . . .
      read-collision                 . . . S M . .
      read-commitments               . C W S . . .
      read-concern                   . C W S . . .
      read-contact                   . C W . . . .
      read-contact-terms             . C W . . . .
      read-coordinator-hours         . . . . M . .
      read-course                    . C W S . . .
      read-document                  . C W S . . P
      read-draft                     . C W . . . .
      read-end-report                . C W S . . .
      read-end-report-paper          . C W . . . .
      read-erasure                   . C . S . . P
      read-exception                 . C . S M . .
      read-exchange                  . . . S M . P
      read-expense-month             . C . . . . .
      read-expense-terms             A C . . M . .
      read-figures                   . C . S . . .
      read-file-lock                 . C . S . . P
      read-funding-split             . . . . M . .
      read-glass-file                A C W S M . .
      read-going-in                  . . W . . . .
      read-group                     . C W . . . .
      read-group-composition         . C . . . . .
      read-group-offer               . C . . . . .
      read-group-terms               . C . . . . .
      read-held                      . C W . . . .
      read-help-offer                A C . . . . .
      read-import                    . C . . . . .
      read-import-columns            . C . . . . .
      read-import-result             . C . . . . .
      read-incident                  . C . S M . .
      read-intake                    . C . . . . .
      read-invitation                . . . . . . .  Naast
      read-last-anchor               . . . . . . P  Naast
      read-learning-record           . C W . M . .
      read-letter                    . C . S . . .
      read-lock-choices              . C . S . . P
      read-lone-alert                . C . S . . .
      read-lone-opening              . . . . . . P
      read-match                     . C . . . . .
      read-matching-meeting          . C . . . . .
      read-meldcode                  . C W S . . .
      read-member                    A . . . . . .
      read-messages-to-her           . C W . . . .
      read-my-lone-visit             . . W . . . .
      read-my-match                  . . W . . . .
      read-my-milestone              . . W . . . .
      read-my-week                   . . W . . . .
      read-network-organisation      A C . . . . .
      read-never-alone               . C . S . . .
      read-organisation              A . . . . . .
      read-outcomes                  . C . . M . .
      read-own-calendar              . . W . . . .
      read-own-device                . . . . . . .
      read-own-expenses              . . W . . . .
      read-own-file                  . . W . . . .
      read-own-sheet                 . C . . M . .
      read-pack                      . . W . . . .
      read-paper-questions           . C . . . . .
      read-party-waits               . C . S . . .
      read-payout                    A . . . M . .
      read-person-copy               . . . S . . P
      read-person-request            . . . S . . P
      read-place                     . C W . . . .
      read-placement                 . C . . . . .
      read-plan                      . C W S . . .
      read-printed-letter            . C . . . . .
      read-programme                 A C W S M . .
      read-programme-draft           A . . . M . .
      read-programme-impact          A . . . M . .
      read-referral                  . C . . . . .
      read-removal                   . . . . . . P
      read-report-release            . . . . M . P
      read-retention                 . . . . M . P
      read-safety                    . C W S . . .
      read-safety-card               . C . S . . .
      read-second-keying             . C . . . . .
      read-series                    . C . S . . .
      read-session                   . C W . . . .
      read-session-sheet             . C W . . . .
      read-sheet                     . C . S . . .
      read-sign-in-providers         . . . . . . .  Naast
      read-signal                    . C W S M . .
      read-small-start               . C . . M . .
      read-steering-figures          . C . S M . .
      read-subsidy-statement         . C . . M . .
      read-supervision               . C . . . . .
      read-task                      . C . S . . .
      read-team                      A C . . . . .
      read-team-week                 . C . . . . .
      read-training                  . C . . M . .
      read-trajectory                . C W S . . .
      read-visit-sheet               . C W S . . .
      read-visitor                   . . . . . . .  Naast
      read-way-out                   . . W . . . .
      read-webhook                   A . . . . . .
      read-worker                    . C W . M . .
      read-worklist                  . C . S M . P
      recognise-calendar             . . . . . . .  Naast
      recognise-service              . . . . . . .  Naast
      recompose-groups               . C . . . . .
      record-around                  . C . S . . .
      record-birth                   . C W . . . .
      record-care                    . C . . . . .
      record-due-date                . C W . . . .
      record-gate                    . C . . . . .
      record-incident                . C . S . . .
      record-kindcheck               . C . S . . .
      record-meldcode-step           . C W S . . .
      record-reliance                . C W . . . .
      record-sign-in                 . . . . . . .  Naast
      record-supervision             . C . . . . .
      record-training                A C . . . . .
      record-training-attendance     . C . . M . .
      register-child-request         . . . S . . P
      register-network-organisation  A C . . . . .
      register-person-request        . . . S . . P
      register-webhook               A . . . . . .
      register-worker                . C . . . . .
      release-report                 . . . . M . P
      remove-document                . C W S . . P
      remove-old-lines               . . . . . . .  Naast
      remove-receipt                 . . W . . . .
      replan-matching-meeting        . C . . . . .
      replay-erasures                . . . . . . .  Naast
      report-meldcode                . C W S . . .
      resume-match                   . C . . . . .
      resume-webhook                 A . . . . . .
      return-payment                 A . . . M . .
      review-break-glass             . . . . . . P
      review-lone-opening            . . . . . . P
      review-plan                    . C W . . . .
      review-red-flags               . C . S . . .
      rotate-service                 A . . . . . .
      rotate-webhook                 A . . . . . .
      rule-avoidance                 . . . S . . .
      rule-collision                 . . . S M . .
      run-import                     . C . . . . .
      save-draft                     . C W . . . .
      save-intake                    . C . . . . .
      seal-audit                     . . . . . . .  Naast
      search-people                  . C W S . . .
      set-expense-rate               A . . . M . .
      set-expense-terms              A . . . M . .
      set-file-lock                  . C . S . . P
      set-funding-split              . . . . M . .
      set-lone-words                 . . W . . . .
      set-never-alone                . C . S . . .
      set-offline                    A . . . . . .
      set-on-call-number             . C . . M . .
      set-own-device                 A . . . . . .
      set-safe-contact               . C . S . . .
      set-signal-aside               . C . S M . .
      settle-delivery                . . . . . . .  Naast
      settle-entry                   . C W . . . .
      settle-hidden                  . . . . . . .  Naast
      settle-letter                  . C . . . . .
      settle-make-up                 . C W . . . .
      settle-message                 . . . . . . .  Naast
      settle-notice                  . C . S . . .
      settle-payout                  A . . . M . .
      settle-worker-talk             . C . . . . .
      share-end-report               . C . S . . .
      share-plan                     . C . S . . .
      share-with-party               . C . S . . .
      show-access                    . C . S . . P
      show-safe-contact              . C W S . . .
      show-shortlist                 . C . . . . .
      show-wishes                    . C . . . . .
      sign-up-for-activity           . C W . . . .
      sign-worker-text               . . W . . . .
      skip-contact                   . C W . . . .
      snooze-signal                  . C W S M . .
      start-import                   . C . . . . .
      start-match                    . C . . . . .
      step-arrangement               . C W . . . .
      step-consultation              . C W . . . .
      step-end-report                . C W . . . .
      step-group                     . C . . . . .
      step-notice                    . C . S . . .
      step-plan                      . C W . . . .
      step-programme-draft           A . . . M . .
      step-worker                    . C . . . . .
      stop-activity                  . C . . . . .
      stop-aligned-offer             . C . . . . .
      stop-own-device                . C . . . . .
      stop-programme                 A . . . M . .
      stop-recovery                  A C W S M R P
      stop-tapering                  . C . . . . .
      submit-referral                . C . . . R .  form  system with a key
      switch-reminders-off           . C W . . . .
      switch-reminders-on            . C W . . . .
      take-back-birth                . C . . . . .
      take-check-in                  . C W . . . .
      take-due-delivery              . . . . . . .  Naast
      take-due-messages              . . . . . . .  Naast
      take-entry                     . . W . . . .
      take-measure                   . C . . . . .
      take-measure-file              . C . . . . .
      take-off-call                  . C . . M . .
      take-out                       . . . . . . P
      take-up-concern                . C . S . . .
      take-up-lone-alert             . C . S . . .
      taper-match                    . C . . . . .
      tell-avoidance                 . . W . . . .
      tell-away                      . C W . . . .
      tell-group-place               . C W . . . .
      tell-helper                    . . W . . . .
      tend-exchange                  . . . . . . .  Naast
      test-webhook                   A . . . . . .
      turn-lone-visit                . . . . . . .  Naast
      undo-composition-move          . C . . . . .
      undo-import                    . C . . . . .
      undo-meeting-change            . C . . . . .
      unlink-identity                A C W S M R P
      unname-in-meldcode             . C W S . . .
      unquiet-trajectory             . C . . . . .
      waive-gate                     . . . . M . .
      weigh-file-lock                . C . S . . P
      weigh-workers                  . C . . . . .
      withdraw-away                  . C W . . . .
      withdraw-erasure               . C . S . . .
      withdraw-expense               . . W . . . .
      withdraw-invitation            A . . . . . .
      withdraw-match                 . C . . . . .
      withdraw-permission            A . . . M . .
      write-end-report               . C W . . . .
      write-meeting-note             . C . . . . .
      write-own-sheet                . C . . M . .
      write-safety-plan              . C . S . . .
      "
    `)
  })
  test('is nobody’s who has no role at all, but over her own language', () => {
    const nobody: MemberActor = { ...somebody('worker'), roles: [], workerId: null }
    expect(found.filter(({ call }) => call.useCase.may(nobody)).map(({ name }) => name)).toEqual([
      'choose-language',
    ])
  })
})

let world: World
let here: OneOfEach
let elsewhere: OneOfEach
beforeAll(async () => {
  world = await openWorld()
  here = await oneOfEach(world)
  elsewhere = await oneOfEach(world, world.otherOrgId)
}, 300_000)
afterAll(() => world?.close())

const trail = async (): Promise<{ event: string; outcome: string; actor_id: string | null }[]> =>
  (
    await world.owner.query(
      `select event, outcome, actor_id from audit_event where org_id = $1 order by id desc limit 1`,
      [world.orgId],
    )
  ).rows
const countTrail = async (): Promise<number> =>
  (await world.owner.query(`select count(*)::int as n from audit_event where org_id = $1`, [world.orgId]))
    .rows[0].n

/** Asks, and says what came of it and what the access log has to say about that. */
async function asked(one: Found, actor: Actor, input: unknown = {}) {
  const before = await countTrail()
  const answer = await one.call(world.context, actor, input).then(
    () => 'let in',
    (error: unknown) => (error instanceof Error ? error.name : String(error)),
  )
  const [line] = await trail()
  return { answer, lines: (await countTrail()) - before, line }
}
const refused = (name: string, actorId: string | null) => ({
  answer: 'Forbidden',
  lines: 1,
  line: { event: name, outcome: 'denied', actor_id: actorId },
})

describe('every use case refuses, and keeps that it was tried,', () => {
  test('all of them: a member of another organisation who says she is of this one', async () => {
    const stranger = await world.member(roles, world.otherOrgId)
    const claimed = { ...stranger, orgId: world.orgId, workerId: here.workerId }
    for (const one of found) expect(await asked(one, claimed)).toEqual(refused(one.name, claimed.memberId))
  })
  test.each(found)('$name: every role that it is not for, also when more is claimed', async (one) => {
    for (const role of roles) {
      const member = here.members[role]
      if (one.call.useCase.may(member)) continue
      const claimed = { ...member, roles, workerId: here.workerId }
      expect(await asked(one, claimed)).toEqual(refused(one.name, member.memberId))
    }
  })
  test('all of them: a visitor of a form, unless it is the form', async () => {
    const visitor = world.visitor('self')
    for (const one of found)
      if (!one.call.useCase.may(visitor)) expect(await asked(one, visitor)).toEqual(refused(one.name, null))
  })
  test('all of them: somebody whose membership ended', async () => {
    const ended = await world.member([...roles])
    await world.owner.query(`update member set worker_id = $2, active_until = $3::date - 1 where id = $1`, [
      ended.memberId,
      here.workerId,
      '2026-11-03',
    ])
    for (const one of found)
      expect(await asked(one, { ...ended, workerId: here.workerId })).toEqual(
        refused(one.name, ended.memberId),
      )
  })
  test('all of them: a key that was withdrawn, and one of another organisation', async () => {
    const gone = {
      kind: 'service',
      orgId: world.orgId,
      scopes: ['referral.create', 'referral.read'],
    } as const
    for (const one of found)
      for (const serviceId of [world.context.newId(), elsewhere.serviceId])
        expect(await asked(one, { ...gone, serviceId })).toEqual(refused(one.name, serviceId))
  })
})

/** True if somewhere in what this asks for stands an id. */
const asksForId = (schema: unknown): boolean =>
  /"format":"uuid"/.test(
    JSON.stringify(z.toJSONSchema(schema as z.ZodType, { io: 'input', unrepresentable: 'any' })),
  )

describe('a fresh proof that it is she', () => {
  test('is asked for these', () => {
    expect(
      found
        .filter(({ call }) => call.useCase.fresh)
        .map(({ name }) => name)
        .sort(),
    ).toMatchInlineSnapshot(`
      [
        "add-identity-provider",
        "allow-calendars",
        "answer-exchange",
        "answer-lift",
        "answer-payout",
        "answer-retention",
        "answer-role-approval",
        "ask-passkeys",
        "ask-retention",
        "break-glass",
        "change-own-account",
        "change-roles",
        "check-recovery",
        "confirm-exchange",
        "create-service",
        "decide-erasure",
        "decide-removal",
        "deliver-person-copy",
        "download-leftovers",
        "download-shared-file",
        "end-hold",
        "end-identity-provider",
        "end-member",
        "end-service",
        "export-access",
        "export-exchange",
        "export-payout",
        "invite-again",
        "invite-member",
        "make-calendar",
        "make-payout",
        "offer-exchange",
        "register-webhook",
        "release-report",
        "rotate-service",
        "rotate-webhook",
        "set-expense-terms",
        "set-file-lock",
        "set-offline",
        "set-own-device",
        "take-out",
      ]
    `)
  })
  test('is asked by the door itself, whatever page leads there, and nothing is done without', async () => {
    const before = await countTrail()
    let asked = 0
    for (const { name, call } of found.filter((one) => one.call.useCase.fresh))
      for (const actor of Object.values(here.members).filter(call.useCase.may))
        for (const input of ownInputs[name]?.(here) ??
          inputsWithIds[name]?.foreign(here, here).map((one) => one.input) ?? [{}])
          for (const provedAt of [null, undefined, world.context.now().subtract({ minutes: 5 })]) {
            asked += 1
            await expect(call(world.context, { ...actor, provedAt }, input), name).rejects.toThrow(
              ProofNeeded,
            )
            expect((await trail())[0]).toMatchObject({ event: name, outcome: 'refused' })
          }
    expect(asked).toBeGreaterThan(20)
    expect(await countTrail()).toBe(before + asked)
  })
})

describe('what is another organisation’s does not exist', () => {
  test('for every use case that asks for an id: the list of them is whole', () => {
    const wanted = found.filter(({ call }) => asksForId(call.useCase.input)).map(({ name }) => name)
    expect(Object.keys(inputsWithIds).sort()).toEqual(wanted.sort())
  })
  test.each(Object.keys(inputsWithIds))('%s', async (name) => {
    const one = useCase(name)
    const make = inputsWithIds[name]
    if (!make) throw new Error('no input')
    const system: Actor = { kind: 'system', orgId: world.orgId, job: 'test' }
    const service: Actor = {
      kind: 'service',
      orgId: world.orgId,
      serviceId: here.serviceId,
      scopes: ['referral.create', 'referral.read'],
    }
    const actors = [...Object.values(here.members), system, service].filter((actor) =>
      one.call.useCase.may(actor),
    )
    expect(actors.length).toBeGreaterThan(0)
    for (const actor of actors)
      for (const { input, answer = 'NotFound' } of make.foreign(here, elsewhere)) {
        const got = await asked(one, actor, input)
        if (answer === 'NotFound')
          expect(got, JSON.stringify(input)).toMatchObject({
            answer,
            lines: 1,
            line: { event: name, outcome: 'denied' },
          })
        else expect(got.answer, JSON.stringify(input)).toBe(answer)
      }
  })
})

/** Tables of organisations, by schema and name. */
const tenantTables = async (): Promise<string[]> =>
  (
    await world.owner.query<{ name: string }>(`
      select table_schema || '.' || table_name as name from information_schema.columns
      where column_name = 'org_id' and table_schema in ('public', 'keys') order by 1`)
  ).rows.map(({ name }) => name)

describe('the access log', () => {
  test('has one line for each transaction that wrote something, written in that same transaction', async () => {
    const { rows: twice } = await world.owner.query(
      `select event from audit_event where xmin::text in
        (select xmin::text from audit_event group by xmin::text having count(*) > 1)`,
    )
    expect(twice).toEqual([])
    // The fixture's own hand wrote these.
    await world.owner.query(`delete from member where active_until is not null`)
    // What is offered stays: taking it away would be seen by whoever reads it anew.
    const fixtures = new Map([['public.programme_offer', ` and from_day <> '2020-01-01'`]])
    for (const table of await tenantTables()) {
      const { rows } = await world.owner.query(
        `select count(*)::int as unseen from ${table} where xmin::text not in (select xmin::text from audit_event)${fixtures.get(table) ?? ''}`,
      )
      expect(rows, table).toEqual([{ unseen: 0 }])
    }
  })

  const inputs = (name: string, house: OneOfEach) =>
    ownInputs[name]?.(house) ?? inputsWithIds[name]?.foreign(house, house).map(({ input }) => input) ?? [{}]
  const everyCall = () =>
    found.flatMap((one) => {
      const system: Actor = { kind: 'system', orgId: elsewhere.orgId, job: 'test' }
      const service: Actor = {
        kind: 'service',
        orgId: elsewhere.orgId,
        serviceId: elsewhere.serviceId,
        scopes: ['referral.create', 'referral.read'],
      }
      return [...Object.values(elsewhere.members), system, service]
        .filter((actor) => one.call.useCase.may(actor))
        .flatMap((actor) => inputs(one.name, elsewhere).map((input) => ({ one, actor, input })))
    })
  const contents = async () => {
    const sums: Record<string, unknown> = {}
    for (const table of await tenantTables())
      sums[table] = (
        await world.owner.query(
          `select md5(string_agg(t::text, '|' order by t::text)) as sum from ${table} t`,
        )
      ).rows[0]
    return sums
  }
  test('that can’t be written lets nothing be read or written', async () => {
    const before = await contents()
    await world.owner.query('revoke insert on audit_event from naast_work')
    try {
      for (const { one, actor, input } of everyCall()) {
        const tap = tappedContext(world.context)
        const came = await one.call(tap.context, actor, input).then(
          () => true,
          () => false,
        )
        // What names nobody leaves no line, and so may be told without.
        if (came && one.name !== 'load-names') {
          expect(one.kind, one.name).toBe('question')
          expect(await whoWasRead(world, one.name, tap.opened), one.name).toEqual([])
        }
      }
    } finally {
      await world.owner.query('grant insert on audit_event to naast_work')
    }
    expect(await contents()).toEqual(before)
  }, 300_000)

  test('names everybody whose file was opened, and the rest is found', async () => {
    const invalid: string[] = []
    const lonely: string[] = []
    for (const { one, actor, input } of everyCall()) {
      const tap = tappedContext(world.context)
      const label = `${one.name} ${actor.kind === 'member' ? actor.roles.join() : actor.kind}`
      const { rows: last } = await world.owner.query('select id from audit_event order by id desc limit 1')
      const answer = await one.call(tap.context, actor, input).then(
        () => 'let in',
        (error: unknown) => (error instanceof Error ? error.name : String(error)),
      )
      if (answer === 'Invalid') invalid.push(label)
      if (answer === 'NotFound') lonely.push(label)
      if (answer !== 'let in') continue
      const { rows: lines } = await world.owner.query(
        'select event, outcome, person_ids from audit_event where id > $1',
        [last[0]?.id],
      )
      const opened = await whoWasRead(world, one.name, tap.opened)
      expect(lines.length, label).toBeLessThanOrEqual(1)
      if (one.kind === 'command' || opened.length > 0) expect(lines.length, label).toBe(1)
      expect(
        opened.filter((id) => !lines[0]?.person_ids.includes(id)),
        label,
      ).toEqual([])
    }
    expect(invalid).toEqual([])
    expect(lonely).toMatchInlineSnapshot(`
      [
        "end-break-glass administrator",
        "end-break-glass coordinator",
        "end-break-glass worker",
        "end-break-glass safeguarding_lead",
        "read-glass-file administrator",
        "read-glass-file coordinator",
        "read-glass-file worker",
        "read-glass-file safeguarding_lead",
        "read-glass-file programme_manager",
        "read-calendar worker",
        "read-child-copy safeguarding_lead",
        "read-child-copy privacy_officer",
        "read-collision safeguarding_lead",
        "read-collision programme_manager",
        "rule-collision programme_manager",
        "end-own-sheet programme_manager",
        "publish-own-sheet coordinator",
        "publish-own-sheet programme_manager",
        "write-own-sheet coordinator",
        "write-own-sheet programme_manager",
        "add-document worker",
        "open-document worker",
        "open-document privacy_officer",
        "read-document worker",
        "read-document privacy_officer",
        "read-removal privacy_officer",
        "remove-document worker",
        "remove-document privacy_officer",
        "ask-erasure safeguarding_lead",
        "begin-phone worker",
        "read-held coordinator",
        "read-held worker",
        "settle-entry coordinator",
        "settle-entry worker",
        "find-identity system",
        "link-identity system",
        "unlink-identity administrator",
        "unlink-identity coordinator",
        "unlink-identity worker",
        "unlink-identity safeguarding_lead",
        "unlink-identity programme_manager",
        "unlink-identity referrer",
        "unlink-identity privacy_officer",
        "decide-exception programme_manager",
        "read-exception programme_manager",
        "drop-from-shortlist coordinator",
        "close-meldcode worker",
        "decide-meldcode worker",
        "hand-over-meldcode worker",
        "hear-from-agency worker",
        "name-in-meldcode worker",
        "read-meldcode worker",
        "record-meldcode-step worker",
        "report-meldcode worker",
        "unname-in-meldcode worker",
        "unname-in-meldcode safeguarding_lead",
        "accept-invitation system",
        "ask-call-back coordinator",
        "ask-call-back worker",
        "read-messages-to-her coordinator",
        "read-messages-to-her worker",
        "read-printed-letter coordinator",
        "switch-reminders-off coordinator",
        "switch-reminders-off worker",
        "switch-reminders-on coordinator",
        "switch-reminders-on worker",
        "read-person-copy safeguarding_lead",
        "read-person-copy privacy_officer",
        "ask-recovery worker",
        "ask-recovery safeguarding_lead",
        "ask-recovery programme_manager",
        "ask-recovery referrer",
        "ask-recovery privacy_officer",
        "stop-recovery worker",
        "stop-recovery safeguarding_lead",
        "stop-recovery programme_manager",
        "stop-recovery referrer",
        "stop-recovery privacy_officer",
        "follow-referral service",
        "link-referrer administrator",
        "link-referrer administrator",
        "link-referrer coordinator",
        "link-referrer coordinator",
        "record-training administrator",
        "record-training coordinator",
        "show-safe-contact coordinator",
        "show-safe-contact worker",
        "show-safe-contact safeguarding_lead",
        "download-shared-file coordinator",
        "download-shared-file safeguarding_lead",
        "read-letter coordinator",
        "read-letter safeguarding_lead",
        "act-on-signal worker",
        "act-on-signal programme_manager",
        "list-signals worker",
        "list-signals programme_manager",
        "read-signal worker",
        "read-signal programme_manager",
        "set-signal-aside programme_manager",
        "snooze-signal worker",
        "snooze-signal programme_manager",
        "leave-training worker",
        "leave-training programme_manager",
        "record-training-attendance coordinator",
        "record-training-attendance programme_manager",
        "end-waiver programme_manager",
        "rule-avoidance safeguarding_lead",
        "withdraw-away coordinator",
        "withdraw-away worker",
        "withdraw-away worker",
      ]
    `)
  }, 300_000)
})
