import { foldText } from '#kernel'
import { z } from 'zod'

/** What a column of a supply list can mean. */
export const IMPORT_COLUMNS = [
  'number',
  'name',
  'organisation',
  'kind',
  'description',
  'area',
  'targetGroup',
  'law',
  'times',
  'startMoments',
  'address',
  'postcode',
  'place',
  'capacity',
  'free',
  'cost',
  'language',
  'contact',
  'phone',
  'email',
  'website',
  'lastConfirmed',
  'remarks',
] as const
export const ImportColumn = z.enum(IMPORT_COLUMNS)
export type ImportColumn = z.infer<typeof ImportColumn>

/** Headings as they occur in lists, Dutch and English, folded (`foldText`); the first is the one Opstap writes itself. */
const HEADINGS: Readonly<Record<ImportColumn, readonly string[]>> = {
  number: ['nr', 'nummer', 'no', 'number', 'id', 'volgnummer', 'code', 'kenmerk', 'ref', 'reference'],
  name: [
    'naam activiteit',
    'naam',
    'activiteit',
    'titel',
    'aanbod',
    'naam aanbod',
    'name',
    'title',
    'activity',
    'offer',
    'naam module',
  ],
  organisation: ['organisatie', 'aanbieder', 'uitvoerder', 'instelling', 'partij', 'organisation', 'organization', 'provider'],
  kind: ['soort', 'type', 'categorie', 'soort aanbod', 'kind', 'category'],
  description: ['omschrijving', 'beschrijving', 'inhoud', 'wat', 'toelichting', 'description', 'content', 'details'],
  area: ['leefgebied wiel', 'wielgebied', 'doelgebied', 'participatiewiel', 'gebied', 'wheel area', 'area'],
  targetGroup: ['doelgroep', 'doelgroepen', 'voor wie', 'target group', 'audience', 'for whom'],
  law: ['wet financiering', 'wet', 'financiering', 'wetgeving', 'bekostiging', 'law', 'funding', 'law funding'],
  times: [
    'dag en tijd',
    'dag',
    'dagen',
    'tijd',
    'tijden',
    'tijdstip',
    'wanneer',
    'dag tijd',
    'when',
    'times',
    'time',
    'schedule',
    'days',
    'day',
  ],
  startMoments: ['startmomenten', 'start', 'startdatum', 'startmoment', 'instroom', 'start date', 'starts', 'intake dates'],
  address: [
    'adres',
    'straat',
    'huisnummer',
    'straat en huisnummer',
    'bezoekadres',
    'waar',
    'locatie',
    'address',
    'street',
    'location',
  ],
  postcode: ['postcode', 'pc', 'postal code', 'zip', 'zip code', 'post code'],
  place: ['plaats', 'woonplaats', 'dorp', 'stad', 'plaatsnaam', 'place', 'city', 'town', 'village'],
  capacity: [
    'max deelnemers',
    'capaciteit',
    'aantal plaatsen',
    'plaatsen',
    'maximum',
    'max',
    'aantal plekken',
    'capacity',
    'places',
    'max participants',
  ],
  free: ['vrij', 'vrije plaatsen', 'beschikbaar', 'plekken vrij', 'nog vrij', 'free', 'free places', 'available', 'vacancies'],
  cost: ['kosten', 'prijs', 'eigen bijdrage', 'bijdrage', 'tarief', 'cost', 'costs', 'price', 'fee'],
  language: ['taal', 'talen', 'voertaal', 'taalniveau', 'language', 'languages'],
  contact: ['contact', 'contactpersoon', 'aanspreekpunt', 'contact person', 'contact name'],
  phone: ['telefoon', 'telefoonnummer', 'tel', 'mobiel', 'phone', 'telephone', 'phone number'],
  email: ['e mail', 'email', 'mail', 'mailadres', 'e mailadres', 'emailadres', 'email address', 'e mail address'],
  website: ['website', 'site', 'url', 'webpagina', 'internet', 'link', 'web', 'homepage'],
  lastConfirmed: [
    'laatst gecontroleerd',
    'gecontroleerd',
    'bijgewerkt',
    'laatst bijgewerkt',
    'peildatum',
    'datum',
    'laatste controle',
    'last checked',
    'last confirmed',
    'last updated',
    'updated',
    'date',
  ],
  remarks: ['opmerkingen', 'opmerking', 'bijzonderheden', 'notitie', 'notities', 'remarks', 'remark', 'notes', 'comments'],
}

const exact = new Map(IMPORT_COLUMNS.flatMap(column => HEADINGS[column].map(heading => [heading, column] as const)))

/** The meaning of a heading that is in the list as it stands. */
export const columnOfHeading = (heading: string): ImportColumn | undefined => exact.get(foldText(heading))

/** The meaning of a heading that contains a known heading as whole words ("Naam van de activiteit"); the longest wins. */
export const columnInHeading = (heading: string): ImportColumn | undefined => {
  const folded = ` ${foldText(heading)} `
  const found = [...exact].filter(([known]) => known.length > 2 && folded.includes(` ${known} `))
  return found.toSorted(([a], [b]) => b.length - a.length)[0]?.[1]
}
