import { renderPart } from '#ui'
import { expect, test } from 'vitest'
import { shippedNow } from '../content/index.ts'
import type { OfKind, Questionnaire } from '../domain/questionnaire.ts'
import { aScan } from '../test-kit.ts'
import { LadderFigure } from './ladder-figure.tsx'
import { ScaleFigure } from './scale-figure.tsx'
import { WebFigure } from './web-figure.tsx'

const shipped = <Kind extends Questionnaire['kind']>(kind: Kind) => {
  const found = shippedNow().find(each => each.kind === kind)
  if (found === undefined) throw new Error(kind)
  return found as OfKind<Kind>
}

test('the web says in words what it draws, skips what was not filled in, and has no total', () => {
  const one = { label: 'Selam', answers: { body: 6, mind: 4 } }
  const html = renderPart(<WebFigure web={shipped('web')} views={[one]} lang="nl" />)
  expect(html).toContain('<title id="web-title">Spinnenweb: Selam</title>')
  expect(html).toContain('Selam. Lichaamsfuncties: 6. Mentaal welbevinden: 4. Zingeving: niet ingevuld.')
  expect(html.match(/<circle/g)).toHaveLength(2)
  expect(html).not.toMatch(/gemiddeld|totaal|style=/i)
})

test('two views have a shape of their own, not only a colour', () => {
  const views = [
    { label: 'Selam', answers: { body: 6, mind: 4 } },
    { label: 'Mirjam', answers: { body: 7, mind: 4 } },
  ]
  const html = renderPart(<WebFigure web={shipped('web')} views={views} lang="en" />)
  expect(html).toContain('Spider web: Selam and Mirjam')
  expect([html.match(/<circle/g)?.length, html.match(/<rect/g)?.length]).toEqual([2, 2])
})

test('in Arabic the names are Arabic and the drawing is not mirrored', () => {
  const html = renderPart(<WebFigure web={shipped('web')} views={[{ label: 'أنت', answers: { body: 6 } }]} lang="ar" />)
  expect(html).toContain('direction="ltr"')
  expect(html).toContain('شبكة العنكبوت: أنت')
})

test('the ladder says where somebody stands and can be', () => {
  const answers = { nowContract: 0, nowUnpaidTasks: 0, nowOrganised: 1, nextYearContract: 0, nextYearUnpaidTasks: 1 }
  const html = renderPart(<LadderFigure views={[{ label: 'Nu', answers }]} lang="nl" />)
  expect(html).toContain('Nu: trede 3. Nu: over een jaar kan trede 4')
})

test('a scan has a line per question', () => {
  const html = renderPart(<ScaleFigure questionnaire={aScan()} views={[{ label: 'Nu', answers: { home: 2 } }]} lang="nl" />)
  expect(html).toContain('Gebied home')
  expect(html.match(/<circle/g)).toHaveLength(1)
})
