/** The palette, and the list of keys. */
export const keys = {
  goTo: 'Go to',
  typeHere: 'Type a case, a screen or a command',
  placeholder: 'A case, a screen, a command',
  found: 'Found',
  nothing: 'Nothing is called that.',
  hints: { screen: 'Screen', study: 'Study', help: 'Help', case: 'Case', myCoding: 'My coding' },
  title: 'Keys of this screen',
  list: 'Keys',
  everywhere: 'Everywhere',
  show: 'Show these keys',
  go: 'Go to a case, a study, a screen',
  goFromField: 'The same, also from a field',
  single: 'Use keys without Ctrl or Alt',
  singleHint: 'Switch this off if you dictate, or if single keys get in your way.',
  singleOff: 'Keys of one letter are off.',
  // Between two keys pressed one after the other.
  andThen: 'then',
  caps: { control: 'Ctrl', escape: 'Esc', space: 'Space' },
}
