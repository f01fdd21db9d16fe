import type { ReactElement } from 'react'
import { describe, expect, it } from 'vitest'
import * as ui from './index.ts'
import type { RefusedForm, Viewer } from './index.ts'

const staff: Viewer = {
  kind: 'staff',
  name: 'Fatma',
  role: 'coach',
  navigation: [{ href: '/vandaag', label: 'Vandaag', current: true }],
  search: { action: '/zoeken' },
  note: { href: '/notities/nieuw', label: 'Notitie' },
  signOutAction: '/afmelden',
}
const participant: Viewer = { kind: 'participant', navigation: [], signOutAction: '/afmelden' }

const refused: RefusedForm = {
  id: 'demo',
  fields: { has: name => name === 'title' || name === 'who', list: name => (name === 'who' ? ['a', 'b'] : ['Getypt']) },
  errors: [
    { field: 'title', code: 'required', params: {} },
    { field: 'area', code: 'choice', params: {} },
    { field: 'note', code: 'tooBig.string', params: { maximum: 20 } },
    { field: '', code: 'versionConflict', params: {} },
  ],
}
const options = [
  { value: 'a', label: 'Eerste', hint: 'Uitleg' },
  { value: 'b', label: 'Tweede' },
]

const everyField = (
  <ui.Form
    action="/x"
    id="demo"
    refused={refused}
    labels={{ title: 'Doel' }}
    values={{ title: 'Oud', law: 'b', who: ['a'] }}
    version={4}
    idempotencyKey="k1"
    draft="demo"
  >
    <ui.TextField name="title" label="Doel" hint="Kort" suggestions={['Lopen']} />
    <ui.TextArea name="note" label="Toelichting" optional />
    <ui.DateField name="day" label="Dag" />
    <ui.TimeField name="time" label="Tijd" />
    <ui.Select name="law" label="Wet" options={options} />
    <ui.RadioGroup name="area" label="Gebied" options={options} />
    <ui.CheckboxGroup name="who" label="Wie" options={options} />
    <ui.Checkbox name="agree" label="Eens" hint="Vraag het" />
    <ui.Fieldset legend="Adres" hint="Waar">
      <ui.TextField name="postcode" label="Postcode" narrow />
    </ui.Fieldset>
    <ui.FileField name="file" label="Bestand" accept={['.csv']} />
    <ui.Actions>
      <ui.Button>Bewaren</ui.Button>
      <ui.LinkButton look="secondary" href="/terug">
        Terug
      </ui.LinkButton>
    </ui.Actions>
  </ui.Form>
)

const everyPart = (
  <>
    <ui.Breadcrumbs items={[{ href: '/a', label: 'Begin' }]} />
    <ui.PageHead above="vandaag" title="Titel" lead="Inleiding" actions={<ui.LinkButton href="/b">Doen</ui.LinkButton>} />
    <ui.Columns>
      <ui.Card title="Kaart" badges={<ui.Badge tone="green">Klaar</ui.Badge>} actions={<ui.Button>Ja</ui.Button>}>
        <ui.Quote lang="ar">كلمات</ui.Quote>
        <ui.Timeline items={[{ key: '1', state: 'now', title: 'Stap', detail: 'morgen' }]} />
        <ui.StepDots done={1} total={3} />
      </ui.Card>
      <ui.Rows>
        <ui.Row start="9.30" glyph={<ui.Glyph />} title="Selam" href="/s" detail="Voortgang" end={<ui.Badge>Nieuw</ui.Badge>} />
      </ui.Rows>
    </ui.Columns>
    <ui.Section title="Deel">
      <ui.DefinitionList items={[{ term: 'Naam', value: 'Selam' }]} />
      <ui.Details summary="Waarom?">Daarom</ui.Details>
    </ui.Section>
    {everyField}
    <ui.FilterForm action="/lijst" label="Filter" idPrefix="f-">
      <ui.Select name="law" label="Wet" options={options} empty="Alle" />
    </ui.FilterForm>
    <ui.DataTable
      caption="Mensen"
      rows={[{ name: 'Selam' }]}
      keyOf={row => row.name}
      columns={[{ key: 'n', label: 'Naam', rowHeader: true, sortHref: '?s=n', sorted: 'ascending', cell: row => row.name }]}
    />
    <ui.Pagination page={2} pages={3} hrefOf={page => `?p=${page}`} />
    <ui.Tabs label="Weergave" tabs={[{ href: '/1', label: 'Een', current: true, count: 2 }]} />
    <ui.ConflictPanel by="Jan" fields={[{ label: 'Doel', theirs: 'A', yours: 'B' }]} />
    <ui.EmptyState title="Nog niets">Begin hier</ui.EmptyState>
    <ui.Callout tone="orange" title="Let op">
      Let op
    </ui.Callout>
    <ui.ProgressBar value={1} max={4} label="1 van 4" />
    <ui.Narrow>
      <ui.FreeText>Tekst</ui.FreeText>
    </ui.Narrow>
  </>
)

const pageOf = (body: ReactElement, lang: ui.Lang = 'nl', viewer = staff): string =>
  ui.renderPage(
    <ui.Page
      lang={lang}
      title="Titel"
      viewer={viewer}
      returnPath="/lijst?p=2"
      csrfToken="token"
      draftKey="a2V5"
      notice={{ text: 'Bewaard', undo: { action: '/terug' } }}
    >
      {body}
    </ui.Page>,
  )

const all = (html: string, pattern: RegExp): readonly string[] => [...html.matchAll(pattern)].map(match => match[1] ?? '')

describe.each([
  ['staff', 'nl', staff],
  ['staff', 'en', staff],
  ['participant', 'ar', participant],
] as const)('the style page of %s in %s', (_, lang, viewer) => {
  const html = pageOf(everyPart, lang, viewer)
  const ids = all(html, /\sid="([^"]+)"/g)

  it('has no id twice', () => {
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  })

  it('refers only to ids that are there', () => {
    const refs = [
      ...all(html, /\s(?:for|aria-labelledby|list)="([^"]+)"/g),
      ...all(html, /aria-describedby="([^"]+)"/g).flatMap(ref => ref.split(' ')),
      ...all(html, /href="#([^"]+)"/g),
    ]
    expect(refs.filter(ref => !ids.includes(ref))).toEqual([])
  })

  it('labels every control', () => {
    const labelled = new Set(all(html, /\sfor="([^"]+)"/g))
    const controls = all(html, /<(?:input(?![^>]*type="hidden")|select|textarea)[^>]*\sid="([^"]+)"/g)
    expect(controls.length).toBeGreaterThan(10)
    expect(controls.filter(id => !labelled.has(id))).toEqual([])
  })

  it('obeys a content security policy without exceptions', () => {
    expect(html).not.toMatch(/\sstyle=|\son[a-z]+=|<style|<script(?![^>]*\ssrc=)/)
  })

  it('has one title, one main and one first heading', () => {
    expect(all(html, /<(h1|main|title)[\s>]/g).toSorted()).toEqual(['h1', 'main', 'title'])
  })

  it('says its language and direction', () => {
    expect(html).toContain(`<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">`)
  })

  it('offers this page in the other languages', () => {
    expect(html).toContain('href="/lijst?p=2&amp;lang=en"')
  })
})

describe('a form', () => {
  const html = ui.renderPart(<ui.PageContext value={{ lang: 'nl', csrfToken: 'token' }}>{everyField}</ui.PageContext>)

  it('carries token, key and version', () => {
    expect(html).toContain('<input type="hidden" name="_csrf" value="token"/>')
    expect(html).toContain('<input type="hidden" name="_key" value="k1"/>')
    expect(html).toContain('<input type="hidden" name="version" value="4"/>')
  })

  it('keeps what was typed in place of what is stored, also when it was emptied', () => {
    expect(html).toMatch(/<input[^>]*id="title"[^>]*value="Getypt"/)
    expect(html).not.toContain('Oud')
    expect(html).toContain('<option value="" selected="">')
    expect(all(html, /<input type="checkbox"[^>]*name="who"[^>]*(checked="")/g)).toHaveLength(2)
  })

  it('keeps in a box of text what a picker would drop: a day or a time that does not exist', () => {
    const moments = (day: string, time: string): string =>
      ui.renderPart(
        <ui.Form action="/x" values={{ day, time }}>
          <ui.DateField name="day" label="Dag" />
          <ui.TimeField name="time" label="Tijd" />
        </ui.Form>,
      )
    const kept = moments('31-02-2027', 'half tien')
    for (const value of ['31-02-2027', 'half tien']) expect(kept).toMatch(new RegExp(`type="text"[^>]*value="${value}"`))
    const picked = moments('2027-02-28', '09:30')
    expect(picked).toMatch(/type="date"[^>]*value="2027-02-28"/)
    expect(picked).toMatch(/type="time"[^>]*value="09:30"/)
  })

  it('says at each field and in the summary what is wrong', () => {
    expect(html).toContain('<a href="#title">Doel: Vul dit in</a>')
    expect(html).toContain('<a href="#note">Gebruik hoogstens 20 tekens</a>')
    expect(html).toContain('<li>Iemand anders heeft dit net veranderd. Kijk eerst naar wat er nu staat</li>')
    expect(html).toMatch(/<input[^>]*id="title"[^>]*aria-describedby="title-hint title-error"[^>]*aria-invalid="true"/)
    expect(html).toMatch(/<div class="op-error-summary"[^>]*autofocus=""/)
  })

  it('sums up in the order of the page, not in that in which the errors were found; the whole form comes first', () => {
    const summary = html.slice(html.indexOf('op-error-summary'), html.indexOf('</ul>'))
    const links = all(summary, /<li>(?:<a href="#)?([A-Za-z]+)/g)
    expect(links).toEqual(['Iemand', 'title', 'note', 'area'])
  })

  it('asks for a day that was left empty, and says of another that it does not exist', () => {
    const said = (typed: string): string =>
      ui.renderPart(
        <ui.Form
          action="/x"
          id="demo"
          refused={{
            id: 'demo',
            fields: { has: () => true, list: () => [typed] },
            errors: [{ field: 'day', code: 'format.date', params: {} }],
          }}
        >
          <ui.DateField name="day" label="Dag" />
        </ui.Form>,
      )
    expect(said('')).toContain('Vul dit in')
    expect(said('2027-02-31')).toContain('Deze dag bestaat niet')
  })

  it('leaves another form on the page alone', () => {
    const other = ui.renderPart(
      <ui.Form action="/y" id="other" refused={refused} values={{ title: 'Oud' }}>
        <ui.TextField name="title" label="Doel" />
      </ui.Form>,
    )
    expect(other).toContain('value="Oud"')
    expect(other).not.toContain('aria-invalid')
  })

  it('takes the words of the page before the words of the kit', () => {
    const [error] = refused.errors
    expect(error && ui.errorMessage(error, 'nl', { 'title.required': 'Schrijf het doel op' })).toBe('Schrijf het doel op')
    expect(error && ui.errorMessage(error, 'en')).toBe('Fill this in')
    expect(ui.errorMessage({ field: 'x', code: 'neverHeardOf', params: {} }, 'nl')).toBe('Dit klopt nog niet')
  })

  it('in a filter nothing is required', () => {
    const filter = ui.renderPart(
      <ui.FilterForm action="/lijst">
        <ui.TextField name="q" label="Naam" optional />
      </ui.FilterForm>,
    )
    expect(filter).not.toMatch(/required|mag leeg blijven/)
  })
})

describe('a page for one request', () => {
  const request = { lang: 'nl', path: '/x', csrfToken: 't', formKey: () => 'k', navigation: [], notice: undefined } as const

  it('shows staff who they are, and only the tools of their role', () => {
    ui.registerTools(({ actor }) => (actor?.role === 'coach' ? { search: { action: '/zoeken' } } : {}))
    const of = (role: string): string =>
      ui.renderPage(
        <ui.AppPage context={{ ...request, actor: { name: 'Fatma', role, organisationName: 'De Brug' } }} title="T">
          <p>x</p>
        </ui.AppPage>,
      )
    expect(of('coach')).toContain('Fatma, coach, De Brug')
    expect(of('coach')).toContain('role="search"')
    expect(of('beleid')).not.toContain('role="search"')
  })
})
