import type { PostedForm } from './bodies.ts'

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i
/** A choice or a number is made again in a moment; a sentence is not. */
const LONG_ENOUGH = 12

/** What somebody wrote in a form that cannot be taken, to be given back: not what the form carried along by itself. */
export const typedWords = ({ values }: Pick<PostedForm, 'values'>): readonly string[] =>
  [...values]
    .filter(([name]) => !name.startsWith('_') && name !== 'password')
    .flatMap(([, texts]) => texts)
    .map(text => text.trim())
    .filter(text => text.length >= LONG_ENOUGH && !UUID.test(text))
