import { codeColour } from './codeColours.ts'

/** The letter of a code on its colour. The name of the code stands beside it, so it is silent for a screen reader. */
export function CodeChip(props: { colour: number }) {
  return (
    <span class="code-chip" data-code-colour={props.colour} aria-hidden="true">
      {codeColour(props.colour).letter}
    </span>
  )
}
