import { renderToString as render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { scoresOfShelf } from '#domain/outcome/outcome.ts'
import { ChangeBand, ChangeSaid } from '#pages/measure/change-band.tsx'
import { wordsIn } from '#pages/words/words.ts'
import { norms } from '#programmes/shelf/norms.ts'
import { shelf } from '#programmes/shelf/shelf.ts'

const t = wordsIn('nl')
const [k10] = shelf.filter(({ id }) => id === 'k10-nl').flatMap((one) => scoresOfShelf(one, norms))
const [safety] = shelf.filter(({ id }) => id === 'own-safety-nl').flatMap((one) => scoresOfShelf(one, norms))
if (!k10 || !safety) throw new Error('no scores')
const band = (score: typeof k10, first: number | null) =>
  render(<ChangeBand score={score} first={first} from={30} to={298} y={(one) => 100 - one} />)
const said = (score: typeof k10, first: number | null, last: number | null) =>
  render(<ChangeSaid t={t} score={score} first={first} last={last} />)

test('measurement error lies behind her line where it is known, and nowhere else', () => {
  expect(band(k10, 31)).toContain('y="63" height="12"')
  expect(band(k10, null)).toBe('')
  expect(band(safety, 5)).toBe('')
})
test('better, same and worse are said beyond it, and of danger nothing of the kind', () => {
  expect(said(k10, 31, 24)).toContain('beter, en meer dan de meetfout')
  expect(said(k10, 28, 27)).toContain('geen verschil')
  expect(said(k10, 28, null)).toBe('')
  for (const last of [0, 5, 10]) expect(said(safety, 5, last)).toMatch(/vertrouwen/)
  expect(said(safety, 8, 1)).not.toMatch(/slechter|danger|rood/)
})
