/** Sign-ins of a trial installation; refused elsewhere because the demo data is not there. */
export const DEMO_PASSWORD = 'opstap-demo'
export const DEMO_SIGN_INS: readonly string[] = [
  ...[
    'coach',
    'coach2',
    'serviceplein',
    'workcoach',
    'kernteam',
    'teamondersteuning',
    'sociaalteam',
    'partner',
    'netwerkcoach',
    'planner',
    'beleid',
    'beheer',
    'deelnemer',
    // Whose trajectory stands still for a while.
    'ineke',
  ].map(name => `${name}@demo.opstap.test`),
  'coach@anders.opstap.test',
]
