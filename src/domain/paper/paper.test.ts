import { describe, expect, test } from 'vitest'
import { mayLeaveOnPaper, type Paper, papers } from '#domain/paper/paper.ts'
import { refuse } from '#domain/refusal.ts'

const all = Object.keys(papers) as Paper[]
const safe = { neverAtHome: false }

describe('paper that leaves with her', () => {
  const hers = all.filter((paper) => papers[paper].goesTo === 'her')
  test('leaves only where her agreement counts and nothing says that it isn’t safe', () => {
    expect(hers.length).toBeGreaterThan(2)
    for (const paper of hers) {
      expect(mayLeaveOnPaper(paper, safe, 'counts'), paper).toBe(true)
      expect(mayLeaveOnPaper(paper, null, 'none'), paper).toEqual(refuse('paper-not-asked'))
      expect(mayLeaveOnPaper(paper, safe, 'too-old'), paper).toEqual(refuse('paper-asked-long-ago'))
      for (const standing of ['counts', 'too-old'] as const)
        expect(mayLeaveOnPaper(paper, { neverAtHome: true }, standing), paper).toEqual(
          refuse('paper-not-home'),
        )
    }
  })
})

test('what goes to somebody else has a gate of its own', () => {
  for (const paper of all.filter((one) => papers[one].goesTo !== 'her'))
    expect(mayLeaveOnPaper(paper, null, 'none'), paper).toBe(true)
})
