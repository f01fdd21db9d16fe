import { askCorrection, setCallName, tellStory, updateContact, withdrawCorrection } from '#people'
import { type AnyForm, form } from '#platform'
import { deskPaths } from '../../web/paths.ts'
import { myPaths } from '../my-paths.ts'
import { contactPage, correctPage, namePage, storyPage } from './form-pages.tsx'
import { myDataPage } from './my-data.page.tsx'
import { dataTexts } from './texts.ts'

const who = ['participant'] as const

const setNameForm = form({
  id: 'desk.setMyName',
  path: myPaths.setName(),
  who,
  useCase: setCallName,
  input: fields => ({
    participantId: fields.text('participantId'),
    callName: fields.text('callName'),
    version: fields.text('version'),
  }),
  done: (_output, request) => ({ to: deskPaths.myData(), notice: { text: dataTexts(request.lang).t('nameSaved') } }),
  page: namePage,
})

const contactForm = form({
  id: 'desk.updateMyContact',
  path: myPaths.contact(),
  who,
  useCase: updateContact,
  input: fields => ({
    participantId: fields.text('participantId'),
    version: fields.text('version'),
    phone: fields.optional('phone'),
    email: fields.optional('email'),
    address: fields.optional('address'),
    postcode: fields.optional('postcode'),
    place: fields.optional('place'),
    language: fields.text('language'),
    interpreter: fields.checked('interpreter'),
    channels: fields
      .text('channels')
      .split(' ')
      .filter(channel => channel !== ''),
    preferences: fields.optional('preferences'),
  }),
  done: (_output, request) => ({ to: deskPaths.myData(), notice: { text: dataTexts(request.lang).t('reachSaved') } }),
  page: contactPage,
})

const storyForm = form({
  id: 'desk.tellMyStory',
  path: myPaths.story(),
  who,
  useCase: tellStory,
  input: fields => ({
    participantId: fields.text('participantId'),
    words: fields.text('words'),
    language: fields.optional('language'),
    version: fields.text('version'),
  }),
  done: (_output, request) => ({
    to: `${deskPaths.myData()}#verhaal`,
    notice: { text: dataTexts(request.lang).t('storySaved') },
  }),
  page: storyPage,
})

const correctForm = form({
  id: 'desk.askMyCorrection',
  path: myPaths.correct(),
  who,
  useCase: askCorrection,
  input: fields => ({
    participantId: fields.text('participantId'),
    about: fields.optional('about'),
    words: fields.text('words'),
    language: fields.optional('language'),
  }),
  done: ({ correctionId, version }, request) => {
    const { t } = dataTexts(request.lang)
    const fields = { participantId: request.fields.text('participantId'), version: String(version) }
    return {
      to: `${deskPaths.myData()}#verbeteren`,
      notice: {
        text: t('correctSent'),
        undo: { action: myPaths.withdrawCorrection(correctionId), label: t('takeBack'), fields },
      },
    }
  },
  page: correctPage,
})

const withdrawForm = form({
  id: 'desk.withdrawMyCorrection',
  path: myPaths.withdrawCorrection(':correctionId'),
  who,
  useCase: withdrawCorrection,
  input: (fields, { correctionId }) => ({
    participantId: fields.text('participantId'),
    correctionId,
    version: fields.text('version'),
  }),
  done: (_output, request) => ({
    to: `${deskPaths.myData()}#verbeteren`,
    notice: { text: dataTexts(request.lang).t('takenBack') },
  }),
  page: myDataPage,
})

export const dataForms: readonly AnyForm[] = [setNameForm, contactForm, storyForm, correctForm, withdrawForm]
