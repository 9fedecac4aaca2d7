import { Navigate, Route, Router, type RouteSectionProps } from '@solidjs/router'
import { createSignal, lazy, Match, onMount, Switch } from 'solid-js'
import { NotFound } from './base/NotFound.tsx'
import { Shell } from './base/Shell.tsx'
import { loadSession, session } from './base/session.ts'
import { FailureNotice, Skeleton } from './base/states.tsx'
import { StudyScope, Supervised } from './base/study.tsx'
import { Door } from './door/Door.tsx'

/** Links with a secret in their fragment open without a session. */
const links = {
  setup: lazy(() => import('./door/SetUp.tsx')),
  join: lazy(() => import('./door/Join.tsx')),
  reset: lazy(() => import('./door/Reset.tsx')),
}

/** Every screen and its address. A page is loaded when somebody goes there. */
export function App() {
  return (
    <Router root={Entrance}>
      <Route path="/setup" component={links.setup} />
      <Route path="/join" component={links.join} />
      <Route path="/reset" component={links.reset} />
      <Route path="/" component={lazy(() => import('./home/HomePage.tsx'))} />
      <Route path="/settings" component={lazy(() => import('./settings/MySettingsPage.tsx'))} />
      <Route path="/accounts" component={lazy(() => import('./people/AccountsPage.tsx'))} />
      <Route path="/studies/new" component={lazy(() => import('./studies/NewStudyPage.tsx'))} />
      <Route path="/studies/:study" component={StudyScope}>
        <Route path="/" component={lazy(() => import('./studies/StudyPage.tsx'))} />
        <Route path="/my-codings" component={lazy(() => import('./studies/MyCodingsPage.tsx'))} />
        <Route
          path="/codings/:coding/evidence"
          component={lazy(() => import('./codings/sheet/EvidenceSheetPage.tsx'))}
        />
        <Route path="/codings/:coding" component={lazy(() => import('./codings/CodingPage.tsx'))} />
        <Route path="/my-training" component={lazy(() => import('./training/mine/MyTrainingPage.tsx'))} />
        <Route path="/my-training/progress" component={lazy(() => import('./training/mine/MyProgressPage.tsx'))} />
        <Route path="/attempts/:attempt" component={lazy(() => import('./training/mine/AttemptPage.tsx'))} />
        <Route
          path="/attempts/:attempt/cases/:position"
          component={lazy(() => import('./training/mine/FeedbackPage.tsx'))}
        />
        <Route path="/certificates/:certificate" component={lazy(() => import('./certificates/CertificatePage.tsx'))} />
        <Route path="/" component={Supervised}>
          <Route path="/certificates" component={lazy(() => import('./certificates/CertificatesPage.tsx'))} />
          <Route path="/training/sets/:set/cohort" component={lazy(() => import('./training/desk/CohortPage.tsx'))} />
          <Route path="/training/sets/:set/items" component={lazy(() => import('./training/desk/ItemsPage.tsx'))} />
          <Route
            path="/training/attempts/:attempt"
            component={lazy(() => import('./training/desk/AttemptReviewPage.tsx'))}
          />
          <Route
            path="/training/attempts/:attempt/cases/:position"
            component={lazy(() => import('./training/desk/CaseReviewPage.tsx'))}
          />
          <Route path="/training/people/:person" component={lazy(() => import('./training/desk/TraineePage.tsx'))} />
          <Route path="/reliability" component={lazy(() => import('./reliability/ReliabilityPage.tsx'))} />
          <Route path="/drift" component={lazy(() => import('./drift/DriftPage.tsx'))} />
          <Route path="/drift/new" component={lazy(() => import('./drift/NewPlanPage.tsx'))} />
          <Route path="/cases" component={lazy(() => import('./cases/CasesPage.tsx'))} />
          <Route path="/cases/new" component={lazy(() => import('./cases/NewCasePage.tsx'))} />
          <Route path="/cases/import" component={lazy(() => import('./cases/ImportPage.tsx'))} />
          <Route path="/cases/:case" component={lazy(() => import('./cases/CasePage.tsx'))} />
          <Route path="/cases/:case/edit" component={lazy(() => import('./cases/EditCasePage.tsx'))} />
          <Route path="/cases/:case/record" component={lazy(() => import('./cases/RecordPage.tsx'))} />
          <Route path="/codebooks" component={lazy(() => import('./codebooks/CodebooksPage.tsx'))} />
          <Route path="/codebooks/:version" component={lazy(() => import('./codebooks/CodebookPage.tsx'))} />
          <Route path="/people" component={lazy(() => import('./people/PeoplePage.tsx'))} />
          <Route path="/training" component={lazy(() => import('./training/sets/SetsPage.tsx'))} />
          <Route path="/training/new" component={lazy(() => import('./training/sets/NewSetPage.tsx'))} />
          <Route path="/training/sets/:set" component={lazy(() => import('./training/sets/SetPage.tsx'))} />
          <Route path="/history" component={lazy(() => import('./history/HistoryPage.tsx'))} />
          <Route path="/settings" component={lazy(() => import('./settings/StudySettingsPage.tsx'))} />
        </Route>
      </Route>
      <Route path="/studies" component={() => <Navigate href="/" />} />
      <Route path="*" component={NotFound} />
    </Router>
  )
}

/** Before the door, at the door, or inside. */
function Entrance(props: RouteSectionProps) {
  const [failure, setFailure] = createSignal<unknown>()
  const enter = async () => {
    setFailure(undefined)
    try {
      await loadSession()
    } catch (error) {
      setFailure(() => error)
    }
  }
  onMount(() => void enter())
  const isLink = () => ['/setup', '/join', '/reset'].includes(props.location.pathname)
  return (
    <Switch>
      <Match when={failure()}>
        <main class="main">
          <FailureNotice failure={failure()} onRetry={() => void enter()} />
        </main>
      </Match>
      <Match when={session().state === 'unknown'}>
        <main class="main">
          <Skeleton />
        </main>
      </Match>
      <Match when={isLink()}>{props.children}</Match>
      <Match when={session().state === 'signed-out'}>
        <Door />
      </Match>
      <Match when={true}>
        <Shell {...props} />
      </Match>
    </Switch>
  )
}
