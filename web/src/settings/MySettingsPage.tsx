import { PageHead } from '../base/PageHead.tsx'
import { usePage } from '../base/page.ts'
import { me } from '../base/session.ts'
import { t } from '../messages/index.ts'
import { Appearance } from './Appearance.tsx'
import { MySessions } from './MySessions.tsx'
import { PasswordPanel } from './PasswordPanel.tsx'

/** What belongs to the person: how it looks here, password, sessions. */
export default function MySettingsPage() {
  usePage(() => ({ title: t().base.mySettings, crumbs: [{ label: t().base.home, href: '/' }] }))
  return (
    <div class="narrow">
      <PageHead
        title={t().base.mySettings}
        intro={t().settings.whoAmI(me()?.person.name ?? '', me()?.person.login ?? '')}
      />
      <div class="stack">
        <Appearance />
        <PasswordPanel />
        <MySessions />
      </div>
    </div>
  )
}
