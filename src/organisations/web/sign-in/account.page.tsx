import { ROLES } from '#kernel'
import { page } from '#platform'
import { AppPage, Button, Card, DefinitionList, Form, LinkButton, PageHead, Paragraph, renderPage, Row, Rows, Stack } from '#ui'
import { listOwnPlaces, type OwnPlace } from '../../use-cases/list-own-places.ts'
import { hasMail } from '../../domain/own-address.ts'
import { paths } from '../paths.ts'
import { signInTexts } from './texts.ts'

const nameOf = (place: OwnPlace): string => [place.organisationName, place.municipalityName].filter(Boolean).join(', ')

export const accountPage = page({
  id: 'organisations.account',
  path: paths.account,
  who: ROLES,
  load: request => request.run(listOwnPlaces, {}),
  view: ({ places }, context) => {
    const { t } = signInTexts(context.lang)
    const { actor } = context
    return renderPage(
      <AppPage context={context} title={t('account.title')} width="narrow">
        <PageHead title={t('account.title')} />
        <Stack>
          <Card title={t('account.signedInAs')}>
            <DefinitionList
              items={[
                { term: t('account.name'), value: actor?.name },
                ...(actor === undefined || !hasMail(actor.email)
                  ? []
                  : [{ term: t('account.email'), value: <span dir="ltr">{actor.email}</span> }]),
                ...(actor?.organisationName === undefined
                  ? []
                  : [{ term: t('account.organisation'), value: actor.organisationName }]),
                { term: t('account.municipality'), value: actor?.tenantName },
              ]}
            />
            {actor?.role === 'participant' ? (
              <LinkButton look="secondary" href={paths.ownAddress}>
                {t('own.change')}
              </LinkButton>
            ) : (
              <LinkButton look="secondary" href={paths.forgotten}>
                {t('account.password')}
              </LinkButton>
            )}
          </Card>
          {places.length < 2 ? null : (
            <Card title={t('account.places')}>
              <Paragraph>{t('account.placesLead')}</Paragraph>
              <Rows label={t('account.places')}>
                {places.map(place => (
                  <Row
                    key={place.membershipId}
                    title={nameOf(place)}
                    detail={t(`roles.${place.role}`)}
                    end={place.current ? t('account.current') : <SwitchTo place={place} t={t} />}
                  />
                ))}
              </Rows>
            </Card>
          )}
          <Form action={paths.signOut}>
            <Button look="secondary">{t('account.signOut')}</Button>
          </Form>
        </Stack>
      </AppPage>,
    )
  },
})

const SwitchTo = ({ place, t }: { readonly place: OwnPlace; readonly t: ReturnType<typeof signInTexts>['t'] }) => (
  <Form action={paths.switchMembership} hidden={{ membership: place.membershipId }} inline>
    <Button look="secondary" label={t('account.switchTo', { name: `${nameOf(place)}, ${t(`roles.${place.role}`)}` })}>
      {t('account.switch')}
    </Button>
  </Form>
)
