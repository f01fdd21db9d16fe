const PERSON = '/deelnemers/:participantId'
const INTAKE = `${PERSON}/trajecten/:trajectoryId`
const AREA = `${PERSON}/intake/leefgebieden/:lifeAreaId`

/** Where the forms of the intake are sent; `at` fills the parameters in. */
export const INTAKE_ROUTES = {
  save: `${INTAKE}/intake`,
  support: `${INTAKE}/eerst-steun`,
  goOn: `${INTAKE}/intake/verder`,
  undo: `${INTAKE}/intake/terug`,
  open: `${PERSON}/intake/leefgebieden`,
  amend: `${AREA}/wijzigen`,
  close: `${AREA}/sluiten`,
  reopen: `${AREA}/heropenen`,
  answer: `${AREA}/antwoord`,
  addNote: `${AREA}/teksten`,
  amendNote: `${AREA}/teksten/:noteId`,
  removeNote: `${AREA}/teksten/:noteId/weg`,
  restoreNote: `${AREA}/teksten/:noteId/terug`,
  object: '/mijn/leefgebieden/:lifeAreaId/bezwaar',
  withdraw: '/mijn/leefgebieden/:lifeAreaId/bezwaar/terug',
} as const

export const at = (route: string, params: Readonly<Record<string, string>>): string =>
  route.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
