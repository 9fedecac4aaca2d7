import type { JSX } from 'solid-js'
import { LiveRegion } from '../base/announce.tsx'
import './door.css'

/** A sheet in the middle of a quiet page. */
export function DoorFrame(props: { title: string; intro?: JSX.Element; children: JSX.Element; aside?: JSX.Element }) {
  return (
    <div class="door">
      <main class="door__sheet" id="main">
        <p class="door__mark">
          <img src="/mark.svg" alt="" width="28" height="28" />
          Attune
        </p>
        <header class="door__head">
          <h1>{props.title}</h1>
          <p class="page-head__intro">{props.intro}</p>
        </header>
        {props.children}
      </main>
      {props.aside}
      <LiveRegion />
    </div>
  )
}
