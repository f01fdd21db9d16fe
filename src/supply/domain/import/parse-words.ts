import { foldText, WHEEL_AREAS, type Law, type WheelArea } from '#kernel'
import { OFFER_KINDS, type OfferFeature, type OfferKind } from '../offer.ts'
import { note, reading, type Reading } from './findings.ts'
import { isBlank } from './parse-numbers.ts'

/** Folded words → kind; the first that the text begins with or equals wins, so the longer words stand first. */
const KINDS: readonly (readonly [RegExp, OfferKind])[] = [
  [/^(vrijwilligersplek|vrijwilligerswerk|vrijwilligersplaats|volunteer(ing| place| work)?$)/, 'volunteerPlace'],
  [/^(vrijwilliger bij je thuis|maatje|buddy|vrijwilliger aan huis|volunteer at home)/, 'buddy'],
  [/^(leerwerkplek|leerwerkplaats|leer werkplek|learn work)/, 'learnWorkPlace'],
  [/^(werkplek|werkplaats|proefplaats|baan|vacature|work place|workplace|job)/, 'workPlace'],
  [/^(stage|snuffelstage|werkervaring|internship)/, 'internship'],
  [/^(dagbesteding|dagactiviteit|day activity|daycare)/, 'dayActivity'],
  [/^(inloop|drop in)/, 'dropIn'],
  [/^(opvang|nachtopvang|shelter)/, 'shelter'],
  [/^(vereniging|sportclub|club)/, 'club'],
  [/^(module|cursus|training|workshop|course)/, 'module'],
  [/^(activiteit|activiteiten|groep|spreekuur|activity|group)/, 'activity'],
  [/^(overig|overige|anders|other)/, 'other'],
]

export const parseKind = (original: string): Reading<OfferKind> => {
  if (isBlank(original)) return reading('other', note('doubtful', 'kind.missing'))
  const folded = foldText(original)
  const found = OFFER_KINDS.find(kind => kind.toLowerCase() === folded) ?? KINDS.find(([pattern]) => pattern.test(folded))?.[1]
  if (found) return reading(found)
  // A bare "vrijwilliger" offers a volunteer; a place to volunteer is called a "vrijwilligersplek".
  if (/^(vrijwilliger|volunteers?)/.test(folded)) return reading('buddy', note('repaired', 'kind.guessed', 'buddy'))
  return reading('other', note('doubtful', 'kind.unknown'))
}

const LAW_WORDS: readonly (readonly [RegExp, Law])[] = [
  [/\b(participatiewet|pw|bijstand)\b/, 'participatiewet'],
  [/\bwmo\b/, 'wmo'],
  [/\b(jeugdwet|jw)\b/, 'jeugdwet'],
  [/\b(wgs|schuldhulp\w*)\b/, 'wgs'],
  [/\b(wi ?2021|inburgering|wet inburgering)\b/, 'inburgering'],
  [/\b(zvw|zorgverzekeringswet)\b/, 'zvw'],
  [/\bwlz\b/, 'wlz'],
  [/\bwpg\b/, 'wpg'],
  [/\bweb\b/, 'web'],
]
/** Ways of funding that are no law of their own. */
const FUNDING = /\b(subsidie|centrumgemeente|gemeente|gemeentelijk|pgb|fonds|fondsen|particulier|eigen|subsidy|municipality)\b/

export const parseLaws = (original: string): Reading<readonly Law[]> => {
  if (isBlank(original)) return reading([])
  const folded = foldText(original)
  if (/^(geen|none|no)$/.test(folded)) return reading(['none'])
  const laws = LAW_WORDS.filter(([pattern]) => pattern.test(folded)).map(([, law]) => law)
  return laws.length > 0 || FUNDING.test(folded) ? reading(laws) : reading(laws, note('doubtful', 'law.unknown'))
}

const AREA_NAMES: Readonly<Record<WheelArea, readonly string[]>> = {
  independence: ['independence', 'zelfstandig functioneren', 'zelfstandig'],
  contacts: ['contacts', 'sociale contacten', 'contacten'],
  takingPart: ['takingpart', 'taking part', 'maatschappelijk deelnemen', 'deelnemen'],
  contributing: ['contributing', 'maatschappelijk bijdragen', 'bijdragen'],
  skills: ['skills', 'opdoen van vaardigheden', 'vaardigheden'],
  paidWork: ['paidwork', 'paid work', 'betaald werk'],
}

/** Areas of the wheel that a list states itself, in its order. */
export const parseAreas = (original: string): Reading<readonly WheelArea[]> => {
  if (isBlank(original)) return reading([])
  const parts = original.split(/[,;/\n]/).map(foldText)
  const areas = [...new Set(parts.flatMap(part => WHEEL_AREAS.find(area => AREA_NAMES[area].includes(part)) ?? []))]
  return areas.length > 0 ? reading(areas) : reading(areas, note('doubtful', 'area.unknown'))
}

const AREAS_OF_KIND: Readonly<Record<OfferKind, readonly WheelArea[]>> = {
  activity: ['takingPart'],
  module: ['skills'],
  volunteerPlace: ['contributing'],
  workPlace: ['paidWork'],
  learnWorkPlace: ['skills', 'paidWork'],
  internship: ['skills'],
  dayActivity: ['takingPart'],
  dropIn: ['contacts'],
  shelter: ['independence'],
  club: ['takingPart', 'contacts'],
  buddy: ['contacts'],
  other: [],
}

const AREA_WORDS: readonly (readonly [RegExp, WheelArea])[] = [
  [
    /\b(geld\w*|schuld\w*|administratie|post|agenda|huishouden|stress|ontspannen|leefstijl|opvoed\w*|zelfstandig\w*|slapen)\b/,
    'independence',
  ],
  [/\b(samen|ontmoet\w*|netwerk\w*|maatje\w*|contact\w*|elkaar|eenzaam\w*|gezellig\w*|buurt\w*)\b/, 'contacts'],
  [/\b(helpen|gastvrouw\w*|bijdragen|iets terugdoen)\b/, 'contributing'],
  [/\b(leren|les|\w+les|cursus|oefenen|certificaat|nederlands|taal\w*|training\w*|vaardigheden|\w+vaardigheden)\b/, 'skills'],
  [/\b(sollicit\w*|cv|proefplaats|vacature\w*|baan|werkgever\w*|jobcoach)\b/, 'paidWork'],
  [/\b(wandel\w*|tuin\w*|sport\w*|voetbal\w*|schilder\w*|muziek|koken|bewegen|kernwaarden)\b/, 'takingPart'],
]

/** Areas of the wheel that an offer probably serves, from its kind and its words; at most three. An admin corrects it. */
export const proposeAreas = (kind: OfferKind, words: string): readonly WheelArea[] => {
  const folded = foldText(words)
  const byWord = AREA_WORDS.filter(([pattern]) => pattern.test(folded)).map(([, area]) => area)
  return [...new Set([...AREAS_OF_KIND[kind], ...byWord])].slice(0, 3)
}

const FEATURE_WORDS: readonly (readonly [RegExp, OfferFeature])[] = [
  [/\b(prikkelarm\w*|rustige plek|quiet)\b/, 'quiet'],
  [/\b(eigen tempo|own pace)\b/, 'ownPace'],
  [/\b(vervoer|halen en brengen|haal en brengservice|transport)\b/, 'transport'],
  [/\b(jobcoach|job coach)\b/, 'jobCoach'],
  [/\b(certificaat|diploma|certificate)\b/, 'certificate'],
  [/\b(tolk|tolken|interpreter)\b/, 'interpreter'],
  [/\b(bij je thuis|aan huis|komt \w+ p w langs|at home)\b/, 'atHome'],
  [/\b(halve dagen|half days)\b/, 'halfDays'],
  [/\b(lunch\w*|soep|eten|brood|maaltijd|meal)\b/, 'meal'],
  [/\b(geen aanmelding|zonder aanmelding|vrije inloop|no registration)\b/, 'noRegistration'],
  [/\bloonkostensubsidie\b/, 'wageCostSubsidy'],
  [/\b(collectieve start|collective start)\b/, 'collectiveStart'],
  [/\b(wachtlijst|waiting list)\b/, 'waitingList'],
]
const DENIED = /\b(geen|zonder|no)\s+(vervoer|wachtlijst|lunch|jobcoach|tolk|certificaat)\b/g

export const featuresIn = (words: string): readonly OfferFeature[] => {
  const folded = foldText(words).replace(DENIED, ' ')
  return FEATURE_WORDS.filter(([pattern]) => pattern.test(folded)).map(([, feature]) => feature)
}
