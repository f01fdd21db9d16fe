import { type AnyForm, type AnyPage, form, page, type PageContext } from '#platform'
import { AppPage, Button, Callout, Card, Form, Link, LinkButton, PageHead, Paragraph, renderPage, Stack, TextField } from '#ui'
import { askOwnAddress, confirmOwnAddress, getOwnAddress } from '../../use-cases/own-address.ts'
import { paths } from '../paths.ts'
import { signInTexts } from './texts.ts'

const WHO = ['participant'] as const

interface OwnAddressData {
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly waiting?: string | undefined
}

/** An address or number keeps its own order within Arabic. */
const isolated = (text: string): string => `\u2066${text}\u2069`

const Now = ({ own, context }: { readonly own: OwnAddressData; readonly context: PageContext }) => {
  const { t } = signInTexts(context.lang)
  if (own.email === undefined && own.phone === undefined) return <Paragraph>{t('own.paperNow')}</Paragraph>
  return (
    <>
      {own.email === undefined ? null : <Paragraph>{t('own.mailNow', { address: isolated(own.email) })}</Paragraph>}
      {own.phone === undefined ? null : <Paragraph>{t('own.smsNow', { address: isolated(own.phone) })}</Paragraph>}
    </>
  )
}

const ownAddressPage = page<OwnAddressData>({
  id: 'organisations.ownAddress',
  path: paths.ownAddress,
  who: WHO,
  load: request => request.run(getOwnAddress, {}),
  view: (own, context) => {
    const { t } = signInTexts(context.lang)
    const isNew = context.query['welkom'] !== undefined
    return renderPage(
      <AppPage context={context} title={t('own.title')} width="narrow">
        <PageHead above={isNew ? t('own.welcome') : undefined} title={t('own.title')} lead={t('own.lead')} />
        <Stack>
          <Now own={own} context={context} />
          <Card>
            <Form
              id="organisations.askOwnAddress"
              action={paths.ownAddress}
              refused={context.form}
              words={{
                noAddress: t('code.noAddress'),
                noTexts: t('code.noTexts'),
                tooMany: t('own.tooMany'),
                alsoWorks: t('own.alsoWorks'),
              }}
              labels={{ address: t('own.address') }}
            >
              <TextField name="address" label={t('own.address')} hint={t('own.hint')} autoComplete="email" maxLength={200} />
              <Button large look="confirm">
                {t('own.submit')}
              </Button>
            </Form>
          </Card>
          <LinkButton look="secondary" large href="/">
            {isNew ? t('own.skip') : t('own.go')}
          </LinkButton>
          {own.email === undefined && own.phone === undefined ? <Paragraph soft>{t('own.skipWords')}</Paragraph> : null}
        </Stack>
      </AppPage>,
    )
  },
})

const confirmAddressPage = page<OwnAddressData>({
  id: 'organisations.confirmOwnAddress',
  path: paths.confirmAddress,
  who: WHO,
  load: request => request.run(getOwnAddress, {}),
  view: (own, context) => {
    const { t } = signInTexts(context.lang)
    return renderPage(
      <AppPage context={context} title={t('own.confirmTitle')} width="narrow">
        <PageHead
          title={t('own.confirmTitle')}
          lead={own.waiting === undefined ? undefined : t('own.confirmLead', { address: isolated(own.waiting) })}
        />
        <Stack>
          <Card>
            <Form
              id="organisations.confirmOwnAddress"
              action={paths.confirmAddress}
              refused={context.form}
              words={{ wrong: t('own.wrong') }}
              labels={{ code: t('code.code') }}
            >
              <TextField
                name="code"
                label={t('code.code')}
                autoComplete="one-time-code"
                inputMode="numeric"
                maxLength={12}
                narrow
              />
              <Button large look="confirm">
                {t('own.confirm')}
              </Button>
              <Link href={paths.ownAddress}>{t('own.other')}</Link>
            </Form>
          </Card>
          {context.demo ? (
            <Callout>
              <Link href={paths.demoMail}>{t('code.demoMail')}</Link>
            </Callout>
          ) : null}
        </Stack>
      </AppPage>,
    )
  },
})

const askForm = form({
  id: 'organisations.askOwnAddress',
  path: paths.ownAddress,
  who: WHO,
  useCase: askOwnAddress,
  input: fields => ({ address: fields.text('address') }),
  done: () => ({ to: paths.confirmAddress }),
  page: ownAddressPage,
})

const confirmForm = form({
  id: 'organisations.confirmOwnAddress',
  path: paths.confirmAddress,
  who: WHO,
  useCase: confirmOwnAddress,
  input: fields => ({ code: fields.text('code') }),
  done: ({ right }, request) => {
    const { t } = signInTexts(request.lang)
    return right ? { to: '/', notice: { text: t('own.saved') } } : { to: paths.confirmAddress, notice: { text: t('own.wrong') } }
  },
  page: confirmAddressPage,
})

export const ownAddressPages: readonly AnyPage[] = [ownAddressPage, confirmAddressPage]
export const ownAddressForms: readonly AnyForm[] = [askForm, confirmForm]
