import { type AnyForm, form, type PageContext } from '#platform'
import { addMember } from '../../use-cases/add-member.ts'
import { addOrganisation } from '../../use-cases/add-organisation.ts'
import { disableMember } from '../../use-cases/disable-member.ts'
import { enableMember } from '../../use-cases/enable-member.ts'
import { resetSecondFactor } from '../../use-cases/reset-second-factor.ts'
import { paths } from '../paths.ts'
import { ADD_MEMBER, ADD_ORGANISATION, membersPage } from './members.page.tsx'
import { memberTexts } from './texts.ts'

const say = (context: PageContext) => memberTexts(context.lang).t
const byAdmin = { who: ['beheer'], page: membersPage } as const

const version = (n: number) => ({ version: String(n) })

export const memberForms: readonly AnyForm[] = [
  form({
    ...byAdmin,
    id: ADD_MEMBER,
    path: paths.members,
    useCase: addMember,
    input: fields => ({
      name: fields.text('name'),
      email: fields.text('email'),
      role: fields.text('role'),
      organisationId: fields.optional('organisationId'),
      functionTitle: fields.optional('functionTitle'),
    }),
    done: (_output, request) => ({ to: paths.members, notice: { text: say(request)('added') } }),
  }),
  form({
    ...byAdmin,
    id: ADD_ORGANISATION,
    path: paths.organisations,
    useCase: addOrganisation,
    input: fields => ({
      name: fields.text('name'),
      kind: fields.text('kind'),
      email: fields.optional('email'),
      phone: fields.optional('phone'),
    }),
    done: (_output, request) => ({ to: paths.members, notice: { text: say(request)('organisationAdded') } }),
  }),
  form({
    ...byAdmin,
    id: 'organisations.disableMember',
    path: paths.disableMember(':memberId'),
    useCase: disableMember,
    input: (fields, params) => ({ memberId: params['memberId'], version: fields.text('version') }),
    done: (output, request) => ({
      to: paths.members,
      notice: {
        text: say(request)('disabled'),
        undo: { action: paths.enableMember(output.memberId), label: say(request)('undo'), fields: version(output.version) },
      },
    }),
  }),
  form({
    ...byAdmin,
    id: 'organisations.enableMember',
    path: paths.enableMember(':memberId'),
    useCase: enableMember,
    input: (fields, params) => ({ memberId: params['memberId'], version: fields.text('version') }),
    done: (output, request) => ({
      to: paths.members,
      notice: {
        text: say(request)('enabled'),
        undo: { action: paths.disableMember(output.memberId), label: say(request)('undo'), fields: version(output.version) },
      },
    }),
  }),
  form({
    ...byAdmin,
    id: 'organisations.resetSecondFactor',
    path: paths.resetSecondFactor(':memberId'),
    useCase: resetSecondFactor,
    input: (_fields, params) => ({ memberId: params['memberId'] }),
    done: (_output, request) => ({ to: paths.members, notice: { text: say(request)('resetDone') } }),
  }),
]
