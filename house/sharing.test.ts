import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { kindOf, type MessageKind, messageKinds } from '#domain/message/message.ts'
import { factsIn } from '#domain/programme/expression.ts'
import { ruleOf } from '#domain/programme/rules.ts'
import { pathOf, type SharingPath, sharingPaths } from '#domain/sharing/sharing.ts'
import { programmes } from '#programmes/registry.ts'

/** Nothing of her is shared but along these paths, each with her live yes or a ground that the law names. */
const sources = globSync('src/**/*.{ts,tsx}')
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
const having = (pattern: RegExp): string[] =>
  sources
    .filter(({ text }) => pattern.test(text))
    .map(({ file }) => file)
    .sort()

describe('the paths along which something is shared', () => {
  test('are these, and each says on what it rests', () => {
    const used = Object.fromEntries(
      (Object.keys(sharingPaths) as SharingPath[]).map((path) => [
        path,
        having(new RegExp(`path: '${path}'`)),
      ]),
    )
    expect(used).toEqual({
      'tell-referrer': ['src/usecases/message/tell-referrer.ts', 'src/usecases/task/finish-task.ts'],
      'share-with-party': [
        'src/usecases/consultation/ask-consultation.ts',
        'src/usecases/end-report/handed-report.ts',
        'src/usecases/group/tell-helper.ts',
        'src/usecases/sharing/share-with-party.ts',
      ],
      'report-to-agency': ['src/usecases/meldcode/report-meldcode.ts'],
    })
    for (const path of Object.keys(sharingPaths) as SharingPath[]) {
      const { consent, grounds } = pathOf(path)
      expect(consent !== null || grounds.length > 0, path).toBe(true)
    }
  })
  test('meet in one place, which asks for the ground before it writes', () => {
    expect(having(/\binsertSharing\(/)).toEqual([
      'src/db/sharing.ts',
      'src/usecases/sharing/record-sharing.ts',
    ])
    expect(having(/insertInto\('sharing'\)/)).toEqual(['src/db/sharing.ts'])
    const [place] = sources.filter(({ file }) => file.endsWith('record-sharing.ts'))
    const text = place?.text ?? ''
    expect(text.indexOf('groundFor(')).toBeGreaterThan(0)
    expect(text.indexOf('throw new Refused(ground.refused)')).toBeLessThan(text.indexOf('insertSharing(tx'))
  })
  test('carry every message to whoever referred her: none goes there that the ledger does not know', () => {
    const telling = (Object.keys(messageKinds) as MessageKind[]).filter(
      (kind) => kindOf(kind).to === 'referrer',
    )
    expect(telling.every((kind) => kindOf(kind).consents.includes('C-5'))).toBe(true)
    expect(having(/kind: kindOfMoment\[/)).toEqual(['src/usecases/message/tell-referrer.ts'])
    expect(having(new RegExp(`kind: '(?:${telling.join('|')})'`))).toEqual([])
  })
  test('let a letter through one gate only, and a copy of a child’s file too', () => {
    expect(having(/\bpassGate\(/)).toEqual([
      'src/domain/redaction/gate.ts',
      'src/usecases/child-request/prepare-child-copy.ts',
      'src/usecases/end-report/pass-on.ts',
      'src/usecases/person-request/prepare-person-copy.ts',
      'src/usecases/sharing/share-with-party.ts',
    ])
  })
})

describe('who says no', () => {
  /** Without these there is no taking part: to be reached, to want it, to know what is kept, to be reached safely. */
  const carrying = ['C-1', 'C-2', 'C-3', 'C-4', 'C-9', 'C-11']
  test('to sharing, to questionnaires or to research takes part all the same, in every programme', () => {
    for (const { id, consents } of programmes)
      expect(
        consents.filter(({ code, need }) => need === 'required' && !carrying.includes(code)),
        id,
      ).toEqual([])
  })
  test('meets no rule that asks for it', () => {
    const facts = programmes.flatMap(({ eligibility, completion, fidelity }) =>
      [...eligibility.map(({ when }) => when), completion.value, ...fidelity.map(({ when }) => when)].flatMap(
        (rule) => factsIn(ruleOf(rule)),
      ),
    )
    expect(facts.filter((fact) => /consent|agreed|sharing/i.test(fact))).toEqual([])
  })
})
