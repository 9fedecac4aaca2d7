import { PageHead } from '../base/PageHead.tsx'
import { usePage } from '../base/page.ts'
import { me } from '../base/session.ts'
import { Appearance } from './Appearance.tsx'
import { MySessions } from './MySessions.tsx'
import { PasswordPanel } from './PasswordPanel.tsx'

/** What belongs to the person: how it looks here, password, sessions. */
export default function MySettingsPage() {
  usePage(() => ({ title: 'My settings', crumbs: [{ label: 'Home', href: '/' }] }))
  return (
    <div class="narrow">
      <PageHead title="My settings" intro={`${me()?.person.name ?? ''}, signed in as ${me()?.person.login ?? ''}.`} />
      <div class="stack">
        <Appearance />
        <PasswordPanel />
        <MySessions />
      </div>
    </div>
  )
}
