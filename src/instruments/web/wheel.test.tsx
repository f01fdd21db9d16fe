import { renderPart } from '#ui'
import { describe, expect, it } from 'vitest'
import { wheelModel } from '../domain/wheel.ts'
import { WheelFigure, WheelGlyph, WheelList } from './wheel-list.tsx'
import { Wheel } from './wheel.tsx'

const model = wheelModel({
  name: 'Selam',
  sentence: 'wil weer iets betekenen',
  areas: {
    contacts: {
      goals: [{ id: 'g', title: 'Vaker onder de mensen', stepsDone: 2, stepsTotal: 3 }],
      supply: [
        { id: 's', label: 'Taalwandelgroep', kind: 'offer', from: 'Bibliotheek' },
        { id: 'c', label: '', kind: 'coach', does: ['Bellen', 'Meelopen'] },
      ],
      laws: [{ law: 'wmo', carries: [{ kind: 'offer', label: 'Taalwandelgroep' }, { kind: 'trajectory' }] }],
    },
  },
})
const links = { goals: (area: string) => `/doelen/${area}`, addGoal: (area: string) => `/nieuw/${area}` }

describe('the wheel', () => {
  const html = renderPart(<Wheel model={model} lang="nl" links={links} />)

  it('names the person and says how far the plan is', () => {
    expect(html).toContain('<title id="wheel-title">Participatiewiel van Selam</title>')
    expect(html).toContain('1 doel, 2 van 3 stappen gedaan.')
  })

  it('makes each goals segment a link that says what stands there', () => {
    expect(html).toContain(
      'href="/doelen/contacts" aria-label="Sociale contacten: Vaker onder de mensen, 2 van 3 stappen gedaan"',
    )
    expect(html).toContain('href="/nieuw/skills" aria-label="Vaardigheden: doel toevoegen"')
    expect([...html.matchAll(/<a /g)]).toHaveLength(6)
  })

  it('names a link by the words that it shows, also when they were shortened', () => {
    const long = wheelModel({
      name: 'Selam',
      areas: {
        skills: {
          goals: [{ id: 'g', title: 'Beter Nederlands leren spreken met de buren', stepsDone: 1, stepsTotal: 9 }],
          supply: [],
          laws: [],
        },
      },
    })
    expect(renderPart(<Wheel model={long} lang="nl" links={links} />)).toContain(
      'aria-label="Vaardigheden Beter Nederlands leren… 1 / 9: Vaardigheden: Beter Nederlands leren spreken met de buren, 1 van 9 stappen gedaan"',
    )
  })

  it('shows one dot per step, filled when done', () => {
    expect([...html.matchAll(/op-wheel__dot--done/g)]).toHaveLength(2)
    expect([...html.matchAll(/op-wheel__dot"/g)]).toHaveLength(1)
  })

  it('has no id twice, also with a second wheel on the page', () => {
    const two = html + renderPart(<Wheel model={model} lang="nl" id="second" />)
    const ids = [...two.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('obeys a strict content security policy and stays small', () => {
    expect(html).not.toMatch(/\sstyle=|\son[a-z]+=/)
    expect(html.length).toBeLessThan(14_000)
  })

  it('is hidden when the list says the same, but never when it has links', () => {
    expect(renderPart(<Wheel model={model} lang="nl" decorative />)).toContain('aria-hidden="true"')
    expect(renderPart(<Wheel model={model} lang="nl" decorative links={links} />)).not.toContain('aria-hidden')
  })
})

describe('the same as a list', () => {
  it('holds every goal, helper with role and law', () => {
    const html = renderPart(<WheelList model={model} lang="nl" links={links} />)
    for (const words of [
      'Vaker onder de mensen',
      'plek bij Bibliotheek',
      'Coach',
      'begeleidt en doet: Bellen en Meelopen',
      'Wmo maakt Taalwandelgroep en het traject mogelijk',
      'Doel toevoegen',
      'Betaald werk',
    ])
      expect(html).toContain(words)
  })

  it('is where the figure leads to', () => {
    const html = renderPart(<WheelFigure model={model} lang="en" />)
    expect(html).toContain('href="#wheel-list"')
    expect(html).toContain('id="wheel-list"')
  })

  it('gives every part of the drawing an address: goals, who helps and laws, area by area', () => {
    const html = renderPart(<WheelFigure model={model} lang="nl" links={links} />)
    const svg = html.slice(html.indexOf('<svg'), html.indexOf('</svg>'))
    const names = [...svg.matchAll(/<a [^>]*aria-label="([^"]+)"/g)].map(([, name]) => name)
    expect(names).toHaveLength(18)
    expect(names.slice(0, 6)).toEqual([
      'Zelfstandig functioneren: doel toevoegen',
      'Zelfstandig functioneren: nog niemand en niets dat helpt',
      'Zelfstandig functioneren: nog geen wet',
      'Sociale contacten: Vaker onder de mensen, 2 van 3 stappen gedaan',
      'Taalwandelgroep +1: Sociale contacten, wie en wat helpt: Taalwandelgroep: plek bij Bibliotheek; Coach: begeleidt en doet: Bellen en Meelopen',
      'Wmo: Sociale contacten, wet: Wmo maakt Taalwandelgroep en het traject mogelijk',
    ])
    for (const [, href] of svg.matchAll(/href="#(wheel-list-\w+)"/g)) expect(html).toContain(`id="${href}"`)
  })

  it('says the first law and how many more where the ring is too narrow for all', () => {
    const laws = (['web', 'participatiewet', 'wmo'] as const).map(law => ({ law, carries: [] }))
    const many = wheelModel({ name: 'Selam', areas: { skills: { goals: [], supply: [], laws } } })
    expect(renderPart(<Wheel model={many} lang="nl" />)).toContain('>Volwassenenonderwijs (WEB) +2<')
  })

  it('the glyph says in words what it shows', () => {
    expect(renderPart(<WheelGlyph model={model} lang="nl" />)).toContain('aria-label="1 doel, 2 van 3 stappen gedaan."')
  })
})
