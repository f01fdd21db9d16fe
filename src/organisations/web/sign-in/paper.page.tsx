import { accept } from '#kernel'
import { groupedPaperCode, page, type PageContext, typedPaperCode } from '#platform'
import {
  AppPage,
  Button,
  Card,
  Fieldset,
  Form,
  type Lang,
  Link,
  PageHead,
  Paragraph,
  renderPage,
  sayMonthName,
  Select,
  TextField,
} from '#ui'
import { paths } from '../paths.ts'
import { signInTexts } from './texts.ts'

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
const monthsIn = (lang: Lang) => MONTHS.map(month => ({ value: String(month), label: sayMonthName(month, lang) }))

/** A code that came with the address of the QR code; what is no code is left out. */
const scannedCode = (context: PageContext): string | undefined => {
  const code = typedPaperCode(context.query['code'] ?? context.form?.fields.text('scanned') ?? '')
  return /^[A-Z2-9]{10}$/.test(code) ? code : undefined
}

/** Where a letter leads: scanned, only the birthday is asked; typed, the code as well. */
export const paperPage = page({
  id: 'organisations.paper',
  path: paths.paper,
  who: 'public',
  load: async () => accept(undefined),
  view: (_data, context) => {
    const { t } = signInTexts(context.lang)
    const scanned = scannedCode(context)
    return renderPage(
      <AppPage context={context} title={t('paper.title')} width="narrow" readAloud>
        <PageHead title={t('paper.title')} lead={scanned === undefined ? t('paper.leadTyped') : t('paper.lead')} />
        <Card>
          <Form
            action={paths.paper}
            id="organisations.paper"
            refused={context.form}
            words={{
              wrong: t('paper.wrong'),
              stale: t('signIn.stale'),
              dayWrong: t('paper.dayWrong'),
              monthMissing: t('paper.monthMissing'),
            }}
            labels={{ code: t('paper.code'), day: t('paper.day'), month: t('paper.month') }}
            hidden={scanned === undefined ? {} : { code: scanned, scanned }}
          >
            {scanned === undefined ? (
              <TextField
                name="code"
                label={t('paper.code')}
                hint={t('paper.codeHint')}
                autoComplete="one-time-code"
                maxLength={20}
                narrow
              />
            ) : (
              <Paragraph>
                {t('paper.code')}: <bdi dir="ltr">{groupedPaperCode(scanned)}</bdi>{' '}
                <Link href={paths.paper}>{t('paper.otherCode')}</Link>
              </Paragraph>
            )}
            <Fieldset legend={t('paper.birthday')} hint={t('paper.birthdayWhy')} side>
              <TextField name="day" label={t('paper.day')} inputMode="numeric" maxLength={2} narrow />
              <Select name="month" label={t('paper.month')} options={monthsIn(context.lang)} />
            </Fieldset>
            <Button large look="confirm">
              {t('paper.submit')}
            </Button>
            <Link href={paths.code}>{t('paper.withCode')}</Link>
          </Form>
        </Card>
      </AppPage>,
    )
  },
})
